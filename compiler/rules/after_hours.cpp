#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

// What goes on for longer goes on by itself at night.
constexpr std::int64_t longest_shift = minutes_per_day;

/// How people write that somebody can be called at any time.
constexpr std::array<std::string_view, 12> on_call_words{"on call", "on-call",     "oncall",      "on duty",
                                                         "duty",    "standby",     "stand-by",    "24/7",
                                                         "24x7",    "after hours", "night shift", "round the clock"};
constexpr std::array<std::string_view, 6> on_call_characters{"值班", "值守", "待命", "夜班", "随时", "全天"};

bool says_on_call(std::string_view text) {
    for (const std::string_view word : on_call_characters) {
        if (text.find(word) != std::string_view::npos) return true;
    }
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b; };
    return std::any_of(on_call_words.begin(), on_call_words.end(), [&](std::string_view word) {
        return std::search(text.begin(), text.end(), word.begin(), word.end(), same) != text.end();
    });
}

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), schedule_(analysis.schedule), findings_(findings) {
        const WorkIndex within = plan_.find_work(plan_.rollout.within.value);
        if (within != no_work && schedule_.work[within].dated) windows_.push_back(schedule_.work[within].span);
        // Whole days say nothing about hours.
        if (schedule_.declared && (by_the_clock(plan_.header.start) || by_the_clock(plan_.header.end)))
            windows_.push_back(*schedule_.declared);
    }

    void run() {
        find_covered();
        find_clocked();
        const std::vector<WorkIndex> outermost = outermost_work(plan_);
        WorkIndex told = no_work;
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            if (outermost[i] == told || !judged(i) || covered_[i] || !outside_hours(schedule_.work[i].span)) continue;
            told = outermost[i];
            report(i);
        }
    }

