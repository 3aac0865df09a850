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

Quantity quantity_of(const Condition& condition) {
    for (const Unit& unit : units) {
        if (unit.name == condition.unit) return {condition.number * unit.factor, unit.base};
    }
    return {condition.number, condition.unit};
}

bool wants_small(const Condition& condition) {
    return condition.comparison == Comparison::less || condition.comparison == Comparison::less_or_equal;
}

std::optional<int> compare(const Condition& a, const Condition& b) {
    const Quantity left = quantity_of(a);
    const Quantity right = quantity_of(b);
    if (left.unit != right.unit) return std::nullopt;
    const double scale = std::max({std::abs(left.number), std::abs(right.number), 1e-300});
    if (std::abs(left.number - right.number) <= precision * scale) return 0;
    return left.number < right.number ? -1 : 1;
}

} // namespace planc
