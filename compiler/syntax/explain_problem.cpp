// yaml-cpp's problems in our words.
#include "syntax/explain_problem.h"

#include "diagnostics/suggestion.h"

#include <yaml-cpp/exceptions.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace planc {

namespace {

namespace problems = YAML::ErrorMsg;

/// The character at `at`, all its bytes.
std::string_view character(std::string_view text, std::size_t at) {
    std::size_t end = std::min(at + 1, text.size());
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    return text.substr(std::min(at, text.size()), end - std::min(at, text.size()));
}

std::string_view rest_of_line(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    return text.substr(at, std::min(text.find_first_of("\r\n", at), text.size()) - at);
}

/// The word at `at`, to the next blank or bracket.
Span word(const SyntaxReport& report, std::size_t at) {
    Cursor cursor(report.text, 0);
    cursor.consume_to(std::min(at, report.text.size()));
    return report.span(at, cursor.done() ? at : cursor.name_end());
}

void explain_alias(const Reading& reading, std::size_t at) {
    const SyntaxReport& report = reading.report;
    const Span place = word(report, at);
    const std::string_view name = report.text.substr(place.begin, place.end - place.begin);
    Diagnostic& made = report.error(place, fmt::format("no `&{}` stands before the alias `{}`", name.substr(1), name));
    const std::vector<std::string_view> known(reading.anchors.begin(), reading.anchors.end());
    made.help = did_you_mean(name.substr(1), known);
    if (made.help.empty()) made.help = "put text that begins with `*` in quotes";
}

void explain_bad_escape(const SyntaxReport& report, std::size_t at) {
    const std::size_t backslash = report.text.substr(0, at).rfind('\\');
    if (backslash == std::string_view::npos) return explain_escape(report, at, at);
    const std::size_t letter = backslash + 1;
    const std::string_view width = "x2u4U8";
    const std::size_t kind = letter < report.text.size() ? width.find(report.text[letter]) : std::string_view::npos;
    if (kind == std::string_view::npos || kind % 2 != 0) // a digit is no letter
        return explain_escape(report, backslash, letter + character(report.text, letter).size());
    std::size_t end = letter + 1 + static_cast<std::size_t>(width[kind + 1] - '0');
    const std::size_t wanted = end;
    end = std::min({end, report.text.size(), report.text.find_first_of("\"\r\n", letter)});
    const std::string_view digits = report.text.substr(letter + 1, end - letter - 1);
    const bool number = end == wanted && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    report.error(report.span(backslash, end),
                 fmt::format("`{}` stands for no character", report.text.substr(backslash, end - backslash)),
                 number ? "no character has this number"
                        : fmt::format("expected {} hexadecimal digits", width[kind + 1]),
                 "write the character itself");
}

} // namespace

bool explain_problem(const Reading& reading, std::size_t at, std::string_view problem) {
    const SyntaxReport& report = reading.report;
    const std::string_view text = report.text;
    const Span here = report.span(at, at + character(text, at).size());
    if (problem == problems::UNKNOWN_ANCHOR) {
        explain_alias(reading, at);
    } else if (problem == problems::ALIAS_NOT_FOUND || problem == problems::ANCHOR_NOT_FOUND) {
        const char mark = at > 0 ? text[at - 1] : '*';
        report.error(report.span(at - 1, at), fmt::format("there is no name after this `{}`", mark), "",
                     fmt::format("put text that begins with `{}` in quotes", mark));
    } else if (problem == problems::CHAR_IN_ALIAS || problem == problems::CHAR_IN_ANCHOR) {
        report.error(here, fmt::format("`{}` cannot stand in the name of an anchor", character(text, at)), "",
                     "put text that begins with `&` or `*` in quotes");
    } else if (problem == problems::MULTIPLE_ANCHORS || problem == problems::MULTIPLE_TAGS) {
        report.error(word(report, at), "a second name or tag for one value", "", "keep one of them");
    } else if (problem.starts_with(problems::INVALID_ESCAPE) || problem == problems::INVALID_HEX ||
               problem.starts_with(problems::INVALID_UNICODE)) {
        explain_bad_escape(report, at);
    } else if (problem == problems::CHAR_IN_BLOCK) {
        report.error(report.span(at, at + rest_of_line(text, at).size()), "text stands on the line of the `|` or `>`",
                     "expected the end of the line", "begin the text on the next line, indented");
    } else if (problem == problems::ZERO_INDENT_IN_BLOCK) {
        report.error(report.span(at - 1, at), "a block text cannot be indented by 0", "", "leave the number out");
    } else if (problem == problems::CHAR_IN_TAG_HANDLE || problem == problems::TAG_WITH_NO_SUFFIX ||
               problem == problems::END_OF_VERBATIM_TAG) {
        const std::size_t mark = text.substr(0, at).rfind('!');
        report.error(word(report, mark == std::string_view::npos ? at : mark), "text that begins with `!` is a tag", "",
                     "put the text in quotes");
    } else if (problem.find("directive") != std::string_view::npos || problem.starts_with(problems::YAML_VERSION) ||
               problem == problems::YAML_MAJOR_VERSION) {
        report.error(report.span(at, at + rest_of_line(text, at).size()), "this directive means nothing in a plan", "",
                     "delete the line; of directives, a plan may only have `%YAML 1.2`");
    } else if (problem == problems::UNKNOWN_TOKEN && at < text.size()) {
        const bool block = text[at] == '|' || text[at] == '>';
        report.error(here, fmt::format("a text cannot begin with `{}`", character(text, at)),
                     block ? "a block text cannot stand in brackets" : "", "put the text in quotes");
    } else {
        return false;
    }
    return true;
}

} // namespace planc
