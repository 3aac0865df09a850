// What a plan becomes in the chart: rows, arrows, bands, line.
#include "../schedule/scheduled.h"
#include "gantt/chart.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace planc;

namespace {

Chart chart_of(const Scheduled& plan, std::optional<Instant> as_of = {}) {
    return make_chart(plan.plan, plan.schedule, as_of);
}

const ChartRow& row(const Chart& chart, std::string_view id) {
    const auto found =
        std::find_if(chart.rows.begin(), chart.rows.end(), [&](const ChartRow& r) { return r.id == id; });
    REQUIRE(found != chart.rows.end());
    return *found;
}

bool has_row(const Chart& chart, std::string_view id) {
    return std::any_of(chart.rows.begin(), chart.rows.end(), [&](const ChartRow& r) { return r.id == id; });
}

/// `from -> to`, sorted.
std::vector<std::string> arrows(const Chart& chart) {
    std::vector<std::string> out;
    for (const ChartArrow& arrow : chart.arrows)
        out.push_back(chart.rows[arrow.from].id + " -> " + chart.rows[arrow.to].id);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("phases with something below them are groups, others bars; steps are shown when they last") {
    const Scheduled plan(
        "phases:\n"
        "- {id: build, title: Build, tasks: [{id: code, title: Code, start: 2025-12-01, end: 2025-12-03}]}\n"
        "- {id: review, title: Review, start: 2025-12-04, duration: 2d, steps: [{id: ask, do: Ask}]}\n"
        "- {id: night, title: Night, start: 2025-12-06 22:00, sequence: true, steps: [\n"
        "    {id: copy, do: Copy, duration: 30m}, {id: look, do: Look}]}\n");
    const Chart chart = chart_of(plan);
    CHECK(row(chart, "build").kind == BarKind::group);
    CHECK(row(chart, "code").kind == BarKind::task);
    CHECK(row(chart, "code").depth == 1);
    CHECK(row(chart, "review").kind == BarKind::task);
    CHECK_FALSE(has_row(chart, "ask"));
    CHECK(row(chart, "night").kind == BarKind::group);
    CHECK(row(chart, "copy").kind == BarKind::task);
    CHECK_FALSE(has_row(chart, "look"));
}

TEST_CASE("the rollout is a group of its stages with their percentages, milestones stand under a heading") {
    const Scheduled plan("people: {lin: Lin}\n"
                         "rollout:\n"
                         "- {id: gray, percent: 2..5, start: 2025-12-01, duration: 3d, owner: lin}\n"
                         "- {id: full, percent: 100, duration: 1d, owner: lin}\n"
                         "milestones: [{id: launch, title: Launch, date: 2025-12-04, depends_on: full}]\n",
                         "language: en");
    const Chart chart = chart_of(plan);
    REQUIRE(chart.rows.size() == 5);
    CHECK(chart.rows[0].kind == BarKind::group);
    CHECK(chart.rows[0].label == "Rollout");
    CHECK(chart.rows[0].owner == "Lin");
    CHECK(chart.rows[0].begin == chart.rows[1].begin);
    CHECK(chart.rows[0].end == chart.rows[2].end);
    CHECK(chart.rows[1].kind == BarKind::stage);
    REQUIRE(chart.rows[1].percent);
    CHECK(chart.rows[1].percent->first == 2);
    CHECK(chart.rows[1].percent->last == 5);
    CHECK(chart.rows[3].kind == BarKind::heading);
    CHECK(chart.rows[4].kind == BarKind::milestone);
    CHECK(arrows(chart) == std::vector<std::string>{"full -> launch"});
}

TEST_CASE("arrows show what is written, between the rows that are shown") {
    const Scheduled plan("phases:\n"
                         "- {id: a, title: A, start: 2025-12-01, duration: 1d, steps: [{id: hidden, do: Something}]}\n"
                         "- {id: b, title: B, duration: 1d, depends_on: [hidden, a]}\n"
                         "- {id: c, title: C, start: b.end + 1d, duration: 1d}\n"
                         "- {id: d, title: D, sequence: true, tasks: [\n"
                         "    {id: e, title: E, start: 2025-12-20, duration: 1d}, {id: f, title: F, duration: 1d}]}\n");
    CHECK(arrows(chart_of(plan)) == std::vector<std::string>{"a -> b", "b -> c"});
}

TEST_CASE("weekends are shaded where they can be seen, freezes always") {
    const std::string calendar = "calendar: {freezes: [{id: calm, title: Calm, start: 2025-12-10, end: 2025-12-11}]}\n";
    const auto bands = [&](const std::string& end, BandKind kind) {
        const Scheduled plan(calendar + "phases: [{id: a, title: A, start: 2025-12-01, end: " + end + "}]\n");
        const Chart chart = chart_of(plan);
        return std::count_if(chart.bands.begin(), chart.bands.end(),
                             [&](const ChartBand& b) { return b.kind == kind; });
    };
    CHECK(bands("2025-12-14", BandKind::non_working) == 2);
    CHECK(bands("2025-12-14", BandKind::freeze) == 1);
    CHECK(bands("2027-06-30", BandKind::non_working) == 0);
    CHECK(bands("2027-06-30", BandKind::freeze) == 1);
}

TEST_CASE("work without a date has a row without one") {
    const Scheduled plan("phases: [{id: a, title: A}, {id: b, title: B, depends_on: a}]\n");
    const Chart chart = chart_of(plan);
    REQUIRE(chart.rows.size() == 2);
    CHECK_FALSE(row(chart, "a").dated);
    CHECK(chart.ticks.empty());
    CHECK(draw_svg(chart).find("未定日期") != std::string::npos);
}

TEST_CASE("times are those of the plan's zone, the line of today too") {
    const Scheduled plan("phases: [{id: a, title: A, start: 2025-12-08 22:00, duration: 2h}]\n",
                         "timezone: Asia/Tokyo");
    const Chart chart = chart_of(plan, plan.at("a").span.begin + minutes{30});
    CHECK(format_local(row(chart, "a").begin) == "2025-12-08 22:00");
    REQUIRE(chart.as_of);
    CHECK(format_local(*chart.as_of) == "2025-12-08 22:30");
}

TEST_CASE("progress and what the record tells are in the rows, and the axis reaches what happened") {
    const Scheduled plan("phases:\n"
                         "- {id: build, title: Build, tasks: [\n"
                         "    {id: code, title: Code, start: 2025-12-01, end: 2025-12-03, progress: 40},\n"
                         "    {id: test, title: Test, start: 2025-12-04, end: 2025-12-05, status: done}]}\n"
                         "record:\n"
                         "  entries:\n"
                         "  - {of: code, start: 2025-12-02, end: 2025-12-03, result: failed}\n"
                         "  - {of: code, start: 2025-12-12 09:00}\n"
                         "  - {of: test, start: 2025-12-04, end: 2025-12-20, result: done}\n");
    const Chart chart = chart_of(plan);
    CHECK(row(chart, "code").progress == 40);
    CHECK(row(chart, "test").progress == 100);
    CHECK_FALSE(row(chart, "build").progress);
    const auto& code = row(chart, "code").actual;
    REQUIRE(code);
    CHECK(format_local(code->begin) == "2025-12-02 00:00");
    CHECK_FALSE(code->end);
    CHECK(code->whole_days);
    const auto& test = row(chart, "test").actual;
    REQUIRE((test && test->end));
    CHECK(test->whole_days);
    CHECK(format_local(*test->end) == "2025-12-21 00:00");
    REQUIRE(row(chart, "build").actual);
    CHECK_FALSE(row(chart, "build").actual->end);
    CHECK(chart.end >= *test->end);
}
