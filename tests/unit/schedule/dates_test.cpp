// Which dates a plan gets.
#include "scheduled.h"

#include <catch2/catch.hpp>

TEST_CASE("the small plan of the language page has the dates it states") {
    const Scheduled plan(R"(
phases:
  - id: build
    title: Build and test
    tasks:
      - {id: features, title: Core features, start: 2025-11-06, end: 2025-11-20}
      - {id: hardening, title: Hardening, duration: 6wd, depends_on: [features]}
  - id: review
    title: Store review
    duration: 7d
    depends_on: [build]
    steps:
      - {do: Submit the build, verify: The console lists it, expect: Status reads "in review"}
rollout:
  - {id: gray-1, percent: 1, duration: 3d, depends_on: [review], observe: 2h}
  - {id: gray-20, percent: 20, duration: 7d, observe: 4h}
  - {id: full, percent: 100, duration: 1d}
milestones:
  - {id: launch, title: Public launch, date: 2025-12-15, depends_on: [full]}
)");
    CHECK(plan.dates("hardening") == "2025-11-21 .. 2025-11-28");
    CHECK(plan.dates("build") == "2025-11-06 .. 2025-11-28");
    CHECK(plan.dates("review") == "2025-11-29 .. 2025-12-05");
    CHECK(plan.dates("review.1") == "2025-11-29 00:00 .. 2025-11-29 00:00");
    CHECK(plan.dates("gray-1") == "2025-12-06 .. 2025-12-08");
    CHECK(plan.dates("gray-20") == "2025-12-09 .. 2025-12-15");
    CHECK(plan.dates("full") == "2025-12-16 .. 2025-12-16");
    CHECK(plan.dates("launch") == "2025-12-16 00:00 .. 2025-12-16 00:00");
    CHECK(plan.at("launch").whole_days);
    CHECK(plan.at("launch").earliest_start - plan.at("launch").span.begin == std::chrono::days{1});
    for (const char* id : {"build", "features", "hardening", "review", "gray-1", "gray-20", "full"}) {
        INFO(id);
        CHECK(plan.critical(id));
        CHECK(plan.slack(id) == -1440); // the launch is promised a day too early
    }
    CHECK(plan.slack("launch") == 0);
    CHECK(plan.local(plan.schedule.window.begin) == "2025-11-06 00:00");
    CHECK(plan.local(plan.schedule.window.end) == "2025-12-17 00:00");
    CHECK(plan.at("features").start_written);
    CHECK_FALSE(plan.at("hardening").start_written);
}

TEST_CASE("a release night runs over midnight") {
    const Scheduled plan(R"(
phases:
  - id: night
    title: The night
    start: 2025-06-25 22:00
    end: 02:00
    sequence: true
    tasks:
      - {id: check, title: Check, duration: 30m}
      - id: deploy
        title: Deploy
        duration: 1h
        steps:
          - {id: switch, do: Switch, start: deploy + 15m}
      - {id: canary, title: Canary, duration: 1h}
      - {id: tell, title: Tell, start: 2025-06-26 00:30}
      - {id: review, title: Look back, start: night.end - 15m, end: 02:00}
)");
    CHECK(plan.dates("night") == "2025-06-25 22:00 .. 2025-06-26 02:00");
    CHECK(plan.dates("check") == "2025-06-25 22:00 .. 2025-06-25 22:30");
    CHECK(plan.dates("deploy") == "2025-06-25 22:30 .. 2025-06-25 23:30");
    CHECK(plan.dates("switch") == "2025-06-25 22:45 .. 2025-06-25 22:45");
    CHECK(plan.dates("canary") == "2025-06-25 23:30 .. 2025-06-26 00:30");
    CHECK(plan.dates("tell") == "2025-06-26 00:30 .. 2025-06-26 00:30");
    CHECK(plan.dates("review") == "2025-06-26 01:45 .. 2025-06-26 02:00");
    CHECK(plan.schedule.cycles.empty());
    CHECK_FALSE(plan.at("check").whole_days);
}

