// The finest unit whose columns can still be read is chosen; both ends are rounded to it.
#include "gantt/scale.h"

#include "gantt/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

using std::chrono::days;
using std::chrono::floor;

struct Scale {
    ScaleUnit unit;
    int step;
    std::int64_t longest; ///< minutes of the longest span it is good for
    int fewest;           ///< columns; a shorter axis is widened on both sides
};

constexpr std::int64_t hour = 60;
constexpr std::int64_t day = minutes_per_day;

constexpr std::array<Scale, 10> scales{{
    {ScaleUnit::quarter_hour, 1, 6 * hour, 6},
    {ScaleUnit::quarter_hour, 2, 12 * hour, 6},
    {ScaleUnit::hour, 1, 24 * hour, 6},
    {ScaleUnit::hour, 2, 48 * hour, 6},
    {ScaleUnit::hour, 3, 72 * hour, 6},
    {ScaleUnit::hour, 6, 6 * day, 6},
    {ScaleUnit::day, 1, 45 * day, 7},
    {ScaleUnit::week, 1, 30 * 7 * day, 3},
    {ScaleUnit::month, 1, 30 * 30 * day, 3},
    {ScaleUnit::quarter, 1, 9 * 365 * day, 3},
}};

constexpr std::int64_t most_years = 25; ///< columns
constexpr std::int64_t most_weeks = 30; ///< likewise

Scale choose(LocalTime begin, LocalTime end, bool whole_days, bool counted) {
    const std::int64_t length = (end - begin).count();
    for (const Scale& scale : scales) {
        if (whole_days && scale.unit < ScaleUnit::day) continue;
        if (counted && scale.unit > ScaleUnit::week) break; // months have no names yet
        if (length <= scale.longest) return scale;
    }
    if (counted) return {ScaleUnit::week, static_cast<int>(length / (most_weeks * 7 * day)) + 1, 0, 3};
    const std::int64_t years = length / (365 * day) + 1;
    for (int step = 1;; step *= 10) {
        for (const int factor : {1, 2, 5})
            if (years <= most_years * step * factor || step >= 10'000) return {ScaleUnit::year, step * factor, 0, 3};
    }
}

std::int64_t fixed_length(ScaleUnit unit, int step) {
    switch (unit) {
    case ScaleUnit::quarter_hour:
        return 15 * step;
    case ScaleUnit::hour:
        return hour * step;
    case ScaleUnit::day:
        return day * step;
    case ScaleUnit::week:
        return 7 * day * step;
    default:
        return 0;
    }
}

int months_of(ScaleUnit unit, int step) {
    return step * (unit == ScaleUnit::year ? 12 : unit == ScaleUnit::quarter ? 3 : 1);
}

/// The first of a month, counted from year 0.
LocalTime month_begin(std::int64_t months) {
    const std::int64_t year = (months >= 0 ? months : months - 11) / 12;
    const auto month = static_cast<unsigned>(months - year * 12) + 1U;
    return LocalTime{
        std::chrono::local_days{std::chrono::year{static_cast<int>(year)} / std::chrono::month{month} / 1}};
}

LocalTime round_down(LocalTime time, ScaleUnit unit, int step) {
    const auto midnight = floor<days>(time);
    if (unit == ScaleUnit::week) {
        const std::chrono::weekday weekday{midnight};
        return LocalTime{midnight - days{static_cast<int>(weekday.iso_encoding()) - 1}};
    }
    if (const std::int64_t length = fixed_length(unit, step); length > 0) {
        const std::int64_t minute = (time - midnight).count();
        return LocalTime{midnight} + minutes{minute - minute % length};
    }
    const std::chrono::year_month_day date{midnight};
    const std::int64_t months =
        static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 + static_cast<unsigned>(date.month()) - 1;
    const std::int64_t every = months_of(unit, step);
    const std::int64_t rest = ((months % every) + every) % every;
    return month_begin(months - rest);
}

/// `time` is a boundary of the unit; the one `count` steps on.
LocalTime move(LocalTime time, ScaleUnit unit, int step, int count) {
    if (const std::int64_t length = fixed_length(unit, step); length > 0) return time + minutes{length * count};
    const std::chrono::year_month_day date{floor<days>(time)};
    const std::int64_t months =
        static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 + static_cast<unsigned>(date.month()) - 1;
    return month_begin(months + static_cast<std::int64_t>(months_of(unit, step)) * count);
}

/// Days and weeks where there are no dates.
ChartTick counted_tick(LocalTime at, const Chart& chart) {
    const Date date = floor<days>(at);
    const auto [week, day_of_week] = counted_day(*chart.counted, date);
    const bool in_weeks = chart.counted->weeks && date >= chart.counted->origin;
    if (in_weeks && chart.unit == ScaleUnit::week)
        return {at, week_text(week, chart.language), fmt::format("{}", week), false};
    const std::int64_t number = in_weeks ? day_of_week : chart.counted->days_to(date);
    return {at, day_text(at, chart, false), fmt::format("{}", number), false};
}

ChartTick minor_tick(LocalTime at, const Chart& chart) {
    if (chart.counted && chart.unit >= ScaleUnit::day) return counted_tick(at, chart);
    const Language language = chart.language;
    const std::chrono::year_month_day date{floor<days>(at)};
    switch (chart.unit) {
    case ScaleUnit::quarter_hour:
    case ScaleUnit::hour:
        return {at, clock_text(at), clock_text(at), false};
    case ScaleUnit::day:
    case ScaleUnit::week:
        return {at, day_text(at, chart, false), fmt::format("{}", static_cast<unsigned>(date.day())), false};
    case ScaleUnit::month:
        return {at, month_text(at, language, false), fmt::format("{}", static_cast<unsigned>(date.month())), false};
    case ScaleUnit::quarter: {
        const std::string label = fmt::format("Q{}", (static_cast<unsigned>(date.month()) - 1) / 3 + 1);
        return {at, label, label, false};
    }
    case ScaleUnit::year:
        break;
    }
    return {at, year_text(at, language), fmt::format("{}", static_cast<int>(date.year())), false};
}

ChartTick major_tick(LocalTime at, const Chart& chart) {
    const ScaleUnit unit = chart.unit;
    const Language language = chart.language;
    if (unit < ScaleUnit::day) return {at, weekday_text(at, chart), day_text(at, chart, false), true};
    if (chart.counted) {
        const std::string week = week_text(counted_day(*chart.counted, floor<days>(at)).week, language);
        return {at, week, week, true};
    }
    if (unit < ScaleUnit::month) return {at, month_text(at, language, true), month_text(at, language, false), true};
    return {at, year_text(at, language), year_text(at, language), true};
}

/// The unit of the upper row of the axis, if it has one.
std::optional<ScaleUnit> larger_unit(const Chart& chart) {
    const ScaleUnit unit = chart.unit;
    if (unit < ScaleUnit::day) return ScaleUnit::day;
    if (unit == ScaleUnit::year || (chart.counted && !(chart.counted->weeks && unit == ScaleUnit::day))) return {};
    if (chart.counted) return ScaleUnit::week;
    return unit < ScaleUnit::month ? ScaleUnit::month : ScaleUnit::year;
}

void add_ticks(Chart& chart) {
    if (const auto larger = larger_unit(chart)) {
        for (LocalTime at = round_down(chart.begin, *larger, 1); at < chart.end; at = move(at, *larger, 1, 1))
            chart.ticks.push_back(major_tick(std::max(at, chart.begin), chart));
    }
    for (LocalTime at = chart.begin; at < chart.end; at = move(at, chart.unit, chart.step, 1))
        chart.ticks.push_back(minor_tick(at, chart));
    // Clock times name moments, not columns: the last moment has its name too.
    if (chart.unit < ScaleUnit::day) chart.ticks.push_back(minor_tick(chart.end, chart));
}

} // namespace

