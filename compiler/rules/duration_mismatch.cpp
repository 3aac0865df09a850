#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

Duration length_between(const Plan& plan, Instant begin, Instant end, bool working) {
    if (working) return plan.calendar.working_between(begin, end);
    // Whole days count as days of the calendar, whatever the clocks do between them.
    if (plan.calendar.is_midnight(begin) && plan.calendar.is_midnight(end)) {
        return {(plan.calendar.date_of(end) - plan.calendar.date_of(begin)).count() * minutes_per_day, false};
    }
    return {(end - begin).count(), false};
}

/// True if the clocks show this length between the two, though more or less time passes.
bool clocks_show(const Plan& plan, Instant begin, Instant end, Duration duration) {
    const Zone& zone = plan.calendar.zone;
    return !duration.working && (zone.to_local(end) - zone.to_local(begin)).count() == duration.count;
}

void check_span(const Analysis& analysis, const WrittenInstant& start, const WrittenInstant& end,
                const WrittenDuration& duration, const std::string& what, Findings& findings) {
    if (!start.given() || !end.given() || !duration.given()) return;
    const Plan& plan = analysis.plan;
    const auto begin = place(start, plan, analysis.schedule);
    const auto finish = place(end, plan, analysis.schedule, true, begin);
    if (!begin || !finish || *finish <= *begin) return;
    const Duration real = length_between(plan, *begin, *finish, duration.value.working);
    if (real == duration.value || plan.calendar.advance(*begin, duration.value) == *finish) return;
    const bool clock_change = clocks_show(plan, *begin, *finish, duration.value);
    Diagnostic& finding = findings.add(
        clock_change ? Severity::warning : Severity::error, duration.span,
        fmt::format("{} says {}, but its {} span {}", what, amount(duration.value),
                    plan.calendar.is_midnight(*begin) && plan.calendar.is_midnight(*finish) ? "dates" : "times",
                    amount(real)));
    finding.others.push_back({start.span, "from here"});
    finding.others.push_back({end.span, end.form == WrittenInstant::Form::date ? "to the end of this day" : "to here"});
    if (clock_change) finding.notes.push_back("the clock is changed in between");
    finding.help = "leave one of the three out; it follows from the other two";
}

/// A group that says how long it takes, and whose parts follow one another and say how long they take.
void check_parts(const Plan& plan, WorkIndex index, Findings& findings) {
    const std::optional<Excess> excess = parts_over_duration(plan, index);
    if (!excess) return;
    const Work& group = plan.work[index];
    Diagnostic& finding =
        findings.add(group.duration.span, fmt::format("{} says {}, but its parts add up to {}", called(group),
                                                      amount(group.duration.value), amount(excess->sum)));
    finding.others.push_back({plan.work[excess->last].duration.span, "the last of the parts"});
    finding.help = "leave the duration of the whole out; it follows from its parts";
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const std::vector<bool>& cancelled = analysis.cancelled;
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (cancelled[i] || !work.duration.given()) continue;
        if (work.start.given() && work.end.given())
            check_span(analysis, work.start, work.end, work.duration, called(work), findings);
        check_parts(plan, i, findings);
    }
}

} // namespace

const Rule rules::duration_mismatch{
    .name = "duration-mismatch",
    .group = "Dates",
    .severity = Severity::error,
    .finds =
        "a start, an end and a duration that disagree, or a sequence whose parts add up to more than the whole says.",
    .why = "Some readers go by the dates, others by the number; half of them come on the wrong day.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: prepare, title: Prepare, start: 2026-09-21, end: 2026-09-27, duration: 6d}
)",
    .mend = "Leave one of the three out. An end that is a date includes that day: from Monday to Friday are five days.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: prepare, title: Prepare, start: 2026-09-21, end: 2026-09-27}
)",
    .related = "reversed-span outside-parent",
    .check = check,
};

} // namespace planc