TEST_CASE("two of start, end and duration fix the third") {
    const Scheduled plan(R"(
phases:
  - {id: start-end, title: A, start: 2025-12-08, end: 2025-12-10}
  - {id: start-duration, title: B, start: 2025-12-08, duration: 3d}
  - {id: end-duration, title: C, end: 2025-12-10, duration: 3d}
  - {id: all, title: D, start: 2025-12-08, end: 2025-12-10, duration: 9d}
  - {id: working, title: E, end: 2025-12-09, duration: 4wd}
  - {id: day, title: F, start: 2025-12-08}
  - {id: moment, title: G, start: 2025-12-08 10:00}
  - {id: end, title: H, depends_on: day, end: 2025-12-10}
)");
    for (const char* id : {"start-end", "start-duration", "end-duration", "all"}) {
        INFO(id);
        CHECK(plan.dates(id) == "2025-12-08 .. 2025-12-10");
        CHECK(plan.at(id).start_written);
    }
    CHECK(plan.dates("working") == "2025-12-04 .. 2025-12-09");
    CHECK(plan.dates("day") == "2025-12-08 .. 2025-12-08");
    CHECK(plan.dates("moment") == "2025-12-08 10:00 .. 2025-12-08 10:00");
    CHECK(plan.dates("end") == "2025-12-09 .. 2025-12-10");
    CHECK_FALSE(plan.at("end").start_written);
}

TEST_CASE("all four kinds of dependency, with lags") {
    const Scheduled plan(R"(
phases:
  - {id: build, title: Build, start: 2025-12-08, duration: 3d}
  - {id: fs, title: A, duration: 1d, depends_on: build + 2d}
  - {id: fs-lead, title: B, duration: 1d, depends_on: build - 1d}
  - {id: ss, title: C, duration: 1d, depends_on: {on: build, type: start_to_start, lag: 1d}}
  - {id: ff, title: D, duration: 2d, depends_on: {on: build, type: finish_to_finish, lag: 1d}}
  - {id: sf, title: E, duration: 1d, depends_on: {on: build, type: start_to_finish, lag: 2d}}
  - {id: sf-early, title: F, duration: 1d, depends_on: {on: build, type: start_to_finish}}
)",
                         "start: 2025-12-08");
    CHECK(plan.dates("fs") == "2025-12-13 .. 2025-12-13");
    CHECK(plan.dates("fs-lead") == "2025-12-10 .. 2025-12-10");
    CHECK(plan.dates("ss") == "2025-12-09 .. 2025-12-09");
    CHECK(plan.dates("ff") == "2025-12-10 .. 2025-12-11");
    CHECK(plan.dates("sf") == "2025-12-09 .. 2025-12-09");
    CHECK(plan.dates("sf-early") == "2025-12-08 .. 2025-12-08"); // nothing lets it begin before the plan
}

TEST_CASE("working lags and working days leave holidays out") {
    const Scheduled plan(R"(
calendar: {holidays: [2025-10-01 .. 2025-10-08], make_up_days: [2025-10-11]}
phases:
  - {id: freeze, title: Freeze, start: 2025-09-29, end: 2025-09-30}
  - {id: wait, title: Wait, duration: 1d, depends_on: freeze + 3wd}
  - {id: work, title: Work, duration: 3wd, depends_on: freeze}
  - {id: elapsed, title: Elapsed, duration: 3d, depends_on: freeze}
  - {id: ends, title: Ends, duration: 2wd, depends_on: {on: freeze, type: finish_to_finish, lag: 3d}}
  - {id: notice, title: Notice, start: work - 3wd}
)");
    CHECK(plan.dates("wait") == "2025-10-12 .. 2025-10-12"); // after Thursday, Friday and the worked Saturday
    CHECK(plan.dates("work") == "2025-10-09 .. 2025-10-11");
    CHECK(plan.dates("elapsed") == "2025-10-01 .. 2025-10-03");
    CHECK(plan.dates("ends") ==
          "2025-09-30 .. 2025-10-09"); // not to end in the holidays, it ends with the next day worked
    CHECK(plan.dates("notice") == "2025-09-26 00:00 .. 2025-09-26 00:00");
}

