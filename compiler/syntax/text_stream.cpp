// The stream yaml-cpp reads from.
#include "syntax/text_stream.h"

#include <algorithm>
#include <cstring>

namespace planc {

namespace {

constexpr char question_mark = '\x02';
constexpr char replaced_end = '\x03'; // for U+0004, which yaml-cpp takes for the end of the file

bool may_begin_word(char before) { return std::string_view(" \t\r\n,[]{}").find(before) != std::string_view::npos; }

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
    for (char* found = to;
         (found = static_cast<char*>(std::memchr(found, '?', size - static_cast<std::size_t>(found - to)))) != nullptr;
         ++found) {
        const char* original = gptr() + (found - to);
        const bool inside = original > eback() && !may_begin_word(original[-1]);
        const bool begins =
            original + 1 < egptr() && std::string_view(" \t\r\n").find(original[1]) == std::string_view::npos;
        if (inside || begins) *found = question_mark;
    }
    std::replace(to, to + size, '\x04', replaced_end);
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
