// Chinese and English, chosen by a table; dates are put together from their numbers, never from a locale.
#include "gantt/wording.h"

#include "gantt/lettering.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr Wording chinese{.gantt = "甘特图",
                          .rollout = "灰度放量",
                          .milestones = "里程碑",
                          .planned = "计划",
                          .active = "进行中",
                          .done = "已完成",
                          .blocked = "受阻",
                          .cancelled = "已取消",
                          .critical = "关键路径",
                          .slack = "浮动时间",
                          .progress = "进度",
                          .actual = "实际",
                          .since = "起",
                          .stage = "灰度阶段",
                          .milestone = "里程碑",
                          .non_working = "非工作日",
                          .freeze = "冻结期",
                          .no_date = "未定日期",
                          .owner = "负责人",
                          .level = "层级",
                          .what = "内容",
                          .begin = "开始",
                          .end = "结束",
                          .status = "状态",
                          .percent = "百分比",
                          .yes = "是",
                          .as_of = "截至 ",
                          .as_of_legend = "截至日期",
                          .between = "；",
                          .stop = "。"};

constexpr Wording english{.gantt = "Gantt chart",
                          .rollout = "Rollout",
                          .milestones = "Milestones",
                          .planned = "Planned",
                          .active = "Active",
                          .done = "Done",
                          .blocked = "Blocked",
                          .cancelled = "Cancelled",
                          .critical = "Critical path",
                          .slack = "Slack",
                          .progress = "Progress",
                          .actual = "Actual",
                          .since = "since",
                          .stage = "Rollout stage",
                          .milestone = "Milestone",
                          .non_working = "Non-working day",
                          .freeze = "Freeze",
                          .no_date = "no date",
                          .owner = "Owner",
                          .level = "Level",
                          .what = "What",
                          .begin = "Begin",
                          .end = "End",
                          .status = "Status",
                          .percent = "Percent",
                          .yes = "yes",
                          .as_of = "As of ",
                          .as_of_legend = "As-of date",
                          .between = "; ",
                          .stop = "."};

constexpr std::array<std::string_view, 12> english_months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> english_days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 7> chinese_days{"周日", "周一", "周二", "周三", "周四", "周五", "周六"};

struct Civil {
    int year = 0;
    unsigned month = 1;
    unsigned day = 1;
};