TEST_CASE("a dependency on a group waits for all of it, and a group's dependency holds for all of it") {
    const Scheduled plan(R"(
phases:
  - {id: before, title: Before, start: 2025-12-01, duration: 2d}
  - id: group
    title: Group
    depends_on: before
    tasks:
      - {id: short, title: Short, duration: 1d}
      - {id: long, title: Long, duration: 4d}
      - {id: early, title: Early, start: 2025-12-01, duration: 1d}
      - id: inner
        title: Inner
        sequence: true
        tasks:
          - {id: first, title: First, duration: 3d}
          - {id: second, title: Second, duration: 3d}
  - {id: after, title: After, duration: 1d, depends_on: group}
  - {id: when-all-started, title: Started, duration: 1d, depends_on: {on: group, type: start_to_start}}
  - {id: at-start, title: At start, start: group, duration: 1d}
)");
    CHECK(plan.dates("short") == "2025-12-03 .. 2025-12-03");
    CHECK(plan.dates("second") == "2025-12-06 .. 2025-12-08");
    CHECK(plan.dates("group") == "2025-12-01 .. 2025-12-08");
    CHECK(plan.dates("after") == "2025-12-09 .. 2025-12-09");
    CHECK(plan.dates("when-all-started") == "2025-12-06 .. 2025-12-06");
    CHECK(plan.dates("at-start") == "2025-12-01 .. 2025-12-01");
    CHECK(plan.local(plan.at("early").earliest_start) == "2025-12-03 00:00");
    CHECK(plan.local(plan.at("first").earliest_start) == "2025-12-03 00:00");
    CHECK(plan.slack("second") == 0);
    CHECK(plan.slack("long") == 2 * 1440);
    CHECK(plan.slack("early") == 7 * 1440);
    CHECK(plan.critical("group"));
}

TEST_CASE("rollout stages follow one another unless one says when it starts") {
    const Scheduled plan(R"(
phases:
  - {id: night, title: Night, start: 2025-12-01 22:00, duration: 8h}
rollout:
  within: night
  stages:
    - {id: one, percent: 1, observe: 2h}
    - id: two
      percent: 10
      observe: 1h
      steps: [{id: turn, do: Turn it up, duration: 15m}]
    - {id: three, percent: 50, start: 2025-12-02 00:30, duration: 1h}
    - {id: four, percent: 100}
)");
    CHECK(plan.dates("one") == "2025-12-01 22:00 .. 2025-12-02 00:00");
    CHECK(plan.dates("turn") == "2025-12-02 00:00 .. 2025-12-02 00:15");
    CHECK(plan.dates("two") == "2025-12-02 00:00 .. 2025-12-02 01:15"); // the watching follows the steps
    CHECK(plan.dates("three") == "2025-12-02 00:30 .. 2025-12-02 01:30");
    CHECK(plan.dates("four") == "2025-12-02 01:30 .. 2025-12-02 01:30");
}

TEST_CASE("work inside the phase of a rollout may wait for the rollout") {
    const Scheduled plan(R"(
phases:
  - id: release
    title: Release
    tasks:
      - {id: prepare, title: Prepare, start: 2025-12-03, duration: 1d}
      - {id: look, title: Look, duration: 1d, depends_on: one}
rollout:
  within: release
  stages: [{id: one, percent: 1, duration: 2d}]
)",
                         "start: 2025-12-01");
    CHECK(plan.schedule.cycles.empty());
    CHECK(plan.dates("one") == "2025-12-03 .. 2025-12-04");
    CHECK(plan.dates("look") == "2025-12-05 .. 2025-12-05");
    CHECK(plan.dates("release") == "2025-12-03 .. 2025-12-05");
}

TEST_CASE("a milestone with a date is kept by the end of that day") {
    const Scheduled plan(R"(
phases:
  - {id: kept-work, title: A, start: 2025-12-15 09:00, end: 23:59}
  - {id: late-work, title: B, start: 2025-12-15, duration: 2d}
milestones:
  - {id: kept, title: Kept, date: 2025-12-15, depends_on: kept-work}
  - {id: late, title: Late, date: 2025-12-15, depends_on: late-work}
  - {id: by-clock, title: Clock, date: 2025-12-15 12:00, depends_on: kept-work}
  - {id: inferred, title: Inferred, depends_on: [kept-work, late-work]}
  - {id: later, title: Later, date: late + 3d}
)");
    CHECK(plan.at("kept").earliest_start < plan.at("kept").span.begin);
    CHECK(plan.at("late").earliest_start - plan.at("late").span.begin == std::chrono::days{1});
    CHECK(plan.at("by-clock").earliest_start > plan.at("by-clock").span.begin);
    CHECK_FALSE(plan.at("by-clock").whole_days);
    CHECK(plan.local(plan.at("inferred").span.begin) == "2025-12-17 00:00");
    CHECK(plan.local(plan.at("later").span.begin) == "2025-12-19 00:00");
}

