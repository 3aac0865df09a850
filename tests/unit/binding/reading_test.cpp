// What a plan holds after binding: values, places, order, ids.
#include "bound.h"

#include <catch2/catch.hpp>

using namespace planc;
using namespace std::chrono;

namespace {

Date date(int y, unsigned m, unsigned d) { return Date{year{y} / month{m} / day{d}}; }

const std::string head = "planc: 1\nplan: {id: demo, title: Demo}\n";

} // namespace

TEST_CASE("work stands parents first, tasks before steps, then stages, then milestones") {
    const Bound bound(head + R"(
milestones: [{title: Launch}]
rollout: [{percent: 5, steps: [{do: Watch}]}, {id: full, percent: 100}]
phases:
  - title: Build
    steps: [{do: Look}, {id: sign, do: Sign}]
    tasks:
      - {title: Code, tasks: [{title: Core}, {title: Edge}]}
      - {id: test, title: Test}
  - {id: review, title: Review, steps: [{do: Submit}]}
)");
    REQUIRE(bound.findings.empty());
    const Plan& plan = bound.plan;
    std::vector<std::string> order;
    for (const Work& work : plan.work) order.emplace_back(work.id.value);
    CHECK(order == std::vector<std::string>{"phase.1", "phase.1.1", "phase.1.1.1", "phase.1.1.2", "test", "phase.1.3",
                                            "sign", "review", "review.1", "stage.1", "stage.1.1", "full",
                                            "milestone.1"});
    CHECK(plan.work[0].end_of_descendants == 7);
    CHECK(plan.work[1].end_of_descendants == 4);
    CHECK(plan.work[3].parent == 1);
    CHECK(plan.work[6].parent == 0);
    CHECK(plan.work[6].number == 2); // the second step
    CHECK(plan.work[6].kind == WorkKind::step);
    CHECK(plan.work[7].parent == no_work);
    CHECK_FALSE(plan.work[0].id_written);
    CHECK(bound.text(plan.work[0].id.span) == "Build");
    CHECK(plan.work[4].id_written);
    CHECK(bound.text(plan.work[4].id.span) == "test");
    REQUIRE(plan.rollout.stages.size() == 2);
    CHECK(plan.rollout.stages[1].work == 11);
    CHECK(plan.milestones.at(0).work == 12);
    CHECK(plan.find_work("phase.1.1.2") == 3);
}

TEST_CASE("values and the places where they are written") {
    const Bound bound(head + R"(
people:
  lin: Lin
  zhou: {name: Zhou, away: [2025-12-24 .. 2025-12-26, 2026-01-02]}
metrics:
  crash-rate: {title: Crash rate, rollback: "> 0.5% for 2m"}
phases:
  - {id: build, title: Build, start: 2025-06-25 22:00, end: 02:00, status: active}
  - id: test
    title: "Te\u0073t"
    owner: lin
    start: build.end + 2h
    duration: 6wd
    depends_on: [build + 2d, {on: build, type: start_to_start, lag: -4h}]
rollout:
  within: test
  stages: [{percent: 2..5, users: 500, observe: 2h, gates: [crash-rate, {metric: crash-rate, target: "< 0.1%"}]}]
)");
    REQUIRE(bound.findings.empty());
    const Plan& plan = bound.plan;
    CHECK(plan.people[0].name.value == "Lin");
    CHECK(bound.text(plan.people[1].id.span) == "zhou");
    CHECK(plan.people[1].away[0].dates.last == date(2025, 12, 26));
    CHECK(plan.people[1].away[1].dates.first == date(2026, 1, 2));
    const Condition& rollback = plan.metrics[0].rollback;
    CHECK(rollback.comparison == Comparison::greater);
    CHECK(rollback.number == 0.5);
    CHECK(rollback.unit == "%");
    CHECK(rollback.lasting == Duration{2, false});
    CHECK(rollback.text == "> 0.5% for 2m");
    const Work& build = plan.work[0];
    CHECK(build.start.form == WrittenInstant::Form::date_time);
    CHECK(build.end.form == WrittenInstant::Form::clock);
    CHECK(build.end.minute == 120);
    CHECK(build.status.value == Status::active);
    const Work& test = plan.work[1];
    CHECK(test.title.value == "Test");
    CHECK(bound.text(test.title.span) == "\"Te\\u0073t\"");
    CHECK(bound.text(test.start.target_span) == "build");
    CHECK(test.start.anchor == Anchor::end);
    CHECK(test.duration.value == Duration{6 * 1440, true});
    REQUIRE(test.depends_on.size() == 2);
    CHECK(test.depends_on[0].on.value == "build");
    CHECK(bound.text(test.depends_on[0].on.span) == "build");
    CHECK(bound.text(test.depends_on[0].span) == "build + 2d");
    CHECK(test.depends_on[0].lag == Duration{2880, false});
    CHECK(test.depends_on[1].type == DependencyType::start_to_start);
    CHECK(test.depends_on[1].lag == Duration{-240, false});
    CHECK(plan.rollout.within.value == "test");
    CHECK(bound.text(plan.rollout.span) == "rollout");
    const Stage& stage = plan.rollout.stages.at(0);
    CHECK(stage.percent.value.first == 2);
    CHECK(stage.percent.value.last == 5);
    CHECK(stage.users.value.last == 500);
    CHECK_FALSE(stage.gates[0].condition.given());
    CHECK(stage.gates[1].condition.number == 0.1);
}

