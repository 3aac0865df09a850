// Measuring and breaking text.
#include "gantt/lettering.h"

#include <catch2/catch.hpp>
#include <random>

using namespace planc;

TEST_CASE("Chinese is measured as wide as its em, Latin narrower, combining marks not at all") {
    CHECK(text_width("发布", 10) >= 20);
    CHECK(text_width("发布", 10) < 21);
    CHECK(text_width("release", 10) < 7 * 7);
    CHECK(text_width("e\xCC\x81", 10) <= text_width("e", 10) + 3);
    CHECK(text_width("🚀", 10) >= 12);
    CHECK(text_width("abc", 10, true) > text_width("abc", 10));
}

TEST_CASE("text is cleaned to one printable line") {
    CHECK(printable("  a\r\n\tb  ") == "a b");
    CHECK(printable(std::string_view("a\0b\x7f", 4)) == "ab");
    CHECK(printable("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK(printable("\xE2\x80\xAE"
                    "abc") == "abc");
    CHECK(printable("\n") == "");
}

TEST_CASE("lines break at blanks, between Chinese characters, and inside words only where nothing else helps") {
    CHECK(wrap("one two three", 50, 10) == std::vector<std::string>{"one two", "three"});
    CHECK(wrap("发布计划评审", 31, 10) == std::vector<std::string>{"发布计", "划评审"});
    CHECK(wrap("发布计。划", 31, 10) == std::vector<std::string>{"发布", "计。划"});
    CHECK(wrap("二三（一）", 31, 10) == std::vector<std::string>{"二三", "（一）"});
    CHECK(wrap("aaaaaaaaaa", 31, 10) == std::vector<std::string>{"aaaaa", "aaaaa"});
    CHECK(wrap("", 10, 10) == std::vector<std::string>{""});
}

TEST_CASE("no line is wider than asked, and joined lines give the text back") {
    const std::vector<std::string> words{"发布",      "，",    "review", " ",  "（", "）",  "👩‍👩‍👧",
                                         "e\xCC\x81", "WWWWW", "a-b/c",  "。", "——", "\xFF"};
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto i = random() % 20; i > 0; --i) text += words[random() % words.size()];
        text = printable(text);
        const double width = 15 + static_cast<double>(random() % 100);
        std::string joined;
        for (const std::string& line : wrap(text, width, 10)) {
            INFO("`" << line << "` of `" << text << "` within " << width);
            REQUIRE(text_width(line, 10) <= width + 0.01);
            joined += line;
        }
        std::erase(joined, ' ');
        std::erase(text, ' ');
        REQUIRE(joined == text);
    }
}

TEST_CASE("text that takes too many lines or characters ends in an ellipsis and keeps to its width") {
    const std::string text = "数据库备份与校验，然后 review of everything";
    CHECK(wrap_at_most(9, text, 100, 10) == wrap(text, 100, 10));
    const std::vector<std::string> lines = wrap_at_most(2, text, 60, 10);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].ends_with("…"));
    CHECK(text_width(lines[1], 10) <= 60);
    CHECK(wrap_cells_at_most(2, "数据库备份与校验", 6) == std::vector<std::string>{"数据库", "备份…"});
    CHECK(wrap_cells_at_most(3, "abc def", 3) == std::vector<std::string>{"abc", "def"});
    CHECK(shortened("数据库备份", 5) == "数据库备份");
    CHECK(shortened("数据库备份", 4) == "数据库…");
}
