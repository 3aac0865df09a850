#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <utility>
#include <vector>

namespace planc {

namespace {

struct Frozen {
    Interval span;
    const Freeze* freeze = nullptr;
};

/// The freezes in order, to be looked up by time.
class Freezes {
public:
    explicit Freezes(const Analysis& analysis) {
        for (const Freeze& freeze : analysis.plan.freezes) {
            const auto begin = place(freeze.start, analysis.plan, analysis.schedule);
            const auto end = place(freeze.end, analysis.plan, analysis.schedule, true, begin);
            if (begin && end && *end > *begin) frozen_.push_back({{*begin, *end}, &freeze});
        }
        std::stable_sort(frozen_.begin(), frozen_.end(),
                         [](const Frozen& a, const Frozen& b) { return a.span.begin < b.span.begin; });
        for (std::size_t i = 0; i < frozen_.size(); ++i) {
            const bool later = i == 0 || frozen_[i].span.end > frozen_[last_.back()].span.end;
            last_.push_back(later ? i : last_.back());
        }
    }

    bool empty() const { return frozen_.empty(); }

    /// A freeze that holds the instant, or null.
    const Frozen* at(Instant instant) const {
        const std::size_t begun = first_after(instant);
        if (begun == 0) return nullptr;
        const Frozen& candidate = frozen_[last_[begun - 1]];
        return candidate.span.contains(instant) ? &candidate : nullptr;
    }

    /// The first freeze that begins after `begin` and before `end`, or null.
    const Frozen* between(Instant begin, Instant end) const {
        const std::size_t next = first_after(begin);
        return next < frozen_.size() && frozen_[next].span.begin < end ? &frozen_[next] : nullptr;
    }

private:
    std::size_t first_after(Instant instant) const {
        return static_cast<std::size_t>(
            std::upper_bound(frozen_.begin(), frozen_.end(), instant,
                             [](Instant time, const Frozen& frozen) { return time < frozen.span.begin; }) -
            frozen_.begin());
    }

    std::vector<Frozen> frozen_;
    std::vector<std::size_t> last_; ///< which of the freezes up to this one ends last
};

/// For each group, whether something below it takes time.
std::vector<bool> busy_groups(const Analysis& analysis, const std::vector<bool>& cancelled) {
    const Plan& plan = analysis.plan;
    std::vector<bool> busy(plan.work.size(), false);
    for (WorkIndex i = static_cast<WorkIndex>(plan.work.size()); i-- > 0;) {
        const WorkIndex parent = plan.work[i].parent;
        const Planned& planned = analysis.schedule.work[i];
        if (parent == no_work || cancelled[i]) continue;
        if (busy[i] || (is_childless(plan, i) && planned.dated && !planned.span.empty())) busy[parent] = true;
    }
    return busy;
}

void report(const Analysis& analysis, WorkIndex index, const Frozen& frozen, bool starts, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& work = plan.work[index];
    const bool milestone = work.kind == WorkKind::milestone;
    Diagnostic& finding = findings.add(
        !starts || milestone ? end_place(work) : start_place(work),
        fmt::format("{} {} freeze {}", called(work),
                    milestone ? "lies in the"
                    : starts  ? "starts in the"
                              : "runs into the",
                    quoted(frozen.freeze->title.given() ? frozen.freeze->title.value : frozen.freeze->id.value)));
    finding.label = when(analysis, index);
    const bool whole = plan.calendar.is_midnight(frozen.span.begin) && plan.calendar.is_midnight(frozen.span.end);
    finding.others.push_back({first_given({frozen.freeze->start.span, frozen.freeze->span}),
                              fmt::format("frozen from {} to {}", day(plan, frozen.span.begin, whole),
                                          day(plan, frozen.span.end, whole, whole))});
}

void check(const Analysis& analysis, Findings& findings) {
    const Freezes freezes(analysis);
    if (freezes.empty()) return;
    const Plan& plan = analysis.plan;
    const std::vector<bool>& cancelled = analysis.cancelled;
    const std::vector<bool>& done = analysis.done;
    const std::vector<bool> busy = busy_groups(analysis, cancelled);
    const std::vector<WorkIndex> outermost = outermost_work(plan);
    std::set<std::pair<WorkIndex, const Freeze*>> told; // one finding a phase is enough
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        const Planned& planned = analysis.schedule.work[i];
        const bool milestone = work.kind == WorkKind::milestone;
        if (!planned.dated || cancelled[i] || done[i]) continue;
        if (milestone && !is_launch(plan, i)) continue;
        const bool group = !is_childless(plan, i);
        // A group that has parts which take time is as frozen as they are, but for a start of its own.
        const bool starts_itself = !group || planned.start_written || !busy[i];
        const bool runs_itself = !group || !busy[i];
        // A milestone kept by the end of a day belongs to that day.
        const Instant begin = milestone && planned.whole_days ? planned.span.begin - minutes{1} : planned.span.begin;
        const Frozen* frozen = starts_itself ? freezes.at(begin) : nullptr;
        const bool starts = frozen != nullptr;
        if (!starts && runs_itself && !milestone) frozen = freezes.between(planned.span.begin, planned.span.end);
        if (frozen == nullptr || !told.emplace(outermost[i], frozen->freeze).second) continue;
        report(analysis, i, *frozen, starts, findings);
    }
}

} // namespace

const Rule rules::freeze_violation{
    .name = "freeze-violation",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "work that starts in a freeze or runs into one, or a launch inside one.",
    .why = "A freeze is there because others need the system to stay as it is, or because nobody is there to help.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
calendar:
  freezes:
    - {id: sale, title: Autumn sale, start: 2026-11-09, end: 2026-11-12}
phases:
  - {id: deploy, title: Deploy, start: 2026-11-10, duration: 1d}
)",
    .mend = "Move the work out of the freeze, or, if it is allowed after all, end or split the freeze.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
calendar:
  freezes:
    - {id: sale, title: Autumn sale, start: 2026-11-09, end: 2026-11-12}
phases:
  - {id: prepare, title: Prepare, start: 2026-11-06, duration: 1d}
  - {id: deploy, title: Deploy, start: 2026-11-16, duration: 1d}
)",
    .related = "non-working-day outside-parent",
    .check = check,
};

} // namespace planc
