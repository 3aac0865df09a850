// What waits for itself is shown as a path, and everything else is scheduled all the same.
#include "scheduled.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

/// `a > b > a`, with `(` before work that is reached as a part and `)` before a group reached from a part.
std::string path(const Scheduled& plan, const Cycle& cycle) {
    std::string out(plan.plan.work[cycle.front().from].id.value);
    for (std::size_t i = 0; i < cycle.size(); ++i) {
        REQUIRE(cycle[i].to == cycle[(i + 1) % cycle.size()].from);
        out += cycle[i].kind == EdgeKind::part_of ? " ( " : cycle[i].kind == EdgeKind::contains ? " ) " : " > ";
        out += plan.plan.work[cycle[i].to].id.value;
    }
    return out;
}

std::string paths(const Scheduled& plan) {
    std::string out;
    for (const Cycle& cycle : plan.schedule.cycles) out += path(plan, cycle) + '\n';
    return out;
}

std::string_view text(const Scheduled& plan, const Edge& edge) { return plan.files.at(edge.span).text(edge.span); }

} // namespace

TEST_CASE("a cycle is shown whole, each edge with its place, and what is outside is scheduled") {
    const Scheduled plan(R"(
phases:
  - {id: before, title: Before, start: 2025-12-01, duration: 1d}
  - {id: a, title: A, duration: 1d, depends_on: [before, c]}
  - {id: b, title: B, duration: 1d, depends_on: a}
  - {id: c, title: C, duration: 1d, depends_on: b + 1d}
  - {id: after, title: After, duration: 1d, depends_on: c}
  - {id: beside, title: Beside, duration: 1d, depends_on: before}
)");
    CHECK(paths(plan) == "c > a > b > c\n");
    CHECK(text(plan, plan.schedule.cycles[0][0]) == "c");
    CHECK(text(plan, plan.schedule.cycles[0][1]) == "a");
    CHECK(text(plan, plan.schedule.cycles[0][2]) == "b + 1d");
    for (const char* id : {"a", "b", "c", "after"}) CHECK(plan.dates(id) == "undated");
    CHECK(plan.dates("before") == "2025-12-01 .. 2025-12-01");
    CHECK(plan.dates("beside") == "2025-12-02 .. 2025-12-02");
    CHECK(plan.slack("beside") == 0);
    CHECK(plan.critical("before"));
}

TEST_CASE("relative times are edges of a cycle") {
    const Scheduled plan(R"(
phases:
  - {id: notice, title: Notice, start: launch - 7d, duration: 1d}
  - {id: go, title: Go, duration: 1d, depends_on: notice}
milestones:
  - {id: launch, title: Launch, depends_on: go}
)",
                         "start: 2025-12-01");
    CHECK(paths(plan) == "launch > notice > go > launch\n");
    CHECK(text(plan, plan.schedule.cycles[0][0]) == "launch - 7d");
}

TEST_CASE("work cannot wait for itself, for its group or for its part") {
    const Scheduled plan(R"(
phases:
  - {id: self, title: Self, duration: 1d, depends_on: self}
  - id: group
    title: Group
    tasks: [{id: child, title: Child, duration: 1d, depends_on: group}]
  - id: whole
    title: Whole
    depends_on: part
    tasks: [{id: other, title: Other, tasks: [{id: part, title: Part, duration: 1d}]}]
  - id: odd
    title: Odd
    start: 2025-12-01
    end: 2025-12-02
    depends_on: {on: odd, type: start_to_finish}
)");
    CHECK(paths(plan) == "self > self\n"
                         "group > child ) group\n"
                         "part > whole ( other ( part\n"
                         "odd > odd\n");
    for (const char* id : {"self", "group", "child", "whole", "other", "part", "odd"})
        CHECK(plan.dates(id) == "undated");
}

TEST_CASE("a circle through groups names them") {
    const Scheduled plan(R"(
phases:
  - id: one
    title: One
    depends_on: two
    tasks: [{id: a, title: A, duration: 1d}, {id: b, title: B, duration: 1d}]
  - id: two
    title: Two
    tasks: [{id: c, title: C, duration: 1d, depends_on: b}, {id: d, title: D, start: 2025-12-01, duration: 1d}]
)");
    CHECK(paths(plan) == "two > one ( b > c ) two\n");
    CHECK(plan.dates("a") == "undated");
    CHECK(plan.dates("d") == "2025-12-01 .. 2025-12-01");
}

TEST_CASE("of a tangle one short circle is shown, of two tangles one each, in the order of their places") {
    const Scheduled plan(R"(
phases:
  - {id: a, title: A, depends_on: [e, c]}
  - {id: b, title: B, depends_on: a}
  - {id: c, title: C, depends_on: b}
  - {id: d, title: D, depends_on: c}
  - {id: e, title: E, depends_on: d}
  - {id: x, title: X, depends_on: y}
  - {id: y, title: Y, depends_on: x}
)",
                         "start: 2025-12-01");
    CHECK(paths(plan) == "c > a > b > c\ny > x > y\n");
}

TEST_CASE("what looks like a circle and is none has dates") {
    const Scheduled plan(R"(
phases:
  - {id: watch, title: Watch, start: 2025-12-01, end: build.end + 1d}
  - {id: build, title: Build, duration: 2d, depends_on: {on: watch, type: start_to_start}}
  - {id: prepare, title: Prepare, start: 2025-12-01, end: prepare + 2d}
  - id: night
    title: Night
    start: 2025-12-01 22:00
    end: 02:00
    tasks: [{id: late, title: Late, start: night + 1h, end: night.end}]
)");
    CHECK(plan.schedule.cycles.empty());
    CHECK(plan.dates("watch") == "2025-12-01 .. 2025-12-03");
    CHECK(plan.dates("build") == "2025-12-01 .. 2025-12-02");
    CHECK(plan.dates("prepare") == "2025-12-01 .. 2025-12-02");
    CHECK(plan.dates("late") == "2025-12-01 23:00 .. 2025-12-02 02:00");
}

TEST_CASE("work relative to something unknown has no date, nor what depends on it") {
    Files files;
    Diagnostics findings;
    const auto file = files.add("x.plan.yaml", R"(
planc: 1
plan: {id: test, title: Test, start: 2025-12-01}
phases:
  - {id: a, title: A, start: nowhere - 2d, duration: 1d}
  - {id: b, title: B, duration: 1d, depends_on: a}
  - {id: c, title: C, duration: 1d, depends_on: nobody}
)");
    const Tree tree = parse_yaml(files, file, findings);
    const Plan plan = bind_plan(tree, files, file, findings);
    const Schedule schedule = make_schedule(plan);
    CHECK_FALSE(schedule.work[0].dated);
    CHECK_FALSE(schedule.work[1].dated);
    CHECK(schedule.work[2].dated);
    CHECK(schedule.edges.size() == 1);
}

TEST_CASE("a circle that goes through cancelled work is one") {
    const Scheduled plan(R"(
phases:
  - {id: a, title: A, duration: 1d, depends_on: b}
  - {id: b, title: B, start: 2025-12-01, duration: 1d, depends_on: a, status: cancelled}
  - {id: after, title: After, duration: 1d, depends_on: b}
)");
    CHECK(paths(plan) == "b > a > b\n");
    for (const char* id : {"a", "b", "after"}) CHECK(plan.dates(id) == "undated");
}
