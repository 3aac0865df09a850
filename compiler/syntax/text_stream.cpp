// The stream yaml-cpp reads from.
#include "syntax/text_stream.h"

#include <algorithm>
#include <cstring>

namespace planc {

namespace {

constexpr char question_mark = '\x02';

bool is_any_of(char c, std::string_view characters) { return characters.find(c) != std::string_view::npos; }

/// True if the `?` at `at` may be an indicator: no text stands before it, and space or a bracket behind it.
bool may_be_indicator(std::string_view text, std::size_t at) {
    if (at + 1 < text.size() && !is_any_of(text[at + 1], " \t\r\n,[]{}")) return false;
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
    if (before == std::string_view::npos || is_any_of(text[before], "\r\n,[{")) return true;
    if (before + 1 == at) return text[before] == ':' && before > 0 && is_any_of(text[before - 1], "\"']}");
    if (is_any_of(text[before], "-?:")) return true;
    const std::size_t word = text.substr(0, before).find_last_of(" \t\r\n,[]{}") + 1; // 0 if there is none
    return is_any_of(text[word], "&!");
}

/// What yaml-cpp should read for the byte at `at`, one of `?`, carriage return and U+0004.
char mended(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case '?':
        return may_be_indicator(text, at) ? '?' : question_mark;
    case '\r':
        return text.substr(at + 1, 1) == "\n" ? '\r' : '\n';
    default:
        return '\x03';
    }
}

} // namespace

TextStream::TextStream(const Cursor& cursor, std::size_t limit) : cursor_(cursor), limit_(limit) {
    const std::string_view text = cursor.text();
    char* begin = const_cast<char*>(text.data()); // only read: a stream buffer has no const way to say so
    begin += cursor.at();
    setg(begin, begin, begin + text.size() - cursor.at());
}

std::streamsize TextStream::xsgetn(char* to, std::streamsize count) {
    const auto wanted = std::min(count, static_cast<std::streamsize>(egptr() - gptr()));
    const auto at = static_cast<std::size_t>(gptr() - cursor_.text().data());
    if (at > cursor_.at() && at - cursor_.at() > limit_) {
        ran_ahead_ = true;
        return 0;
    }
    const auto size = static_cast<std::size_t>(wanted);
    std::memcpy(to, gptr(), size);
    const std::size_t origin = static_cast<std::size_t>(eback() - cursor_.text().data());
    const std::string_view text = cursor_.text().substr(origin);
    for (const char odd : {'?', '\r', '\x04'}) {
        std::size_t from = 0;
        while (const void* found = std::memchr(to + from, odd, size - from)) {
            from = static_cast<std::size_t>(static_cast<const char*>(found) - to);
            to[from] = mended(text, at - origin + from);
            ++from;
        }
    }
    setg(eback(), gptr() + wanted, egptr());
    return wanted;
}

std::string_view TextStream::restore(std::string_view value, std::string& room) {
    if (std::memchr(value.data(), question_mark, value.size()) == nullptr) return value;
    room = value;
    std::replace(room.begin(), room.end(), question_mark, '?');
    return room;
}

} // namespace planc