TEST_CASE("days from a milestone with a date are counted from its day") {
    const Scheduled plan(R"(
phases:
  - {id: notice, title: Notice, start: launch - 7d, duration: 1d}
  - {id: freeze, title: Freeze, start: launch - 3wd, end: launch}
  - {id: check, title: Check, start: launch + 3d, duration: 1d}
  - {id: next, title: Next, start: launch + 4wd, duration: 1d}
  - {id: hours, title: Hours, end: launch - 2h, duration: 1h}
milestones:
  - {id: launch, title: Launch, date: 2025-12-15}
)");
    CHECK(plan.dates("notice") == "2025-12-08 .. 2025-12-08");
    CHECK(plan.dates("freeze") == "2025-12-10 .. 2025-12-15");
    CHECK(plan.dates("check") == "2025-12-18 .. 2025-12-18");
    CHECK(plan.dates("next") == "2025-12-19 .. 2025-12-19");
    CHECK(plan.dates("hours") == "2025-12-15 21:00 .. 2025-12-15 22:00");
}

TEST_CASE("work that nothing places begins with its group, with the plan, or with the first date written") {
    const std::string text = R"(
phases:
  - {id: free, title: Free, duration: 1d}
  - id: group
    title: Group
    start: 2025-12-10
    tasks: [{id: inside, title: Inside, duration: 2d}]
  - {id: dated, title: Dated, end: 2025-12-05}
)";
    const Scheduled plain(text);
    CHECK(plain.dates("free") == "2025-12-05 .. 2025-12-05");
    CHECK(plain.dates("inside") == "2025-12-10 .. 2025-12-11");
    CHECK(plain.dates("group") == "2025-12-10 .. 2025-12-11");
    CHECK_FALSE(plain.schedule.declared);
    const Scheduled declared(text, "start: 2025-12-02, end: 2025-12-12");
    CHECK(declared.dates("free") == "2025-12-02 .. 2025-12-02");
    CHECK(declared.dates("dated") == "2025-12-02 .. 2025-12-05");
    REQUIRE(declared.schedule.declared);
    CHECK(declared.local(declared.schedule.declared->end) == "2025-12-13 00:00");
    const Scheduled undated("phases: [{id: a, title: A, duration: 1d}, {id: b, title: B, depends_on: a}]");
    CHECK(undated.dates("a") == "undated");
    CHECK(undated.dates("b") == "undated");
    CHECK(undated.schedule.window.empty());
}

TEST_CASE("slack is what work can lose, and negative where a written date is not kept") {
    const Scheduled plan(R"(
phases:
  - {id: a, title: A, start: 2025-12-01, duration: 5d}
  - {id: b, title: B, start: 2025-12-04, duration: 5d, depends_on: a}
  - {id: spare, title: Spare, start: 2025-12-01, duration: 1d}
  - {id: friday, title: Friday, start: 2025-12-05, duration: 1wd}
  - {id: monday, title: Monday, duration: 1wd, depends_on: friday}
)");
    CHECK(plan.slack("a") == -2 * 1440);
    CHECK(plan.critical("a"));
    CHECK(plan.slack("b") == 0);
    CHECK(plan.slack("spare") == 7 * 1440);
    CHECK_FALSE(plan.critical("spare"));
    CHECK(plan.dates("monday") == "2025-12-08 .. 2025-12-08");
    CHECK(plan.slack("friday") == 0);
}

TEST_CASE("a promised date is what the work before it may be late to") {
    const Scheduled plan(R"(
phases:
  - {id: build, title: Build, start: 2025-11-03, duration: 2d}
  - {id: late, title: Late, start: 2025-11-03, duration: 6d}
  - {id: after, title: After, start: 2025-11-10, duration: 20d}
milestones:
  - {id: launch, title: Launch, date: 2025-11-07, depends_on: [build]}
  - {id: broken, title: Broken, date: 2025-11-07, depends_on: [late]}
  - {id: moves, title: Moves, date: late.end + 1d}
)");
    CHECK(plan.at("build").slack == 3 * planc::minutes_per_day);
    CHECK(plan.at("launch").critical);
    CHECK(plan.at("late").slack == -1 * planc::minutes_per_day);
    CHECK(plan.at("late").critical);
    CHECK(plan.at("after").critical);
    CHECK_FALSE(plan.at("moves").critical);
}

