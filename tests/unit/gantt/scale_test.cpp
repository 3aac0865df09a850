// The axis: its unit, ends and labels, and the dates written beside bars.
#include "gantt/scale.h"

#include "chart_file.h"
#include "gantt/wording.h"
#include "random_chart.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

Chart one_row(const std::string& dates, const std::string& language = "zh-CN", const std::string& kind = "task") {
    return planc_test::read_chart("language | " + language + "\n" + kind + " 0 | a | | " + dates + "\n");
}

std::vector<std::string> labels(const Chart& chart, bool major, std::size_t most) {
    std::vector<std::string> out;
    for (const ChartTick& tick : chart.ticks)
        if (tick.major == major && out.size() < most) out.push_back(tick.label);
    return out;
}

using Labels = std::vector<std::string>;

} // namespace

TEST_CASE("the scale fits the span") {
    CHECK(one_row("2025-12-08 22:00 .. 2025-12-09 02:00").unit == ScaleUnit::quarter_hour);
    CHECK(one_row("2025-12-08 12:00 .. 2025-12-09 06:00").unit == ScaleUnit::hour);
    CHECK(one_row("2025-12-08 .. 2025-12-08").unit == ScaleUnit::day);
    CHECK(one_row("2025-12-08 .. 2026-01-15").unit == ScaleUnit::day);
    CHECK(one_row("2025-11-01 .. 2026-01-31").unit == ScaleUnit::week);
    CHECK(one_row("2025-01-01 .. 2026-06-30").unit == ScaleUnit::month);
    CHECK(one_row("2025-01-01 .. 2030-06-30").unit == ScaleUnit::quarter);
    CHECK(one_row("2025-01-01 .. 2044-12-31").unit == ScaleUnit::year);
}

TEST_CASE("tick labels are in the plan's language") {
    const Chart night = one_row("2025-12-08 22:00 .. 2025-12-09 01:00");
    CHECK(labels(night, true, 9) == Labels{"12月8日 周一", "12月9日 周二"});
    CHECK(labels(night, false, 2) == Labels{"22:00", "22:15"});
    const Chart weeks = one_row("2025-11-05 .. 2026-01-31", "en");
    CHECK(labels(weeks, true, 3) == Labels{"Nov 2025", "Dec 2025", "Jan 2026"});
    CHECK(labels(weeks, false, 2) == Labels{"3 Nov", "10 Nov"});
    const Chart months = one_row("2025-12-01 .. 2027-01-31");
    CHECK(labels(months, true, 3) == Labels{"2025年", "2026年", "2027年"});
    CHECK(labels(months, false, 2) == Labels{"12月", "1月"});
}

TEST_CASE("the axis holds every row and has a bounded number of ticks, whatever the span") {
    std::mt19937 random(2);
    for (int round = 0; round < 500; ++round) {
        const Chart chart = planc_test::random_chart(random, 10);
        REQUIRE(chart.ticks.size() < 120);
        bool any = false;
        for (const ChartRow& row : chart.rows) {
            any = any || (row.actual && row.kind != BarKind::heading);
            if (!row.dated) continue;
            any = true;
            REQUIRE(chart.begin <= row.begin);
            REQUIRE(row.end <= chart.end);
        }
        REQUIRE(any == (chart.begin < chart.end));
        for (const ChartTick& tick : chart.ticks) {
            REQUIRE(chart.begin <= tick.at);
            REQUIRE(tick.at <= chart.end);
        }
    }
}

TEST_CASE("dates beside a bar are as short as the chart allows, ends of whole days inclusive") {
    const auto dates = [](const Chart& chart) { return dates_text(chart.rows[0], chart); };
    CHECK(dates(one_row("2025-12-08 .. 2025-12-08")) == "12月8日");
    CHECK(dates(one_row("2025-12-08 .. 2025-12-12")) == "12月8日–12日");
    CHECK(dates(one_row("2025-12-28 .. 2026-01-03")) == "12月28日–1月3日");
    CHECK(dates(one_row("2025-12-08 .. 2025-12-12", "en")) == "8–12 Dec");
    CHECK(dates(one_row("2025-12-28 .. 2026-01-03", "en")) == "28 Dec – 3 Jan");
    CHECK(dates(one_row("2025-12-28 .. 2027-01-03", "en")) == "28 Dec 2025 – 3 Jan 2027");
    CHECK(dates(one_row("2025-12-08 22:00 .. 2025-12-09 00:30")) == "22:00–00:30");
    CHECK(dates(one_row("2025-12-08 22:00 .. 2025-12-10 00:30")) == "12月8日 22:00 – 12月10日 00:30");
    CHECK(dates(one_row("2025-12-15 .. 2025-12-15", "en", "milestone")) == "15 Dec");
    CHECK(percent_text({10, 10}) == "10%");
    CHECK(percent_text({0.5, 2}) == "0.5–2%");
    CHECK(length_text(2 * 1440 + 180, Language::zh_cn) == "2 天 3 小时");
}
