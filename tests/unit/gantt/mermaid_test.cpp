// The Mermaid text: absolute dates, and no text of the plan that Mermaid could take for its own.
#include "chart_file.h"
#include "random_chart.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

using namespace planc;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

bool has_line(const std::string& text, const std::string& line) {
    const std::vector<std::string> lines = lines_of(text);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

} // namespace

TEST_CASE("bars have absolute dates with an exclusive end, and their tags") {
    const Chart chart =
        planc_test::read_chart("language | en\n"
                               "task 0 | Build | | 2025-12-08 .. 2025-12-09 | critical done\n"
                               "stage 1 | Gray | | 2025-12-10 22:00 .. 2025-12-11 00:30 | active percent=5\n"
                               "milestone 1 | Launch | | 2025-12-15 .. 2025-12-15 |\n"
                               "milestone 1 | Signal | | 2025-12-15 09:00 .. 2025-12-15 09:00 |\n"
                               "task 1 | Later | | - |\n");
    const std::string text = draw_mermaid(chart);
    CHECK(has_line(text, "    dateFormat YYYY-MM-DD HH:mm"));
    CHECK(has_line(text, "    section Build"));
    CHECK(has_line(text, "    Build :crit, done, 2025-12-08 00:00, 2025-12-10 00:00"));
    CHECK(has_line(text, "    Gray 5％ :active, 2025-12-10 22:00, 2025-12-11 00:30"));
    CHECK(has_line(text, "    Launch :milestone, 2025-12-15 00:00, 1d"));
    CHECK(has_line(text, "    Signal :milestone, 2025-12-15 09:00, 0d"));
    CHECK(has_line(text, "    %% no date Later"));
}

TEST_CASE("a group without the rows below it is a bar") {
    const std::string rows = "group 0 | Build | | 2025-12-08 .. 2025-12-09 |\n";
    const std::string bar = "    Build :2025-12-08 00:00, 2025-12-10 00:00";
    CHECK(has_line(draw_mermaid(planc_test::read_chart(rows)), bar));
    const Chart whole = planc_test::read_chart(rows + "task 1 | Code | | 2025-12-08 .. 2025-12-09 |\n");
    CHECK_FALSE(has_line(draw_mermaid(whole), bar));
}

TEST_CASE("sections with one name are kept apart, long ones are cut") {
    const std::string text =
        draw_mermaid(planc_test::read_chart("task 0 | Test | | 2025-12-08 .. 2025-12-08\n"
                                            "task 0 | Test | | 2025-12-09 .. 2025-12-09\n"
                                            "task 0 | " +
                                            std::string(60, 'x') + " | | 2025-12-09 .. 2025-12-09\n"));
    CHECK(has_line(text, "    section Test"));
    CHECK(has_line(text, "    section Test (2)"));
    CHECK(has_line(text, "    section " + std::string(31, 'x') + "…"));
}

TEST_CASE("every line is one statement, whatever the texts") {
    const std::regex statement(
        "    (title [^:;#%<>&\"`]+|dateFormat YYYY-MM-DD HH:mm|axisFormat [^:;#<>&\"`]+(:%M)?|tickInterval "
        "[0-9]+(minute|hour|day|"
        "week|month)|weekday monday|todayMarker off|section [^:;#%<>&\"`]+|%% [^:;#%<>&\"`]+|"
        "[^:;#%<>&\"`]+ :((milestone|crit|done|active), )*[0-9]{4,5}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}, "
        "([0-9]{4,5}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}|[01]d))");
    const std::regex keyword("    (gantt|title|section|click|href|call|[0-9]).* :", std::regex::icase);
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        const Chart chart = planc_test::random_chart(random, 12);
        const std::vector<std::string> lines = lines_of(draw_mermaid(chart));
        REQUIRE(lines.size() > 2);
        REQUIRE(lines[0].starts_with("%%{init: {\"gantt\": {\"leftPadding\": "));
        REQUIRE(lines[1] == "gantt");
        std::ptrdiff_t bars = 0;
        for (std::size_t i = 2; i < lines.size(); ++i) {
            INFO(lines[i]);
            if (lines[i].size() < 300) REQUIRE(std::regex_match(lines[i], statement));
            if (lines[i].find(" :") == std::string::npos) continue;
            ++bars;
            REQUIRE_FALSE(std::regex_search(lines[i].substr(0, 300), keyword));
        }
        std::ptrdiff_t expected = 0;
        for (std::size_t i = 0; i < chart.rows.size(); ++i) {
            const bool below = i + 1 < chart.rows.size() && chart.rows[i + 1].depth > chart.rows[i].depth;
            const bool section = chart.rows[i].kind == BarKind::group && chart.rows[i].depth == 0 && below;
            expected += chart.rows[i].dated && !section ? 1 : 0;
        }
        REQUIRE(bars == expected);
    }
}
