// The calendar as written, before it becomes the plan's.
#pragma once

#include "binding/collections.h"
#include "plan/plan.h"

namespace planc {

enum class Weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };
std::string_view name(Weekday weekday);

struct CalendarDraft {
    std::vector<Located<Weekday>> working_days;
    Located<ClockRange> hours;
    std::vector<Text> public_holidays;
    std::vector<NamedDays> holidays;
    std::vector<NamedDays> make_up_days;
    std::vector<Freeze> freezes;
};

template <>
const Record TableOf<CalendarDraft>::record;

/// A set of ready-made holidays by its name.
struct HolidaySetName {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "the name of a set of holidays such as `china-mainland`",
                                    .several = "names of sets of holidays",
                                    .pattern = "^[a-z][a-z0-9-]*$"};
    static bool read(PlanReader& reader, const Node& node, Text& value);
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

/// The calendar gets the days of these sets.
void use_holiday_sets(Plan& plan, const std::vector<Text>& sets);

/// The key `calendar`.
struct CalendarKey {
    static constexpr ValueType type = Entry<CalendarDraft>::type;
    static bool read(PlanReader& reader, const Node& node, Plan& plan);
    static void write(std::string& out, const Plan& plan);
};

} // namespace planc
