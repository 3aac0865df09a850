// From text to tree: the order in which the pieces of this stage work.
#include "syntax/builder.h"
#include "syntax/byte_check.h"
#include "syntax/events.h"
#include "syntax/explain.h"
#include "syntax/text_stream.h"
#include "syntax/tree.h"

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>

namespace planc {

Tree parse_yaml(const Files& files, std::uint32_t file, Diagnostics& diagnostics, const SyntaxLimits& limits) {
    const std::string_view text = files.at(file).text();
    const SyntaxReport report{text, file, diagnostics};
    const std::size_t origin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    TreeBuilder builder(report, limits);
    if (!check_bytes(report, origin)) return builder.stop(Cursor(text, origin));
    Events events(report, builder, Cursor(text, origin));
    TextStream buffer(events.cursor(), limits.value_bytes);
    bool something = false;
    try {
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        something = parser.HandleNextDocument(events) && !events.only_space();
        if (something && !buffer.ran_ahead() && !events.check_rest()) return builder.stop(events.cursor());
    } catch (const ParseStopped&) {
        return builder.stop(events.cursor());
    } catch (const YAML::ParserException& error) {
        const std::size_t at = origin + static_cast<std::size_t>(std::max(0, error.mark.pos));
        if (!buffer.ran_ahead()) {
            explain_error(events.reading(), at, error.msg);
            return builder.stop(events.cursor());
        }
    }
    if (buffer.ran_ahead()) {
        explain_endless(report, events.cursor(), limits.value_bytes);
        return builder.stop(events.cursor());
    }
    if (!something) {
        explain_nothing(report);
        return {};
    }
    return builder.finish(events.cursor());
}

} // namespace planc
