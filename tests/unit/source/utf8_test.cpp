// Decoding agrees with the definition of UTF-8, on good and on random bytes.
#include "source/utf8.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace planc {
namespace {

std::string encode(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

bool is_scalar(char32_t c) { return c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF); }

/// Collects the payload bits of each possible length and asks whether encoding them again gives the same bytes.
Decoded decode_slowly(const std::string& text) {
    for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
        char32_t c = static_cast<unsigned char>(text[0]);
        c &= length == 1 ? 0x7FU : 0x7FU >> length;
        for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (static_cast<unsigned char>(text[i]) & 0x3FU);
        if (is_scalar(c) && encode(c) == text.substr(0, length)) return {c, length};
    }
    return {0xFFFD, 1};
}

TEST_CASE("every code point is decoded as itself") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (!is_scalar(c)) continue;
        const std::string text = encode(c) + "x";
        const Decoded decoded = decode_utf8(text);
        if (decoded.code_point != c || decoded.bytes != text.size() - 1)
            FAIL("code point " << static_cast<unsigned>(c));
    }
}

TEST_CASE("what is not UTF-8 is one byte of U+FFFD") {
    const auto text = GENERATE(as<std::string>{}, "\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xE0\x9F\xBF",
                               "\xED\xA0\x80", "\xED\xBF\xBF", "\xE4\xB8", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                               "\xF5\x80\x80\x80", "\xFF", "\xE4\xB8\x41");
    const Decoded decoded = decode_utf8(text);
    CHECK(decoded.code_point == 0xFFFD);
    CHECK(decoded.bytes == 1);
    CHECK(first_malformed_utf8("0123456789 ok " + text) == 14);
}

TEST_CASE("random bytes are decoded as the slow version does") {
    std::mt19937 random(20251106);
    // Mostly lead and continuation bytes, so that sequences come about.
    const std::string likely = "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC1\xC2\xDF\xE0\xE4\xED\xEF\xF0\xF3\xF4\xF5\xFF";
    for (int round = 0; round < 200'000; ++round) {
        std::string text;
        for (std::size_t length = 1 + random() % 6; length > 0; --length)
            text += random() % 4 == 0 ? static_cast<char>(random() & 0xFF) : likely[random() % likely.size()];
        const Decoded fast = decode_utf8(text);
        const Decoded slow = decode_slowly(text);
        if (fast.code_point != slow.code_point || fast.bytes != slow.bytes) FAIL("round " << round);
    }
}

TEST_CASE("the first malformed byte is found wherever it stands") {
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        while (text.size() < random() % 80) text += random() % 2 == 0 ? "plan " : "计划";
        CHECK_FALSE(first_malformed_utf8(text).has_value());
        const std::size_t at = text.size();
        text += random() % 2 == 0 ? "\xC3" : "\xFE";
        if (random() % 2 == 0) text += "more 文字";
        if (first_malformed_utf8(text) != at) FAIL("round " << round);
    }
    CHECK_FALSE(first_malformed_utf8("\xEF\xBF\xBD").has_value());
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("plan") == 4);
    CHECK(count_code_points("计划 x") == 4);
    CHECK(count_code_points("\xF0\x9F\x8E\x89") == 1);
}

} // namespace
} // namespace planc
