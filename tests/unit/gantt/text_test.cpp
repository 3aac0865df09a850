// The chart in a terminal: no line is too long, nothing is hidden, and everything is told without colour.
#include "chart_file.h"
#include "random_chart.h"
#include "source/utf8.h"
#include "source/width.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace planc;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// The first line with these words.
std::string line_with(const std::string& text, const std::string& words) {
    for (const std::string& line : lines_of(text))
        if (line.find(words) != std::string::npos) return line;
    return {};
}

} // namespace

TEST_CASE("lines keep to the width, whatever the chart, and hold no control character") {
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        const Chart chart = planc_test::random_chart(random, 24);
        const std::size_t columns = 60 + random() % 141;
        const bool ascii = random() % 2 == 0;
        const std::string text = draw_text(chart, static_cast<int>(columns), ascii);
        INFO(text);
        REQUIRE(text.ends_with('\n'));
        for (const std::string& line : lines_of(text)) {
            REQUIRE(display_width(line) <= columns);
            REQUIRE_FALSE(line.ends_with(' '));
            for (std::string_view rest = line; !rest.empty();) {
                const Decoded decoded = decode_utf8(rest);
                REQUIRE(decoded.code_point >= 0x20);
                REQUIRE_FALSE((decoded.code_point >= 0x202A && decoded.code_point <= 0x202E));
                rest.remove_prefix(decoded.bytes);
            }
        }
    }
}

TEST_CASE("without block characters a chart of ASCII names is ASCII") {
    Chart chart =
        planc_test::read_chart("title | Release\nlanguage | en\n"
                               "group 0 | Build | Ann | 2025-12-01 09:00 .. 2025-12-01 12:00\n"
                               "task 1 | Compile | Ann | 2025-12-01 09:00 .. 2025-12-01 10:30 | done critical\n"
                               "stage 1 | Ten | Ann | 2025-12-01 11:00 .. 2025-12-01 12:00 | percent=10\n"
                               "band freeze | Calm | 2025-12-01 11:30 .. 2025-12-01 11:45\n");
    std::string text = draw_text(chart, 80, true);
    for (std::size_t at = text.find("–"); at != std::string::npos; at = text.find("–")) text.replace(at, 3, "-");
    for (const char c : text) REQUIRE(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("critical, done, stages and what really happened are told by signs") {
    const Chart chart = planc_test::read_chart(
        "language | en\nas_of | 2025-12-10 00:00\n"
        "task 0 | Copy | | 2025-12-01 .. 2025-12-04 | done | 2025-12-02 .. 2025-12-06\n"
        "task 0 | Move | | 2025-12-05 .. 2025-12-12 | active critical progress=50 | 2025-12-07 ..\n"
        "stage 0 | Few | | 2025-12-13 .. 2025-12-14 | percent=5\n"
        "stage 0 | All | | 2025-12-15 .. 2025-12-20 | percent=100\n"
        "milestone 0 | Launch | | 2025-12-20 .. 2025-12-20 | critical\n"
        "band freeze | Quiet days | 2025-12-16 .. 2025-12-17\n");
    const std::string text = draw_text(chart, 100);
    INFO(text);
    CHECK(line_with(text, "Copy").starts_with("✓  Copy"));
    CHECK(line_with(text, "Move").starts_with(">* Move"));
    CHECK(line_with(text, "Move").find("█▓") != std::string::npos);
    CHECK(line_with(text, "Move").find("50%") != std::string::npos);
    CHECK(line_with(text, "Actual 2–6 Dec").find("▀▀") != std::string::npos);
    CHECK(line_with(text, "Actual since 7 Dec").find("▀>") != std::string::npos);
    CHECK(line_with(text, "Few").find("▂ 5%") != std::string::npos);
    CHECK(line_with(text, "All").find("100% █") != std::string::npos);
    CHECK(line_with(text, "Launch").find("◆") != std::string::npos);
    CHECK(text.find("As of 10 Dec") != std::string::npos);
    CHECK(text.find("Freeze 16–17 Dec  Quiet days") != std::string::npos);
}

TEST_CASE("a long name wraps, and only one that takes more than four lines ends in an ellipsis") {
    std::string name = "把生产数据库的全部数据与配置备份到另一个机房并校验";
    const std::string rows = " | | 2025-12-01 .. 2025-12-04\n";
    const std::string wrapped = draw_text(planc_test::read_chart("task 0 | " + name + rows), 60);
    CHECK(wrapped.find("…") == std::string::npos);
    CHECK(wrapped.find("校验") != std::string::npos);
    for (int i = 0; i < 4; ++i) name += name;
    CHECK(draw_text(planc_test::read_chart("task 0 | " + name + rows), 60).find("…") != std::string::npos);
}
