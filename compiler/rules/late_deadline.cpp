#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_gates = 3; ///< that a finding names

// So many gates on the day of one deadline are looked at.
constexpr std::size_t most_compared = 64;

/// A deadline on the calendar. One that is a day is kept by its end.
struct Deadline {
    Instant at;
    Date day;
    bool whole_day = false;
    bool ends_day = false; ///< `at` is the midnight after the day
};

/// Work that a checklist holds up, and where the checklist says so.
struct Gated {
    const Reference* gate = nullptr;
    WorkIndex work = no_work;
};

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), schedule_(analysis.schedule), findings_(findings) {
        for (const RecordEntry& entry : plan_.record.entries) recorded_.insert(entry.of.value);
    }

    void look_at(const Checklist& checklist) {
        if (checklist.gates.empty() || is_over(checklist)) return;
        const std::vector<Gated> gates = gates_of(checklist);
        if (checklist.due.given()) compare(gates, called(checklist), checklist.due);
        for (const CheckItem& item : checklist.items) {
            if (!item.due.given() || item.done.value || recorded_.count(item.id.value) != 0) continue;
            compare(gates, quoted(item.check.given() ? item.check.value : item.id.value), item.due);
        }
    }

    void look_at(const Notice& notice, const WrittenDate& written) {
        if (!notice.at.given() || notice.done.value || recorded_.count(notice.id.value) != 0) return;
        const WorkIndex target = plan_.find_work(notice.at.target);
        if (target != no_work && (analysis_.done[target] || analysis_.cancelled[target])) return;
        const std::optional<Deadline> at = deadline(notice.at);
        if (!at || at->day >= written.value) return;
        Diagnostic& finding = findings_.add(
            notice.at.span,
            fmt::format("{} is to be sent {}, before the plan was written",
                        quoted(notice.title.given() ? notice.title.value : notice.id.value), text_of(*at)));
        finding.others.push_back(
            {written.span, fmt::format("written {}", day(plan_, plan_.calendar.begin_of(written.value), true))});
    }

