#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>
#include <vector>

namespace planc {

namespace {

class Check {
public:
    Check(const Analysis& analysis, Instant now, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), now_(now), findings_(findings) {
        std::unordered_set<std::string_view> ids;
        for (const RecordEntry& entry : plan_.record.entries) ids.insert(entry.of.value);
        const std::size_t count = plan_.work.size();
        recorded_.resize(count);
        for (WorkIndex i = 0; i < count; ++i) {
            const WorkIndex parent = plan_.work[i].parent;
            recorded_[i] = ids.count(plan_.work[i].id.value) != 0 || (parent != no_work && recorded_[parent]);
        }
        touched_ = recorded_;
        timed_below_.resize(count);
        said_below_.resize(count);
        // Children come after their parent.
        for (WorkIndex i = static_cast<WorkIndex>(count); i-- > 0;) {
            const Work& work = plan_.work[i];
            if (work.status.given() && work.status.value != Status::planned) touched_[i] = true;
            if (has_progress(work)) touched_[i] = true;
            if (work.parent == no_work) continue;
            const bool says = recorded_[i] || (work.status.given() && work.status.value != Status::cancelled);
            if (says || said_below_[i]) said_below_[work.parent] = true;
            if (touched_[i]) touched_[work.parent] = true;
            if (timed_below_[i] || has_a_time(i)) timed_below_[work.parent] = true;
        }
        said_above_.resize(count);
        for (WorkIndex i = 0; i < count; ++i) {
            const WorkIndex parent = plan_.work[i].parent;
            if (parent == no_work) continue;
            const Located<Status>& status = plan_.work[parent].status;
            said_above_[i] =
                status.given() ? status.value != Status::planned && !said_below_[parent] : said_above_[parent];
            if (has_progress(plan_.work[parent]) && !said_below_[parent]) said_above_[i] = true;
        }
    }

    void run() {
        const bool kept = keeps_status();
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            // Of a group whose parts have times, the parts are looked at.
            if (timed_below_[i] || !has_a_time(i) || analysis_.cancelled[i] || recorded_[i]) continue;
            const Interval& span = analysis_.schedule.work[i].span;
            if (analysis_.done[i]) {
                // A promise may be kept before its day.
                const bool milestone = plan_.work[i].kind == WorkKind::milestone;
                if (!milestone && std::min(span.begin, span.end) > now_) report_done(i);
            } else if (span.end <= now_ && !touched_[i] && says_planned(i, kept)) {
                report_planned(i);
            }
        }
    }

private:
    bool has_progress(const Work& work) const { return plan_.details_of(work).progress.value > 0; }

    /// Steps that say no time of their own are done some time within their task.
    bool has_a_time(WorkIndex index) const {
        const Work& work = plan_.work[index];
        return analysis_.schedule.work[index].dated &&
               (work.kind == WorkKind::milestone || !analysis_.schedule.work[index].span.empty() ||
                work.start.given() || work.end.given());
    }

    /// In a plan that never says how far anything is, silence means nothing.
    bool keeps_status() const {
        return !plan_.record.entries.empty() || std::any_of(plan_.work.begin(), plan_.work.end(), [](const Work& work) {
            return work.status.given() && work.status.value != Status::cancelled;
        });
    }

    bool says_planned(WorkIndex index, bool kept) const {
        const Work& work = plan_.work[index];
        if (work.status.given()) return work.status.value == Status::planned;
        return kept && work.kind != WorkKind::milestone && !said_above_[index];
    }

    std::string today() const { return day(plan_, now_, plan_.calendar.is_midnight(now_)); }

    Span status_place(WorkIndex index) const {
        const Work& work = plan_.work[index];
        return work.status.given() ? work.status.span : name_place(work);
    }

    void report_planned(WorkIndex index) {
        const Work& work = plan_.work[index];
        Diagnostic& finding =
            findings_.add(status_place(index), fmt::format("{} {} {}, but is still planned on {}", called(work),
                                                           work.kind == WorkKind::milestone ? "was due" : "was to end",
                                                           end_of(analysis_, index), today()));
        const Span place = end_place(work);
        if (place != finding.span) finding.others.push_back({place, ends_when(analysis_, index)});
    }

    void report_done(WorkIndex index) {
        WorkIndex said = index; // the group that says it for its parts
        while (!plan_.work[said].status.given() && plan_.work[said].parent != no_work) said = plan_.work[said].parent;
        if (said == told_) return;
        told_ = said;
        const Work& work = plan_.work[index];
        Diagnostic& finding =
            findings_.add(status_place(said), fmt::format("{} is done on {}, but starts only {}", called(work), today(),
                                                          begin_of(analysis_, index)));
        const Span place = start_place(work);
        if (place != finding.span) finding.others.push_back({place, starts_when(analysis_, index)});
    }

    const Analysis& analysis_;
    const Plan& plan_;
    const Instant now_;
    Findings& findings_;
    WorkIndex told_ = no_work;
    std::vector<bool> recorded_;    ///< the record speaks of it or of what it is part of
    std::vector<bool> touched_;     ///< it, or something in it, has begun
    std::vector<bool> said_below_;  ///< it is said how far something in it is
    std::vector<bool> said_above_;  ///< nobody says it of the part, for it is said of the whole: it is under way
    std::vector<bool> timed_below_; ///< something in it has a time
};

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const PlanStatus status = plan.header.status.value;
    if (!analysis.as_of || plan.calendar.counted || status == PlanStatus::done || status == PlanStatus::abandoned)
        return;
    Check(analysis, *analysis.as_of, findings).run();
}

} // namespace

const Rule rules::stale_status{
    .name = "stale-status",
    .group = "Dates",
    .severity = Severity::warning,
    .finds = "with `--as-of`: work that is still planned though it should have ended by then, or done though it lies "
             "after. What the record speaks of is left alone, so is what has some `progress`, and so are the parts of "
             "active work where only the whole has a status, and a plan that nowhere says how far anything is.",
    .why =
        "Nobody can tell from the plan whether the work was done and not told, or forgotten. Work that is done before "
        "it begins is mostly a tick at the wrong line.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  # checked with --as-of 2026-03-04
  - {id: build, title: Build, start: 2026-03-02, duration: 1d, status: planned}
)",
    .mend = "Say how far it is: `active`, `done`, `blocked` or `cancelled`; or move its dates.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  # checked with --as-of 2026-03-04
  - {id: build, title: Build, start: 2026-03-02, duration: 1d, status: done}
)",
    .related = "done-before-dependency",
    .needs_as_of = true,
    .check = check,
};

} // namespace planc
