#include "rules/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace planc {

namespace {

struct Unit {
    std::string_view name;
    Dimension dimension;
    double times; ///< the base unit,
    double over;  ///< divided by this: both are whole, so that nothing is rounded but the result
    bool rate = false;
};

constexpr auto count = Dimension::count;
constexpr auto share = Dimension::share;
constexpr auto time = Dimension::time;
constexpr auto size = Dimension::size;

constexpr std::array units{
    Unit{"%", share, 1, 1},           Unit{"percent", share, 1, 1},
    Unit{"per cent", share, 1, 1},    Unit{"百分比", share, 1, 1},
    Unit{"‰", share, 1, 10},          Unit{"‱", share, 1, 100},
    Unit{"ppm", share, 1, 1e4},       Unit{"ns", time, 1, 1e6},
    Unit{"us", time, 1, 1e3},         Unit{"\u00B5s", time, 1, 1e3}, // the micro sign,
    Unit{"\u03BCs", time, 1, 1e3},                                   // and the Greek letter
    Unit{"ms", time, 1, 1},           Unit{"s", time, 1e3, 1},
    Unit{"sec", time, 1e3, 1},        Unit{"second", time, 1e3, 1},
    Unit{"seconds", time, 1e3, 1},    Unit{"m", time, 6e4, 1},
    Unit{"min", time, 6e4, 1},        Unit{"minute", time, 6e4, 1},
    Unit{"minutes", time, 6e4, 1},    Unit{"h", time, 36e5, 1},
    Unit{"hour", time, 36e5, 1},      Unit{"hours", time, 36e5, 1},
    Unit{"d", time, 864e5, 1},        Unit{"day", time, 864e5, 1},
    Unit{"days", time, 864e5, 1},     Unit{"纳秒", time, 1, 1e6},
    Unit{"微秒", time, 1, 1e3},       Unit{"毫秒", time, 1, 1},
    Unit{"秒", time, 1e3, 1},         Unit{"秒钟", time, 1e3, 1},
    Unit{"分钟", time, 6e4, 1},       Unit{"小时", time, 36e5, 1},
    Unit{"天", time, 864e5, 1},       Unit{"B", size, 1, 1},
    Unit{"kB", size, 1e3, 1},         Unit{"KB", size, 1e3, 1},
    Unit{"MB", size, 1e6, 1},         Unit{"GB", size, 1e9, 1},
    Unit{"TB", size, 1e12, 1},        Unit{"PB", size, 1e15, 1},
    Unit{"KiB", size, 1024, 1},       Unit{"MiB", size, 1048576, 1},
    Unit{"GiB", size, 1073741824, 1}, Unit{"TiB", size, 1099511627776, 1},
    Unit{"Ki", size, 1024, 1},        Unit{"Mi", size, 1048576, 1},
    Unit{"Gi", size, 1073741824, 1},  Unit{"Ti", size, 1099511627776, 1},
    Unit{"bps", size, 1, 8, true},    Unit{"kbps", size, 1e3, 8, true},
    Unit{"Mbps", size, 1e6, 8, true}, Unit{"Gbps", size, 1e9, 8, true},
    Unit{"QPS", count, 1, 1, true},   Unit{"RPS", count, 1, 1, true},
    Unit{"QPM", count, 1, 60, true},  Unit{"RPM", count, 1, 60, true},
    Unit{"Hz", count, 1, 1, true},
};

struct Scale {
    std::string_view name;
    double factor;
};

/// `M` and `m` are not the same.
constexpr std::array scales{Scale{"k", 1e3},    Scale{"K", 1e3},   Scale{"M", 1e6},    Scale{"百万", 1e6},
                            Scale{"千万", 1e7}, Scale{"千", 1000}, Scale{"万", 10000}, Scale{"亿", 1e8}};

/// What pieces are called where any word would do.
constexpr std::array<std::string_view, 14> pieces{"",  "次",  "个",   "条",      "件",       "次请求", "请求",
                                                  "r", "req", "reqs", "request", "requests", "query",  "queries"};

char small(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// How many times larger a unit of size is if it is said of a power of 1024.
double binary_of(const Unit& unit) {
    if (unit.dimension != size || unit.over != 1) return 1;
    double power = 1, times = 1;
    for (; power < unit.times; power *= 1e3) times *= 1.024;
    return power == unit.times ? times : 1;
}

/// `errors` is said of the same as `error`.
std::string_view in_singular(std::string_view word) {
    return word.size() > 3 && word.back() == 's' ? word.substr(0, word.size() - 1) : word;
}

bool same_but_for_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return small(x) == small(y); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

const Unit* find_unit(std::string_view name) {
    const auto exact = std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return unit.name == name; });
    if (exact != units.end()) return &*exact;
    // Of short names the case may matter: `Mb`, `MS`.
    if (name.size() < 3) return nullptr;
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const Unit& unit) { return same_but_for_case(unit.name, name); });
    // `mbps` is said of megabits, though `m` is small.
    return found == units.end() ? nullptr : &*found;
}

