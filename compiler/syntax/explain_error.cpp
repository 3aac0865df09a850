// Finding what is behind an error: first what people get wrong, told by the text around it, then what yaml-cpp met.
#include "syntax/explain.h"

#include "syntax/explain_problem.h"
#include "syntax/rough_tokens.h"

#include <fmt/format.h>

#include <algorithm>

namespace planc {

namespace {

constexpr std::string_view full_width_colon = "：";
constexpr std::string_view full_width_comma = "，";

/// The error and the source around it.
struct Scene {
    const SyntaxReport& report;
    std::vector<RoughToken> tokens;
    std::size_t error; // index of the token at the error; tokens.size() if it is at the end of the file
    std::size_t read;  // bytes before this have been read and are good
    std::size_t place; // byte of the error

    std::string_view text(const RoughToken& token) const {
        return report.text.substr(token.begin, token.end - token.begin);
    }
    bool is(std::size_t token, char mark) const {
        return token < tokens.size() && tokens[token].kind == RoughKind::mark &&
               report.text[tokens[token].begin] == mark;
    }
    bool is(std::size_t token, RoughKind kind) const { return token < tokens.size() && tokens[token].kind == kind; }
    bool same_line(std::size_t a, std::size_t b) const {
        return report.text.substr(a, b - a).find_first_of("\r\n") == std::string_view::npos;
    }
};

bool tell_tab(const Scene& scene, std::size_t from, std::size_t at) {
    const std::string_view text = scene.report.text;
    std::size_t line = Cursor(text, 0).column(std::min(from, text.size()));
    line = std::min(from, text.size()) - line;
    const std::size_t until = std::min(text.find_first_of("\r\n", std::min(at, text.size())), text.size());
    while (line < until) {
        const std::size_t spaces = std::min(text.find_first_not_of(' ', line), text.size());
        const std::size_t something = std::min(text.find_first_not_of(" \t", line), text.size());
        const bool blank = something >= text.size() || is_break(text[something]) || text[something] == '#';
        if (spaces < text.size() && text[spaces] == '\t' && !blank && spaces >= from) {
            explain_tab(scene.report, spaces);
            return true;
        }
        line = text.find_first_of("\r\n", line);
        if (line == std::string_view::npos) return false;
        ++line;
    }
    return false;
}

/// A quote that is never closed, or that closes where the next one was meant to open.
bool tell_open_quote(const Scene& scene) {
    for (std::size_t at = 0; at < scene.tokens.size(); ++at) {
        const RoughToken& token = scene.tokens[at];
        if (token.kind != RoughKind::quoted) continue;
        const std::size_t line_end = std::min(scene.report.text.find_first_of("\r\n", token.begin), token.end);
        const char quote = scene.report.text[token.begin];
        if (!token.closed) {
            scene.report.error(scene.report.span(token.begin, token.begin + 1),
                               fmt::format("the quote `{}` that opens here is never closed", quote),
                               "no closing quote in the rest of the file", "close it at the end of the text");
            return true;
        }
        const bool text_follows = at + 1 == scene.error && scene.error < scene.tokens.size() &&
                                  scene.same_line(token.end, scene.tokens[scene.error].begin) &&
                                  scene.tokens[scene.error].kind != RoughKind::mark;
        if (!text_follows) continue;
        if (line_end < token.end) {
            Diagnostic& made = scene.report.error(scene.report.span(token.begin, line_end),
                                                  fmt::format("the quote `{}` is not closed on its line", quote),
                                                  "opened here", fmt::format("put `{}` at the end of the text", quote));
            made.others.push_back({scene.report.span(token.end - 1, token.end), "so it ends only here"});
        } else {
            Diagnostic& made = scene.report.error(
                scene.report.span(scene.tokens[scene.error].begin, scene.tokens[scene.error].end),
                "text goes on after a closing quote", "expected the end of the line, `,` or a bracket",
                quote == '\'' ? "write `''` for an apostrophe inside single quotes"
                              : "write `\\\"` for a quote inside double quotes");
            made.others.push_back({scene.report.span(token.end - 1, token.end), "the quote closes here"});
        }
        return true;
    }
    return false;
}

/// Chinese punctuation where YAML's was meant.
bool tell_full_width(const Scene& scene, bool in_flow) {
    for (std::size_t at = 0; at < scene.tokens.size() && at <= scene.error; ++at) {
        const RoughToken& token = scene.tokens[at];
        if (token.kind != RoughKind::plain) continue;
        const std::string_view text = scene.text(token);
        const bool is_key = scene.is(at + 1, ':');
        const bool is_value =
            at > 0 && scene.is(at - 1, ':') && scene.same_line(scene.tokens[at - 1].begin, token.begin);
        if (in_flow && is_key && text.find(full_width_comma) != std::string_view::npos) {
            const std::size_t comma = token.begin + text.find(full_width_comma);
            scene.report.error(scene.report.span(comma, comma + full_width_comma.size()),
                               "the full-width comma `，` does not separate two entries", "only the ASCII `,` does",
                               "write `, ` in its place");
            return true;
        }
        if (is_key && is_value && (text.starts_with("“") || text.starts_with("「") || text.starts_with("‘"))) {
            scene.report.error(scene.report.span(token.begin, token.begin + 3),
                               fmt::format("the quotation mark `{}` does not quote text in YAML", text.substr(0, 3)),
                               "so the `: ` behind it is taken for a key's", "put ASCII quotes around the text");
            return true;
        }
        const std::size_t wide = text.find(full_width_colon);
        const bool key_like = token.end > scene.read && (token.first_in_line || in_flow);
        if (wide != std::string_view::npos && wide > 0 && key_like && !is_key && !is_value) {
            explain_missing_colon(scene.report, scene.report.span(token.begin, token.end));
            return true;
        }
    }
    return false;
}

/// `a: b: c`, and a key that is indented so that it goes on with the text before it.
bool tell_extra_colon(const Scene& scene, bool in_flow) {
    const std::size_t colon = scene.error;
    if (!scene.is(colon, ':') || colon == 0) return false;
    const RoughToken& key = scene.tokens[colon - 1];
    const std::size_t at = scene.tokens[colon].begin;
    if (colon >= 2 && scene.is(colon - 2, ':') && scene.same_line(scene.tokens[colon - 2].begin, at)) {
        Diagnostic& made =
            scene.report.error(scene.report.span(at, at + 1), "a second `: ` in one line",
                               "a value cannot be a key too", "put the text in quotes if the `: ` belongs to it");
        made.others.push_back(
            {scene.report.span(scene.tokens[colon - 2].begin, scene.tokens[colon - 2].end), "the first"});
        return true;
    }
    if (key.kind == RoughKind::quoted && !scene.same_line(key.begin, key.end)) return false;
    if (in_flow || !key.first_in_line || colon < 2) return false;
    const RoughToken& before = scene.tokens[colon - 2];
    if (before.kind != RoughKind::plain || scene.same_line(before.begin, key.begin)) return false;
    if (before.first_in_line) { // a line that was meant to be `key: value`
        explain_missing_colon(scene.report, scene.report.span(before.begin, before.end));
        return true;
    }
    Diagnostic& made = scene.report.error(
        scene.report.span(key.begin, key.end),
        fmt::format("`{}` is indented so that it goes on with the text of the line before", scene.text(key)),
        "a key cannot stand in the middle of a text", "indent it like the key of that line");
    made.others.push_back({scene.report.span(before.begin, before.end), "this text"});
    return true;
}

/// `{a:{b: c}}`
bool tell_missing_space(const Scene& scene) {
    if (scene.error == 0 || scene.error >= scene.tokens.size() || !scene.is(scene.error - 1, ':')) return false;
    const RoughToken& colon = scene.tokens[scene.error - 1];
    if (colon.end != scene.tokens[scene.error].begin) return false;
    scene.report.error(scene.report.span(colon.begin, colon.end), "there is no space after this `:`",
                       "so it does not end the key", "write `: `");
    return true;
}

/// True if the line has been found to be no YAML already, which is likely the cause.
bool told_on_this_line(const SyntaxReport& report, std::size_t at) {
    return std::any_of(report.diagnostics.begin(), report.diagnostics.end(), [&](const Diagnostic& told) {
        return told.rule == "bad-syntax" && told.span.file == report.file && told.span.begin <= at &&
               report.text.substr(told.span.begin, at - told.span.begin).find_first_of("\r\n") ==
                   std::string_view::npos;
    });
}

/// More text behind `&name` or a tag on the next line: yaml-cpp asks for more indentation than YAML does.
bool tell_text_behind_property(const Scene& scene, const Reading& reading) {
    const bool at_root = reading.frames.empty();
    if (!at_root && is_flow(reading.frames.back().shape)) return false;
    const std::string_view text = scene.report.text;
    for (std::size_t at = 1; at < scene.tokens.size() && at <= scene.error; ++at) {
        const RoughToken& property = scene.tokens[at - 1];
        const RoughToken& token = scene.tokens[at];
        if (property.kind != RoughKind::property) continue;
        // Good text by our own reading, so that only yaml-cpp's wish can be behind an error in it.
        std::size_t more = token.kind == RoughKind::block && at == scene.error ? scene.place : text.size();
        for (std::size_t line = at + 1; token.kind == RoughKind::plain && line < scene.tokens.size(); ++line) {
            if (!scene.tokens[line].first_in_line) continue;
            const std::size_t column = reading.cursor.column(scene.tokens[line].begin);
            if ((!at_root && column <= reading.frames.back().column) || scene.is(line + 1, ':')) break;
            if (column > reading.cursor.column(property.begin)) continue;
            more = scene.tokens[line].begin;
            break;
        }
        if (more >= text.size()) continue;
        const std::string_view name = scene.text(property);
        Diagnostic& made = scene.report.error(
            scene.report.span(property.begin, property.end),
            fmt::format("the text behind `{}` goes on with less indentation than `{}` has", name, name), "",
            fmt::format("indent the further lines deeper than `{}`, or put the text in quotes", name));
        made.others.push_back({scene.report.span(more, more), "it goes on here"});
        return true;
    }
    return false;
}

} // namespace

void explain_error(const Reading& reading, std::size_t at, std::string_view problem, std::string_view expected) {
    const SyntaxReport& report = reading.report;
    const std::size_t from = std::min({reading.from, reading.cursor.at(), at});
    std::size_t open = 0;
    for (const Frame& frame : reading.frames)
        if ((frame.shape == Shape::flow_sequence || frame.shape == Shape::flow_mapping) && frame.begin < from) ++open;
    Scene scene{report, rough_tokens(report.text, from, at, open), 0, reading.cursor.last_end(), at};
    while (scene.error < scene.tokens.size() && scene.tokens[scene.error].begin < at &&
           scene.tokens[scene.error].end <= at)
        ++scene.error;
    for (std::size_t token = 0; token < scene.error; ++token) {
        if (scene.is(token, '[') || scene.is(token, '{')) ++open;
        if ((scene.is(token, ']') || scene.is(token, '}')) && open > 0) --open;
    }
    const bool in_flow = open > 0;
    if (told_on_this_line(report, at) || tell_text_behind_property(scene, reading)) return;
    if (explain_problem(reading, at, problem)) return;
    if (!in_flow && tell_tab(scene, from, at)) return;
    if (tell_open_quote(scene) || tell_full_width(scene, in_flow) || tell_extra_colon(scene, in_flow) ||
        tell_missing_space(scene))
        return;
    explain_place(reading, at, problem, expected);
}

} // namespace planc
