// How dates, times, lengths of time and numbers are said in a language.
#pragma once

#include "documents/labels.h"
#include "plan/plan.h"
#include "schedule/schedule.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace planc {

/// Says times in the words and patterns of a label file. `year` is the one that need not be said.
class Phrasing {
public:
    Phrasing(const Labels& labels, const Calendar& calendar, std::optional<int> year);

    // In a plan without dates, days are counted from its anchor: `T-7d`, `W3`.
    std::string long_date(Date date) const;  ///< with year and weekday, whatever the year
    std::string date(Date date) const;       ///< with weekday
    std::string short_date(Date date) const; ///< without weekday

    // Of days that are known whatever the plan: revisions, holidays, what was done.
    std::string civil_date(Date date) const; ///< as `long_date`
    std::string dates(DateRange range) const;
    std::string civil_moment(const WrittenInstant& written) const; ///< of a date, with a clock time or without
    std::string recorded(LocalTime time) const;                    ///< short, with the clock time
    std::string recorded_day(LocalTime time) const;
    std::string clock_of(LocalTime time) const;

    std::string clock(int minute) const;       ///< minutes after midnight, up to 1440
    std::string moment(Instant instant) const; ///< a date and clock time
    /// A date, where `whole_day` (of an end: the day that ends at `instant`), else a moment.
    std::string deadline(Instant instant, bool whole_day, bool is_end) const;

    std::string begin(const Planned& planned) const; ///< the start alone
    std::string end(const Planned& planned) const;   ///< the end alone, inclusive for whole days
    std::string span(const Planned& planned) const;  ///< both, as short as they may be
    /// The span of a part: without the date where the whole lasts a day at most and the date is the day it begins.
    std::string span_within(const Planned& part, const Planned& whole) const;
    std::string long_span(Interval interval, bool whole_days) const; ///< with year and weekday
    /// A point in time that nothing lasts from: of a milestone the day that ends there.
    std::string point(const Planned& planned, bool day_before) const;

    std::string duration(Duration duration) const;
    std::string length(const Planned& planned) const;                    ///< how long it takes on the calendar
    std::string count(std::string_view label, std::int64_t count) const; ///< a label `{n} item|{n} items`
    std::string number(double number) const;                             ///< thousands parted
    std::string range(NumberRange range) const;

    const Labels& labels() const { return labels_; }
    LocalTime local(Instant instant) const { return calendar_.zone.to_local(instant); }

private:
    std::string say_duration(Duration duration) const;
    std::string counted_date(const Counted& counted, Date date) const;
    std::string counted_dates(const Counted& counted, DateRange range) const;
    std::string time_range(LocalTime begin, LocalTime end) const;
    std::string civil_short(Date date, std::string_view with_year, std::string_view without) const;
    bool says_year(Date date) const;

    const Labels& labels_;
    const Calendar& calendar_;
    std::optional<int> year_;
    // Large plans say the same dates and durations again and again. One thread works on a plan.
    mutable std::unordered_map<std::int64_t, std::string> dates_;
    mutable std::unordered_map<std::int64_t, std::string> durations_;
};

} // namespace planc