bool is_piece(std::string_view word) {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](std::string_view one) { return same_but_for_case(one, word); });
}

bool is_scale(std::string_view name) {
    return std::any_of(scales.begin(), scales.end(), [&](const Scale& scale) { return scale.name == name; });
}

struct Scaled {
    double factor = 1;
    std::string_view unit; ///< what stands behind the scale
};

/// `万人`, `k QPS`, `k users`: a unit of so many. A Latin letter before any other word is its first letter.
std::optional<Scaled> scaled(std::string_view name) {
    for (const Scale& scale : scales) {
        if (!name.starts_with(scale.name)) continue;
        const std::string_view rest = name.substr(scale.name.size());
        const Unit* const unit = find_unit(trimmed(rest));
        const bool own_word = scale.name.size() > 1 || rest.starts_with(' ');
        const bool other = unit == nullptr && own_word;
        if (is_piece(trimmed(rest)) || other || (unit != nullptr && unit->dimension == count))
            return Scaled{scale.factor, rest};
    }
    return std::nullopt;
}

/// Of a unit without what it is per; nothing if it is none we know.
std::optional<Quantity> in_base(double number, std::string_view name) {
    if (const Unit* unit = find_unit(name))
        return Quantity{number * unit->times / unit->over, unit->dimension, unit->rate, {}, binary_of(*unit)};
    if (is_piece(name)) return Quantity{number, count, false, {}};
    std::optional<Scaled> of_many = scaled(name);
    if (!of_many) return std::nullopt;
    double factor = of_many->factor;
    if (const auto again = scaled(trimmed(of_many->unit))) { // `万亿元`
        factor *= again->factor;
        of_many = again;
    }
    const std::string_view one = trimmed(of_many->unit);
    if (const Unit* unit = find_unit(one))
        return Quantity{number * factor * unit->times / unit->over, unit->dimension, unit->rate, {}};
    return Quantity{number * factor, is_piece(one) ? count : Dimension::other, false, is_piece(one) ? "" : one};
}

/// Where the unit of time begins and what parts it from the rest: `/min`, `每分钟`, ` per minute`.
std::pair<std::size_t, std::size_t> find_per(std::string_view unit) {
    for (const std::string_view sign : {std::string_view("/"), std::string_view(" per "), std::string_view("每")}) {
        if (const std::size_t found = unit.find(sign); found != std::string_view::npos) return {found, sign.size()};
    }
    return {std::string_view::npos, 0};
}

/// What something is per. Alone `分` may be a mark as well as a minute; `次/分` is one thing only.
const Unit* find_span(std::string_view name) {
    return find_unit(name == "分" ? "分钟" : name == "时" ? "小时" : name == "日" ? "天" : name);
}

Quantity quantity_of(double number, std::string_view unit) {
    if (const auto [at, length] = find_per(unit); at != std::string_view::npos) {
        const Unit* const per = find_span(trimmed(unit.substr(at + length)));
        if (per != nullptr && per->dimension == time) {
            const std::string_view whole = trimmed(unit.substr(0, at));
            Quantity result = in_base(number, whole).value_or(Quantity{number, Dimension::other, false, whole});
            result.number = result.number * 1e3 * per->over / per->times;
            result.rate = true;
            return result;
        }
    }
    const std::string_view whole = trimmed(unit);
    return in_base(number, whole).value_or(Quantity{number, Dimension::other, false, whole});
}

/// `k`, `M`, `G`: of bytes where the talk is of bytes.
bool is_letter_of_size(std::string_view unit) {
    return unit.size() == 1 && std::string_view("kKMGTP").find(unit[0]) != std::string_view::npos;
}

Quantity as_size(const Condition& condition) {
    return quantity_of(condition.number, std::string(condition.unit) + "B");
}

/// Beside `unit: MB`, `2G` is 2 GB, and beside `Mbps` 2 Gbps; nothing where the metric is none of size.
std::optional<Quantity> of_metric_of_size(const Condition& condition, std::string_view metric_unit) {
    const Quantity one = quantity_of(1, metric_unit);
    if (!is_letter_of_size(condition.unit) || one.dimension != size) return std::nullopt;
    const std::size_t per = find_per(metric_unit).first;
    std::string unit(condition.unit);
    unit += one.rate && per == std::string_view::npos ? "bps" : "B";
    if (per != std::string_view::npos) unit += metric_unit.substr(per);
    const Quantity result = quantity_of(condition.number, unit);
    return result.dimension == size ? std::optional(result) : std::nullopt;
}

