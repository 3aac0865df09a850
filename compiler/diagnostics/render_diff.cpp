// What fixes would change, as a unified diff. dtl lives here only.
#include "diagnostics/render.h"

#include "diagnostics/visible.h"

#include <dtl/dtl.hpp>
#include <fmt/format.h>
#include <sstream>

namespace planc {

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            // As diff writes it, so that patch takes it off again.
            lines.back() += "\n\\ No newline at end of file";
            break;
        }
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace

std::string render_diff(std::string_view name, std::string_view before, std::string_view after) {
    if (before == after) return {};
    dtl::Diff<std::string> diff(lines_of(before), lines_of(after));
    diff.compose();
    diff.composeUnifiedHunks();
    std::ostringstream out;
    diff.printUnifiedFormat(out);
    // A tab ends a name with blanks in it.
    const std::string shown = visible(name, false) + (name.find(' ') == std::string_view::npos ? "" : "\t");
    return fmt::format("--- {}\n+++ {}\n{}", shown, shown, out.str());
}

} // namespace planc