void fit_axis(Chart& chart) {
    chart.ticks.clear();
    chart.begin = chart.end = LocalTime{};
    LocalTime first = LocalTime::max();
    LocalTime last = LocalTime::min();
    bool whole_days = true;
    for (const ChartRow& row : chart.rows) {
        if (row.actual && row.kind != BarKind::heading) {
            first = std::min(first, row.actual->begin);
            last = std::max(last, row.actual->end.value_or(row.actual->begin));
            whole_days = whole_days && (row.dated || row.actual->whole_days);
        }
        if (!row.dated) continue;
        // A dated milestone stands at the end of its day and is drawn inside it.
        const bool day_end = row.kind == BarKind::milestone && row.whole_days;
        first = std::min(first, day_end ? row.begin - minutes{1} : row.begin);
        last = std::max(last, std::max(row.begin, row.end));
        whole_days = whole_days && row.whole_days;
    }
    if (first > last) return;
    const Scale scale = choose(first, last, whole_days, chart.counted.has_value());
    chart.unit = scale.unit;
    chart.step = scale.step;
    chart.begin = round_down(first, scale.unit, scale.step);
    chart.end = round_down(last, scale.unit, scale.step);
    if (chart.end < last || chart.end == chart.begin) chart.end = move(chart.end, scale.unit, scale.step, 1);
    int columns = 0;
    for (LocalTime at = chart.begin; at < chart.end; at = move(at, scale.unit, scale.step, 1)) ++columns;
    for (bool after = true; columns < scale.fewest; ++columns, after = !after) {
        if (after)
            chart.end = move(chart.end, scale.unit, scale.step, 1);
        else
            chart.begin = move(chart.begin, scale.unit, scale.step, -1);
    }
    add_ticks(chart);
}

} // namespace planc
