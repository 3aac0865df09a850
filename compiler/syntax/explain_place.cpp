// Explaining by the place: open brackets, indentation, and what was expected.
#include "syntax/explain_problem.h"

#include "syntax/rough_tokens.h"

#include <yaml-cpp/exceptions.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace planc {

namespace {

namespace problems = YAML::ErrorMsg;

constexpr std::size_t longest_quotation = 40;

/// What stands at `at`, short enough to be quoted.
Span thing_at(const SyntaxReport& report, std::size_t at) {
    const std::vector<RoughToken> tokens = rough_tokens(report.text, std::min(at, report.text.size()), at, 0);
    if (tokens.empty()) return report.span(at, at);
    const std::size_t line = std::min(report.text.find_first_of("\r\n", tokens[0].begin), report.text.size());
    return report.span(tokens[0].begin, std::min(tokens[0].end, line));
}

std::string quoted(const SyntaxReport& report, Span span) {
    const std::string_view text = report.text.substr(span.begin, span.end - span.begin);
    return text.size() <= longest_quotation ? fmt::format("`{}`", text) : std::string("this text");
}

/// Bytes of the brackets open before `at`, outermost first; `before` is the indicator right before `at`, or a space.
std::vector<std::size_t> open_brackets(const Reading& reading, std::size_t at, char& before) {
    before = ' ';
    std::vector<std::size_t> open;
    for (const Frame& frame : reading.frames)
        if (frame.shape == Shape::flow_sequence || frame.shape == Shape::flow_mapping) open.push_back(frame.begin);
    const std::size_t from = reading.cursor.at();
    for (const RoughToken& token : rough_tokens(reading.report.text, from, at, open.size())) {
        if (token.begin >= at) break;
        const char c = before = token.kind == RoughKind::mark ? reading.report.text[token.begin] : ' ';
        if (c == '[' || c == '{') open.push_back(token.begin);
        if ((c == ']' || c == '}') && !open.empty()) open.pop_back();
    }
    return open;
}

char closing(char bracket) { return bracket == '[' ? ']' : '}'; }

void explain_never_closed(const SyntaxReport& report, std::size_t bracket, std::size_t at) {
    const char c = report.text[bracket];
    Diagnostic& made = report.error(report.span(bracket, bracket + 1), fmt::format("this `{}` is never closed", c), "",
                                    fmt::format("put `{}` behind its last entry", closing(c)));
    if (at < report.text.size()) made.others.push_back({thing_at(report, at), "this is read as part of it"});
}

void explain_bracket(const Reading& reading, std::size_t bracket, char before, std::size_t at,
                     std::string_view problem) {
    const SyntaxReport& report = reading.report;
    const char open = report.text[bracket];
    const Cursor cursor(report.text, 0);
    const bool at_end = report.text.find_first_not_of(" \t\r\n", at) == std::string_view::npos;
    const Span thing = thing_at(report, at);
    if (problem == problems::FLOW_END) {
        const char wrong = report.text[at];
        Diagnostic& made =
            report.error(report.span(at, at + 1), fmt::format("`{}` cannot close what `{}` opened", wrong, open),
                         fmt::format("expected `{}`", closing(open)));
        made.others.push_back({report.span(bracket, bracket + 1), "opened here"});
        return;
    }
    // A new line with a key of its own, or a dash, was hardly meant to be inside the bracket.
    const bool new_line = !cursor.same_line(bracket, at);
    if (at_end || (new_line && (report.text[at] == ':' || report.text[at] == '-')))
        return explain_never_closed(report, bracket, at_end ? report.text.size() : at);
    if (problem == problems::BLOCK_ENTRY) {
        report.error(thing, fmt::format("a list with dashes cannot stand inside `{} {}`", open, closing(open)), "",
                     "write `[a, b]`, or put text that begins with `- ` in quotes");
        return;
    }
    if (open == '{' && (before == '{' || before == ',') && report.text[thing.begin] != ':')
        return explain_missing_colon(report, thing);
    Diagnostic& made =
        report.error(thing, fmt::format("expected `,` or `{}` before {}", closing(open), quoted(report, thing)),
                     fmt::format("expected `,` or `{}`", closing(open)));
    made.others.push_back({report.span(bracket, bracket + 1), "inside this bracket"});
    if (open == '{' && report.text[thing.begin] != ':' && problem == problems::END_OF_MAP_FLOW)
        made.help = "every entry in `{ }` is a key, `: ` with a space, and a value";
}

/// The columns at which a line may begin here: those of the open collections, and of the last line.
std::vector<std::size_t> known_columns(const Reading& reading) {
    std::vector<std::size_t> known;
    for (const Frame& frame : reading.frames)
        if (!is_flow(frame.shape)) known.push_back(frame.column);
    const std::size_t last = reading.cursor.last_end();
    if (last > 0) {
        const std::size_t line = last - 1 - reading.cursor.column(last - 1);
        known.push_back(reading.report.text.find_first_not_of(' ', line) - line);
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    return known;
}

std::string alternatives(const std::vector<std::size_t>& numbers) {
    std::string list;
    for (std::size_t at = 0; at < numbers.size(); ++at)
        list += fmt::format("{}{}", at == 0 ? "" : at + 1 == numbers.size() ? " or " : ", ", numbers[at]);
    return list;
}

/// A line that does not go on with the collection it stands in.
void explain_line(const Reading& reading, std::size_t at, std::string_view expected) {
    const SyntaxReport& report = reading.report;
    const Span thing = thing_at(report, at);
    const std::size_t column = reading.cursor.column(thing.begin);
    const std::string_view before = report.text.substr(thing.begin - column, column);
    const bool begins_line = before.find_first_not_of(" \t") == std::string_view::npos;
    const bool dash = report.text[thing.begin] == '-';
    if (!begins_line || reading.frames.empty()) {
        if (expected.empty()) expected = "the end of the line";
        report.error(thing, fmt::format("{} does not belong here", quoted(report, thing)),
                     fmt::format("expected {}", expected));
        return;
    }
    const std::vector<std::size_t> known = known_columns(reading);
    if (std::find(known.begin(), known.end(), column) == known.end()) {
        report.error(thing,
                     fmt::format("this line is indented by {} space{}, which fits no line above it", column,
                                 column == 1 ? "" : "s"),
                     fmt::format("expected {} spaces", alternatives(known)));
        return;
    }
    const Frame& frame = reading.frames.back();
    const bool among_keys = frame.shape == Shape::block_mapping && frame.column == column;
    if (dash) {
        Diagnostic& made = report.error(thing, "a list item stands among keys", "expected a key and `: `",
                                        "give the list a key of its own");
        if (among_keys) made.others.push_back({report.span(frame.begin, frame.begin), "the keys begin here"});
        return;
    }
    if (among_keys && std::string_view("[{|>\"'*&").find(report.text[thing.begin]) != std::string_view::npos) {
        report.error(thing, "a value stands where a key should", "expected a key and `: `",
                     "indent it deeper than the key it belongs to");
        return;
    }
    if (among_keys) return explain_missing_colon(report, thing);
    report.error(thing, fmt::format("{} stands among list items", quoted(report, thing)), "expected `- ` before it",
                 "indent it deeper than the dash if it belongs to the item, less if the list has ended");
}

} // namespace

void explain_place(const Reading& reading, std::size_t at, std::string_view problem, std::string_view expected) {
    const SyntaxReport& report = reading.report;
    const std::string_view text = report.text;
    char before = ' ';
    const std::vector<std::size_t> brackets = open_brackets(reading, at, before);
    if (!brackets.empty()) return explain_bracket(reading, brackets.back(), before, at, problem);
    const Span thing = thing_at(report, at);
    if (problem == problems::FLOW_END) {
        report.error(report.span(at, at + 1), fmt::format("this `{}` closes nothing", text[at]), "",
                     "delete it, or put the text in quotes");
    } else if (problem == problems::BLOCK_ENTRY) {
        report.error(thing, "a list item cannot begin here", "expected a text",
                     "begin the list on the next line, or put text that begins with `- ` in quotes");
    } else if (problem == problems::MAP_KEY) {
        report.error(thing, "a text cannot begin with `? `", "", "put the text in quotes");
    } else if (problem == problems::MAP_VALUE) {
        Diagnostic& made =
            report.error(thing, "this `:` ends no key", "", "put the text in quotes if the `:` belongs to it");
        made.notes.push_back("a key stands on one line and has at most 1024 bytes");
    } else {
        explain_line(reading, at, expected);
    }
}

} // namespace planc
