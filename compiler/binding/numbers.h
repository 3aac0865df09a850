// Decimal numbers as a plan writes them.
#pragma once

#include <optional>
#include <string_view>

namespace planc {

/// `DIGITS` or `DIGITS.DIGITS`, all of `text`; no sign, no exponent, no separators.
std::optional<double> read_decimal(std::string_view text);

} // namespace planc
