// One line a finding, for editors, logs and grep.
#include "diagnostics/render.h"

#include "diagnostics/visible.h"

#include <fmt/format.h>

namespace planc {

std::string render_concise(const Diagnostics& diagnostics, const Files& files) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) {
        const Span span = diagnostic.span;
        if (files.has(span.file)) {
            const File& file = files.at(span);
            const Position at = file.position(span.begin);
            out += fmt::format("{}:{}:{}: ", visible(file.name(), true), at.line, at.column);
        } else {
            out += "planc: ";
        }
        out +=
            fmt::format("{}: {} [{}]\n", name(diagnostic.severity), visible(diagnostic.message, true), diagnostic.rule);
    }
    return out;
}

} // namespace planc
