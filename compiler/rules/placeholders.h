// Finds what was left to be filled in.
#pragma once

#include "rules/texts.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace planc {

/// Where one stands, in bytes of its text.
struct Placeholder {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// In their order. What a form leaves blank is for the hand that fills it in, and none.
std::vector<Placeholder> find_placeholders(std::string_view text, TextPlace place);

} // namespace planc
