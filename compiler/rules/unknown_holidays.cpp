#include "rules/list.h"
#include "rules/wording.h"
#include "time/holidays.h"

#include <fmt/format.h>

namespace planc {

namespace {

int year_of(const Plan& plan, Instant instant) {
    return static_cast<int>(std::chrono::year_month_day(plan.calendar.date_of(instant)).year());
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Interval& window = analysis.schedule.window;
    if (window.empty() || plan.calendar.counted) return;
    const int first = year_of(plan, window.begin);
    const int last = year_of(plan, window.end - minutes{1});
    for (const Text& name : plan.holiday_sets) {
        const HolidaySet* set = find_holiday_set(name.value);
        if (set == nullptr || (first >= set->first_year && last <= set->last_year)) continue;
        const bool late = last > set->last_year;
        Diagnostic& finding =
            findings.add(name.span, fmt::format("the plan {} in {}, and {} is known {} {}", late ? "ends" : "begins",
                                                late ? last : first, quoted(name.value), late ? "to" : "from",
                                                late ? set->last_year : set->first_year));
        finding.label = late ? "the days after that count as if there were no holidays" : "";
        finding.help = "write those days as `holidays` and `make_up_days`";
    }
}

} // namespace

const Rule rules::unknown_holidays{
    .name = "unknown-holidays",
    .group = "Dates",
    .severity = Severity::warning,
    .finds = "a plan that runs into years whose public holidays are not known.",
    .why = "Holidays are announced late in the year before. Until then work is planned on days that nobody works.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
calendar: {public_holidays: china-mainland}
phases:
  - {id: prepare, title: Prepare, start: 2026-12-28, duration: 8wd}
)",
    .mend = "Write the days down once they are announced.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
calendar:
  holidays: [2027-01-01]
phases:
  - {id: prepare, title: Prepare, start: 2026-12-28, duration: 8wd}
)",
    .related = "non-working-day",
    .check = check,
};

} // namespace planc
