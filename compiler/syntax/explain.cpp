// Errors that need no search for their cause.
#include "syntax/explain.h"

#include <fmt/format.h>

#include <algorithm>

namespace planc {

namespace {

/// Whether it is a key by its letters; other words may be a sentence.
bool is_like_a_key(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

} // namespace

void explain_missing_colon(const SyntaxReport& report, Span key) {
    const std::string_view text = report.text.substr(key.begin, key.end - key.begin);
    constexpr std::string_view wide_colon = "：";
    if (const std::size_t wide = text.find(wide_colon); wide != std::string_view::npos) {
        const std::size_t at = key.begin + wide;
        const std::size_t behind = at + wide_colon.size();
        Diagnostic& finding = report.error(
            report.span(at, behind), "the full-width colon `：` does not end a key", "only the ASCII `:` does",
            fmt::format("write `{}: ` with an ASCII colon and a space", text.substr(0, wide)));
        const bool spaced =
            behind >= report.text.size() || is_blank(report.text[behind]) || is_break(report.text[behind]);
        if (is_like_a_key(text.substr(0, wide))) finding.fix = {{finding.span, spaced ? ":" : ": "}};
        return;
    }
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos && colon > 0 && text.substr(colon, 3) != "://") {
        Diagnostic& finding = report.error(
            report.span(key.begin + colon, key.begin + colon + 1),
            fmt::format("there is no space after the `:` in `{}`", text), "so this is one text, not key and value",
            fmt::format("write `{}: {}`", text.substr(0, colon), text.substr(colon + 1)));
        if (is_like_a_key(text.substr(0, colon))) finding.fix = {{finding.span, ": "}};
        return;
    }
    report.error(key, fmt::format("`{}` has no `:` after it", text), "expected a key with a `:` and a value");
}

void explain_tab(const SyntaxReport& report, std::size_t at) {
    std::size_t end = at;
    while (end < report.text.size() && report.text[end] == '\t') ++end;
    report.error(report.span(at, end), "this line is indented with a tab", "YAML counts spaces only",
                 "put spaces in its place");
}

void explain_escape(const SyntaxReport& report, std::size_t begin, std::size_t end) {
    report.error(report.span(begin, end),
                 fmt::format("`{}` is no escape in a double-quoted text", report.text.substr(begin, end - begin)), "",
                 "write `\\\\` for a backslash, or use single quotes, where it means itself");
}

void explain_endless(const SyntaxReport& report, const Cursor& cursor, std::size_t limit) {
    Cursor value = cursor;
    value.skip_space();
    const auto amount = limit >= 1U << 20U ? fmt::format("{} MiB", limit >> 20U) : fmt::format("{} bytes", limit);
    report.error(report.span(value.at(), value.at()),
                 fmt::format("the value that begins about here is longer than {}", amount), "",
                 "a quote or bracket that is never closed makes a value that long");
}

void explain_nothing(const SyntaxReport& report) {
    const std::string_view text = report.text;
    const std::size_t something = text.find_first_not_of(" \t\r\n");
    const bool comments = something != std::string_view::npos && text.find('#') != std::string_view::npos;
    report.error(report.span(0, 0), comments ? "the file holds nothing but comments" : "the file is empty", "",
                 "`planc init` writes a first plan");
}

void explain_rest(const Reading& reading) {
    const SyntaxReport& report = reading.report;
    const Cursor& cursor = reading.cursor;
    const std::string_view text = report.text;
    const std::size_t at = cursor.at();
    const std::size_t line_end = std::min(text.find_first_of("\r\n", at), text.size());
    if (cursor.at_marker("---")) {
        report.error(report.span(at, at + 3), "a second document begins here", "a plan file holds one document",
                     "put it in a file of its own, or delete the `---`");
        return;
    }
    if (cursor.peek() == '%') {
        report.error(report.span(at, line_end), "a line that begins with `%` is a directive",
                     "expected the end of the document before it", "indent the line, or put the text in quotes");
        return;
    }
    Cursor first(text, text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (first.skip_space(); first.peek() == '%'; first.skip_space())
        first.consume_to(std::min(text.find_first_of("\r\n", first.at()), text.size()));
    if (first.at_marker("---")) first.consume(3);
    first.skip_space();
    if (first.peek() == '&' || first.peek() == '!') return explain_error(reading, at, {}, "the end of the file");
    const bool list = first.peek() == '-' && first.space_at(1);
    Diagnostic& made = report.error(report.span(at, line_end), "the document has ended before this line",
                                    list ? "expected `- ` and another item" : "expected the end of the file");
    made.others.push_back(
        {report.span(first.at(), first.at()), list ? "the list begins here" : "the document begins here"});
    if (list) made.help = "give the list a key of its own and indent it, or begin this line with `- `";
}

} // namespace planc
