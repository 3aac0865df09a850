// From text to tree: the order in which the pieces of this stage work.
#include "syntax/builder.h"
#include "syntax/events.h"
#include "syntax/text_stream.h"
#include "syntax/tree.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>

namespace planc {

Tree parse_yaml(const Files& files, std::uint32_t file, Diagnostics& diagnostics, const SyntaxLimits& limits) {
    const std::string_view text = files.at(file).text();
    const Report report{text, file, diagnostics};
    const std::size_t origin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    TreeBuilder builder(report, limits);
    Events events(report, builder, Cursor(text, origin));
    try {
        TextStream buffer(text.substr(origin));
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(events)) {
            events.check_rest();
        } else {
            report.error(report.span(0, text.size()), "the file is empty", "", "`planc init` writes a first plan");
        }
    } catch (const ParseStopped&) {
    } catch (const YAML::ParserException& error) {
        const std::size_t at = origin + (error.mark.pos < 0 ? 0 : static_cast<std::size_t>(error.mark.pos));
        report.error(report.span(at, at), error.msg);
    }
    return builder.finish(events.cursor().last_end());
}

} // namespace planc
