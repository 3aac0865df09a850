#include "rules/wording.h"

#include <array>
#include <fmt/format.h>

namespace planc {

namespace {

std::string counted(std::int64_t count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

std::string_view weekday_name(Date date) {
    static constexpr std::array<std::string_view, 7> names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return names[std::chrono::weekday{date}.c_encoding()];
}

} // namespace

std::string called(const Work& work) {
    if (work.id_written || !work.title.given()) return quoted(work.id.value);
    return quoted(work.title.value);
}

std::string called(const Checklist& checklist) {
    return quoted(checklist.id_written || !checklist.title.given() ? checklist.id.value : checklist.title.value);
}

std::string listed(const std::vector<std::string>& things) {
    std::string result;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (i > 0) result += i + 1 == things.size() ? " and " : ", ";
        result += things[i];
    }
    return result;
}

std::string amount(std::int64_t length) {
    if (length < 0) length = -length;
    const std::int64_t days = length / minutes_per_day;
    const std::int64_t hours = length % minutes_per_day / 60;
    const std::int64_t rest = length % 60;
    std::string result;
    const auto append = [&result](std::int64_t count, std::string_view unit) {
        if (count == 0) return;
        if (!result.empty()) result += ' ';
        result += counted(count, unit);
    };
    append(days, "day");
    append(hours, "hour");
    append(rest, "minute");
    return result.empty() ? "0 minutes" : result;
}

std::string amount(Duration duration) {
    if (!duration.working) return amount(duration.count);
    const std::int64_t count = duration.count < 0 ? -duration.count : duration.count;
    if (count % minutes_per_day == 0) return counted(count / minutes_per_day, "working day");
    return fmt::format("{:.3g} working days", static_cast<double>(count) / static_cast<double>(minutes_per_day));
}

std::string distance(const Plan& plan, Instant from, Instant to) {
    const Calendar& calendar = plan.calendar;
    if (calendar.is_midnight(from) && calendar.is_midnight(to))
        return amount((calendar.date_of(to) - calendar.date_of(from)).count() * minutes_per_day);
    return amount((to - from).count());
}

std::string day(const Plan& plan, Instant instant, bool whole_days, bool inclusive_end) {
    const LocalTime local = plan.calendar.zone.to_local(instant);
    Date date = std::chrono::floor<std::chrono::days>(local);
    if (whole_days && inclusive_end) date -= std::chrono::days{1};
    const std::string text = plan.calendar.counted ? format_counted(*plan.calendar.counted, date)
                                                   : fmt::format("{} {}", weekday_name(date), format_date(date));
    return whole_days ? text : text + format_local(local).substr(10);
}

std::string begin_of(const Analysis& analysis, WorkIndex work) {
    const Planned& planned = analysis.schedule.work[work];
    // The day of a milestone ends with it.
    const bool day_ends = analysis.plan.work[work].kind == WorkKind::milestone;
    return day(analysis.plan, planned.span.begin, planned.whole_days, planned.whole_days && day_ends);
}

std::string end_of(const Analysis& analysis, WorkIndex work) {
    const Planned& planned = analysis.schedule.work[work];
    const bool day_ends = analysis.plan.work[work].kind == WorkKind::milestone || !planned.span.empty();
    return day(analysis.plan, planned.span.end, planned.whole_days, planned.whole_days && day_ends);
}

std::string when(const Analysis& analysis, WorkIndex work) {
    const std::string begin = begin_of(analysis, work);
    const std::string end = end_of(analysis, work);
    if (begin == end) return begin;
    constexpr std::size_t clock_length = std::string_view{" 22:00"}.size();
    const bool same_day = !analysis.schedule.work[work].whole_days &&
                          begin.compare(0, begin.size() - clock_length, end, 0, end.size() - clock_length) == 0;
    return fmt::format("{} to {}", begin, same_day ? end.substr(end.size() - clock_length + 1) : end);
}

std::string starts_when(const Analysis& analysis, WorkIndex work) {
    const Work& one = analysis.plan.work[work];
    return fmt::format("{} {} {}", called(one), one.kind == WorkKind::milestone ? "is" : "starts",
                       begin_of(analysis, work));
}

std::string ends_when(const Analysis& analysis, WorkIndex work) {
    const Work& one = analysis.plan.work[work];
    return fmt::format("{} {} {}", called(one), one.kind == WorkKind::milestone ? "is" : "ends",
                       end_of(analysis, work));
}

std::string awaited(const Work& from, DependencyType type, Duration lag) {
    const bool start = type == DependencyType::start_to_start || type == DependencyType::start_to_finish;
    const std::string point = called(from) + (from.kind == WorkKind::milestone ? "" : start ? " starts" : " ends");
    if (lag.count == 0) return point;
    return fmt::format("{} {} {}", amount(lag), lag.count > 0 ? "after" : "before", point);
}

Span name_place(const Work& work) {
    if (work.id_written) return work.id.span;
    return work.title.given() ? work.title.span : work.span;
}

Span start_place(const Work& work) { return work.start.given() ? work.start.span : name_place(work); }

Span end_place(const Work& work) {
    if (work.end.given()) return work.end.span;
    return work.duration.given() ? work.duration.span : name_place(work);
}

Span first_given(std::initializer_list<Span> places) {
    for (const Span place : places) {
        if (place) return place;
    }
    return {};
}

} // namespace planc
