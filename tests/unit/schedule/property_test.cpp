// Random plans get the dates that the slow obvious scheduler gives them.
#include "random_plan.h"
#include "scheduled.h"
#include "slow_schedule.h"

#include <catch2/catch.hpp>

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
    for (WorkIndex work = 0; work < plan.plan.work.size(); ++work) {
        const Planned& planned = plan.schedule.work[work];
        const SlowSchedule::Item& item = reference.items[work];
        INFO(plan.plan.work[work].id.value);
        const std::string expected =
            item.dated() ? told(plan, true, *item.start, *item.end, item.earliest, with_slack ? item.slack : 0)
                         : "undated";
        REQUIRE(told(plan, planned.dated, planned.span.begin, planned.span.end, planned.earliest_start,
                     with_slack ? planned.slack : 0) == expected);
        if (with_slack) REQUIRE(planned.critical == (item.dated() && item.slack <= 0));
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

TEST_CASE("random plans around a clock change are scheduled as by the slow scheduler") {
    std::mt19937 random(20251026);
    for (int i = 0; i < 1000; ++i) compare(random_plan(random, {.circles = false, .clock_changes = true}), false);
}
