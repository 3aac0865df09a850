// Plans that are large in one direction.
#include "scheduled.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <deque>

using namespace planc;

namespace {

/// A plan of leaves of one day each, without a file.
struct Row {
    explicit Row(std::size_t count) {
        plan.calendar.prepare();
        plan.header.start.form = WrittenInstant::Form::date;
        plan.header.start.date = Date{std::chrono::year{2025} / 12 / 1};
        for (std::size_t i = 0; i < count; ++i) {
            const auto index = static_cast<WorkIndex>(i);
            Work work;
            work.id = {ids.emplace_back("w" + std::to_string(i)), span()};
            work.duration = {{minutes_per_day, false}, span()};
            work.end_of_descendants = index + 1;
            plan.ids.try_emplace(work.id.value, {Target::Kind::work, index, work.id.span});
            plan.work.push_back(std::move(work));
        }
    }

    void depend(std::size_t work, std::size_t on) {
        plan.work[work].depends_on.push_back({{ids[on], span()}, DependencyType::finish_to_start, {}, span()});
    }

    Span span() {
        ++place;
        return {0, place, place + 1};
    }

    Plan plan;
    std::deque<std::string> ids;
    std::uint32_t place = 1;
};

constexpr std::size_t many = 200000;

} // namespace

TEST_CASE("a chain of very many is scheduled, in either direction of the file") {
    for (const bool forward : {true, false}) {
        Row row(many);
        for (std::size_t i = 1; i < many; ++i) row.depend(forward ? i : i - 1, forward ? i - 1 : i);
        const Schedule schedule = make_schedule(row.plan);
        CHECK(schedule.cycles.empty());
        CHECK((schedule.window.end - schedule.window.begin).count() == many * minutes_per_day);
        CHECK(
            std::all_of(schedule.work.begin(), schedule.work.end(), [](const Planned& work) { return work.critical; }));
    }
}

TEST_CASE("a circle of very many is told whole") {
    Row row(many);
    for (std::size_t i = 0; i < many; ++i) row.depend(i, (i + 1) % many);
    const Schedule schedule = make_schedule(row.plan);
    REQUIRE(schedule.cycles.size() == 1);
    CHECK(schedule.cycles[0].size() == many);
    CHECK(std::none_of(schedule.work.begin(), schedule.work.end(), [](const Planned& work) { return work.dated; }));
}

TEST_CASE("groups that wait for groups, with very many children, are no product") {
    Row row(many);
    const auto half = static_cast<WorkIndex>(many / 2);
    const auto group = [&row](WorkIndex first, WorkIndex end) {
        Work& work = row.plan.work[first];
        work.end_of_descendants = end;
        work.duration = {};
        for (WorkIndex i = first + 1; i < end; ++i) row.plan.work[i].parent = first;
    };
    group(0, half);
    group(half, static_cast<WorkIndex>(many));
    for (const auto type : {DependencyType::finish_to_start, DependencyType::start_to_start,
                            DependencyType::finish_to_finish, DependencyType::start_to_finish})
        row.plan.work[half].depends_on.push_back({{row.ids[0], row.span()}, type, {}, row.span()});
    const Schedule schedule = make_schedule(row.plan);
    CHECK(schedule.edges.size() == 4);
    CHECK((schedule.window.end - schedule.window.begin).count() == 2 * minutes_per_day);
}