Civil civil(LocalTime time) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
    return {static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

std::string_view english_month(unsigned month) { return english_months[(month + 11) % 12]; }

/// Within a year a month has one meaning.
bool with_years(const Chart& chart) { return chart.end - chart.begin > minutes{366 * minutes_per_day}; }

/// A clock time alone says enough where the whole axis is no longer than a day.
bool within_a_day(const Chart& chart) { return chart.end - chart.begin <= minutes{minutes_per_day}; }

Date date_of(LocalTime time) { return std::chrono::floor<std::chrono::days>(time); }

std::string counted_text(Date date, const Counted& counted, Language language) {
    if (language != Language::zh_cn) return format_counted(counted, date);
    const std::int64_t days = counted.days_to(date);
    if (counted.weeks && days >= 0) {
        const auto [week, day] = counted_day(counted, date);
        return fmt::format("第{}周第{}天", week, day);
    }
    return days == 0 ? "T" : fmt::format("T{:+}天", days);
}

std::string counted_span(LocalTime first, LocalTime last, const Chart& chart) {
    const bool zh = chart.language == Language::zh_cn;
    const Counted& counted = *chart.counted;
    if (counted.weeks && date_of(first) >= counted.origin) {
        const auto from = counted_day(counted, date_of(first));
        const auto to = counted_day(counted, date_of(last));
        const bool whole = from.day == 1 && to.day >= chart.last_day_of_week;
        if (whole && from.week == to.week) return week_text(from.week, chart.language);
        if (whole) return fmt::format(fmt::runtime(zh ? "第{}–{}周" : "W{}–W{}"), from.week, to.week);
        const auto day = [&](const CountedDay& at) {
            return fmt::format(fmt::runtime(zh ? "第{}周第{}天" : "W{} D{}"), at.week, at.day);
        };
        if (from.week == to.week)
            return fmt::format(fmt::runtime(zh ? "第{}周第{}–{}天" : "W{} D{}–D{}"), from.week, from.day, to.day);
        return fmt::format("{} – {}", day(from), day(to));
    }
    return fmt::format("{} – {}", day_text(first, chart, false), day_text(last, chart, false));
}

std::string day_span(LocalTime first, LocalTime last, const Chart& chart, bool years) {
    const Language language = chart.language;
    const Civil a = civil(first);
    const Civil b = civil(last);
    if (a.year == b.year && a.month == b.month && a.day == b.day) return day_text(first, chart, years);
    if (chart.counted) return counted_span(first, last, chart);
    const bool same_month = a.year == b.year && a.month == b.month;
    if (language == Language::zh_cn) {
        const std::string from = day_text(first, chart, years);
        if (same_month) return from + "–" + std::to_string(b.day) + "日";
        return from + "–" + day_text(last, chart, years && a.year != b.year);
    }
    const std::string to = day_text(last, chart, years);
    if (same_month) return std::to_string(a.day) + "–" + to;
    return day_text(first, chart, years && a.year != b.year) + " – " + to;
}

std::string moment_text(LocalTime time, const Chart& chart) {
    if (within_a_day(chart)) return clock_text(time);
    return fmt::format("{} {}", day_text(time, chart, with_years(chart)), clock_text(time));
}

std::string clock_span(const ChartRow& row, const Chart& chart) {
    const bool same_day =
        std::chrono::floor<std::chrono::days>(row.begin) == std::chrono::floor<std::chrono::days>(row.end);
    if (same_day || within_a_day(chart))
        return fmt::format("{}–{}", moment_text(row.begin, chart), clock_text(row.end));
    return fmt::format("{} – {}", moment_text(row.begin, chart), moment_text(row.end, chart));
}

std::string counted(std::size_t count, std::string_view chinese_unit, std::string_view one, std::string_view many,
                    Language language) {
    if (language == Language::zh_cn) return fmt::format("{} {}", count, chinese_unit);
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

void name_milestones(std::string& text, const Chart& chart) {
    constexpr int most = 10;
    constexpr std::size_t longest_name = 80; // characters
    int named = 0;
    for (const ChartRow& row : chart.rows) {
        if (row.kind != BarKind::milestone || !row.dated || named++ >= most) continue;
        text += wording(chart.language).between;
        text += fmt::format("{} {}", shortened(printable(row.label), longest_name), dates_text(row, chart));
    }
    if (named > most) text += "…";
}

} // namespace

const Wording& wording(Language language) { return language == Language::zh_cn ? chinese : english; }

std::string_view status_text(Status status, Language language) {
    const Wording& words = wording(language);
    switch (status) {
    case Status::active:
        return words.active;
    case Status::done:
        return words.done;
    case Status::blocked:
        return words.blocked;
    case Status::cancelled:
        return words.cancelled;
    case Status::planned:
        break;
    }
    return words.planned;
}

std::string week_text(std::int64_t week, Language language) {
    return fmt::format(fmt::runtime(language == Language::zh_cn ? "第{}周" : "W{}"), week);
}

std::string day_text(LocalTime time, const Chart& chart, bool with_year) {
    const Language language = chart.language;
    if (chart.counted) return counted_text(date_of(time), *chart.counted, language);
    const Civil date = civil(time);
    std::string text;
    if (language == Language::zh_cn) {
        if (with_year) text.append(std::to_string(date.year)).append("年");
        return text.append(std::to_string(date.month)).append("月").append(std::to_string(date.day)).append("日");
    }
    text.append(std::to_string(date.day)).append(" ").append(english_month(date.month));
    if (with_year) text.append(" ").append(std::to_string(date.year));
    return text;
}

std::string month_text(LocalTime time, Language language, bool with_year) {
    const Civil date = civil(time);
    if (language == Language::zh_cn)
        return with_year ? fmt::format("{}年{}月", date.year, date.month) : fmt::format("{}月", date.month);
    return with_year ? fmt::format("{} {}", english_month(date.month), date.year)
                     : std::string(english_month(date.month));
}

std::string weekday_text(LocalTime time, const Chart& chart) {
    const Language language = chart.language;
    if (chart.counted) return day_text(time, chart, false);
    const std::chrono::weekday weekday{std::chrono::floor<std::chrono::days>(time)};
    const unsigned index = weekday.c_encoding() % 7;
    const std::string day = day_text(time, chart, false);
    return language == Language::zh_cn ? fmt::format("{} {}", day, chinese_days[index])
                                       : fmt::format("{} {}", english_days[index], day);
}

std::string year_text(LocalTime time, Language language) {
    return fmt::format("{}{}", civil(time).year, language == Language::zh_cn ? "年" : "");
}

std::string clock_text(LocalTime time) {
    const auto minute = (time - std::chrono::floor<std::chrono::days>(time)).count();
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string dates_text(const ChartRow& row, const Chart& chart) {
    const bool years = with_years(chart);
    if (row.kind == BarKind::milestone || row.begin >= row.end) {
        if (row.whole_days && row.kind == BarKind::milestone) return day_text(row.end - minutes{1}, chart, years);
        return row.whole_days ? day_text(row.begin, chart, years) : moment_text(row.begin, chart);
    }
    if (row.whole_days) return day_span(row.begin, row.end - minutes{1}, chart, years);
    return clock_span(row, chart);
}

std::string begin_text(const ChartRow& row, const Chart& chart) {
    if (row.kind == BarKind::milestone && row.whole_days) return day_text(row.end - minutes{1}, chart, true);
    const std::string day = day_text(row.begin, chart, true);
    return row.whole_days ? day : fmt::format("{} {}", day, clock_text(row.begin));
}

std::string end_text(const ChartRow& row, const Chart& chart) {
    if (row.whole_days) return day_text(std::max(row.begin, row.end - minutes{1}), chart, true);
    return fmt::format("{} {}", day_text(row.end, chart, true), clock_text(row.end));
}

std::string actual_text(const ChartActual& actual, const Chart& chart) {
    ChartRow row;
    row.whole_days = actual.whole_days;
    row.begin = actual.begin;
    row.end = actual.end.value_or(actual.begin);
    const std::string dates = dates_text(row, chart);
    if (actual.end) return dates;
    const std::string_view since = wording(chart.language).since;
    return chart.language == Language::zh_cn ? fmt::format("{}{}", dates, since) : fmt::format("{} {}", since, dates);
}

std::string range_text(const Chart& chart) {
    LocalTime first = LocalTime::max();
    LocalTime last = LocalTime::min();
    for (const ChartRow& row : chart.rows) {
        if (!row.dated) continue;
        first = std::min(first, row.begin);
        last = std::max(last, row.begin < row.end || (row.kind == BarKind::milestone && row.whole_days)
                                  ? row.end - minutes{1}
                                  : row.end);
        if (row.kind == BarKind::milestone && row.whole_days) first = std::min(first, row.end - minutes{1});
    }
    if (first > last) return std::string(wording(chart.language).no_date);
    return day_span(first, last, chart, true);
}

std::string percent_text(NumberRange percent) {
    const auto number = [](double value) {
        std::string text = fmt::format("{:.2f}", value);
        while (text.ends_with('0')) text.pop_back();
        if (text.ends_with('.')) text.pop_back();
        return text;
    };
    if (percent.first == percent.last) return number(percent.first) + "%";
    return fmt::format("{}–{}%", number(percent.first), number(percent.last));
}

std::string length_text(std::int64_t length, Language language) {
    const bool zh = language == Language::zh_cn;
    std::string text;
    const auto add = [&](std::int64_t count, std::string_view chinese_unit, std::string_view english_unit) {
        if (count == 0) return;
        if (!text.empty()) text += ' ';
        text += fmt::format("{} {}", count, zh ? chinese_unit : english_unit);
    };
    add(length / minutes_per_day, "天", "d");
    add(length % minutes_per_day / 60, "小时", "h");
    add(length % 60, "分钟", "min");
    return text.empty() ? (zh ? "0 分钟" : "0 min") : text;
}

std::string as_of_text(const Chart& chart) {
    const LocalTime time = chart.as_of.value_or(chart.begin);
    const bool midnight = time == std::chrono::floor<std::chrono::days>(time);
    const std::string_view before = wording(chart.language).as_of;
    if (midnight) return fmt::format("{}{}", before, day_text(time, chart, with_years(chart)));
    return fmt::format("{}{}", before, moment_text(time, chart));
}

std::string summary_text(const Chart& chart) {
    std::size_t tasks = 0;
    std::size_t stages = 0;
    std::size_t milestones = 0;
    std::size_t critical = 0;
    std::size_t undated = 0;
    std::size_t done = 0;
    std::size_t active = 0;
    std::size_t blocked = 0;
    std::size_t freezes = 0;
    for (const ChartBand& band : chart.bands) freezes += band.kind == BandKind::freeze ? 1U : 0U;
    for (const ChartRow& row : chart.rows) {
        const bool counts = row.kind != BarKind::heading && row.kind != BarKind::group;
        done += counts && row.status == Status::done ? 1U : 0U;
        active += counts && row.status == Status::active ? 1U : 0U;
        blocked += counts && row.status == Status::blocked ? 1U : 0U;
        tasks += row.kind == BarKind::task ? 1U : 0U;
        stages += row.kind == BarKind::stage ? 1U : 0U;
        milestones += row.kind == BarKind::milestone ? 1U : 0U;
        critical += row.critical && row.dated && row.kind != BarKind::group ? 1U : 0U;
        undated += row.kind != BarKind::heading && !row.dated ? 1U : 0U;
    }
    const Wording& words = wording(chart.language);
    std::string text = range_text(chart);
    if (chart.as_of) text.append(words.between).append(as_of_text(chart));
    const auto add = [&](std::size_t count, std::string_view unit, std::string_view one, std::string_view many) {
        if (count == 0) return;
        text += words.between;
        text += counted(count, unit, one, many, chart.language);
    };
    add(tasks, "项任务", "task", "tasks");
    add(stages, "个灰度阶段", "rollout stage", "rollout stages");
    add(done, "项已完成", "item done", "items done");
    add(active, "项进行中", "item active", "items active");
    add(blocked, "项受阻", "item blocked", "items blocked");
    add(critical, "项在关键路径上", "item on the critical path", "items on the critical path");
    add(undated, "项未定日期", "item without a date", "items without a date");
    add(freezes, "个冻结期", "freeze", "freezes");
    add(milestones, "个里程碑", "milestone", "milestones");
    name_milestones(text, chart);
    text += words.stop;
    return text;
}

} // namespace planc
