#include "rules/list.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace planc {

namespace {

using std::chrono::month;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> english{"monday", "tuesday",  "wednesday", "thursday",
                                                  "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 8> chinese{"一", "二", "三", "四", "五", "六", "日", "天"};
constexpr std::array<std::string_view, 3> chinese_prefixes{"星期", "周", "礼拜"};

/// A weekday (0 = Monday) that stands in a text.
struct Named {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned weekday = 0;
};

/// A date that stands in a text; without a year where none is written.
struct Written {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<int> year;
    unsigned month = 0;
    unsigned day = 0;
};

std::optional<Named> weekday_at(std::string_view text, std::size_t at) {
    for (const std::string_view prefix : chinese_prefixes) {
        if (!text.substr(at).starts_with(prefix)) continue;
        for (std::size_t i = 0; i < chinese.size(); ++i) {
            if (text.substr(at + prefix.size()).starts_with(chinese[i])) {
                const std::size_t end = at + prefix.size() + chinese[i].size();
                // `周一至周五`, `周一到周五` name a span of days, not one.
                for (const std::string_view to : {"至", "到", "-", "–", "~", "、"}) {
                    if (text.substr(end).starts_with(to)) return std::nullopt;
                }
                return Named{at, end, static_cast<unsigned>(i == 7 ? 6 : i)};
            }
        }
    }
    if (at > 0 && is_word_byte(text[at - 1])) return std::nullopt;
    for (unsigned i = 0; i < english.size(); ++i) {
        for (const std::size_t length : {english[i].size(), std::size_t{3}}) {
            if (has_word_at(text, at, english[i].substr(0, length)) &&
                (at + length == text.size() || !is_word_byte(text[at + length]))) {
                return Named{at, at + length, i};
            }
        }
    }
    return std::nullopt;
}

/// Up to `most` digits at `at`; gives the number and moves on.
std::optional<unsigned> number_at(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t begin = at;
    unsigned number = 0;
    while (at < text.size() && at - begin < most && text[at] >= '0' && text[at] <= '9') {
        number = number * 10 + static_cast<unsigned>(text[at] - '0');
        ++at;
    }
    if (at == begin || (at < text.size() && text[at] >= '0' && text[at] <= '9')) return std::nullopt;
    return number;
}

bool skip(std::string_view text, std::size_t& at, std::string_view sign) {
    if (!text.substr(at).starts_with(sign)) return false;
    at += sign.size();
    return true;
}

/// `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `3月5日`.
std::optional<Written> date_at(std::string_view text, std::size_t begin) {
    if (begin > 0 && is_word_byte(text[begin - 1])) return std::nullopt;
    std::size_t at = begin;
    const auto first = number_at(text, at, 4);
    if (!first) return std::nullopt;
    Written date;
    date.begin = begin;
    bool with_signs = false;
    std::optional<unsigned> second = first;
    if (at - begin == 4) {
        date.year = static_cast<int>(*first);
        const char sign = at < text.size() ? text[at] : '\0';
        with_signs = sign == '-' || sign == '/' || sign == '.';
        if (!with_signs && !skip(text, at, "年")) return std::nullopt;
        if (with_signs) ++at;
        second = number_at(text, at, 2);
        if (!second || (with_signs && (at >= text.size() || text[at] != sign))) return std::nullopt;
    }
    if (with_signs) {
        ++at;
    } else if (!skip(text, at, "月")) {
        return std::nullopt;
    }
    const auto third = number_at(text, at, 2);
    if (!third) return std::nullopt;
    if (!with_signs && !skip(text, at, "日") && !skip(text, at, "号")) return std::nullopt;
    date.month = *second;
    date.day = *third;
    date.end = at;
    return date;
}

/// True if only blanks and brackets stand between a date and a weekday, so that one belongs to the other.
bool beside(std::string_view between) {
    while (!between.empty()) {
        bool passed = false;
        for (const std::string_view sign : {" ", "(", "（", ",", "，", "[", "【", "、", "/"}) {
            if (between.starts_with(sign)) {
                between.remove_prefix(sign.size());
                passed = true;
                break;
            }
        }
        if (!passed) return false;
    }
    return true;
}

constexpr std::size_t farthest = 8; // bytes between a date and its weekday

unsigned weekday_of(Date date) { return std::chrono::weekday{date}.iso_encoding() - 1; }

/// The date that is meant: of those without a year, any near the plan's own time counts, the best for the writer first.
std::optional<Date> meant(const Written& written, unsigned weekday, std::optional<int> plan_year) {
    const auto make = [&](int year) -> std::optional<Date> {
        const year_month_day date{std::chrono::year{year}, month{written.month}, std::chrono::day{written.day}};
        if (!date.ok()) return std::nullopt;
        return Date{date};
    };
    if (written.year) return make(*written.year);
    if (!plan_year) return std::nullopt;
    for (const int year : {*plan_year, *plan_year + 1, *plan_year - 1}) {
        const auto date = make(year);
        if (date && weekday_of(*date) == weekday) return date;
    }
    return make(*plan_year);
}

void compare(const Analysis& analysis, const Text& text, const Written& written, const Named& named,
             std::optional<int> plan_year, Findings& findings) {
    const std::optional<Date> date = meant(written, named.weekday, plan_year);
    if (!date || weekday_of(*date) == named.weekday) return;
    const auto words = [&](std::size_t begin, std::size_t end) {
        return quoted(text.value.substr(begin, end - begin));
    };
    static constexpr std::array<std::string_view, 7> names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
    Diagnostic& finding = findings.add(part_of(analysis.files, text, named.begin, named.end),
                                       fmt::format("{} is a {}, not {}", words(written.begin, written.end),
                                                   names[weekday_of(*date)], words(named.begin, named.end)));
    const Span place = part_of(analysis.files, text, written.begin, written.end);
    if (place != finding.span) finding.others.push_back({place, format_date(*date)});
}

void scan(const Analysis& analysis, const Text& text, std::optional<int> plan_year, Findings& findings) {
    const std::string_view value = text.value;
    std::optional<Named> last_name;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const char byte = value[at];
        if (byte >= '0' && byte <= '9') {
            const std::optional<Written> date = date_at(value, at);
            if (!date) {
                while (at + 1 < value.size() && value[at + 1] >= '0' && value[at + 1] <= '9') ++at;
                continue;
            }
            std::optional<Named> name;
            for (std::size_t near = date->end; near < value.size() && near <= date->end + farthest && !name; ++near) {
                if (!beside(value.substr(date->end, near - date->end))) continue;
                name = weekday_at(value, near);
            }
            if (!name && last_name && date->begin - last_name->end <= farthest &&
                beside(value.substr(last_name->end, date->begin - last_name->end))) {
                name = last_name;
            }
            if (name) compare(analysis, text, *date, *name, plan_year, findings);
            at = (name ? std::max(date->end, name->end) : date->end) - 1;
            last_name.reset();
        } else if (static_cast<unsigned char>(byte) >= 0xE0 || byte == 'M' || byte == 'T' || byte == 'W' ||
                   byte == 'F' || byte == 'S') {
            if (const auto name = weekday_at(value, at)) {
                last_name = name;
                at = name->end - 1;
            }
        }
    }
}

std::optional<int> year_of(const Analysis& analysis) {
    std::optional<Date> date;
    if (!analysis.schedule.window.empty()) {
        date = analysis.plan.calendar.date_of(analysis.schedule.window.begin);
    } else if (analysis.plan.header.date.given()) {
        date = analysis.plan.header.date.value;
    }
    if (!date) return std::nullopt;
    return static_cast<int>(year_month_day{*date}.year());
}

void check(const Analysis& analysis, Findings& findings) {
    const std::optional<int> plan_year = year_of(analysis);
    for_each_text(analysis.plan, [&](const Text& text) { scan(analysis, text, plan_year, findings); });
}

} // namespace

const Rule rules::weekday_mismatch{
    .name = "weekday-mismatch",
    .group = "Content",
    .severity = Severity::error,
    .finds = "a text that names a weekday beside a date which falls on another one, in Chinese or English. A date "
             "without a year is "
             "taken to be near the plan's own.",
    .why = "Half of the readers come on the date, the other half on the weekday.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: Goes live on Friday 2026-03-05.}
)",
    .mend = "Mend the one that is wrong; better, leave the date out of the text: documents show the computed one with "
            "its weekday.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: Goes live on Thursday 2026-03-05.}
)",
    .related = "placeholder-text",
    .check = check,
};

} // namespace planc
