// Explaining errors.
#include "syntax/explain.h"

#include <fmt/format.h>

namespace planc {

void explain_unexpected(const Report& report, const Cursor& cursor, std::span<const Frame>, std::string_view expected) {
    report.error(report.span(cursor.at(), cursor.at()), fmt::format("expected {}", expected));
}

void explain_missing_colon(const Report& report, Span key) {
    report.error(key, fmt::format("`{}` has no `:` after it", report.text.substr(key.begin, key.end - key.begin)));
}

void explain_rest(const Report& report, const Cursor& cursor) {
    report.error(report.span(cursor.at(), cursor.at()), "expected the end of the file here");
}

void explain_tab(const Report& report, std::size_t at) {
    std::size_t end = at;
    while (end < report.text.size() && report.text[end] == '\t') ++end;
    report.error(report.span(at, end), "this line is indented with a tab", "YAML counts spaces only",
                 "put spaces in its place");
}

void explain_escape(const Report& report, std::size_t begin, std::size_t end) {
    report.error(report.span(begin, end),
                 fmt::format("`{}` is no escape in a double-quoted text", report.text.substr(begin, end - begin)), "",
                 "write `\\\\` for a backslash, or use single quotes, where it means itself");
}

void explain_endless(const Report& report, const Cursor& cursor, std::size_t limit) {
    Cursor value = cursor;
    value.skip_space();
    report.error(report.span(value.at(), value.at()),
                 fmt::format("the value after this place is longer than {} MiB", limit >> 20U));
}

void explain_nothing(const Report& report) {
    const bool comments = report.text.find('#') != std::string_view::npos;
    report.error(report.span(0, 0), comments ? "the file holds nothing but comments" : "the file is empty", "",
                 "`planc init` writes a first plan");
}

void explain_error(const Report& report, const Cursor&, std::span<const Frame>, std::size_t at,
                   std::string_view message) {
    report.error(report.span(at, at), std::string(message));
}

} // namespace planc
