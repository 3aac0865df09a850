// A plan without dates is the plan with dates, counted from its anchor.
#include "scheduled.h"

#include "time/counted.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace planc;

namespace {

constexpr auto header = "anchor: kickoff, count: weeks, timezone: UTC, start: T-2wd";

std::string plan_text(std::string_view anchor_date) {
    return fmt::format(R"(
milestones:
  - {{id: kickoff, title: Kick-off{}}}
  - {{id: launch, title: Launch, launch: true, depends_on: full, date: W8}}
phases:
  - {{id: early, title: Early, duration: 1d}}
  - {{id: first, title: First, start: W1, duration: 5wd}}
  - {{id: second, title: Second, start: W2, end: W3}}
  - {{id: third, title: Third, depends_on: second, duration: 3wd}}
  - {{id: night, title: Night, start: W5 D2 22:00, end: "02:00"}}
  - {{id: clock, title: Clock, start: T - 1d 09:30, duration: 2h}}
rollout:
  - {{id: g1, percent: 1, start: T+35d, duration: 1w}}
  - {{id: full, percent: 100, duration: 1w}}
)",
                       anchor_date);
}

} // namespace

TEST_CASE("dates of an anchor move all that is counted from it") {
    const Scheduled counted(plan_text(""), header);
    REQUIRE(counted.plan.calendar.counted);
    CHECK(counted.plan.calendar.counted->weeks);
    const Scheduled dated(plan_text(", date: 2025-10-20"), header); // a Monday too
    CHECK_FALSE(dated.plan.calendar.counted);
    const auto moved = LocalTime{Date{std::chrono::year{2025} / 10 / 20}} - LocalTime{nominal_day};
    REQUIRE(counted.schedule.work.size() == dated.schedule.work.size());
    for (std::size_t i = 0; i < counted.schedule.work.size(); ++i) {
        INFO(counted.plan.work[i].id.value);
        const Planned& a = counted.schedule.work[i];
        const Planned& b = dated.schedule.work[i];
        REQUIRE(a.dated);
        CHECK(a.span.begin + moved == b.span.begin);
        CHECK(a.span.end + moved == b.span.end);
        CHECK(a.slack == b.slack);
    }
}

TEST_CASE("the dump counts from the anchor") {
    const Scheduled plan(plan_text(""), header);
    CHECK(dump(plan.schedule, plan.plan) == R"(   work     start        end          slack        start is
   early    T-4d         T-4d         59d          inferred
   first    T            T+4d         7w           written
   second   T+7d         T+20d        30d          written
   third    T+21d        T+23d        30d          inferred
   night    T+29d 22:00  T+30d 02:00  25d 22h      written
   clock    T-1d 09:30   T-1d 11:30   56d 12h 30m  written
   g1       T+35d        T+41d        1w           written
   full     T+42d        T+48d        1w           inferred
   kickoff  T            T            55d          written
*  launch   T+55d        T+55d        0m           written
)");
}

TEST_CASE("days are called as the plan counts") {
    const Counted days{nominal_day, false};
    const Counted weeks{nominal_day, true};
    const auto at = [](int day) { return nominal_day + std::chrono::days{day}; };
    CHECK(format_counted(days, at(0)) == "T");
    CHECK(format_counted(days, at(-7)) == "T-7d");
    CHECK(format_counted(days, at(14)) == "T+14d");
    CHECK(format_counted(weeks, at(0)) == "W1 D1");
    CHECK(format_counted(weeks, at(6)) == "W1 D7");
    CHECK(format_counted(weeks, at(14)) == "W3 D1");
    CHECK(format_counted(weeks, at(-1)) == "T-1d");
    CHECK(format_from_origin(weeks, at(14)) == "T+14d");
}
