#include "rules/texts.h"

#include <functional>

namespace planc {

Span part_of(const Files& files, const Text& text, std::size_t begin, std::size_t end) {
    const std::string_view source = files.at(text.span).text();
    const char* data = text.value.data();
    // A text that needed no unescaping is a view into its file.
    const bool in_place =
        !std::less<>{}(data, source.data()) && !std::less<>{}(source.data() + source.size(), data + text.value.size());
    if (!in_place) return text.span;
    const auto offset = static_cast<std::size_t>(data - source.data());
    return {text.span.file, static_cast<std::uint32_t>(offset + begin), static_cast<std::uint32_t>(offset + end)};
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

} // namespace planc
