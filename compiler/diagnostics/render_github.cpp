// Annotations of GitHub Actions, after the text that people read in the log.
#include "diagnostics/render.h"

#include "diagnostics/places.h"
#include "diagnostics/remarks.h"
#include "diagnostics/visible.h"
#include "source/fingerprint.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

namespace planc {
namespace {

std::string_view command_of(Severity severity) { return severity == Severity::info ? "notice" : name(severity); }

/// As the runner reads it back; in a property, `:` and `,` would end it.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
            fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
        else
            out += c;
    }
    return out;
}

/// What is said goes into a log that people read; its lines stay.
std::string message_of(std::string_view text) {
    std::string out;
    for (;;) {
        const std::size_t end = text.find('\n');
        out += escaped(visible(text.substr(0, end), false), false);
        if (end == std::string_view::npos) return out;
        out += "%0A";
        text.remove_prefix(end + 1);
    }
}

/// A word that ends no line of the text: only a line with the mark of a command could, and none of those holds the hash
/// of all of them.
std::string token_for(std::string_view text) {
    std::string commands;
    std::array<std::size_t, 2> next{};
    for (std::size_t at = 0; at < text.size();) {
        constexpr std::array<std::string_view, 2> marks{"::", "##["};
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (next[i] <= at) next[i] = text.find(marks[i], at);
        const std::size_t mark = std::min(next[0], next[1]);
        if (mark == std::string_view::npos) break;
        const std::size_t begin = text.rfind('\n', mark) + 1; // of the first line, 0
        at = std::min(text.find('\n', mark), text.size() - 1) + 1;
        commands += text.substr(begin, at - begin);
    }
    return hash_in_hex(commands);
}

std::string place_of(Span span, const Files& files) {
    if (!has_place(span, files)) return {};
    const auto [begin, end] = region_of(without_empty_tail(span, files), files);
    std::string out = fmt::format(",line={},endLine={}", begin.line, end.line);
    // Columns of a place over several lines are refused.
    if (begin.line == end.line) out += fmt::format(",col={},endColumn={}", begin.column, end.column);
    return out;
}

} // namespace

std::string render_github(std::string_view text, const Diagnostics& diagnostics, const Files& files,
                          const RunFacts& facts) {
    std::string out;
    if (!text.empty()) {
        const std::string token = token_for(text);
        out = fmt::format("::stop-commands::{}\n{}{}::{}::\n", token, text, text.ends_with('\n') ? "" : "\n", token);
    }
    for (const std::string& one : facts.unreadable) out += fmt::format("::error title=planc::{}\n", message_of(one));
    std::vector<const Diagnostic*> worst_first;
    for (const Diagnostic& one : diagnostics) worst_first.push_back(&one);
    std::stable_sort(worst_first.begin(), worst_first.end(),
                     [](const Diagnostic* a, const Diagnostic* b) { return a->severity > b->severity; });
    std::vector<std::string> paths;
    for (const std::string& path : facts.paths) paths.push_back(escaped(visible(path, false), true));
    for (const Diagnostic* const one : worst_first) {
        const Span span = one->span;
        fmt::format_to(std::back_inserter(out), "::{} ", command_of(one->severity));
        if (span.file < paths.size())
            fmt::format_to(std::back_inserter(out), "file={}{},", paths[span.file], place_of(span, files));
        fmt::format_to(std::back_inserter(out), "title={}::{}\n", one->rule,
                       message_of(message_with_places(*one, files)));
    }
    return out;
}

} // namespace planc
