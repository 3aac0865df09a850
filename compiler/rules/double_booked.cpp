#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <vector>

namespace planc {

namespace {

struct Booking {
    std::string_view person;
    Instant begin;
    Instant end;
    WorkIndex work;
};

/// Work that takes all of one person: planned by the clock, with a length, and owned by exactly one person. Work in
/// whole days leaves room for other work, and a rollout stage is watched beside it.
std::vector<Booking> exclusive_work(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    std::vector<Booking> bookings;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        const Planned& planned = analysis.schedule.work[i];
        const bool takes_hands =
            (work.kind == WorkKind::task || work.kind == WorkKind::step || work.kind == WorkKind::phase);
        if (!takes_hands || !is_leaf(plan, i) || !planned.dated || planned.whole_days || planned.span.empty()) continue;
        if (work.status.value == Status::cancelled || work.status.value == Status::done) continue;
        const Reference owner = plan.owner_of(i);
        if (!owner.given()) continue;
        const std::vector<std::string_view> people = plan.people_of(owner.value);
        if (people.size() == 1) bookings.push_back({people.front(), planned.span.begin, planned.span.end, i});
    }
    return bookings;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    std::vector<Booking> bookings = exclusive_work(analysis);
    std::sort(bookings.begin(), bookings.end(), [](const Booking& a, const Booking& b) {
        return std::tie(a.person, a.begin, a.work) < std::tie(b.person, b.begin, b.work);
    });
    const Booking* longest = nullptr; // of this person, the one so far that ends last
    for (const Booking& booking : bookings) {
        if (longest != nullptr && longest->person == booking.person && booking.begin < longest->end) {
            const Person* person = plan.find_person(booking.person);
            const Work& first = plan.work[longest->work];
            const Work& second = plan.work[booking.work];
            Diagnostic& finding = findings.add(
                start_place(second), fmt::format("{} has {} and {} to do at the same time",
                                                 quoted(person != nullptr ? person->name.value : booking.person),
                                                 called(first), called(second)));
            finding.label = fmt::format("{} to {}", begin_of(plan, analysis.schedule.work[booking.work]),
                                        end_of(plan, analysis.schedule.work[booking.work]));
            finding.others.push_back(
                {start_place(first), fmt::format("{} to {}", begin_of(plan, analysis.schedule.work[longest->work]),
                                                 end_of(plan, analysis.schedule.work[longest->work]))});
        }
        if (longest == nullptr || longest->person != booking.person || booking.end > longest->end) longest = &booking;
    }
}

} // namespace

const Rule rules::double_booked{
    .name = "double-booked",
    .group = "People",
    .severity = Severity::warning,
    .finds = "one person with two pieces of work at the same time; work in whole days and rollout stages, which leave "
             "room for others, "
             "do not count.",
    .why = "One of the two will be late, and what waits for it too.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-02 22:00, end: 23:00, owner: ning}
  - {id: notify, title: Call the shops, start: 2026-03-02 22:30, end: 22:45, owner: ning}
)",
    .mend = "Give one of them to somebody else, or let it wait for the other with `depends_on`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-02 22:00, end: 23:00, owner: ning}
  - {id: notify, title: Call the shops, duration: 15m, owner: ning, depends_on: [deploy]}
)",
    .related = "missing-owner",
    .check = check,
};

} // namespace planc