private:
    bool takes_time(WorkIndex index) const {
        return schedule_.work[index].dated && !schedule_.work[index].span.empty();
    }

    /// Work is covered if whoever does it is on call, or somebody who does a part of it that has no time of its own.
    void find_covered() {
        covered_.resize(plan_.work.size());
        timed_below_.resize(plan_.work.size());
        for (WorkIndex i = static_cast<WorkIndex>(plan_.work.size()); i-- > 0;) {
            const Work& work = plan_.work[i];
            if (says_on_call(work.title.value) || (work.owner.given() && is_on_call(work.owner.value)))
                covered_[i] = true;
            if (work.parent == no_work) continue;
            if (takes_time(i) || timed_below_[i]) timed_below_[work.parent] = true;
            if (covered_[i] && !takes_time(i)) covered_[work.parent] = true;
        }
        const bool inherited = plan_.header.owner.given() && is_on_call(plan_.header.owner.value);
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            const Work& work = plan_.work[i];
            if (!work.owner.given() && (work.parent == no_work ? inherited : covered_[work.parent])) covered_[i] = true;
        }
    }

    static bool by_the_clock(const WrittenInstant& written) {
        return written.form == WrittenInstant::Form::date_time || written.form == WrittenInstant::Form::clock ||
               written.at_clock;
    }

    /// Hours that begin with a day nobody meant to begin at midnight: a clock time counts if it is written, or follows
    /// from one that is.
    void find_clocked() {
        std::vector<const Edge*> edges;
        for (const Edge& edge : schedule_.edges) edges.push_back(&edge);
        std::stable_sort(edges.begin(), edges.end(), [](const Edge* a, const Edge* b) { return a->from < b->from; });
        clocked_.resize(plan_.work.size());
        std::vector<bool> passed(plan_.work.size());
        std::vector<WorkIndex> left;
        const auto mark = [&](WorkIndex index) {
            const Work& work = plan_.work[index];
            const bool written = by_the_clock(work.start) || by_the_clock(work.end);
            const bool of_a_day = work.start.form == WrittenInstant::Form::date ||
                                  plan_.calendar.is_midnight(schedule_.work[index].span.begin);
            if (clocked_[index] || !schedule_.work[index].dated || (!written && of_a_day)) return;
            clocked_[index] = true;
            left.push_back(index);
        };
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            if (by_the_clock(plan_.work[i].start) || by_the_clock(plan_.work[i].end)) mark(i);
        }
        while (!left.empty()) {
            const WorkIndex index = left.back();
            left.pop_back();
            for (WorkIndex child = index + 1; child < plan_.work[index].end_of_descendants;
                 child = plan_.work[child].end_of_descendants)
                mark(child);
            for (WorkIndex at = index; at != no_work && !passed[at]; at = plan_.work[at].parent) {
                passed[at] = true;
                auto edge = std::lower_bound(edges.begin(), edges.end(), at,
                                             [](const Edge* one, WorkIndex from) { return one->from < from; });
                for (; edge != edges.end() && (*edge)->from == at; ++edge) mark((*edge)->to);
            }
        }
    }

    /// Somebody in many roles is looked at once.
    bool has_the_duty(const Person& person) {
        const auto [known, added] = duties_.try_emplace(&person, false);
        if (added) known->second = says_on_call(person.title.value);
        return known->second;
    }

    bool is_on_call(std::string_view owner) {
        const auto [known, added] = on_call_.try_emplace(owner, false);
        if (!added) return known->second;
        bool found = says_on_call(owner);
        if (const Person* person = plan_.find_person(owner)) {
            found = found || has_the_duty(*person);
        } else if (const Role* role = plan_.find_role(owner)) {
            found = found || says_on_call(role->title.value) || says_on_call(role->duty.value);
            for (const Reference& id : role->people) {
                const Person* const one = plan_.find_person(id.value);
                found = found || (one != nullptr && has_the_duty(*one));
            }
        }
        return on_call_[owner] = found;
    }

    bool judged(WorkIndex index) const {
        const Planned& planned = schedule_.work[index];
        if (plan_.work[index].kind == WorkKind::milestone || !takes_time(index) || timed_below_[index]) return false;
        if (planned.whole_days || !clocked_[index] || analysis_.done[index] || analysis_.cancelled[index]) return false;
        if ((planned.span.end - planned.span.begin).count() > longest_shift) return false;
        return std::none_of(windows_.begin(), windows_.end(), [&](const Interval& window) {
            return window.begin <= planned.span.begin && planned.span.end <= window.end;
        });
    }

    std::int64_t clock(Instant instant) const {
        const LocalTime local = plan_.calendar.zone.to_local(instant);
        return (local - std::chrono::floor<std::chrono::days>(local)).count();
    }

    bool outside_hours(const Interval& span) const {
        const ClockRange& hours = plan_.calendar.hours;
        const std::int64_t begin = clock(span.begin);
        const std::int64_t end = clock(span.end - minutes{1}) + 1; // a midnight ends the day
        return begin < hours.begin || begin >= hours.end || end < hours.begin || end > hours.end;
    }

    void report(WorkIndex index) {
        const Work& work = plan_.work[index];
        const Reference owner = plan_.owner_of(index);
        const ClockRange& hours = plan_.calendar.hours;
        Diagnostic& finding = findings_.add(
            start_place(work),
            fmt::format("{} takes place {}, outside the working hours, and {}", called(work), when(analysis_, index),
                        owner.given() ? fmt::format("{} is not said to be on call", quoted(owner.value))
                                      : "nobody is said to be on call"));
        if (owner.given()) finding.others.push_back({owner.span, "the owner"});
        finding.notes.push_back(fmt::format("the working hours are {:02}:{:02} to {:02}:{:02}", hours.begin / 60,
                                            hours.begin % 60, hours.end / 60, hours.end % 60));
    }

    const Analysis& analysis_;
    const Plan& plan_;
    const Schedule& schedule_;
    Findings& findings_;
    std::vector<Interval> windows_;
    std::vector<bool> covered_;
    std::vector<bool> clocked_;
    std::vector<bool> timed_below_; ///< something in it takes time
    std::unordered_map<std::string_view, bool> on_call_;
    std::unordered_map<const Person*, bool> duties_;
};

void check(const Analysis& analysis, Findings& findings) {
    const ClockRange& hours = analysis.plan.calendar.hours;
    const bool stated = hours.begin < hours.end && (hours.begin != 0 || hours.end != minutes_per_day);
    if (stated) Check(analysis, findings).run();
}

} // namespace

const Rule rules::after_hours{
    .name = "after-hours",
    .group = "Dates",
    .severity = Severity::info,
    .finds = "work by the clock, of at most a day, that starts or ends outside the working hours of the calendar, and "
             "whose owner is not described as on call. The plan's own window, where it has clock times, and the work a "
             "rollout is `within` are meant to be where they are. Told once for each phase.",
    .why = "At night nobody is there unless somebody asked them to be.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people: {ning: {name: Ning}}
roles: {operations: {title: Operations, people: [ning]}}
calendar: {hours: 09:00 .. 18:00}
phases:
  - {id: deploy, title: Deploy, owner: operations, start: 2026-03-05 22:00, duration: 1h}
)",
    .mend =
        "Move it into the working hours; or say in the title or `duty` of the role that it is on call then; or declare "
        "the window in which it takes place, as `start` and `end` of the plan.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people: {ning: {name: Ning}}
roles: {operations: {title: Operations, people: [ning], duty: Deploys; on call until midnight on the day}}
calendar: {hours: 09:00 .. 18:00}
phases:
  - {id: deploy, title: Deploy, owner: operations, start: 2026-03-05 22:00, duration: 1h}
)",
    .related = "non-working-day",
    .check = check,
};

} // namespace planc
