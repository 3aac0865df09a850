#include "rules/quantity.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace planc {

namespace {

struct Unit {
    std::string_view name;
    std::string_view base;
    double factor;
};

constexpr std::array units{
    Unit{"%", "%", 1},     Unit{"‰", "%", 0.1},    Unit{"us", "ms", 0.001},   Unit{"ms", "ms", 1},
    Unit{"s", "ms", 1000}, Unit{"m", "ms", 60000}, Unit{"min", "ms", 60000},  Unit{"h", "ms", 3600000},
    Unit{"B", "B", 1},     Unit{"KB", "B", 1e3},   Unit{"MB", "B", 1e6},      Unit{"GB", "B", 1e9},
    Unit{"TB", "B", 1e12}, Unit{"KiB", "B", 1024}, Unit{"MiB", "B", 1048576}, Unit{"GiB", "B", 1073741824},
    Unit{"毫秒", "ms", 1}, Unit{"秒", "ms", 1000}, Unit{"分钟", "ms", 60000}, Unit{"小时", "ms", 3600000},
};

// Conversion leaves rounding errors in the last digits.
constexpr double precision = 1e-9;

} // namespace

Quantity quantity_of(const Condition& condition, std::string_view metric_unit) {
    const std::string_view written = condition.unit.empty() ? metric_unit : condition.unit;
    for (const Unit& unit : units) {
        if (unit.name == written) return {condition.number * unit.factor, unit.base};
    }
    return {condition.number, written};
}

bool wants_small(const Condition& condition) {
    return condition.comparison == Comparison::less || condition.comparison == Comparison::less_or_equal;
}

Standing compare(const Condition& a, const Condition& b, std::string_view metric_unit) {
    const Quantity left = quantity_of(a, metric_unit);
    const Quantity right = quantity_of(b, metric_unit);
    if (left.unit != right.unit) {
        // What a metric calls its unit ("requests per second") need not be what stands behind the numbers.
        const bool guessed = a.unit.empty() || b.unit.empty();
        return guessed ? Standing::unknown : Standing::apart;
    }
    const double scale = std::max({std::abs(left.number), std::abs(right.number), 1e-300});
    if (std::abs(left.number - right.number) <= precision * scale) return Standing::equal;
    return left.number < right.number ? Standing::lower : Standing::higher;
}

} // namespace planc