TEST_CASE("what the plan does not say has the language's defaults") {
    const Bound bound(head);
    REQUIRE(bound.findings.empty());
    const Plan& plan = bound.plan;
    CHECK(plan.header.status.value == PlanStatus::draft);
    CHECK(plan.header.language.value == Language::zh_cn);
    CHECK(plan.header.timezone.value == "Asia/Shanghai");
    CHECK(plan.calendar.zone.name() == "Asia/Shanghai");
    CHECK_FALSE(plan.header.status.given());
    CHECK_FALSE(plan.rollback.span);
    CHECK(plan.calendar.is_working_day(date(2025, 12, 5)));
    CHECK_FALSE(plan.calendar.is_working_day(date(2025, 12, 6)));
}

TEST_CASE("the calendar is ready for use") {
    const Bound bound(R"(
planc: 1
plan: {id: demo, title: Demo, timezone: Europe/Berlin}
calendar:
  working_days: [mon, sat]
  hours: 09:30 .. 18:00
  holidays: [2026-01-05, {dates: 2026-01-10 .. 2026-01-20, title: Spring}]
  make_up_days: [2026-01-12]
  freezes: [{id: year-end, title: Accounts, start: 2025-12-25, end: 2026-01-05}]
)");
    REQUIRE(bound.findings.empty());
    const Calendar& calendar = bound.plan.calendar;
    CHECK(calendar.zone.name() == "Europe/Berlin");
    CHECK(calendar.hours.begin == 570);
    CHECK(calendar.is_working_day(date(2026, 1, 3)));
    CHECK_FALSE(calendar.is_working_day(date(2026, 1, 2)));
    CHECK_FALSE(calendar.is_working_day(date(2026, 1, 5)));
    CHECK_FALSE(calendar.is_working_day(date(2026, 1, 17)));
    CHECK(calendar.is_working_day(date(2026, 1, 12)));
    CHECK(bound.plan.holidays.at(1).title.value == "Spring");
    CHECK(bound.plan.freezes.at(0).title.value == "Accounts");
    CHECK(bound.plan.find("year-end")->kind == Target::Kind::freeze);
}

TEST_CASE("items without an id get one from their place, and no two the same") {
    const Bound bound(head + R"(
checklists:
  - {title: First, items: [One, {id: two, check: Two}, Three]}
  - {id: second, title: Second, items: [One]}
risks: [{title: Slow}, {title: Wet}]
phases: [{id: rollback, title: Practise, steps: [{do: Go back}]}]
rollback: {steps: [{do: Go back}, {do: Look}]}
)");
    REQUIRE(bound.findings.empty());
    const Plan& plan = bound.plan;
    CHECK(plan.checklists[0].id.value == "checklist.1");
    CHECK(plan.checklists[0].items[2].id.value == "checklist.1.3");
    CHECK(plan.checklists[1].items[0].id.value == "second.1");
    CHECK(plan.risks[1].id.value == "risk.2");
    CHECK(plan.work[1].id.value == "rollback.1");
    CHECK(plan.rollback.steps[0].id.value == "rollback.1.2");
    CHECK(plan.rollback.steps[1].id.value == "rollback.2");
    CHECK(plan.find("two")->kind == Target::Kind::check_item);
    CHECK(plan.ids.size() == 12);
}

TEST_CASE("what is well formed is kept beside what is not") {
    const Bound bound(head + R"(
people: {lin: {name: Lin, phone: [1]}, 7: Seven}
phases:
  - {id: build, title: Build, duration: 3x, colour: red, depends_on: [nothing, 2x y, test]}
  - {id: test}
  - just text
)");
    CHECK(bound.findings.size() == 8);
    const Plan& plan = bound.plan;
    CHECK(plan.people.at(0).name.value == "Lin");
    CHECK(plan.people.size() == 2);
    REQUIRE(plan.work.size() == 2);
    CHECK_FALSE(plan.work[0].duration.given());
    CHECK(plan.work[0].depends_on.size() == 3);
    CHECK(plan.find_work("test") == 1);
}

TEST_CASE("a plan can be moved without losing what it looks into") {
    Bound bound(head + "phases: [{title: One, tasks: [{title: Two}]}]\n");
    const Plan moved = std::move(bound.plan);
    CHECK(moved.work[1].id.value == "phase.1.1");
    CHECK(moved.find_work("phase.1.1") == 1);
}

TEST_CASE("a dump shows what the plan holds, by key") {
    const Bound bound(head + R"(
phases: [{title: Build, depends_on: phase.1, notes: "one\ntwo"}]
milestones: [{id: launch, title: Launch, date: 2025-12-15, launch: true}]
)");
    const std::string text = dump(bound.plan);
    CHECK(text.find("phases:\n  phase:\n    id: phase.1\n    title: Build\n") != std::string::npos);
    CHECK(text.find("    notes: |\n      one\n      two\n") != std::string::npos);
    CHECK(text.find("    date: 2025-12-15\n    launch: true\n") != std::string::npos);
}
