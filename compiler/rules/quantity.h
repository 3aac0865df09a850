// Comparing thresholds that may be written in different units.
#pragma once

#include "plan/release.h"

#include <cstdint>
#include <string_view>

namespace planc {

/// What kind of thing a unit measures.
enum class Dimension : std::uint8_t {
    count, ///< pieces, with or without a word for them: `5`, `5k`, `3万次`
    share, ///< in percent
    time,  ///< in milliseconds
    size,  ///< in bytes
    other, ///< a unit that is not converted
};

/// A threshold in the base unit of its dimension: `2s` and `2000ms` are equal, and so are `0.1%` and `1‰`.
struct Quantity {
    double number = 0;
    Dimension dimension = Dimension::count;
    bool rate = false;     ///< per second: `60 req/min` and `1 QPS` are equal
    std::string_view unit; ///< of other dimensions, as written, without what it is per
    double binary = 1;     ///< so many times larger if `1 KB` is said of 1024 bytes
};

/// A number without a unit is in the metric's own.
Quantity quantity_of(const Condition& condition, std::string_view metric_unit);

/// True for what is written in any units of one kind; names of units that are not converted may differ in case.
bool comparable(const Quantity& a, const Quantity& b);

/// True for what takes any value between two: shares, times, sizes and rates.
bool is_measured(const Quantity& quantity);

/// True for `<` and `<=`: the condition holds for small values.
bool wants_small(const Condition& condition);
/// True for `>` and `>=`.
bool wants_large(const Condition& condition);

/// How two thresholds of one metric stand to each other.
enum class Standing : std::uint8_t {
    lower,
    equal,
    higher,
    apart,   ///< their units differ in kind
    unknown, ///< one has no unit, and the metric does not say which; or it depends on how large a `KB` is
};
/// Of comparable ones. What differs in the fifteenth digit is equal: conversion leaves rounding errors there.
Standing compare(const Quantity& a, const Quantity& b);
Standing compare(const Condition& a, const Condition& b, std::string_view metric_unit);

/// True if `condition` is in another kind of unit than the metric says it is measured in.
bool in_foreign_unit(const Condition& condition, std::string_view metric_unit);

} // namespace planc
