// The Mermaid text: absolute dates, and no text of the plan that Mermaid could take for its own.
#include "chart_file.h"
#include "random_chart.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <optional>
#include <sstream>
#include <string_view>

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

bool is_harmless(std::string_view text) {
    return !text.empty() && text.find_first_of(":;#%<>&\"`") == std::string_view::npos;
}

/// The text after `prefix`, nothing where it begins with something else.
std::optional<std::string_view> behind(std::string_view text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return std::nullopt;
    return text.substr(prefix.size());
}

/// Whether the text has a digit wherever the pattern has a 0, and is the pattern otherwise.
bool fits(std::string_view text, std::string_view pattern) {
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                      [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

bool is_moment(std::string_view text) { return fits(text, "0000-00-00 00:00") || fits(text, "00000-00-00 00:00"); }

/// `[tags, ]start, end`, both ends absolute but for the length of a milestone.
bool is_bar(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view tag : {"milestone, ", "crit, ", "done, ", "active, "}) {
            if (!text.starts_with(tag)) continue;
            text.remove_prefix(tag.size());
            more = true;
        }
    }
    const std::size_t comma = text.find(", ");
    if (comma == std::string_view::npos || !is_moment(text.substr(0, comma))) return false;
    const std::string_view end = text.substr(comma + 2);
    return is_moment(end) || end == "0d" || end == "1d";
}

bool is_statement(std::string_view line) {
    const std::optional<std::string_view> text = behind(line, "    ");
    if (!text) return false;
    if (text == "dateFormat YYYY-MM-DD HH:mm" || text == "weekday monday" || text == "todayMarker off") return true;
    for (const std::string_view word : {"title ", "section ", "tickInterval ", "%% "})
        if (const auto rest = behind(*text, word)) return is_harmless(*rest);
    if (auto rest = behind(*text, "axisFormat ")) {
        if (rest->ends_with(":%M")) rest->remove_suffix(3);
        return !rest->empty() && rest->find_first_of(":;#<>&\"`") == std::string_view::npos;
    }
    const std::size_t colon = text->find(" :");
    return colon != std::string_view::npos && is_harmless(text->substr(0, colon)) && is_bar(text->substr(colon + 2));
}

/// Whether Mermaid would take the beginning of a bar's name for a statement of its own.
bool begins_like_a_keyword(std::string_view line) {
    std::string text(line.substr(4, 8));
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    if (text[0] >= '0' && text[0] <= '9') return true;
    for (const std::string_view word : {"gantt", "title", "section", "click", "href", "call"})
        if (text.starts_with(word)) return true;
    return false;
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
            REQUIRE(is_statement(lines[i]));
            if (lines[i].find(" :") == std::string::npos) continue;
            ++bars;
            REQUIRE_FALSE(begins_like_a_keyword(lines[i]));
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
