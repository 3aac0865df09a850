#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), schedule_(analysis.schedule), findings_(findings),
          cancelled_(analysis.cancelled), over_full_(plan_.work.size()) {
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) over_full_[i] = parts_over_duration(plan_, i).has_value();
    }

    void run() {
        check_window();
        const WorkIndex within = plan_.find_work(plan_.rollout.within.value);
        const bool placed = within != no_work && schedule_.work[within].dated && !reversed(within);
        for (WorkIndex i = 0; i < plan_.work.size(); ++i) {
            if (!judged(i)) continue;
            const Work& work = plan_.work[i];
            const WorkIndex parent = work.parent;
            if (parent != no_work && schedule_.work[parent].dated && has_own_timing(plan_.work[parent]) &&
                !reversed(parent)) {
                check_begin(i, {schedule_.work[parent].span, parent});
                check_end(i, {schedule_.work[parent].span, parent});
            } else if (work.kind == WorkKind::stage && placed) {
                check_begin(i, {schedule_.work[within].span, within});
                check_end(i, {schedule_.work[within].span, within});
            }
        }
    }

private:
    /// What something has to stay inside of: the span of other work, or the plan's window.
    struct Frame {
        Interval span;
        WorkIndex work = no_work;
    };

    bool reversed(WorkIndex index) const {
        const Work& work = plan_.work[index];
        return work.start.given() && work.end.given() &&
               schedule_.work[index].span.end < schedule_.work[index].span.begin;
    }

    bool judged(WorkIndex index) const { return schedule_.work[index].dated && !cancelled_[index] && !reversed(index); }

    std::string name_of(const Frame& frame) const {
        return frame.work == no_work ? "the plan's window" : called(plan_.work[frame.work]);
    }

    /// A milestone may well lie outside: a look back, a first meeting.
    Severity severity_of(WorkIndex index) const {
        return plan_.work[index].kind == WorkKind::milestone ? Severity::warning : Severity::error;
    }

    void check_begin(WorkIndex index, const Frame& frame) {
        const Interval& span = schedule_.work[index].span;
        if (span.begin >= frame.span.begin) return;
        const WorkIndex culprit = reaching_first(plan_, schedule_, index);
        const Work& work = plan_.work[culprit];
        const bool milestone = work.kind == WorkKind::milestone;
        const std::string name = name_of(frame);
        Diagnostic& finding =
            findings_.add(severity_of(index), milestone ? end_place(work) : start_place(work),
                          fmt::format("{} {} {} before {} starts", called(work), milestone ? "is" : "starts",
                                      distance(plan_, span.begin, frame.span.begin), name));
        finding.label = fmt::format("{} {}", milestone ? "is" : "starts", begin_of(analysis_, culprit));
        const Span place = frame.work == no_work ? plan_.header.start.span : start_place(plan_.work[frame.work]);
        finding.others.push_back(
            {place, fmt::format("{} starts {}", name, day(plan_, frame.span.begin, by_days(frame)))});
    }

    void check_end(WorkIndex index, const Frame& frame) {
        const Interval& span = schedule_.work[index].span;
        if (span.end <= frame.span.end) return;
        // What takes longer than the whole because its parts add up to more is told as such.
        if (frame.work != no_work && over_full_[frame.work]) return;
        const WorkIndex culprit = reaching_last(plan_, schedule_, index);
        const Work& work = plan_.work[culprit];
        const bool milestone = work.kind == WorkKind::milestone;
        const std::string name = name_of(frame);
        Diagnostic& finding =
            findings_.add(severity_of(index), end_place(work),
                          fmt::format("{} {} {} after {} ends", called(work), milestone ? "is" : "ends",
                                      distance(plan_, frame.span.end, span.end), name));
        finding.label = fmt::format("{} {}", milestone ? "is" : "ends", end_of(analysis_, culprit));
        const Span place = frame.work == no_work ? plan_.header.end.span : end_place(plan_.work[frame.work]);
        finding.others.push_back(
            {place, fmt::format("{} ends {}", name, day(plan_, frame.span.end, by_days(frame), by_days(frame)))});
    }

    /// True if a day says all about where the frame begins and ends.
    bool by_days(const Frame& frame) const {
        const auto whole = [this](Instant instant) { return plan_.calendar.is_midnight(instant); };
        return (frame.span.begin == Instant::min() || whole(frame.span.begin)) &&
               (frame.span.end == Instant::max() || whole(frame.span.end));
    }

    void check_window() {
        const auto start = place(plan_.header.start, plan_, schedule_);
        const auto end = place(plan_.header.end, plan_, schedule_, true, start);
        const Frame window{{start.value_or(Instant::min()), end.value_or(Instant::max())}, no_work};
        if (window.span.empty()) return;
        const WorkIndex within = plan_.find_work(plan_.rollout.within.value);
        std::vector<WorkIndex> late;
        for (WorkIndex i = 0; i < plan_.work.size(); i = plan_.work[i].end_of_descendants) {
            // Stages that take place within other work are measured by that.
            if (!judged(i) || (plan_.work[i].kind == WorkKind::stage && within != no_work)) continue;
            check_begin(i, window);
            if (schedule_.work[i].span.end > window.span.end) late.push_back(i);
        }
        // What merely follows on something that is told is late with it.
        std::stable_sort(late.begin(), late.end(), [this](WorkIndex a, WorkIndex b) {
            return schedule_.work[a].span.begin < schedule_.work[b].span.begin;
        });
        bool told = false;
        for (const WorkIndex i : late) {
            const bool follows = schedule_.work[i].span.begin >= window.span.end &&
                                 !schedule_.work[reaching_first(plan_, schedule_, i)].start_written &&
                                 plan_.work[i].kind != WorkKind::milestone;
            if (told && follows) continue;
            check_end(i, window);
            told = told || plan_.work[i].kind != WorkKind::milestone; // a promise is late by itself
        }
    }

    const Analysis& analysis_;
    const Plan& plan_;
    const Schedule& schedule_;
    Findings& findings_;
    std::vector<bool> cancelled_;
    std::vector<bool> over_full_; ///< groups whose parts add up to more than they may
};

void check(const Analysis& analysis, Findings& findings) { Check(analysis, findings).run(); }

} // namespace

const Rule rules::outside_parent{
    .name = "outside-parent",
    .group = "Dates",
    .severity = Severity::error,
    .finds = "work that lies outside the phase it belongs to, the work the rollout takes place in, or the plan's own "
             "window. For a milestone outside it is a warning.",
    .why = "Rooms, freezes, staff and notices to customers are arranged for the window. What lies outside of it is "
           "done without "
           "them.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-06-25 22:00, end: 2026-06-26 02:00}
people: {ning: {name: Ning}}
phases:
  - {id: prepare, title: Prepare, start: 2026-06-25 21:30, end: 22:00}
  - {id: deploy, title: Deploy, start: 2026-06-25 22:00, end: 22:30, depends_on: [prepare]}
)",
    .mend = "Move the work inside, or widen the window.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-06-25 21:30, end: 2026-06-26 02:00}
people: {ning: {name: Ning}}
phases:
  - {id: prepare, title: Prepare, start: 2026-06-25 21:30, end: 22:00}
  - {id: deploy, title: Deploy, start: 2026-06-25 22:00, end: 22:30, depends_on: [prepare]}
)",
    .related = "duration-mismatch freeze-violation",
    .check = check,
};

} // namespace planc
