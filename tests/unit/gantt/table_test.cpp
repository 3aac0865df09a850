// The chart's facts in words.
#include "gantt/table.h"

#include "chart_file.h"
#include "random_chart.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

using Row = std::array<std::string, chart_columns>;

} // namespace

TEST_CASE("the table says what the picture shows, in the plan's language") {
    const std::string rows =
        "group 0 | A | Ann | 2025-12-01 .. 2025-12-05\n"
        "task 1 | B | Bob | 2025-12-01 .. 2025-12-04 | active critical progress=25 | 2025-12-02 ..\n"
        "stage 1 | C | | 2025-12-05 09:00 .. 2025-12-05 10:00 | done slack=90 percent=10\n"
        "heading 0 | D\n"
        "milestone 1 | E | | 2025-12-05 .. 2025-12-05\n"
        "task 0 | F | | -\n";
    const ChartTable english = chart_table(planc_test::read_chart("language | en\n" + rows));
    CHECK(english.header == std::array<std::string_view, chart_columns>{"Level", "What", "Owner", "Begin", "End",
                                                                        "Status", "Percent", "Slack", "Critical path",
                                                                        "Actual"});
    REQUIRE(english.rows.size() == 6);
    CHECK(english.rows[1] ==
          Row{"2", "B", "Bob", "1 Dec 2025", "4 Dec 2025", "Active", "25%", "", "yes", "since 2 Dec"});
    CHECK(english.rows[2] ==
          Row{"2", "C", "", "5 Dec 2025 09:00", "5 Dec 2025 10:00", "Done", "10%", "1 h 30 min", "", ""});
    CHECK(english.rows[3] == Row{"1", "D", "", "", "", "", "", "", "", ""});
    CHECK(english.rows[4][3] == "5 Dec 2025");
    CHECK(english.rows[4][4].empty());
    CHECK(english.rows[5][3] == "no date");
    const ChartTable chinese = chart_table(planc_test::read_chart(rows));
    CHECK(chinese.rows[1] ==
          Row{"2", "B", "Bob", "2025年12月1日", "2025年12月4日", "进行中", "25%", "", "是", "12月2日起"});
}

TEST_CASE("the table has every row of any chart, its whole name on one line") {
    std::mt19937 random(12);
    for (int round = 0; round < 100; ++round) {
        const Chart chart = planc_test::random_chart(random, 24);
        const ChartTable table = chart_table(chart);
        REQUIRE(table.rows.size() == chart.rows.size());
        for (const Row& row : table.rows)
            for (const std::string& text : row)
                for (const char c : text) REQUIRE(static_cast<unsigned char>(c) >= 0x20);
    }
}
