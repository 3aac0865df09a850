// The last line of a run: how much was found, in plain English.
#include "diagnostics/render.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace planc {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "a", "a and b", "a, b and c".
std::string enumerate(const std::vector<std::string>& parts) {
    std::string out;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        if (index > 0) out += index + 1 == parts.size() ? " and " : ", ";
        out += parts[index];
    }
    return out;
}

} // namespace

std::string count_line(const Diagnostics& diagnostics, std::size_t files) {
    std::vector<std::string> parts;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const auto found = std::count_if(diagnostics.begin(), diagnostics.end(),
                                         [&](const Diagnostic& d) { return d.severity == severity; });
        if (found > 0) parts.push_back(counted(static_cast<std::size_t>(found), name(severity)));
    }
    return fmt::format("{} in {}", parts.empty() ? "no findings" : enumerate(parts), counted(files, "file"));
}

} // namespace planc
