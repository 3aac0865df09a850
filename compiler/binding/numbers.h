// Decimal numbers as a plan writes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace planc {

/// `DIGITS` or `DIGITS.DIGITS`, all of `text`; no sign, no exponent, no separators.
std::optional<double> read_decimal(std::string_view text);

/// How many digits stand in a row from `at` on.
std::size_t digits_at(std::string_view text, std::size_t at);

} // namespace planc
