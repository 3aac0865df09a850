// Text takes as many cells as a terminal gives it.
#include "source/width.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace planc {
namespace {

TEST_CASE("widths of what plans are written in") {
    CHECK(display_width("") == 0);
    CHECK(display_width("plan 1.0") == 8);
    CHECK(display_width("发布计划") == 8);
    CHECK(display_width("（全角）：，") == 12);
    CHECK(display_width("e\xCC\x81") == 1); // e and a combining acute accent
    CHECK(display_width("한국어") == 6);
    CHECK(display_width("ﾊﾝｶｸ") == 4); // half-width katakana
    CHECK(display_width("🎉") == 2);
    CHECK(display_width("👨‍👩‍👧‍👦") == 2); // a family, joined
    CHECK(display_width("👍🏽") == 2);                  // with a skin tone
    CHECK(display_width("🇨🇳🇨🇳") == 4);                      // two flags
    CHECK(display_width("❤️") == 2);                    // a heart, as an emoji
    CHECK(display_width("1️⃣") == 2);                   // a keycap
    CHECK(display_width("\xE2\x80\x8B") == 0);              // a zero-width space
    CHECK(display_width("a\tb\x1b") == 4);
    CHECK(display_width("\xFF\xE4\xB8") == 3);
}

TEST_CASE("a cluster is what a person calls a character") {
    CHECK(first_grapheme("ab") == 1);
    CHECK(first_grapheme("e\xCC\x81\xCC\x82x") == 5);
    CHECK(first_grapheme("👨‍👩‍👧‍👦x") == std::string("👨‍👩‍👧‍👦").size());
    CHECK(first_grapheme("🇨🇳🇨🇳") == 8);
    CHECK(first_grapheme("\r\n") == 2);
    CHECK(first_grapheme("\n\r") == 1);
    CHECK(first_grapheme("\xFF\xFF") == 1);
    CHECK(first_grapheme("a\xFF") == 1);
}

TEST_CASE("a text is as wide as its clusters together, whatever its bytes") {
    std::mt19937 random(4);
    const std::vector<std::string> parts = {
        "a",  "计",   "🇨", "🇳", "\xE2\x80\x8D", "👩",  "🏽", "\xEF\xB8\x8F", "\xCC\x81", "\xFF", "\r",
        "\n", "\x1b", "क", "ि", "ᄀ",           "ᅡ", "\xE4", "\xE2\x80"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::size_t count = random() % 12; count > 0; --count) text += parts[random() % parts.size()];
        std::size_t sum = 0;
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t bytes = first_grapheme(rest);
            if (bytes == 0 || bytes > rest.size()) FAIL("round " << round);
            sum += display_width(rest.substr(0, bytes));
            rest.remove_prefix(bytes);
        }
        if (sum != display_width(text)) FAIL("round " << round);
    }
}

TEST_CASE("what a terminal obeys is told from what it draws") {
    for (const char32_t unseen : {U'\0', U'\x1b', U'\n', U'\x7f', U'\x85', U'\x9b', U'\u00ad', U'\u200b', U'\u200e',
                                  U'\u202e', U'\u2028', U'\u2066', U'\ufeff'})
        CHECK(is_unseen(unseen));
    for (const char32_t drawn : {U' ', U'a', U'计', U'\u0301', U'\ufffd', U'🎉', U'\u3000'})
        CHECK_FALSE(is_unseen(drawn));
}

} // namespace
} // namespace planc
