// The abstract chart: rows, bars, arrows, bands, marks and a scale; nothing of a format.
#pragma once

#include "plan/plan.h"
#include "schedule/schedule.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// `heading` is a line of text alone, above the milestones.
enum class BarKind : std::uint8_t { heading, group, task, stage, milestone };

/// What really happened, half-open; without an end it goes on.
struct ChartActual {
    LocalTime begin;
    std::optional<LocalTime> end;
    bool whole_days = false; ///< no clock time is recorded
};

/// One line of the chart. Times are local minutes of the plan's zone, half-open.
struct ChartRow {
    WorkIndex work = no_work;
    BarKind kind = BarKind::task;
    int depth = 0; ///< 0 for phases, the rollout and the heading of the milestones; their children 1, and so on
    std::string id;
    std::string label;
    std::string owner; ///< title of the owning role or person; may be empty
    bool dated = false;
    bool whole_days = false;
    LocalTime begin; ///< of a milestone: equal to `end`; with `whole_days` the end of its day
    LocalTime end;
    Status status = Status::planned;
    bool critical = false;
    std::int64_t slack = 0;             ///< minutes; at least 0
    std::optional<NumberRange> percent; ///< rollout stages
    std::optional<double> progress;     ///< per cent, 0 to 100
    std::optional<ChartActual> actual;
};

/// A dependency between two rows.
struct ChartArrow {
    std::size_t from = 0; ///< a row
    std::size_t to = 0;
    DependencyType type = DependencyType::finish_to_start;
    bool critical = false;
};

enum class BandKind : std::uint8_t { non_working, freeze };

/// A shaded stretch of time.
struct ChartBand {
    BandKind kind = BandKind::non_working;
    LocalTime begin;
    LocalTime end;
    std::string label;
};

enum class ScaleUnit : std::uint8_t { quarter_hour, hour, day, week, month, quarter, year };

/// A labelled place on the time axis. Major and minor ticks are two series: a place may have one of each.
struct ChartTick {
    LocalTime at;
    std::string label;       ///< `12月8日`, `22:00`
    std::string short_label; ///< for little room: `8`; may equal `label`
    bool major = false;      ///< begins a larger unit (the day in an hour scale, the month in a day scale)
};

struct Chart {
    std::string title;
    Language language = Language::zh_cn;
    LocalTime begin; ///< the axis, half-open
    LocalTime end;
    ScaleUnit unit = ScaleUnit::day;
    int step = 1; ///< units from one minor tick to the next
    std::vector<ChartTick> ticks;
    std::vector<ChartRow> rows;
    std::vector<ChartArrow> arrows;
    std::vector<ChartBand> bands;
    std::optional<LocalTime> as_of;
    std::optional<Counted> counted; ///< of a plan without dates: how its days are called
    int last_day_of_week = 7;       ///< the last that is worked, from 1
};

/// Steps without a length of their own are left out. `as_of` draws the line of today.
Chart make_chart(const Plan& plan, const Schedule& schedule, std::optional<Instant> as_of);

/// A self-contained SVG picture with <title> and <desc>; user text is escaped.
/// Of `theme_css` the custom properties `--planc-NAME: #rrggbb` win over the chart's colours, those within
/// `@media (prefers-color-scheme: dark)` over the dark ones; nothing else of it gets in.
std::string draw_svg(const Chart& chart, std::string_view theme_css = {});

/// Lines of at most `columns` terminal cells (60 to 200), with a line break at the end of each. `ascii` draws without
/// block characters; texts stay as they are.
std::string draw_text(const Chart& chart, int columns, bool ascii = false);

/// The text of a Mermaid `gantt` diagram, without the code fence. Dates are absolute; user text is made harmless.
std::string draw_mermaid(const Chart& chart);

/// For --dump=chart.
std::string dump(const Chart& chart);

} // namespace planc
