// Names of enumerations, look-ups by id, owners.
#include "plan/plan.h"

#include <catch2/catch.hpp>
#include <string>

using namespace planc;

namespace {

Text text(std::string_view value) { return {value, {0, 0, 1}}; }

/// people lin and zhou, role ops held by lin and somebody unknown, phase build with task code and its step look.
Plan make_plan() {
    Plan plan;
    for (const std::string_view id : {"lin", "zhou"}) {
        plan.people.emplace_back().id = text(id);
        plan.ids[id] = {Target::Kind::person, static_cast<std::uint32_t>(plan.people.size() - 1), {}};
    }
    Role& ops = plan.roles.emplace_back();
    ops.id = text("ops");
    ops.people = {text("lin"), text("nobody")};
    plan.ids["ops"] = {Target::Kind::role, 0, {}};
    const std::string_view ids[] = {"build", "code", "look"};
    for (WorkIndex i = 0; i < 3; ++i) {
        Work& work = plan.work.emplace_back();
        work.id = text(ids[i]);
        work.parent = i == 0 ? no_work : i - 1;
        plan.ids[ids[i]] = {Target::Kind::work, i, {}};
    }
    return plan;
}

} // namespace

TEST_CASE("things are found by id and kind") {
    const Plan plan = make_plan();
    CHECK(plan.find_person("zhou") == &plan.people[1]);
    CHECK(plan.find_person("ops") == nullptr);
    CHECK(plan.find_role("ops") == &plan.roles[0]);
    CHECK(plan.find_role("lin") == nullptr);
    CHECK(plan.find_metric("lin") == nullptr);
    CHECK(plan.find_work("code") == 1);
    CHECK(plan.find_work("lin") == no_work);
    CHECK(plan.find_work("unknown") == no_work);
    CHECK(plan.find("look")->index == 2);
    CHECK(plan.find("") == nullptr);
}

TEST_CASE("an owner is the work's own, or the nearest parent's, or the plan's") {
    Plan plan = make_plan();
    CHECK_FALSE(plan.owner_of(2).given());
    plan.header.owner = text("zhou");
    CHECK(plan.owner_of(2).value == "zhou");
    plan.work[0].owner = text("ops");
    CHECK(plan.owner_of(2).value == "ops");
    plan.work[1].owner = text("lin");
    CHECK(plan.owner_of(2).value == "lin");
    CHECK(plan.owner_of(0).value == "ops");
}

TEST_CASE("a person can act for themselves, and everybody known for their role") {
    const Plan plan = make_plan();
    CHECK(plan.people_of("zhou") == std::vector<std::string_view>{"zhou"});
    CHECK(plan.people_of("ops") == std::vector<std::string_view>{"lin"});
    CHECK(plan.people_of("build").empty());
    CHECK(plan.people_of("unknown").empty());
}

TEST_CASE("values are called as a plan writes them") {
    CHECK(name(Target::Kind::rollback_step) == "rollback step");
    CHECK(name(Target::Kind::freeze) == "freeze");
    CHECK(name(WorkKind::milestone) == "milestone");
    CHECK(name(Status::cancelled) == "cancelled");
    CHECK(name(DependencyType::start_to_finish) == "start_to_finish");
    CHECK(name(PlanStatus::in_review) == "in_review");
    CHECK(name(Language::zh_cn) == "zh-CN");
    CHECK(name(Level::critical) == "critical");
    CHECK(name(Comparison::less_or_equal) == "<=");
    CHECK(name(Comparison::equal) == "=");
}

TEST_CASE("kept texts stay in their place, whatever is kept after them") {
    TextStore store;
    std::vector<std::string_view> kept;
    for (int i = 0; i < 5000; ++i) kept.push_back(store.keep("text " + std::to_string(i)));
    kept.push_back(store.keep(std::string(100000, 'x')));
    const TextStore moved = std::move(store);
    for (int i = 0; i < 5000; ++i) REQUIRE(kept[static_cast<std::size_t>(i)] == "text " + std::to_string(i));
    CHECK(kept.back().size() == 100000);
}
