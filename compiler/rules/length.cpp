#include "rules/length.h"

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

} // namespace

PlannedLength::PlannedLength(const Plan& plan, const Planned& planned) : plan_(plan), planned_(planned) {
    const Calendar& calendar = plan.calendar;
    const Date first = calendar.date_of(planned.span.begin);
    first_ = first;
    const Date next = calendar.date_of(planned.span.end - minutes{1}) + std::chrono::days{1};
    elapsed_ =
        planned.whole_days ? (next - first).count() * minutes_per_day : (planned.span.end - planned.span.begin).count();
    days_ = (next - first).count();
    working_days_ = calendar.working_between(calendar.begin_of(first), calendar.begin_of(next)).count / minutes_per_day;
}

bool PlannedLength::fills_weeks(Duration weeks) const {
    if (weeks.working || weeks.count % (7 * minutes_per_day) != 0) return false;
    const Calendar& calendar = plan_.calendar;
    const Date over = first_ + std::chrono::days{weeks.count / minutes_per_day};
    const Duration worked = calendar.working_between(calendar.begin_of(first_), calendar.begin_of(over));
    return working_days_ * minutes_per_day >= worked.count;
}

bool PlannedLength::shorter_than(Duration least) const {
    if (!least.working && least.count < minutes_per_day) return elapsed_ < least.count;
    const std::int64_t days = least.working ? working_days_ : days_;
    // That nothing of it is a working day is another matter.
    if (days == 0) return false;
    if (!fills_weeks(least) && days * minutes_per_day < least.count) return true;
    return elapsed_ * minutes_per_day < least.count * shortest_day;
}

bool PlannedLength::far_longer_than(Duration most) const {
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

std::string PlannedLength::text(bool working) const {
    if (working && (planned_.whole_days || days_ > 1)) return amount(Duration{working_days_ * minutes_per_day, true});
    return amount(elapsed_);
}

std::string text_of(const DurationRange& range) {
    const auto& [least, most] = range;
    if (least == most) return amount(least);
    const bool days = least.count % minutes_per_day == 0 && most.count % minutes_per_day == 0;
    if (days && least.working == most.working)
        return fmt::format("{} to {}", least.count / minutes_per_day, amount(most));
    return fmt::format("{} to {}", amount(least), amount(most));
}

bool says_how_long(const Plan& plan, WorkIndex index) {
    const Work& work = plan.work[index];
    if (is_childless(plan, index)) return work.duration.given() || work.end.given();
    return work.duration.given() || (work.start.given() && work.end.given());
}

} // namespace planc
