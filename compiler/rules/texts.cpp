#include "rules/texts.h"

#include <algorithm>
#include <functional>

namespace planc {

namespace {

// Beyond these a part is not searched for, so that hostile texts cost little.
constexpr std::size_t longest_searched_text = 16384;
constexpr std::size_t longest_needle = 48;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Where the `count`th (from 0) place of `needle` is; npos if there are fewer.
std::size_t find_nth(std::string_view text, std::string_view needle, std::size_t count) {
    std::size_t at = text.find(needle);
    while (at != std::string_view::npos && count-- > 0) at = text.find(needle, at + 1);
    return at;
}

std::size_t count_of(std::string_view text, std::string_view needle) {
    std::size_t count = 0;
    for (std::size_t at = text.find(needle); at != std::string_view::npos; at = text.find(needle, at + 1)) ++count;
    return count;
}

} // namespace

Span part_of(const Files& files, const Text& text, std::size_t begin, std::size_t end) {
    const File& file = files.at(text.span);
    const std::string_view source = file.text();
    const char* data = text.value.data();
    const auto from = [&text](std::size_t first, std::size_t last) {
        return Span{text.span.file, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
    };
    // A text that needed no unescaping is a view into its file.
    const bool in_place =
        !std::less<>{}(data, source.data()) && !std::less<>{}(source.data() + source.size(), data + text.value.size());
    if (in_place) {
        const auto offset = static_cast<std::size_t>(data - source.data());
        return from(offset + begin, offset + end);
    }
    // Otherwise it reads as in the file but for line breaks and escapes.
    const std::string_view written = file.text(text.span);
    const std::string_view words = text.value.substr(begin, end - begin);
    const std::string_view needle = words.substr(0, longest_needle);
    if (written.size() > longest_searched_text || needle.empty()) return text.span;
    if (count_of(written, needle) != count_of(text.value, needle)) return text.span;
    const std::size_t place = find_nth(written, needle, count_of(text.value.substr(0, begin), needle));
    if (place == std::string_view::npos || !written.substr(place).starts_with(words)) return text.span;
    return from(text.span.begin + place, text.span.begin + place + words.size());
}

bool has_word_at(std::string_view text, std::size_t at, std::string_view word) {
    if (at > text.size() || text.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char byte = text[at + i];
        const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        if (lower != word[i]) return false;
    }
    return true;
}

bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

std::string_view character_before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 4) {
        --begin;
        if (!continues_character(text[begin])) break;
    }
    return text.substr(begin, at - begin);
}

std::string_view character_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 4 && (end == at || continues_character(text[end]))) ++end;
    return text.substr(at, end - at);
}

bool is_letter(std::string_view character) {
    if (character.empty()) return false;
    if (character.size() == 1) return is_word_byte(character.front());
    // General and CJK punctuation, and the full-width forms of ASCII signs.
    const auto starts = [character](std::string_view prefix) { return character.starts_with(prefix); };
    return !starts("\xE2\x80") && !starts("\xE3\x80") && !starts("\xEF\xBC") && !starts("\xEF\xBD") && !starts("\xC2");
}

bool CodeMarks::in_code(std::size_t place) {
    while (at_ < place && at_ < text_.size()) {
        if (text_[at_] == '\n') quoted_ = false;
        if (text_[at_] != '`') {
            ++at_;
            continue;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] == '`') ++at_;
        if (at_ - begin >= 3) {
            fenced_ = !fenced_;
        } else if (!fenced_) {
            quoted_ = !quoted_;
        }
    }
    return fenced_ || quoted_;
}

} // namespace planc