private:
    bool is_over(const Checklist& checklist) const {
        if (recorded_.count(checklist.id.value) != 0) return true;
        return std::all_of(checklist.items.begin(), checklist.items.end(), [&](const CheckItem& item) {
            return item.done.value || recorded_.count(item.id.value) != 0;
        });
    }

    std::optional<Deadline> deadline(const WrittenInstant& written) const {
        const std::optional<Instant> at = place(written, plan_, schedule_, true);
        if (!at) return std::nullopt;
        bool ends_day = written.form == WrittenInstant::Form::date;
        if (written.form == WrittenInstant::Form::relative && !written.at_clock) {
            const WorkIndex target = plan_.find_work(written.target);
            const bool milestone = target != no_work && plan_.work[target].kind == WorkKind::milestone;
            ends_day = plan_.calendar.is_midnight(*at) && (written.anchor == Anchor::end || milestone ||
                                                           (written.offset.working && written.offset.count > 0));
        }
        const bool whole_day =
            ends_day || (written.form == WrittenInstant::Form::relative && plan_.calendar.is_midnight(*at));
        return Deadline{*at, plan_.calendar.date_of(ends_day ? *at - minutes{1} : *at), whole_day, ends_day};
    }

    std::string text_of(const Deadline& deadline) const {
        return day(plan_, deadline.at, deadline.whole_day, deadline.ends_day);
    }

    /// True for work that is still to begin, and of which it is known when.
    bool judged(WorkIndex work) const {
        if (work == no_work || !schedule_.work[work].dated || analysis_.done[work] || analysis_.cancelled[work] ||
            recorded_.count(plan_.work[work].id.value) != 0)
            return false;
        // Steps that say no time of their own are done some time within their task.
        return plan_.work[work].kind == WorkKind::milestone || !schedule_.work[work].span.empty() ||
               has_own_timing(plan_.work[work]);
    }

    /// True if the clock time at which work begins was written, with it or with a group around it.
    bool begins_by_the_clock(WorkIndex work) const {
        using Form = WrittenInstant::Form;
        const auto by_the_clock = [](const WrittenInstant& written) {
            return written.form == Form::date_time || written.form == Form::clock || written.at_clock;
        };
        for (; work != no_work; work = plan_.work[work].parent) {
            if (by_the_clock(plan_.work[work].start) || by_the_clock(plan_.work[work].end)) return true;
        }
        return false;
    }

    /// On one and the same day, only clock times tell what comes first.
    bool is_late(const Deadline& deadline, WorkIndex work) const {
        const Planned& planned = schedule_.work[work];
        const bool day_ends = planned.whole_days && plan_.work[work].kind == WorkKind::milestone;
        const Date day = plan_.calendar.date_of(day_ends ? planned.span.begin - minutes{1} : planned.span.begin);
        if (deadline.day != day) return deadline.day > day;
        return !deadline.whole_day && !planned.whole_days && deadline.at > planned.span.begin &&
               begins_by_the_clock(work);
    }

    /// The gates that are still to begin, the first of them first.
    std::vector<Gated> gates_of(const Checklist& checklist) const {
        std::vector<Gated> gates;
        for (const Reference& gate : checklist.gates) {
            const WorkIndex work = plan_.find_work(gate.value);
            if (judged(work)) gates.push_back({&gate, work});
        }
        std::stable_sort(gates.begin(), gates.end(), [&](const Gated& a, const Gated& b) {
            return schedule_.work[a.work].span.begin < schedule_.work[b.work].span.begin;
        });
        return gates;
    }

    void compare(const std::vector<Gated>& gates, const std::string& name, const WrittenInstant& due) {
        const std::optional<Deadline> at = deadline(due);
        if (!at) return;
        std::vector<Gated> broken;
        for (std::size_t i = 0; i < gates.size() && i < most_compared && broken.size() < most_gates; ++i) {
            if (schedule_.work[gates[i].work].span.begin >= at->at) break;
            if (is_late(*at, gates[i].work)) broken.push_back(gates[i]);
        }
        if (broken.empty()) return;
        const WorkIndex first = broken[0].work;
        const Work& work = plan_.work[first];
        Diagnostic& finding = findings_.add(
            due.span, fmt::format("{} is due {}, but {}, which waits for it, {} {}", name, text_of(*at), called(work),
                                  work.kind == WorkKind::milestone ? "is" : "starts", begin_of(analysis_, first)));
        finding.others.push_back({start_place(work), starts_when(analysis_, first)});
        finding.others.push_back({broken[0].gate->span, fmt::format("{} waits for it", called(work))});
        for (std::size_t i = 1; i < broken.size(); ++i)
            finding.others.push_back({broken[i].gate->span, starts_when(analysis_, broken[i].work)});
    }

    const Analysis& analysis_;
    const Plan& plan_;
    const Schedule& schedule_;
    Findings& findings_;
    std::unordered_set<std::string_view> recorded_;
};

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const PlanStatus status = plan.header.status.value;
    if (status == PlanStatus::done || status == PlanStatus::abandoned) return;
    Check check(analysis, findings);
    for (const Checklist& checklist : plan.checklists) check.look_at(checklist);
    // A plan that is being carried out is written anew on the way, and a plan without dates was written at no time.
    const WrittenDate written = first_written(plan);
    if (!written.given() || plan.calendar.counted || status == PlanStatus::executing) return;
    for (const Notice& notice : plan.notices) check.look_at(notice, written);
}

} // namespace

const Rule rules::late_deadline{
    .name = "late-deadline",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "a checklist, or an item of one, that is due after what it gates has begun; a notice to be sent before "
             "the plan was first written (the earliest of `date` and the dates of `changes`). What is done is left "
             "alone, and so is what falls on one day where a clock time is missing, and the notices of a plan that is "
             "being carried out.",
    .why = "The work goes ahead on its day, and what should have held it up is ticked off afterwards. A notice for a "
           "day that is over is never sent.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-05, duration: 1d}
checklists:
  - {id: backups, title: Backups, due: 2026-03-06, gates: [deploy], items: [The backup of last night can be read]}
)",
    .mend =
        "Let the checklist be due before the work begins, best relative to it, as `due: deploy`; or gate what comes "
        "later. Of a notice, write when it is to be sent, or `done: true`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-05, duration: 1d}
checklists:
  - {id: backups, title: Backups, due: deploy, gates: [deploy], items: [The backup of last night can be read]}
)",
    .related = "early-start late-approval missed-milestone",
    .check = check,
};

} // namespace planc
