// Whatever stands in a plan, the terminal format stays harmless, within its width, and exact.
#include "diagnostics/render.h"
#include "diagnostics/visible.h"
#include "diagnostics/wrap.h"
#include "source/utf8.h"
#include "source/width.h"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

namespace planc {
namespace {

const std::vector<std::string> parts = {"a",
                                        "key: ",
                                        "计划",
                                        "，",
                                        "👨‍👩‍👧‍👦",
                                        "🇨🇳",
                                        "e\xCC\x81",
                                        "\t",
                                        " ",
                                        "\x1b[31m",
                                        "\xFF",
                                        "\xE4\xB8",
                                        "\n",
                                        "\r\n",
                                        "\r",
                                        "\0",
                                        "\xE2\x80\xAE",
                                        "\xCC\x81",
                                        "`",
                                        "क",
                                        "\xE2\x80\x8D",
                                        "\xC2\x9B",
                                        "{x: y}",
                                        "\xE2\x80\x8B"};

std::string random_text(std::mt19937& random, std::size_t most) {
    std::string text;
    for (std::size_t count = random() % (most + 1); count > 0; --count) text += parts[random() % parts.size()];
    return text;
}

Span random_span(std::mt19937& random, std::size_t size) {
    return {static_cast<std::uint32_t>(random() % 3), static_cast<std::uint32_t>(random() % (size + 3)),
            static_cast<std::uint32_t>(random() % (size + 3))};
}

Diagnostic random_finding(std::mt19937& random, std::size_t size) {
    Diagnostic d;
    d.rule = "some-rule";
    d.severity = static_cast<Severity>(random() % 3);
    d.message = random_text(random, 20);
    d.span = random_span(random, size);
    if (random() % 2 == 0) d.span.end = d.span.begin + static_cast<std::uint32_t>(random() % 10);
    d.label = random_text(random, 10);
    for (std::size_t count = random() % 5; count > 0; --count)
        d.others.push_back({random_span(random, size), random_text(random, 8)});
    for (std::size_t count = random() % 3; count > 0; --count) d.notes.push_back(random_text(random, 20));
    d.help = random_text(random, 10);
    return d;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// The first character that a terminal would obey, the joiners inside of emoji aside.
std::string first_harmful(std::string_view line) {
    while (!line.empty()) {
        const Decoded decoded = decode_utf8(line);
        const bool malformed = decoded.code_point == 0xFFFD && decoded.bytes == 1;
        if (malformed || (is_unseen(decoded.code_point) && decoded.code_point != U'\u200d'))
            return std::to_string(static_cast<unsigned>(decoded.code_point));
        line.remove_prefix(decoded.bytes);
    }
    return {};
}

TEST_CASE("nothing a terminal obeys comes through, and no line is too wide") {
    std::mt19937 random(8);
    for (int round = 0; round < 20'000; ++round) {
        Files files;
        for (int count = 0; count < 2; ++count) files.add("f", random_text(random, round % 10 == 0 ? 300 : 40));
        const Diagnostics diagnostics = {random_finding(random, files.at(0U).text().size())};
        const TextStyle style{false, random() % 2 == 0, 40 + random() % 60};
        const std::string rendered = render_text(diagnostics, files, style);
        for (const std::string_view line : lines_of(rendered)) {
            INFO("round " << round << ": " << line);
            const std::string harmful = first_harmful(line);
            if (!harmful.empty()) FAIL("character " << harmful);
            if (display_width(line) > style.width) FAIL("wider than " << style.width);
        }
        const std::string concise = render_concise(diagnostics, files);
        if (lines_of(concise).size() != 1 || !first_harmful(lines_of(concise)[0]).empty()) FAIL(concise);
    }
}

/// Bytes of `row` that stand before display column `column`.
std::size_t byte_at(std::string_view row, std::size_t column) {
    std::size_t byte = 0;
    for (std::size_t at = 0; at < column && byte < row.size();) {
        const std::size_t bytes = first_grapheme(row.substr(byte));
        at += display_width(row.substr(byte, bytes));
        byte += bytes;
    }
    return byte;
}

TEST_CASE("the carets stand under exactly the characters of the span") {
    std::mt19937 random(9);
    const std::vector<std::string> letters = {"a", "计",  "🎉", "👨‍👩‍👧‍👦", "🇨🇳", "e\xCC\x81",
                                              " ", "x: ", "，"};
    for (int round = 0; round < 20'000; ++round) {
        // Letters around it, so that the span neither joins its neighbours nor ends in trimmed blanks.
        std::string before = "<";
        std::string span = "[";
        std::string after = "]>";
        for (std::size_t count = random() % 60; count > 0; --count) before += letters[random() % letters.size()];
        for (std::size_t count = random() % 6; count > 0; --count) span += letters[random() % letters.size()];
        for (std::size_t count = random() % 40; count > 0; --count) after += letters[random() % letters.size()];
        span += "]";
        Files files;
        files.add("f", before + span + after);
        Diagnostic d;
        d.rule = "r";
        d.span = {0, static_cast<std::uint32_t>(before.size()),
                  static_cast<std::uint32_t>(before.size() + span.size())};
        d.label = "label";
        const std::string rendered = render_text({d}, files, {false, random() % 2 == 0, 60});
        const auto lines = lines_of(rendered);
        REQUIRE(lines.size() >= 5);
        const std::size_t first = display_width(lines[4].substr(0, lines[4].find('^')));
        const std::size_t last = display_width(lines[4].substr(0, lines[4].rfind('^') + 1));
        const std::size_t begin = byte_at(lines[3], first);
        const std::string_view marked = lines[3].substr(begin, byte_at(lines[3], last) - begin);
        if (marked != span) FAIL("round " << round << ": " << marked << " instead of " << span);
    }
}

TEST_CASE("wrapping loses nothing but the spaces at the breaks") {
    std::mt19937 random(10);
    const auto without_spaces = [](std::string text) {
        text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
        return text;
    };
    for (int round = 0; round < 20'000; ++round) {
        const std::string text = random_text(random, 40);
        const Room room{10 + random() % 40, 10 + random() % 40};
        const bool ascii = random() % 2 == 0;
        std::string joined;
        for (const std::string& line : wrap(text, room, LineBreaks::shown, ascii)) {
            if (display_width(line) > std::max(room.first, room.rest)) FAIL("round " << round << ": " << line);
            joined += line;
        }
        CHECK(without_spaces(joined) == without_spaces(visible(text, ascii)));
    }
}

TEST_CASE("Chinese breaks between characters but not before its punctuation") {
    CHECK(wrap("回滚步骤合计三十五分钟。", {8, 8}, LineBreaks::shown, false) ==
          std::vector<std::string>{"回滚步骤", "合计三十", "五分钟。"});
    CHECK(wrap("四个字啊，好", {8, 8}, LineBreaks::shown, false) == std::vector<std::string>{"四个字", "啊，好"});
    CHECK(wrap("前面（括号）", {6, 6}, LineBreaks::shown, false) == std::vector<std::string>{"前面", "（括", "号）"});
    CHECK(wrap("a b\nc", {9, 9}, LineBreaks::kept, false) == std::vector<std::string>{"a b", "c"});
    CHECK(wrap("", {9, 9}, LineBreaks::kept, false) == std::vector<std::string>{""});
}

} // namespace
} // namespace planc
