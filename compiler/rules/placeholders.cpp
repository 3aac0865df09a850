#include "rules/placeholders.h"

#include "rules/placeholder_parts.h"

#include <algorithm>

namespace planc {

namespace {

constexpr Openings openings{"tb", "to", "fi", "lo", "pl", "yy", "x",  "__", "??", "..",
                            "…",  "待", "占", "某", "【", "［", "＿", "[",  "<"};

/// `「待定」`, `“TBD”`: what a screen shows, not what the plan lacks.
bool is_cited(std::string_view text, Placeholder match) {
    return is_one_of(character_before(text, match.begin), "\"'「『“‘《") &&
           is_one_of(character_at(text, match.end), "\"'」』”’》");
}

/// `姓名：[姓名]` in a block that only keeps the layout, as lists of people often stand: no code is Chinese.
bool is_no_code(std::string_view text, Placeholder match) {
    const bool chinese = static_cast<unsigned char>(text[match.begin + 1]) >= 0x80;
    if (text[match.begin] != '[' || !chinese || !is_one_of(sign_before(text, match), ":：]")) return false;
    constexpr std::size_t longest_way_back = 300;
    const std::size_t reach = std::min(match.begin, longest_way_back);
    const std::string_view before = text.substr(match.begin - reach, reach);
    const std::size_t line = before.rfind('\n');
    const std::size_t quote = before.rfind('`');
    return quote == std::string_view::npos || (line != std::string_view::npos && quote < line);
}

std::optional<Placeholder> match_at(std::string_view text, std::size_t at, TextPlace place) {
    switch (text[at]) {
    case '[':
    case '<':
    case '\xE3':
        return bracketed_placeholder_at(text, at, place);
    case '\xEF':
        if (!text.substr(at).starts_with("＿")) return bracketed_placeholder_at(text, at, place);
        [[fallthrough]];
    case '_':
    case 'x':
    case 'X':
    case '?':
    case '.':
    case '\xE2':
        return placeholder_sign_at(text, at, place);
    default:
        return placeholder_word_at(text, at, place);
    }
}

/// Where to look on: behind a run of one sign, which is one thing.
std::size_t past(std::string_view text, std::size_t at) {
    const char byte = text[at];
    const bool runs = byte == '_' || byte == 'x' || byte == 'X' || byte == '?' || byte == '.';
    if (runs) return at + run_length(text, at, text.substr(at, 1));
    for (const std::string_view sign : {"＿", "…"}) {
        if (text.substr(at).starts_with(sign)) return at + run_length(text, at, sign);
    }
    return at + 1;
}

} // namespace

std::vector<Placeholder> find_placeholders(std::string_view text, TextPlace place) {
    std::vector<Placeholder> found;
    CodeMarks code(text);
    for (std::size_t at = openings.next(text, 0); at < text.size();) {
        const std::optional<Placeholder> match = match_at(text, at, place);
        std::size_t next = past(text, at);
        if (match && !is_cited(text, *match) && (!code.in_code(match->begin) || is_no_code(text, *match))) {
            if (found.empty() || found.back().end <= match->begin) found.push_back(*match);
            next = std::max(next, match->end);
        }
        at = openings.next(text, next);
    }
    return found;
}

} // namespace planc
