// Comparing thresholds that may be written in different units.
#pragma once

#include "plan/release.h"

#include <cstdint>
#include <string_view>

namespace planc {

/// A threshold in the base unit of its kind: `2s` and `2000ms` are equal, and so are `0.1%` and `1‰`.
struct Quantity {
    double number = 0;
    std::string_view unit; ///< the base unit, or the unit as written if it is none we convert
};

/// A number without a unit is in the metric's own.
Quantity quantity_of(const Condition& condition, std::string_view metric_unit);

/// True for `<` and `<=`: the condition holds for small values.
bool wants_small(const Condition& condition);

/// How two thresholds of one metric stand to each other.
enum class Standing : std::uint8_t {
    lower,
    equal,
    higher,
    apart,   ///< their units differ in kind
    unknown, ///< one has no unit, and the metric does not say which
};
Standing compare(const Condition& a, const Condition& b, std::string_view metric_unit);

} // namespace planc
