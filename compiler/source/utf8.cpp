// Reads UTF-8 one code point at a time, byte ranges as in table 3-7 of the Unicode standard.
#include "source/utf8.h"

#include <algorithm>
#include <cstring>

namespace planc {
namespace {

constexpr Decoded malformed{0xFFFD, 1};

unsigned byte_at(std::string_view text, std::size_t index) { return static_cast<unsigned char>(text[index]); }

bool is_continuation(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

/// Bytes of the sequence that `first` begins; 0 if it begins none.
std::size_t sequence_length(unsigned first) {
    if (first < 0x80U) return 1;
    if (first < 0xC2U) return 0;
    if (first < 0xE0U) return 2;
    if (first < 0xF0U) return 3;
    return first <= 0xF4U ? 4 : 0;
}

/// The second byte is the narrow one: it rules out overlong forms, surrogates and what lies past U+10FFFF.
bool may_follow(unsigned first, unsigned second) {
    switch (first) {
    case 0xE0U:
        return second >= 0xA0U && second <= 0xBFU;
    case 0xEDU:
        return second >= 0x80U && second <= 0x9FU;
    case 0xF0U:
        return second >= 0x90U && second <= 0xBFU;
    case 0xF4U:
        return second >= 0x80U && second <= 0x8FU;
    default:
        return is_continuation(second);
    }
}

/// Whole blocks of ASCII at the front of `text`, in bytes.
std::size_t ascii_blocks(std::string_view text) {
    constexpr std::size_t block = sizeof(std::uint64_t);
    std::size_t at = 0;
    for (; at + block <= text.size(); at += block) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, text.data() + at, block);
        if ((bytes & 0x8080808080808080U) != 0) break;
    }
    return at;
}

} // namespace

Decoded decode_utf8(std::string_view text) {
    const unsigned first = byte_at(text, 0);
    const std::size_t length = sequence_length(first);
    if (length == 1) return {first, 1};
    if (length == 0 || text.size() < length || !may_follow(first, byte_at(text, 1))) return malformed;
    unsigned code_point = first & (0x7FU >> length);
    code_point = (code_point << 6U) | (byte_at(text, 1) & 0x3FU);
    for (std::size_t index = 2; index < length; ++index) {
        const unsigned byte = byte_at(text, index);
        if (!is_continuation(byte)) return malformed;
        code_point = (code_point << 6U) | (byte & 0x3FU);
    }
    return {code_point, length};
}

std::optional<std::size_t> first_malformed_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        at += ascii_blocks(text.substr(at));
        // After the blocks: up to one block byte by byte, so that mixed text does not try a block at every character.
        const std::size_t stop = std::min(text.size(), at + 32);
        while (at < stop) {
            const Decoded decoded = decode_utf8(text.substr(at));
            // U+FFFD itself takes three bytes.
            if (decoded.bytes == 1 && decoded.code_point == 0xFFFD) return at;
            at += decoded.bytes;
        }
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

} // namespace planc
