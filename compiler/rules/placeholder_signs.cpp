// Signs in place of words: `____`, `xxx`, `???`, `X月X日`, `vX.Y.Z`, a link that was cut short.
#include "rules/placeholder_parts.h"

#include <array>

namespace planc {

namespace {

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

std::size_t back_over_blanks(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    return at;
}

/// `____` and `＿＿＿` to be filled in by hand; shorter runs stand in names. A line of nothing else is a rule of
/// Markdown.
std::optional<Placeholder> blank_at(std::string_view text, std::size_t at) {
    const bool wide = text[at] != '_';
    const std::string_view sign = wide ? "＿" : "_";
    const std::size_t length = run_length(text, at, sign);
    const Placeholder match{at, at + length};
    if (length < (wide ? 3 * sign.size() : 4) || !is_whole_word(text, match)) return std::nullopt;
    const std::string_view before = sign_before(text, match);
    const std::string_view after = sign_behind(text, match);
    const bool line_alone = (before.empty() || before == "\n") && (after.empty() || after == "\n");
    if (line_alone && text.find('\n') != std::string_view::npos) return std::nullopt;
    return match;
}

bool is_x(std::string_view text, std::size_t at) { return at < text.size() && (text[at] == 'x' || text[at] == 'X'); }

std::size_t past_x(std::string_view text, std::size_t at) {
    while (is_x(text, at)) ++at;
    return at;
}

/// `X月X日`, `xxxx年xx月xx日`, `12月XX日`
std::optional<Placeholder> date_at(std::string_view text, std::size_t at) {
    if (at > 0 && is_word_byte(text[at - 1])) return std::nullopt;
    std::size_t parts = 0;
    std::size_t end = at;
    for (std::size_t next = at; is_x(text, next); next = past_blanks(text, end)) {
        const std::size_t unit = past_blanks(text, past_x(text, next));
        const std::string_view character = character_at(text, unit);
        if (!is_one_of(character, "年月日号")) break;
        end = unit + character.size();
        ++parts;
    }
    const bool day_alone = parts == 1 && is_one_of(character_before(text, back_over_blanks(text, at)), "月") &&
                           is_one_of(character_before(text, end), "日号");
    return parts > 1 || day_alone ? std::optional(Placeholder{at, end}) : std::nullopt;
}

/// `vX.Y.Z`, `x.x.x`
std::optional<Placeholder> version_at(std::string_view text, std::size_t at) {
    constexpr std::string_view letters = "xyzXYZ";
    if (at + 5 > text.size() || text[at + 1] != '.' || text[at + 3] != '.') return std::nullopt;
    if (letters.find(text[at + 2]) == std::string_view::npos || letters.find(text[at + 4]) == std::string_view::npos)
        return std::nullopt;
    std::size_t begin = back_over_blanks(text, at);
    const bool marked = begin > 0 && (text[begin - 1] == 'v' || text[begin - 1] == 'V');
    begin = marked ? begin - 1 : at;
    const Placeholder match{begin, at + 5};
    if (!is_whole_word(text, match) || tells_a_format(text, begin)) return std::nullopt;
    return is_all_said(text, match) ? std::optional(match) : std::nullopt;
}

/// `https://xxx.com/shop`
std::optional<Placeholder> address_at(std::string_view text, std::size_t at) {
    if (!text.substr(0, at).ends_with("://") || past_x(text, at) - at < 3) return std::nullopt;
    std::size_t begin = at - 3;
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    std::size_t end = at;
    while (end < text.size() && (is_word_byte(text[end]) || is_one_of(text.substr(end, 1), "./-_"))) ++end;
    return Placeholder{begin, end};
}

/// `xxx` and `???` that stand for themselves, not in a path or a name.
std::optional<Placeholder> filler_at(std::string_view text, std::size_t at) {
    const std::size_t length = run_length(text, at, text.substr(at, 1));
    const Placeholder match{at, at + length};
    if (length < 3) return std::nullopt;
    const std::string_view before = character_before(text, match.begin);
    const std::string_view after = character_at(text, match.end);
    if (is_letter(before) || is_letter(after)) return std::nullopt;
    if (is_one_of(before, "/\\-_.*#") || is_one_of(after, "/\\-_*#")) return std::nullopt;
    if (text[at] == '?' && !is_all_said(text, match)) return std::nullopt;
    return match;
}

constexpr std::size_t longest_link = 300;

/// A link that was cut short: `https://example.com/...`.
std::optional<Placeholder> cut_link_at(std::string_view text, std::size_t at, std::size_t end) {
    if (end < text.size() && (is_word_byte(text[end]) || is_one_of(text.substr(end, 1), "/-_"))) return std::nullopt;
    std::size_t begin = at;
    while (begin > 0 && at - begin<longest_link&& static_cast<unsigned char>(text[begin - 1])> ' ' &&
           static_cast<unsigned char>(text[begin - 1]) < 0x80)
        --begin;
    const std::size_t scheme = text.substr(begin, at - begin).find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    std::size_t first = begin + scheme;
    while (first > begin && is_word_byte(text[first - 1])) --first;
    return Placeholder{first, end};
}

/// `……` that is the whole text.
std::optional<Placeholder> dots_at(std::string_view text, std::size_t at, TextPlace place) {
    const bool ascii = text[at] == '.';
    const std::size_t length = run_length(text, at, ascii ? "." : "…");
    if (length == 0 || (ascii && length < 3)) return std::nullopt;
    const Placeholder match{at, at + length};
    if (auto link = cut_link_at(text, at, match.end)) return link;
    const bool all = sign_before(text, match).empty() && sign_behind(text, match).empty();
    return all && place == TextPlace::prose ? std::optional(match) : std::nullopt;
}

} // namespace

bool is_one_of(std::string_view character, std::string_view signs) {
    return !character.empty() && signs.find(character) != std::string_view::npos;
}

std::size_t run_length(std::string_view text, std::size_t at, std::string_view sign) {
    std::size_t end = at;
    while (text.substr(end).starts_with(sign)) end += sign.size();
    return end - at;
}

bool is_whole_word(std::string_view text, Placeholder match) {
    return (match.begin == 0 || !is_word_byte(text[match.begin - 1])) &&
           (match.end >= text.size() || !is_word_byte(text[match.end]));
}

std::string_view sign_before(std::string_view text, Placeholder match) {
    return character_before(text, back_over_blanks(text, match.begin));
}

std::string_view sign_behind(std::string_view text, Placeholder match) {
    return character_at(text, past_blanks(text, match.end));
}

bool is_all_said(std::string_view text, Placeholder match) {
    const std::string_view before = sign_before(text, match);
    const std::string_view after = sign_behind(text, match);
    return (before.empty() || is_one_of(before, "\n:：(（[【［|-—–=*")) &&
           (after.empty() || is_one_of(after, "\n)）]】］|.。,，;；/?？!！*"));
}

std::optional<Placeholder> placeholder_sign_at(std::string_view text, std::size_t at, TextPlace place) {
    switch (text[at]) {
    case '_':
    case '\xEF':
        return place == TextPlace::form || place == TextPlace::cell ? std::nullopt : blank_at(text, at);
    case 'x':
    case 'X':
        for (const auto find : {date_at, version_at, address_at, filler_at}) {
            if (auto match = find(text, at)) return match;
        }
        return std::nullopt;
    case '?':
        return filler_at(text, at);
    default:
        return dots_at(text, at, place);
    }
}

} // namespace planc
