// Directives and tags.
#include "syntax/directives.h"

#include <fmt/format.h>

#include <algorithm>

namespace planc {

namespace {

/// True for `%YAML 1.` and digits, perhaps a comment.
bool is_yaml_version(std::string_view line) {
    constexpr std::string_view name = "%YAML";
    if (!line.starts_with(name)) return false;
    line.remove_prefix(name.size());
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == 0 || begin == std::string_view::npos) return false;
    line.remove_prefix(begin);
    if (!line.starts_with("1.")) return false;
    line.remove_prefix(2);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    line.remove_prefix(digits);
    const std::size_t comment = std::min(line.find_first_not_of(" \t"), line.size());
    return digits > 0 && (comment == line.size() || (comment > 0 && line[comment] == '#'));
}

} // namespace

void check_directives(const SyntaxReport& report, Cursor& cursor) {
    cursor.skip_space();
    Span last;
    while (cursor.peek() == '%' && cursor.column(cursor.at()) == 0) {
        const std::size_t begin = cursor.at();
        const std::size_t end = std::min(cursor.text().find_first_of("\r\n", begin), cursor.text().size());
        const std::string_view line = cursor.text().substr(begin, end - begin);
        if (!is_yaml_version(line))
            report.error(report.span(begin, end), fmt::format("the directive `{}` means nothing in a plan", line), "",
                         "delete the line; of directives, a plan may only have `%YAML 1.2`");
        last = report.span(begin, end);
        cursor.consume_to(end);
        cursor.skip_space();
    }
    if (last && !cursor.at_marker("---"))
        report.error(last, "there is no `---` after this directive", "", "write `---` on the next line, or delete it");
}

void check_tag(const SyntaxReport& report, std::size_t begin, std::size_t end, NodeKind kind) {
    const std::string_view tag = report.text.substr(begin, end - begin);
    if (tag == "!!str" && (kind == NodeKind::scalar || kind == NodeKind::null)) return;
    if (tag == "!!seq" && kind == NodeKind::sequence) return;
    if (tag == "!!map" && kind == NodeKind::mapping) return;
    report.error(report.span(begin, end), fmt::format("the tag `{}` means nothing in a plan", tag), "",
                 "delete it, or put text that begins with `!` in quotes");
}

} // namespace planc
