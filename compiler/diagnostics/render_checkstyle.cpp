// Checkstyle XML, which nearly every build server reads.
#include "diagnostics/render.h"

#include "diagnostics/places.h"
#include "diagnostics/remarks.h"
#include "diagnostics/xml_text.h"

#include <algorithm>
#include <map>
#include <vector>

namespace planc {

std::string render_checkstyle(const Diagnostics& diagnostics, const Files& files) {
    // Each file once, in the order in which they are first named.
    std::vector<std::vector<const Diagnostic*>> by_file;
    std::map<std::uint32_t, std::size_t> index;
    for (const Diagnostic& one : diagnostics) {
        const auto [place, added] = index.try_emplace(one.span.file, by_file.size());
        if (added) by_file.emplace_back();
        by_file[place->second].push_back(&one);
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
    for (const std::vector<const Diagnostic*>& findings : by_file) {
        out += "  <file";
        append_attribute(out, "name", file_name_of(*findings.front(), files));
        out += ">\n";
        for (const Diagnostic* const one : findings) {
            const Position at = position_of(one->span, files);
            out += "    <error";
            append_attribute(out, "line", at.line);
            append_attribute(out, "column", at.column);
            append_attribute(out, "severity", name(one->severity));
            append_attribute(out, "message", message_with_help(*one));
            append_attribute(out, "source", "planc." + std::string(one->rule));
            out += "/>\n";
        }
        out += "  </file>\n";
    }
    return out + "</checkstyle>\n";
}

} // namespace planc
