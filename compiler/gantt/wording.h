// The words and dates of a chart in the plan's language.
#pragma once

#include "gantt/chart.h"

#include <string>
#include <string_view>

namespace planc {

struct Wording {
    std::string_view gantt; ///< the name of the picture where the plan has no title
    std::string_view rollout;
    std::string_view milestones;
    std::string_view planned;
    std::string_view active;
    std::string_view done;
    std::string_view blocked;
    std::string_view cancelled;
    std::string_view critical;
    std::string_view slack;
    std::string_view progress;
    std::string_view actual;
    std::string_view since; ///< before the begin of what goes on
    std::string_view stage;
    std::string_view milestone;
    std::string_view non_working;
    std::string_view freeze;
    std::string_view no_date;
    std::string_view owner;
    std::string_view level; ///< heads of the table
    std::string_view what;
    std::string_view begin;
    std::string_view end;
    std::string_view status;
    std::string_view percent;
    std::string_view yes;
    std::string_view as_of; ///< before a date
    std::string_view as_of_legend;
    std::string_view between; ///< between the clauses of the description
    std::string_view stop;    ///< at its end
};

const Wording& wording(Language language);

/// `12月8日`, `2025年12月8日`; `8 Dec`, `8 Dec 2025`. Where the plan has no dates: `T-7天`, `第3周`; `T-7d`, `W3`.
std::string day_text(LocalTime time, const Chart& chart, bool with_year);
/// `第3周`, `W3`
std::string week_text(std::int64_t week, Language language);
/// `2025年12月`, `12月`; `Dec 2025`, `Dec`.
std::string month_text(LocalTime time, Language language, bool with_year);
/// `12月8日 周一`, `Mon 8 Dec`; where the plan has no dates, as `day_text`.
std::string weekday_text(LocalTime time, const Chart& chart);
/// `2025年`, `2025`.
std::string year_text(LocalTime time, Language language);
/// `22:00`
std::string clock_text(LocalTime time);

/// `进行中`, `Active`
std::string_view status_text(Status status, Language language);

/// The dates beside a bar: as short as its chart allows, whole days inclusive: `12月8日–12日`, `22:00–22:30`, `15 Dec`.
std::string dates_text(const ChartRow& row, const Chart& chart);
/// One end of a row with its clock time where it has one; the end of whole days is the last of them. As long as it
/// takes to stand alone: with the year.
std::string begin_text(const ChartRow& row, const Chart& chart);
std::string end_text(const ChartRow& row, const Chart& chart);
/// What really happened, as `dates_text`; of what goes on its begin: `12月8日起`, `since 22:05`.
std::string actual_text(const ChartActual& actual, const Chart& chart);
/// From the first to the last day planned, always with the year.
std::string range_text(const Chart& chart);
/// `10%`, `2–5%`
std::string percent_text(NumberRange percent);
/// `2 天 3 小时`, `2 d 3 h`
std::string length_text(std::int64_t minutes, Language language);
/// The line of `Chart::as_of`: `截至 12月8日`; with the clock time where it is not midnight.
std::string as_of_text(const Chart& chart);
/// The description of the picture: dates, the chart's line, numbers of rows of each kind and status, freezes, the
/// milestones (at most ten).
std::string summary_text(const Chart& chart);

} // namespace planc
