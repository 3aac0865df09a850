// Lines and columns are where a person would count them.
#include "source/file.h"
#include "source/utf8.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>

namespace planc {
namespace {

/// Counts from the start of the file, character by character.
Position count(const std::string& text, std::size_t byte) {
    Position position;
    std::size_t at = text.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0;
    byte = std::min(byte, text.size());
    while (at < byte) {
        if (text[at] == '\n' || text[at] == '\r') {
            const bool pair = text.compare(at, 2, "\r\n") == 0;
            if (at + (pair ? 2 : 1) > byte) break;
            at += pair ? 2 : 1;
            ++position.line;
            position.column = 1;
            continue;
        }
        at += decode_utf8(std::string_view(text).substr(at)).bytes;
        if (at <= byte) ++position.column;
    }
    return position;
}

std::string random_text(std::mt19937& random, std::size_t pieces, bool long_lines) {
    const std::vector<std::string> parts = {"a",  "计",    "é", "\xF0\x9F\x8E\x89", "\xFF", "\xE4\xB8",
                                            "  ", "key: ", "\t"};
    const std::vector<std::string> breaks = {"\n", "\r\n", "\r"};
    std::string text = random() % 4 == 0 ? "\xEF\xBB\xBF" : "";
    for (; pieces > 0; --pieces) {
        if (random() % (long_lines ? 4000 : 6) == 0)
            text += breaks[random() % breaks.size()];
        else
            text += parts[random() % parts.size()];
    }
    return text;
}

TEST_CASE("a position is what counting from the start gives") {
    std::mt19937 random(1);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = random_text(random, random() % 40, false);
        const File file("random", text);
        for (std::size_t byte = 0; byte <= text.size() + 1; ++byte) {
            const Position fast = file.position(byte);
            const Position slow = count(text, byte);
            if (fast.line != slow.line || fast.column != slow.column) FAIL("round " << round << ", byte " << byte);
        }
    }
}

TEST_CASE("positions stay right far along endless lines") {
    std::mt19937 random(2);
    for (int round = 0; round < 20; ++round) {
        const std::string text = random_text(random, 6000, true);
        const File file("random", text);
        for (int probe = 0; probe < 100; ++probe) {
            const std::size_t byte = random() % (text.size() + 2);
            const Position fast = file.position(byte);
            const Position slow = count(text, byte);
            if (fast.line != slow.line || fast.column != slow.column) FAIL("round " << round << ", byte " << byte);
        }
    }
}

TEST_CASE("lines and their breaks put together are the text") {
    std::mt19937 random(3);
    for (int round = 0; round < 1000; ++round) {
        const std::string text = random_text(random, random() % 40, false);
        const File file("random", text);
        std::string joined;
        for (std::size_t line = 1; line <= file.line_count(); ++line) {
            CHECK(file.line(line).find_first_of("\r\n") == std::string_view::npos);
            CHECK(file.line_begin(line) == joined.size());
            joined += file.line(line);
            joined += text.substr(joined.size(), file.line_begin(line + 1) - joined.size());
        }
        CHECK(joined == text);
    }
}

TEST_CASE("lines end at any of the three breaks") {
    const File file("mixed", "one\ntwo\r\nthree\rfour");
    REQUIRE(file.line_count() == 4);
    CHECK(file.line(1) == "one");
    CHECK(file.line(2) == "two");
    CHECK(file.line(3) == "three");
    CHECK(file.line(4) == "four");
    CHECK(file.line(5).empty());
    CHECK(file.line(0).empty());
}

TEST_CASE("an empty file has one empty line") {
    const File file("empty", "");
    CHECK(file.line_count() == 1);
    CHECK(file.line(1).empty());
    CHECK(file.position(10).line == 1);
    CHECK(file.position(10).column == 1);
}

TEST_CASE("a span's text is cut to what the file holds") {
    const File file("short", "0123456789");
    CHECK(file.text({0, 2, 5}) == "234");
    CHECK(file.text({0, 8, 50}) == "89");
    CHECK(file.text({0, 50, 60}).empty());
    CHECK(file.text({0, 5, 2}).empty());
}

TEST_CASE("files are numbered in the order they are added") {
    Files files;
    CHECK(files.add("first", "a") == 0);
    const File& first = files.at(0U);
    for (int count = 0; count < 100; ++count) files.add("more", "b");
    CHECK(files.size() == 101);
    CHECK(&files.at(Span{0, 0, 1}) == &first);
    CHECK(first.text() == "a");
}

TEST_CASE("a file that is shared keeps its number") {
    const auto shared = make_file("shared", "b");
    Files files;
    files.add("first", "a");
    files.add({7, shared});
    CHECK(files.size() == 2);
    CHECK(&files.at(7U) == shared.get());
    CHECK(files.has(0));
    CHECK_FALSE(files.has(1));
    CHECK_THROWS(files.at(1U));
    CHECK(files.add("next", "c") == 8);
}

} // namespace
} // namespace planc