bool is_bare(const Condition& condition, std::string_view metric_unit) {
    return condition.unit.empty() && metric_unit.empty();
}

Standing compare(double a, double b) {
    constexpr double precision = 1e-14;
    const double scale = std::max(std::abs(a), std::abs(b));
    if (std::abs(a - b) <= precision * scale) return Standing::equal;
    return a < b ? Standing::lower : Standing::higher;
}

/// A bare number beside a share may be a share of one or of a hundred; what holds for both is known.
Standing compare_bare(const Quantity& bare, const Quantity& of_hundred) {
    const Quantity as_written{bare.number, share, false, {}};
    const Quantity of_one{bare.number * 100, share, false, {}};
    const Standing standing = compare(as_written, of_hundred);
    return standing == compare(of_one, of_hundred) ? standing : Standing::unknown;
}

Standing turned(Standing standing) {
    return standing == Standing::lower ? Standing::higher : standing == Standing::higher ? Standing::lower : standing;
}

} // namespace

Quantity quantity_of(const Condition& condition, std::string_view metric_unit) {
    std::string_view own = trimmed(metric_unit);
    if (condition.unit.empty()) return quantity_of(condition.number, own);
    if (const auto of_size = of_metric_of_size(condition, own)) return *of_size;
    const Quantity written = quantity_of(condition.number, condition.unit);
    // Beside `unit: 次/秒`, `1.2k` and `1200 次` are as many per second.
    if (written.dimension != count || written.rate || own.empty()) return written;
    // Beside `unit: 万人`, `8万` is not 8 万 times 万.
    if (const auto of_many = scaled(own.substr(0, find_per(own).first)))
        own.remove_prefix(static_cast<std::size_t>(of_many->unit.data() - own.data()));
    const Quantity as_metric = quantity_of(written.number, own);
    const bool fits = as_metric.dimension == count || as_metric.dimension == Dimension::other;
    return fits || is_scale(condition.unit) ? as_metric : written;
}

bool comparable(const Quantity& a, const Quantity& b) {
    return a.dimension == b.dimension && a.rate == b.rate &&
           same_but_for_case(in_singular(a.unit), in_singular(b.unit));
}

bool is_measured(const Quantity& quantity) {
    return quantity.rate || quantity.dimension == share || quantity.dimension == time || quantity.dimension == size;
}

bool wants_small(const Condition& condition) {
    return condition.comparison == Comparison::less || condition.comparison == Comparison::less_or_equal;
}

bool wants_large(const Condition& condition) {
    return condition.comparison == Comparison::greater || condition.comparison == Comparison::greater_or_equal;
}

Standing compare(const Quantity& a, const Quantity& b) {
    const Standing decimal = compare(a.number, b.number);
    return decimal == compare(a.number * a.binary, b.number * b.binary) ? decimal : Standing::unknown;
}

Standing compare(const Condition& a, const Condition& b, std::string_view metric_unit) {
    Quantity left = quantity_of(a, metric_unit);
    Quantity right = quantity_of(b, metric_unit);
    // Beside `800MB`, `500M` is of bytes, and so are both of `500M` and `1G`.
    const auto of_bytes = [](const Condition& one, const Quantity& is) {
        return is.dimension == size || one.unit == "G" || one.unit == "T" || one.unit == "P";
    };
    if (left.dimension != size && is_letter_of_size(a.unit) && of_bytes(b, right)) left = as_size(a);
    if (right.dimension != size && is_letter_of_size(b.unit) && of_bytes(a, left)) right = as_size(b);
    if (comparable(left, right)) return compare(left, right);
    const bool left_bare = is_bare(a, metric_unit);
    const bool right_bare = is_bare(b, metric_unit);
    if (left_bare && right.dimension == share && !right.rate) return compare_bare(left, right);
    if (right_bare && left.dimension == share && !left.rate) return turned(compare_bare(right, left));
    // What a metric calls its unit need not be what stands behind the numbers.
    return a.unit.empty() || b.unit.empty() ? Standing::unknown : Standing::apart;
}

bool in_foreign_unit(const Condition& condition, std::string_view metric_unit) {
    if (condition.unit.empty() || metric_unit.empty()) return false;
    const Quantity written = quantity_of(condition, metric_unit);
    const Quantity expected = quantity_of(0, trimmed(metric_unit));
    if (written.dimension == Dimension::other || expected.dimension == Dimension::other) return false;
    return written.dimension != expected.dimension;
}

} // namespace planc
