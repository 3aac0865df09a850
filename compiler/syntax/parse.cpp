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

namespace {

/// Where git left two versions of lines beside each other, that is what is wrong, whatever it looks like to YAML.
void point_at_merge(const SyntaxReport& report) {
    if (report.diagnostics.empty() || report.diagnostics.back().rule != "bad-syntax") return;
    constexpr std::string_view mark = "<<<<<<< ";
    std::size_t at = 0;
    while (report.text.substr(at, mark.size()) != mark) {
        at = report.text.find('\n', at);
        if (at++ == std::string_view::npos) return;
    }
    if (at > report.diagnostics.back().span.end) return;
    report.diagnostics.pop_back();
    const std::string_view line = report.text.substr(at, report.text.substr(at).find_first_of("\r\n"));
    report.error(report.span(at, at + line.size()), "a merge was not finished: git's marks are still here", "",
                 "keep one of the two versions, and take the lines with `<<<<<<<`, `=======` and `>>>>>>>` out");
}

} // namespace

Tree parse_yaml(const Files& files, std::uint32_t file, Diagnostics& diagnostics, const SyntaxLimits& limits) {
    const std::string_view text = files.at(file).text();
    const SyntaxReport report{text, file, diagnostics};
    const std::size_t origin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    TreeBuilder builder(report, limits);
    if (!check_bytes(report, origin)) return builder.stop(Cursor(text, origin));
    const auto stop = [&](const Cursor& cursor) {
        point_at_merge(report);
        return builder.stop(cursor);
    };
    Events events(report, builder, Cursor(text, origin));
    TextStream buffer(events.cursor(), limits.value_bytes);
    bool something = false;
    try {
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        something = parser.HandleNextDocument(events) && !events.only_space();
        if (something && !buffer.ran_ahead() && !events.check_rest()) return stop(events.cursor());
    } catch (const ParseStopped&) {
        return stop(events.cursor());
    } catch (const YAML::ParserException& error) {
        const std::size_t at = origin + static_cast<std::size_t>(std::max(0, error.mark.pos));
        if (!buffer.ran_ahead()) {
            explain_error(events.reading(), at, error.msg);
            return stop(events.cursor());
        }
    }
    if (buffer.ran_ahead()) {
        explain_endless(report, events.cursor(), limits.value_bytes);
        return stop(events.cursor());
    }
    if (!something) {
        explain_nothing(report);
        return {};
    }
    return builder.finish(events.cursor());
}

} // namespace planc
