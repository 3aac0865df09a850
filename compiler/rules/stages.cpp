#include "rules/stages.h"

#include <fmt/format.h>

namespace planc {

std::string range_text(const NumberRange& range, std::string_view unit) {
    if (range.first == range.last) return fmt::format("{}{}", range.first, unit);
    return fmt::format("{} to {}{}", range.first, range.last, unit);
}

} // namespace planc
