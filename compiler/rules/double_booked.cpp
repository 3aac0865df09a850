#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

struct Booking {
    std::string_view person;
    Instant begin;
    Instant end;
    WorkIndex work;
};

// Nobody is at one thing for longer than this without a break in which another fits.
constexpr std::int64_t longest_shift = 16 * 60;

/// The one person an owner stands for, or nothing if it is several or nobody.
class Persons {
public:
    explicit Persons(const Plan& plan) : plan_(plan) {}

    std::string_view only_one(std::string_view owner) {
        const auto [found, is_new] = known_.try_emplace(owner);
        if (is_new) {
            const std::vector<std::string_view> people = plan_.people_of(owner);
            if (people.size() == 1) found->second = people.front();
        }
        return found->second;
    }

private:
    const Plan& plan_;
    std::unordered_map<std::string_view, std::string_view> known_;
};

/// The owner of the work or of a group around it; who answers for the whole plan does not do all of it.
std::string_view doer_of(const Plan& plan, WorkIndex work) {
    for (; work != no_work; work = plan.work[work].parent) {
        if (plan.work[work].owner.given()) return plan.work[work].owner.value;
    }
    return {};
}

/// Work that takes all of one person: planned by the clock, with a length, and owned by exactly one person. Work in
/// whole days leaves room for other work, and a rollout stage is watched beside it.
std::vector<Booking> exclusive_work(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    const std::vector<bool>& cancelled = analysis.cancelled;
    const std::vector<bool>& done = analysis.done;
    Persons persons(plan);
    std::vector<Booking> bookings;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        const Planned& planned = analysis.schedule.work[i];
        const bool takes_hands =
            (work.kind == WorkKind::task || work.kind == WorkKind::step || work.kind == WorkKind::phase);
        if (!takes_hands || !is_childless(plan, i) || !planned.dated || planned.whole_days) continue;
        if (planned.span.empty() || (planned.span.end - planned.span.begin).count() > longest_shift) continue;
        if (cancelled[i] || done[i]) continue;
        const std::string_view owner = doer_of(plan, i);
        const std::string_view person = owner.empty() ? owner : persons.only_one(owner);
        if (!person.empty()) bookings.push_back({person, planned.span.begin, planned.span.end, i});
    }
    return bookings;
}

/// `others` more pieces of work lie in the time of the first, beside the second.
void report(const Analysis& analysis, const Booking& first, const Booking& second, std::size_t others,
            Findings& findings) {
    const Plan& plan = analysis.plan;
    const Person* person = plan.find_person(first.person);
    const Work& one = plan.work[first.work];
    const Work& other = plan.work[second.work];
    Diagnostic& finding =
        findings.add(start_place(other),
                     fmt::format("{} has {} and {} to do at the same time",
                                 quoted(person != nullptr && person->name.given() ? person->name.value : first.person),
                                 called(one), called(other)));
    finding.label = when(analysis, second.work);
    finding.others.push_back({start_place(one), when(analysis, first.work)});
    if (others > 0) finding.notes.push_back(fmt::format("and {} more at that time", others));
    const bool siblings = one.parent != no_work && one.parent == other.parent;
    if (siblings && !one.start.given() && !other.start.given())
        finding.help =
            fmt::format("if they follow one another, write `sequence: true` in {}", called(plan.work[one.parent]));
}

void check(const Analysis& analysis, Findings& findings) {
    std::vector<Booking> bookings = exclusive_work(analysis);
    std::sort(bookings.begin(), bookings.end(), [](const Booking& a, const Booking& b) {
        return std::tie(a.person, a.begin, a.work) < std::tie(b.person, b.begin, b.work);
    });
    for (std::size_t i = 0; i < bookings.size();) {
        // All that overlaps, directly or through others, is told once.
        const Booking& first = bookings[i];
        Instant end = first.end;
        std::size_t next = i + 1;
        while (next < bookings.size() && bookings[next].person == first.person && bookings[next].begin < end) {
            end = std::max(end, bookings[next].end);
            ++next;
        }
        if (next > i + 1) report(analysis, first, bookings[i + 1], next - i - 2, findings);
        i = next;
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
