// Local times where the clock is set forward or back.
#include "scheduled.h"

#include <catch2/catch.hpp>

using namespace planc;

TEST_CASE("a night with a clock change is as long as it really is") {
    const Scheduled spring(R"(
phases:
  - {id: night, title: Night, start: 2025-03-29 22:00, duration: 6h}
  - {id: day, title: Day, start: 2025-03-30, duration: 1d}
  - {id: after, title: After, duration: 1d, depends_on: day}
  - {id: until, title: Until, start: 2025-03-29 22:00, end: 04:00}
)",
                           "timezone: Europe/Berlin");
    CHECK(spring.dates("night") == "2025-03-29 22:00 .. 2025-03-30 05:00");
    CHECK(spring.dates("day") == "2025-03-30 .. 2025-03-30");
    CHECK(spring.at("day").span.end - spring.at("day").span.begin == std::chrono::hours{23});
    CHECK(spring.dates("after") == "2025-03-31 .. 2025-03-31");
    CHECK(spring.dates("until") == "2025-03-29 22:00 .. 2025-03-30 04:00");
    const Scheduled autumn(R"(
phases:
  - {id: night, title: Night, start: 2025-10-25 22:00, duration: 6h}
  - {id: long, title: Long, start: 2025-10-26, duration: 1d}
)",
                           "timezone: Europe/Berlin");
    CHECK(autumn.dates("night") == "2025-10-25 22:00 .. 2025-10-26 03:00");
    CHECK(autumn.dates("long") == "2025-10-26 .. 2025-10-26");
    CHECK(autumn.critical("long"));
}

TEST_CASE("a local time that does not exist is told, with the jump") {
    const Scheduled plan(R"(
phases:
  - {id: night, title: Night, start: 2025-03-30 02:30, duration: 1h}
)",
                         "timezone: Europe/Berlin");
    REQUIRE(plan.schedule.findings.size() == 1);
    const Diagnostic& finding = plan.schedule.findings[0];
    CHECK(finding.rule == "bad-value");
    CHECK(finding.severity == Severity::error);
    CHECK(finding.message == "`2025-03-30 02:30` does not exist in Europe/Berlin");
    CHECK(finding.label == "the clock jumps from 02:00 to 03:00");
    CHECK(finding.help == "write a time before 02:00 or from 03:00 on");
    CHECK(plan.files.at(finding.span).text(finding.span) == "2025-03-30 02:30");
    CHECK(plan.dates("night") == "2025-03-30 03:00 .. 2025-03-30 04:00");
}

TEST_CASE("a local time that comes twice is told, with both instants") {
    const Scheduled plan(R"(
phases:
  - {id: night, title: Night, start: 2025-10-25 22:00, end: 02:30}
calendar: {freezes: [{title: Freeze, start: 2025-10-26 02:00, end: 2025-10-26 03:00}]}
)",
                         "timezone: Europe/Berlin");
    REQUIRE(plan.schedule.findings.size() == 2);
    const Diagnostic& finding = plan.schedule.findings[0];
    CHECK(finding.message == "`2025-10-26 02:30` comes twice in Europe/Berlin");
    CHECK(finding.label == "the clock goes back from 03:00 to 02:00");
    REQUIRE(finding.notes.size() == 1);
    CHECK(finding.notes[0] == "it is 2025-10-26 00:30 UTC at first, and 2025-10-26 01:30 UTC again");
    CHECK(finding.help == "write a time before 02:00 or from 03:00 on");
    CHECK(plan.files.at(finding.span).text(finding.span) == "02:30");
    const Diagnostic& freeze = plan.schedule.findings[1];
    CHECK(plan.files.at(freeze.span).text(freeze.span) == "2025-10-26 02:00");
}

TEST_CASE("a clock set forward at midnight leaves dates as they are") {
    const Scheduled plan(R"(
phases:
  - {id: day, title: Day, start: 2024-03-31, duration: 1d}
  - {id: after, title: After, duration: 1d, depends_on: day}
)",
                         "timezone: Asia/Beirut");
    CHECK(plan.schedule.findings.empty());
    CHECK(plan.dates("day") == "2024-03-31 .. 2024-03-31");
    CHECK(plan.dates("after") == "2024-04-01 .. 2024-04-01");
}
