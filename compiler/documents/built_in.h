// The files of templates/, put into the program when it is built.
#pragma once

#include <span>
#include <string_view>

namespace planc {

struct BuiltIn {
    std::string_view name;
    std::string_view text;
};

/// By name.
std::span<const BuiltIn> built_in_files();

} // namespace planc
