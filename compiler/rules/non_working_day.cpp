#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

// A night that begins on a working day and goes on past midnight is one working night, not a weekend.
constexpr std::int64_t longest_night = 16 * 60;

// A stage this long is meant to run on by itself.
constexpr std::int64_t long_stage = 3 * minutes_per_day;

bool works_on(const Plan& plan, Instant instant) {
    return plan.calendar.is_working_day(plan.calendar.date_of(instant));
}

bool part_of_a_night(const Analysis& analysis, WorkIndex index) {
    const Plan& plan = analysis.plan;
    const Planned& planned = analysis.schedule.work[index];
    if (planned.whole_days) return false;
    const auto began_before = [&](const Interval& whole) {
        return works_on(plan, whole.begin) && (planned.span.begin - whole.begin).count() <= longest_night;
    };
    for (WorkIndex at = plan.work[index].parent; at != no_work; at = plan.work[at].parent) {
        if (analysis.schedule.work[at].dated && began_before(analysis.schedule.work[at].span)) return true;
    }
    return analysis.schedule.declared && began_before(*analysis.schedule.declared);
}

/// How the calendar calls a day that is not worked.
std::string kind_of_day(const Plan& plan, Date date) {
    const unsigned weekday = std::chrono::weekday{date}.iso_encoding() - 1;
    return plan.calendar.working_weekdays.test(weekday) ? "a holiday" : "a day off";
}

bool check_start(const Analysis& analysis, WorkIndex index, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& work = plan.work[index];
    const Planned& planned = analysis.schedule.work[index];
    const bool milestone = work.kind == WorkKind::milestone;
    if (milestone && (!is_launch(plan, index) || !work.end.given())) return false;
    // A milestone kept by the end of a day belongs to that day.
    const Instant start = milestone ? planned.span.begin - std::chrono::minutes{1} : planned.span.begin;
    if (works_on(plan, start) || part_of_a_night(analysis, index)) return false;
    Diagnostic& finding =
        findings.add(milestone ? end_place(work) : start_place(work),
                     fmt::format("{} {} on {}, {}", called(work), milestone ? "is" : "starts", day(plan, start, true),
                                 kind_of_day(plan, plan.calendar.date_of(start))));
    if (!planned.start_written && !milestone) finding.notes.push_back("this start is inferred from what it depends on");
    const Instant next = plan.calendar.next_working(start);
    if (next > start) finding.help = fmt::format("the next working day is {}", day(plan, next, true));
    return true;
}

void check_stage_over_days_off(const Analysis& analysis, const Stage& stage, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Planned& planned = analysis.schedule.work[stage.work];
    if (!planned.dated || !works_on(plan, planned.span.begin) ||
        (planned.span.end - planned.span.begin).count() < long_stage)
        return;
    Instant day_off = planned.span.begin;
    for (int days = 0; days < 7 && works_on(plan, day_off); ++days) day_off += std::chrono::days{1};
    if (works_on(plan, day_off) || day_off >= planned.span.end) return;
    const Work& work = plan.work[stage.work];
    findings.add(Severity::info, end_place(work),
                 fmt::format("{} runs over {}, {}", called(work), day(plan, day_off, true),
                             kind_of_day(plan, plan.calendar.date_of(day_off))));
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Schedule& schedule = analysis.schedule;
    if (plan.calendar.working_weekdays.none()) return;
    std::vector<bool> told(plan.work.size(), false);
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        if (!schedule.work[i].dated || work.status.value == Status::cancelled) continue;
        // What begins together with its group is told there.
        if (work.parent != no_work && told[work.parent] &&
            plan.calendar.date_of(schedule.work[work.parent].span.begin) ==
                plan.calendar.date_of(schedule.work[i].span.begin)) {
            told[i] = true;
            continue;
        }
        told[i] = check_start(analysis, i, findings);
    }
    for (const Stage& stage : plan.rollout.stages) check_stage_over_days_off(analysis, stage, findings);
}

} // namespace

const Rule rules::non_working_day{
    .name = "non-working-day",
    .group = "Dates",
    .severity = Severity::warning,
    .finds = "work, a rollout stage or a launch that starts on a weekend or a holiday; a long stage that runs over one "
             "is told as info.",
    .why = "Fewer people are there, vendors do not answer, and a review that should begin simply waits until Monday.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-07, duration: 1d}
)",
    .mend = "Begin on a working day; write durations in working days (`3wd`), which pass over days off by themselves; "
            "or, where the "
            "weekend is meant, declare it: `calendar: {make_up_days: [2026-03-07]}`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
calendar: {make_up_days: [2026-03-07]}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-07, duration: 1d}
)",
    .related = "freeze-violation",
    .check = check,
};

} // namespace planc
