// Comparing thresholds that may be written in different units.
#pragma once

#include "plan/release.h"

#include <optional>
#include <string_view>

namespace planc {

/// A threshold in the base unit of its kind: `2s` and `2000ms` are equal, and so are `0.1%` and `1‰`.
struct Quantity {
    double number = 0;
    std::string_view unit; ///< the base unit, or the unit as written if it is none we convert
};

Quantity quantity_of(const Condition& condition);

/// True for `<` and `<=`: the condition holds for small values.
bool wants_small(const Condition& condition);

/// How two thresholds stand to each other: negative, zero or positive; nothing if their units differ in kind.
std::optional<int> compare(const Condition& a, const Condition& b);

} // namespace planc
