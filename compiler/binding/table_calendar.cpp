// The field tables of the calendar and its freezes.
#include "binding/calendar_draft.h"
#include "binding/times.h"
#include "binding/values.h"
#include "diagnostics/suggestion.h"
#include "time/holidays.h"

#include <algorithm>
#include <array>

namespace planc {

std::string_view name(Weekday weekday) {
    static constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    return names.at(static_cast<std::size_t>(weekday));
}

namespace {
constexpr std::array<std::string_view, 7> weekday_meanings{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                           "Friday", "Saturday", "Sunday"};
}

template <>
constinit const Choices ChoicesOf<Weekday>::choices{[](std::size_t value) { return name(static_cast<Weekday>(value)); },
                                                    weekday_meanings};

namespace {

/// At least one weekday: with none, no work would ever end.
struct WorkingDays : List<OneOf<Weekday>> {
    static constexpr ValueType type{.form = Form::list, .minimum = 1, .item = &OneOf<Weekday>::type};
    static bool read(PlanReader& reader, const Node& node, std::vector<Located<Weekday>>& days) {
        if (node.kind() == NodeKind::sequence && node.items().empty())
            return reader.bad_value(node.span(), "`working_days` names no day",
                                    "leave the key out for Monday to Friday");
        return List<OneOf<Weekday>>::read(reader, node, days);
    }
};

/// Days without a title: a date or a range.
struct BareDays {
    static constexpr ValueType type = DateRangeText::type;
    static bool read(PlanReader& reader, const Node& node, NamedDays& value) {
        value.span = node.span();
        return DateRangeText::read(reader, node, value.dates);
    }
    static void write(std::string& out, const NamedDays& value) { DateRangeText::write(out, value.dates); }
};

constexpr Field dates = field<&NamedDays::dates, DateRangeText>(
    "dates", Need::required, "The day, or the first and the last day.", "2026-01-01 .. 2026-01-03", "date days");

constexpr Field named_days_fields[] = {
    dates,
    field<&NamedDays::title, PlainText>("title", Need::optional, "What they are called.", "New Year", "name"),
};

constexpr Field freeze_fields[] = {
    field<&Freeze::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.", "year-end"),
    field<&Freeze::title, PlainText>("title", Need::required, "Why nothing may start then.", "Year-end accounts",
                                     "name reason why"),
    field<&Freeze::start, InstantText>("start", Need::required, "When it begins.", "2025-12-25"),
    field<&Freeze::end, EndText>("end", Need::required, "When it ends; a date without a clock time is inclusive.",
                                 "2026-01-05"),
};

constexpr Field calendar_fields[] = {
    field<&CalendarDraft::working_days, WorkingDays>(
        "working_days", Need::optional, "The weekdays that are worked; Monday to Friday where it is not written.",
        "[mon, tue, wed, thu, fri]", "workdays weekdays"),
    field<&CalendarDraft::hours, ClockRangeText>(
        "hours", Need::optional, "The working hours; they do not change how long work takes.", "09:00 .. 18:00"),
    field<&CalendarDraft::public_holidays, OneOrList<HolidaySetName>>(
        "public_holidays", Need::optional,
        "Ready-made holidays with their make-up days: `china-mainland`, for the years 2020 to 2026.", "china-mainland",
        "holiday_set country region"),
    field<&CalendarDraft::holidays, List<Entry<NamedDays>>>(
        "holidays", Need::optional, "Days that are not worked.",
        "[2025-12-25, 2026-02-16 .. 2026-02-22, {dates: 2026-01-01, title: New Year}]"),
    field<&CalendarDraft::make_up_days, List<BareDays>>(
        "make_up_days", Need::optional, "Days that are worked whatever else says.", "[2026-02-14]", "makeup_days"),
    field<&CalendarDraft::freezes, List<Entry<Freeze>>>(
        "freezes", Need::optional, "Spans in which nothing may start.",
        "[{title: Year-end accounts, start: 2025-12-25, end: 2026-01-05}]"),
};

} // namespace

template <>
constinit const Record TableOf<NamedDays>::record{.name = "days",
                                                  .noun = "a holiday",
                                                  .meaning = "A day or a range of days, with a title.",
                                                  .fields = named_days_fields,
                                                  .short_form = &dates};
template <>
constinit const Record TableOf<Freeze>::record{
    .name = "freeze", .noun = "a freeze", .meaning = "A span in which nothing may start.", .fields = freeze_fields};
template <>
constinit const Record TableOf<CalendarDraft>::record{
    .name = "calendar",
    .noun = "the calendar",
    .meaning = "Which days and hours are worked, and when nothing may start.",
    .fields = calendar_fields};

bool HolidaySetName::read(PlanReader& reader, const Node& node, Text& value) {
    if (!reader.expect_text(node, type)) return false;
    if (find_holiday_set(node.text()) == nullptr) {
        std::vector<std::string_view> names;
        for (const HolidaySet& set : holiday_sets()) names.push_back(set.name);
        return reader.not_taken(node, type, did_you_mean(node.text(), names));
    }
    value = {node.text(), node.span()};
    return true;
}

void use_holiday_sets(Plan& plan, const std::vector<Text>& sets) {
    Calendar& calendar = plan.calendar;
    for (const Text& set : sets) {
        for (const HolidaySet::Days& days : find_holiday_set(set.value)->days) {
            (days.worked ? calendar.make_up_days : calendar.holidays).push_back(days.dates);
            if (!days.worked) plan.holidays.push_back({days.dates, {days.title, set.span}, set.span});
        }
        plan.holiday_sets.push_back(set);
    }
}

bool CalendarKey::read(PlanReader& reader, const Node& node, Plan& plan) {
    CalendarDraft draft;
    if (!Entry<CalendarDraft>::read(reader, node, draft)) return false;
    Calendar& calendar = plan.calendar;
    if (!draft.working_days.empty()) calendar.working_weekdays.reset();
    for (const Located<Weekday>& day : draft.working_days)
        calendar.working_weekdays.set(static_cast<std::size_t>(day.value));
    if (draft.hours.given()) calendar.hours = draft.hours.value;
    for (const NamedDays& days : draft.holidays) calendar.holidays.push_back(days.dates);
    for (const NamedDays& days : draft.make_up_days) calendar.make_up_days.push_back(days.dates);
    plan.holidays = std::move(draft.holidays);
    reader.chose_holidays = std::any_of(node.pairs().begin(), node.pairs().end(),
                                        [](const Pair& pair) { return pair.key.text() == "public_holidays"; });
    use_holiday_sets(plan, draft.public_holidays);
    plan.freezes = std::move(draft.freezes);
    return true;
}

void CalendarKey::write(std::string& out, const Plan& plan) {
    CalendarDraft draft;
    for (std::size_t day = 0; day < 7; ++day)
        if (plan.calendar.working_weekdays[day]) draft.working_days.push_back({static_cast<Weekday>(day), {0, 0, 1}});
    draft.hours = {plan.calendar.hours, {0, 0, 1}};
    draft.public_holidays = plan.holiday_sets;
    const auto from_a_set = [&plan](Span span) {
        return std::any_of(plan.holiday_sets.begin(), plan.holiday_sets.end(),
                           [span](const Text& set) { return set.span == span; });
    };
    for (const NamedDays& days : plan.holidays)
        if (!from_a_set(days.span)) draft.holidays.push_back(days);
    for (const DateRange& dates_of : plan.calendar.make_up_days) draft.make_up_days.push_back({dates_of, {}, {}});
    draft.freezes = plan.freezes;
    Entry<CalendarDraft>::write(out, draft);
}

} // namespace planc
