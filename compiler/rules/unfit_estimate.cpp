#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

// More room than this is another estimate.
constexpr std::int64_t most_room = 3;

// By the clock, work of a day takes at least this long.
constexpr std::int64_t shortest_day = 6 * 60;

// What is estimated in hours is work, and so many of it are a day.
constexpr std::int64_t hours_of_work = 8 * 60;

std::int64_t whole_days(std::int64_t length, std::int64_t of_a_day) { return (length + of_a_day - 1) / of_a_day; }

/// How long a piece of work is planned to take.
class Length {
public:
    Length(const Plan& plan, const Planned& planned) : plan_(plan), planned_(planned) {
        const Calendar& calendar = plan.calendar;
        const Date first = calendar.date_of(planned.span.begin);
        const Date next = calendar.date_of(planned.span.end - minutes{1}) + std::chrono::days{1};
        elapsed_ = planned.whole_days ? (next - first).count() * minutes_per_day
                                      : (planned.span.end - planned.span.begin).count();
        days_ = (next - first).count();
        working_days_ =
            calendar.working_between(calendar.begin_of(first), calendar.begin_of(next)).count / minutes_per_day;
    }

    bool shorter_than(Duration least) const {
        if (!least.working && least.count < minutes_per_day) return elapsed_ < least.count;
        const std::int64_t days = least.working ? working_days_ : days_;
        // That nothing of it is a working day is another matter.
        if (days == 0) return false;
        return days * minutes_per_day < least.count || elapsed_ * minutes_per_day < least.count * shortest_day;
    }

    bool far_longer_than(Duration most) const {
        const bool hours = !most.working && most.count < 2 * minutes_per_day && most.count % minutes_per_day != 0;
        if (hours) {
            if (planned_.whole_days) return working_days_ > most_room * whole_days(most.count, hours_of_work);
            return std::min(elapsed_, working_days_ * hours_of_work) > most_room * most.count;
        }
        if (planned_.whole_days)
            return (most.working ? working_days_ : days_) > most_room * whole_days(most.count, minutes_per_day);
        const std::int64_t length =
            most.working ? plan_.calendar.working_between(planned_.span.begin, planned_.span.end).count : elapsed_;
        return length > most_room * most.count;
    }

    std::string text(bool working) const {
        if (working && (planned_.whole_days || days_ > 1))
            return amount(Duration{working_days_ * minutes_per_day, true});
        return amount(elapsed_);
    }

private:
    const Plan& plan_;
    const Planned& planned_;
    std::int64_t elapsed_ = 0;
    std::int64_t days_ = 0; ///< calendar days of which it has a part
    std::int64_t working_days_ = 0;
};

/// "3 days", "4 to 6 working days", "30 minutes to 1 hour".
std::string text_of(const DurationRange& range) {
    const auto& [least, most] = range;
    if (least == most) return amount(least);
    const bool days = least.count % minutes_per_day == 0 && most.count % minutes_per_day == 0;
    if (days && least.working == most.working)
        return fmt::format("{} to {}", least.count / minutes_per_day, amount(most));
    return fmt::format("{} to {}", amount(least), amount(most));
}

/// What is planned with its estimate fits it; a group that merely spans its parts says nothing against it.
bool says_how_long(const Plan& plan, WorkIndex index) {
    const Work& work = plan.work[index];
    if (is_childless(plan, index)) return work.duration.given() || work.end.given();
    return work.duration.given() || (work.start.given() && work.end.given());
}

void look_at(const Analysis& analysis, WorkIndex index, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Work& work = plan.work[index];
    const Located<DurationRange>& estimate = plan.details_of(work).estimate;
    const Planned& planned = analysis.schedule.work[index];
    if (!estimate.given() || estimate.value.most.count <= 0 || analysis.done[index] || analysis.cancelled[index])
        return;
    if (work.kind == WorkKind::milestone || !planned.dated || planned.span.empty() || !says_how_long(plan, index))
        return;
    const auto& [least, most] = estimate.value;
    const Length length(plan, planned);
    const bool short_of_it = length.shorter_than(least);
    if (!short_of_it && !length.far_longer_than(most)) return;
    const std::string estimated = text_of(estimate.value);
    Diagnostic& finding = findings.add(
        end_place(work), short_of_it ? fmt::format("{} is planned for {}, but estimated at {}", called(work),
                                                   length.text(least.working), estimated)
                                     : fmt::format("{} is planned for {}, more than three times its estimate of {}",
                                                   called(work), length.text(most.working), estimated));
    finding.label = when(analysis, index);
    finding.others.push_back({estimate.span, "estimated here"});
}

void check(const Analysis& analysis, Findings& findings) {
    for (WorkIndex i = 0; i < analysis.plan.work.size(); ++i) {
        if (analysis.plan.work[i].details != no_details) look_at(analysis, i, findings);
    }
}

} // namespace

const Rule rules::unfit_estimate{
    .name = "unfit-estimate",
    .group = "Dates",
    .severity = Severity::warning,
    .finds = "work that is planned for less time than the shorter end of its `estimate`, or for more than three times "
             "the longer end.",
    .why =
        "One of the two is a wish. Either the work will be late with all that waits for it, or days of the plan stand "
        "empty.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 2wd, estimate: 4wd..6wd}
)",
    .mend =
        "Plan it as long as it is estimated, or estimate it anew. Without `duration` and `end` it is planned with the "
        "longer end.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, start: 2026-03-02, duration: 5wd, estimate: 4wd..6wd}
)",
    .related = "duration-mismatch",
    .check = check,
};

} // namespace planc
