// Where written instants lie beside the work, and what the dump shows.
#include "scheduled.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

std::string placed(const Scheduled& plan, std::string_view text, bool inclusive_end = false,
                   std::optional<Instant> beside = {}) {
    const auto written = std::get<WrittenInstant>(parse_instant(text, {}));
    const auto instant = place(written, plan.plan, plan.schedule, inclusive_end, beside);
    return instant ? plan.local(*instant) : "nowhere";
}

} // namespace

TEST_CASE("written instants are placed beside the scheduled work") {
    const Scheduled plan(R"(
phases:
  - {id: build, title: Build, start: 2025-12-01 09:00, end: 2025-12-03 18:00}
  - {id: lost, title: Lost, depends_on: lost}
milestones:
  - {id: launch, title: Launch, date: 2025-12-15}
  - {id: ready, title: Ready, date: 2025-12-15 12:00}
)");
    CHECK(placed(plan, "2025-12-10") == "2025-12-10 00:00");
    CHECK(placed(plan, "2025-12-10", true) == "2025-12-11 00:00");
    CHECK(placed(plan, "2025-12-10 08:30", true) == "2025-12-10 08:30");
    CHECK(placed(plan, "build") == "2025-12-01 09:00");
    CHECK(placed(plan, "build.end + 2h") == "2025-12-03 20:00");
    CHECK(placed(plan, "launch") == "2025-12-15 00:00");
    CHECK(placed(plan, "launch", true) == "2025-12-16 00:00");
    CHECK(placed(plan, "launch.end") == "2025-12-16 00:00");
    CHECK(placed(plan, "launch - 7d") == "2025-12-08 00:00");
    CHECK(placed(plan, "launch - 7d", true) == "2025-12-09 00:00");
    CHECK(placed(plan, "launch - 30m") == "2025-12-15 23:30");
    CHECK(placed(plan, "launch - 3wd") == "2025-12-10 00:00");
    CHECK(placed(plan, "ready - 1d") == "2025-12-14 12:00");
    CHECK(placed(plan, "lost + 1d") == "nowhere");
    CHECK(placed(plan, "nobody") == "nowhere");
    CHECK(placed(plan, "02:00") == "nowhere");
    const Instant night = plan.at("build").span.begin;
    CHECK(placed(plan, "02:00", true, night) == "2025-12-02 02:00");
    CHECK(placed(plan, "09:00", true, night) == "2025-12-02 09:00");
    CHECK(placed(plan, "09:01", true, night) == "2025-12-01 09:01");
    CHECK_FALSE(place({}, plan.plan, plan.schedule));
}

TEST_CASE("the dump is a table, wide characters or not") {
    const Scheduled plan(R"(
phases:
  - id: build
    title: 构建
    tasks:
      - {id: a, title: A, start: 2025-12-01, duration: 2d}
      - {id: b, title: B, start: 2025-12-01 09:00, duration: 90m}
  - {id: x, title: X, depends_on: y}
  - {id: y, title: Y, depends_on: x}
milestones:
  - {id: launch, title: Launch, depends_on: build}
)");
    CHECK(dump(plan.schedule, plan.plan) ==
          R"(   work    start             end               slack       start is
*  build   2025-12-01        2025-12-02        0m          inferred
*    a     2025-12-01        2025-12-02        0m          written
     b     2025-12-01 09:00  2025-12-01 10:30  1d 13h 30m  written
   x       -                 -
   y       -                 -
*  launch  2025-12-02        2025-12-02        0m          inferred
cycle: y -> x -> y
)");
}