TEST_CASE("what follows cancelled work in order follows what was before it") {
    const Scheduled plan(R"(
phases:
  - id: night
    title: The night
    start: 2025-06-25 22:00
    sequence: true
    tasks:
      - {id: skipped, title: Not this time, duration: 2h, status: cancelled}
      - {id: check, title: Check, duration: 30m}
      - {id: dropped, title: Dropped, duration: 1h, status: cancelled}
      - {id: deploy, title: Deploy, duration: 1h}
rollout:
  within: night
  stages:
    - {id: none, percent: 1, duration: 3d, status: cancelled}
    - {id: few, percent: 5, duration: 10m}
    - {id: more, percent: 20, duration: 3d, status: cancelled}
    - {id: all, percent: 100, duration: 10m}
)");
    CHECK(plan.dates("check") == "2025-06-25 22:00 .. 2025-06-25 22:30");
    CHECK(plan.dates("dropped") == "2025-06-25 22:30 .. 2025-06-25 23:30");
    CHECK(plan.dates("deploy") == "2025-06-25 22:30 .. 2025-06-25 23:30");
    CHECK(plan.dates("few") == "2025-06-25 22:00 .. 2025-06-25 22:10");
    CHECK(plan.dates("more") == "2025-06-25 22:10 .. 2025-06-28 22:10");
    CHECK(plan.dates("all") == "2025-06-25 22:10 .. 2025-06-25 22:20");
}

TEST_CASE("a group spans what is left of it once some of it is cancelled") {
    const Scheduled plan(R"(
phases:
  - id: app
    title: App
    tasks:
      - {id: early, title: Early, start: 2025-06-02, end: 2025-06-03, status: cancelled}
      - {id: phone, title: Phone, start: 2025-06-09, end: 2025-06-11}
      - {id: watch, title: Watch, start: 2025-06-20, end: 2025-06-30, status: cancelled}
  - {id: next, title: Next, duration: 1d, depends_on: app}
  - id: dropped
    title: Dropped
    status: cancelled
    tasks: [{id: part, title: Part, start: 2025-07-01, end: 2025-07-02, status: cancelled}]
)");
    CHECK(plan.dates("app") == "2025-06-09 .. 2025-06-11");
    CHECK(plan.dates("next") == "2025-06-12 .. 2025-06-12");
    CHECK(plan.dates("dropped") == "2025-07-01 .. 2025-07-02");
}

TEST_CASE("what depends on cancelled work waits for what that waited for, and not for its time") {
    const Scheduled plan(R"(
phases:
  - {id: build, title: Build, start: 2025-06-02, duration: 2d}
  - {id: audit, title: Audit, start: 2025-06-20, duration: 10d, depends_on: build, status: cancelled}
  - {id: ship, title: Ship, duration: 1d, depends_on: audit + 3d}
  - id: load
    title: Load tests
    depends_on: build
    tasks:
      - {id: heavy, title: Heavy, duration: 9d, status: cancelled}
      - {id: long, title: Long, duration: 9d, depends_on: ship, status: cancelled}
  - {id: report, title: Report, duration: 1d, depends_on: heavy}
  - {id: close, title: Close, duration: 1d, depends_on: load}
  - {id: look, title: Look back, start: audit.end + 1d, duration: 1d, status: cancelled}
)");
    CHECK(plan.dates("audit") == "2025-06-20 .. 2025-06-29");
    CHECK(plan.dates("ship") == "2025-06-04 .. 2025-06-04");
    CHECK(plan.dates("report") == "2025-06-04 .. 2025-06-04");
    CHECK(plan.dates("close") == "2025-06-05 .. 2025-06-05");
    CHECK(plan.dates("look") == "2025-07-01 .. 2025-07-01");
}

TEST_CASE("cancelled work is not critical, and does not make other work so") {
    const Scheduled plan(R"(
phases:
  - {id: build, title: Build, start: 2025-06-02, duration: 2d}
  - {id: docs, title: Docs, start: 2025-06-02, duration: 1d}
  - {id: audit, title: Audit, duration: 30d, depends_on: docs, status: cancelled}
  - {id: ship, title: Ship, duration: 1d, depends_on: [build, audit]}
)");
    CHECK(plan.critical("build"));
    CHECK(plan.critical("ship"));
    CHECK(plan.slack("docs") == 1440);
    CHECK_FALSE(plan.critical("audit"));
    CHECK(plan.dates("ship") == "2025-06-04 .. 2025-06-04");
}

TEST_CASE("a group with a time or a status of its own goes on when all in it is cancelled") {
    const Scheduled plan(R"(
phases:
  - {id: shop, title: Shop, start: 2025-06-02, duration: 5d, tasks: [{id: gifts, title: Gifts, status: cancelled}]}
  - {id: page, title: Page, status: active, tasks: [{id: news, title: News, duration: 2d, status: cancelled}]}
  - {id: after, title: After, duration: 1d, depends_on: [shop, page]}
)");
    CHECK(plan.dates("shop") == "2025-06-02 .. 2025-06-06");
    CHECK(plan.dates("page") == "2025-06-02 .. 2025-06-03");
    CHECK(plan.dates("after") == "2025-06-07 .. 2025-06-07");
}
