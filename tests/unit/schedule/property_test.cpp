// Random plans get the dates that the slow obvious scheduler gives them.
#include "random_plan.h"
#include "scheduled.h"
#include "slow_schedule.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace planc;

namespace {

/// What is known of one piece of work, as text.
std::string told(const Scheduled& plan, bool dated, Instant start, Instant end, Instant earliest, std::int64_t slack) {
    if (!dated) return "undated";
    return plan.local(start) + " .. " + plan.local(end) + ", earliest " + plan.local(earliest) + ", slack " +
           format_duration({slack, false});
}

/// Around a clock change the latest instants are only nearly those of the slow scheduler: some minutes exist twice.
void compare(const RandomPlan& text, bool with_slack = true) {
    const Scheduled plan(text.text, text.header);
    const SlowSchedule reference(plan.plan);
    INFO(text.header + '\n' + text.text);
    INFO(dump(plan.schedule, plan.plan));
    const std::vector<bool> cancelled = cancelled_work(plan.plan);
    for (WorkIndex work = 0; work < plan.plan.work.size(); ++work) {
        const Planned& planned = plan.schedule.work[work];
        const SlowSchedule::Item& item = reference.items[work];
        INFO(plan.plan.work[work].id.value);
        REQUIRE(cancelled[work] == item.cancelled);
        const std::string expected =
            item.dated() ? told(plan, true, *item.start, *item.end, item.earliest, with_slack ? item.slack : 0)
                         : "undated";
        REQUIRE(told(plan, planned.dated, planned.span.begin, planned.span.end, planned.earliest_start,
                     with_slack ? planned.slack : 0) == expected);
        if (with_slack) REQUIRE(planned.critical == (item.dated() && item.slack <= 0 && !item.cancelled));
        if (planned.dated) REQUIRE((planned.latest.begin - planned.span.begin).count() == planned.slack);
    }
    REQUIRE(plan.schedule.window == reference.window);
    REQUIRE(plan.schedule.cycles.size() == reference.circles);
    for (const Cycle& cycle : plan.schedule.cycles)
        for (std::size_t i = 0; i < cycle.size(); ++i) {
            REQUIRE(cycle[i].to == cycle[(i + 1) % cycle.size()].from);
            const bool group = plan.plan.work[cycle[i].to].end_of_descendants > cycle[i].to + 1;
            if (!group) REQUIRE_FALSE(plan.schedule.work[cycle[i].to].dated);
        }
}

} // namespace

TEST_CASE("random plans are scheduled as by the slow scheduler") {
    std::mt19937 random(20251208);
    for (int i = 0; i < 3000; ++i) compare(random_plan(random, {}));
}

TEST_CASE("random plans without circles are scheduled as by the slow scheduler") {
    std::mt19937 random(20251209);
    for (int i = 0; i < 2000; ++i) compare(random_plan(random, {.circles = false}));
}

TEST_CASE("random plans without written times are scheduled as by the slow scheduler") {
    std::mt19937 random(20251210);
    for (int i = 0; i < 1000; ++i) compare(random_plan(random, {.written_times = false, .circles = false}));
}

TEST_CASE("random plans with much that is cancelled are scheduled as by the slow scheduler") {
    std::mt19937 random(20251212);
    for (int i = 0; i < 3000; ++i) compare(random_plan(random, {.circles = i % 2 == 0, .cancelled = 35}));
}

TEST_CASE("random plans around a clock change are scheduled as by the slow scheduler") {
    std::mt19937 random(20251026);
    for (int i = 0; i < 1000; ++i) compare(random_plan(random, {.circles = false, .clock_changes = true}), false);
}

namespace {

/// Working time that may not end before a moment on a day off takes the whole next working day instead, and so ends
/// later than it would have to for a moment somewhat later; the slack of what it waits for does not see that.
bool may_jump(const Plan& plan) {
    return std::any_of(plan.work.begin(), plan.work.end(), [](const Work& work) {
        return work.duration.value.working &&
               std::any_of(work.depends_on.begin(), work.depends_on.end(), [](const Dependency& dependency) {
                   return dependency.type == DependencyType::finish_to_finish ||
                          dependency.type == DependencyType::start_to_finish;
               });
    });
}

/// When the last work ends that is not cancelled.
Instant end_of(const Scheduled& plan) {
    const std::vector<bool> cancelled = cancelled_work(plan.plan);
    Instant end = plan.schedule.window.begin;
    for (WorkIndex work = 0; work < plan.plan.work.size(); ++work)
        if (!cancelled[work]) end = std::max(end, plan.schedule.work[work].span.end);
    return end;
}

/// The end of the plan if one of its phases starts at `instant`.
Instant end_with(const RandomPlan& text, const Scheduled& plan, std::string_view id, Instant instant) {
    std::string moved = text.text;
    moved.insert(moved.find(", title", moved.find(fmt::format("id: {},", id))), ", start: " + plan.local(instant));
    return end_of(Scheduled(moved, text.header));
}

} // namespace

TEST_CASE("work that starts as late as its slack allows does not move the end of the plan, a minute later it does") {
    std::mt19937 random(20251211);
    std::size_t tried = 0;
    for (int i = 0; i < 1800; ++i) {
        const RandomPlan text = random_plan(random, {.written_times = false, .circles = false});
        const Scheduled plan(text.text, text.header);
        if (!plan.schedule.cycles.empty() || may_jump(plan.plan)) continue;
        const std::vector<bool> cancelled = cancelled_work(plan.plan);
        for (WorkIndex index = 0; index < plan.plan.work.size(); ++index) {
            const Work& work = plan.plan.work[index];
            const bool group = work.end_of_descendants > index + 1;
            // A stage with a start of its own leaves the row of the stages; a milestone has a date instead.
            if (group || cancelled[index] || (work.kind != WorkKind::phase && work.kind != WorkKind::task)) continue;
            const Planned& planned = plan.schedule.work[index];
            INFO(text.header + '\n' + text.text + '\n' + dump(plan.schedule, plan.plan));
            INFO(work.id.value);
            REQUIRE(planned.slack >= 0);
            REQUIRE(end_with(text, plan, work.id.value, planned.latest.begin) == end_of(plan));
            // Of several children that open a group each is told to hold its start, though one would do.
            if (text.text.find("within:") != std::string::npos) continue;
            Instant too_late = planned.latest.begin + minutes{1};
            if (work.duration.value.working) too_late = plan.plan.calendar.next_working(too_late);
            REQUIRE(end_with(text, plan, work.id.value, too_late) > end_of(plan));
            ++tried;
        }
    }
    CHECK(tried > 1000);
}
