#include "rules/list.h"
#include "rules/owners.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

/// When people are away, in order; absences that overlap or follow one another are one.
class Absences {
public:
    explicit Absences(const Plan& plan) {
        for (const Person& person : plan.people) {
            if (person.away.empty()) continue;
            std::vector<Absence> away = person.away;
            std::sort(away.begin(), away.end(),
                      [](const Absence& a, const Absence& b) { return a.dates.first < b.dates.first; });
            std::vector<Absence>& joined = of_[&person];
            for (const Absence& one : away) {
                if (one.dates.last < one.dates.first) continue;
                if (joined.empty() || one.dates.first > joined.back().dates.last + std::chrono::days{1}) {
                    joined.push_back(one);
                } else {
                    joined.back().dates.last = std::max(joined.back().dates.last, one.dates.last);
                }
            }
        }
    }

    bool empty() const { return of_.empty(); }

    /// The absence that holds all these days, or null.
    const Absence* over(const Person* person, const DateRange& days) const {
        const auto found = of_.find(person);
        if (found == of_.end()) return nullptr;
        const std::vector<Absence>& away = found->second;
        const auto after = std::upper_bound(away.begin(), away.end(), days.first,
                                            [](Date day, const Absence& one) { return day < one.dates.first; });
        return after != away.begin() && days.last <= (after - 1)->dates.last ? &*(after - 1) : nullptr;
    }

private:
    std::unordered_map<const Person*, std::vector<Absence>> of_;
};

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), findings_(findings), absences_(plan_),
          outermost_(outermost_work(plan_)) {}

    void run() {
        if (absences_.empty()) return;
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            if (plan_.work[i].kind == WorkKind::milestone || !is_childless(plan_, i)) continue;
            if (!analysis_.cancelled[i] && !analysis_.done[i]) look_at(i);
        }
    }

private:
    const Planned& planned(WorkIndex index) const { return analysis_.schedule.work[index]; }

    bool has_a_time(WorkIndex index) const {
        const Work& work = plan_.work[index];
        return !planned(index).span.empty() || work.start.given() || work.end.given();
    }

    /// The working days of the work, or all its days if none of them is worked.
    DateRange days_of(WorkIndex index) const {
        const Calendar& calendar = plan_.calendar;
        const Interval& span = planned(index).span;
        const DateRange all{calendar.date_of(span.begin),
                            calendar.date_of(span.empty() ? span.begin : span.end - minutes{1})};
        // Who works by the clock comes in on that day, whichever it is.
        if (!planned(index).whole_days) return all;
        const DateRange worked{calendar.date_of(calendar.next_working(span.begin)),
                               calendar.date_of(calendar.previous_working(span.end) - minutes{1})};
        return worked.first < all.first || worked.last > all.last || worked.last < worked.first ? all : worked;
    }

    const Candidates& candidates(std::string_view owner) {
        const auto [found, is_new] = known_.try_emplace(owner);
        if (is_new) found->second = candidates_of(plan_, owner);
        return found->second;
    }

    bool all_away(const Candidates& who, const DateRange& days) const {
        return std::all_of(who.people.begin(), who.people.end(),
                           [&](const Person* person) { return absences_.over(person, days) != nullptr; });
    }

    void look_at(WorkIndex index) {
        const Reference owner = plan_.owner_of(index);
        if (!owner.given() || !candidates(owner.value).known) return;
        const Candidates& who = candidates(owner.value);
        // A step without a time is done some time within its task.
        WorkIndex timed = index;
        while (timed != no_work && planned(timed).dated && !has_a_time(timed)) timed = plan_.work[timed].parent;
        if (timed == no_work || !planned(timed).dated || planned(timed).span.end < planned(timed).span.begin) return;
        const DateRange days = days_of(timed);
        const bool whole = all_away(who, days);
        const bool can_move = timed != index || plan_.work[index].status.value == Status::active;
        if (!whole && (can_move || !all_away(who, {days.first, days.first}))) return;
        // The rest of a phase is late because of the same absence.
        if (told_.emplace(owner.span, outermost_[index], absences_.over(who.people.front(), {days.first, days.first}))
                .second)
            report(index, timed, owner, who, days, whole);
    }

    void report(WorkIndex index, WorkIndex timed, const Reference& owner, const Candidates& who, const DateRange& days,
                bool whole) {
        std::vector<std::string> names;
        for (const Person* person : who.people)
            names.push_back(quoted(person->name.given() ? person->name.value : person->id.value));
        const std::string_view verb = names.size() == 1 ? "is" : "are";
        const std::string people =
            names.size() <= most_labels ? listed(names) : fmt::format("all {} people who could do it", names.size());
        const Work& work = plan_.work[index];
        const std::string message = whole ? fmt::format("{} {} away for all of {}", people, verb, called(work))
                                          : fmt::format("{} {} away when {} starts", people, verb, called(work));
        // Who answers for the whole plan may have given the work to somebody without saying so.
        const bool of_the_plan = owner.span == plan_.header.owner.span;
        Diagnostic& finding =
            findings_.add(of_the_plan ? Severity::warning : Severity::error, start_place(work), message);
        finding.label = when(analysis_, timed);
        for (std::size_t i = 0; i < who.people.size() && i < most_labels; ++i) {
            const Absence* away = absences_.over(who.people[i], {days.first, whole ? days.last : days.first});
            if (away != nullptr) finding.others.push_back({away->span, fmt::format("{} is away", names[i])});
        }
        finding.others.push_back({owner.span, fmt::format("{} {}", quoted(owner.value),
                                                          of_the_plan ? "answers for the whole plan" : "owns it")});
    }

    const Analysis& analysis_;
    const Plan& plan_;
    Findings& findings_;
    Absences absences_;
    std::vector<WorkIndex> outermost_;
    std::unordered_map<std::string_view, Candidates> known_;
    std::set<std::tuple<Span, WorkIndex, const Absence*>> told_;
};

void check(const Analysis& analysis, Findings& findings) {
    const PlanStatus status = analysis.plan.header.status.value;
    if (status == PlanStatus::done || status == PlanStatus::abandoned) return;
    if (analysis.plan.calendar.counted) return; // which days they will be is not known
    Check(analysis, findings).run();
}

} // namespace

const Rule rules::absent_owner{
    .name = "absent-owner",
    .group = "People",
    .severity = Severity::error,
    .finds = "work or a rollout stage when everybody who could do it, its owners and whoever stands in for them, is "
             "away for all of it or on the day it starts. Where only the plan itself has an owner, it is a warning.",
    .why = "The day comes, and nobody is there.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning, away: [2026-03-02 .. 2026-03-04]}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-03, duration: 2d, owner: ning}
)",
    .mend = "Give it to somebody who is there, name a `backup` who is, or move it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning, backup: tao, away: [2026-03-02 .. 2026-03-04]}
  tao: {name: Tao}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-03, duration: 2d, owner: ning}
)",
    .related = "double-booked missing-owner",
    .check = check,
};

} // namespace planc
