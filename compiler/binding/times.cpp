// Reads times, and turns what time/written.h finds wrong into findings at the exact bytes.
#include "binding/times.h"

#include <fmt/format.h>

namespace planc {
namespace {

bool report(PlanReader& reader, const Node& node, const TimeError& error, std::size_t shifted = 0) {
    return reader.bad_value(reader.part(node, error.begin + shifted, error.end + shifted), error.message, error.help);
}

bool read_instant(PlanReader& reader, const Node& node, const ValueType& type, WrittenInstant& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto result = parse_instant(node.text(), reader.whole_text(node));
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    value = std::get<WrittenInstant>(result);
    if (value.form == WrittenInstant::Form::relative)
        reader.ids.refer({value.target, value.target_span}, work_ids, reader.place.key);
    return true;
}

} // namespace

bool DateText::read(PlanReader& reader, const Node& node, WrittenDate& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto result = parse_date(node.text());
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    value = {std::get<Date>(result), node.span()};
    return true;
}

void DateText::write(std::string& out, const WrittenDate& value) {
    if (value.given()) out += format_date(value.value);
}

bool DateRangeText::read(PlanReader& reader, const Node& node, DateRange& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto result = parse_date_range(node.text());
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    value = std::get<DateRange>(result);
    return true;
}

void DateRangeText::write(std::string& out, const DateRange& value) {
    out += format_date(value.first);
    if (value.last != value.first) out += " .. " + format_date(value.last);
}

bool ClockRangeText::read(PlanReader& reader, const Node& node, Located<ClockRange>& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto result = parse_clock_range(node.text());
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    value = {std::get<ClockRange>(result), node.span()};
    return true;
}

void ClockRangeText::write(std::string& out, const Located<ClockRange>& value) {
    if (!value.given()) return;
    const auto [begin, end] = value.value;
    out += fmt::format("{:02}:{:02} .. {:02}:{:02}", begin / 60, begin % 60, end / 60, end % 60);
}

bool InstantText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    if (!read_instant(reader, node, type, value)) return false;
    if (value.form != WrittenInstant::Form::clock) return true;
    value = {};
    return reader.not_taken(node, type, fmt::format("write the day too: `2025-12-08 {}`", node.text()));
}

void InstantText::write(std::string& out, const WrittenInstant& value) {
    if (value.given()) out += format_written(value);
}

bool EndText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    return read_instant(reader, node, type, value);
}

bool DurationText::read(PlanReader& reader, const Node& node, WrittenDuration& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto result = parse_duration(node.text());
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    value = {std::get<Duration>(result), node.span()};
    return true;
}

void DurationText::write(std::string& out, const WrittenDuration& value) {
    if (value.given()) out += format_duration(value.value);
}

bool DurationRangeText::read(PlanReader& reader, const Node& node, Located<DurationRange>& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    const std::size_t dots = text.find("..");
    const std::size_t first_end = text.substr(0, dots).find_last_not_of(' ') + 1;
    const std::size_t last = dots == std::string_view::npos ? 0 : text.find_first_not_of(' ', dots + 2);
    if (last == std::string_view::npos) return reader.not_taken(node, type);
    const auto least = parse_duration(text.substr(0, first_end));
    if (const auto* const error = std::get_if<TimeError>(&least)) return report(reader, node, *error);
    const auto most = parse_duration(last == 0 ? text.substr(0, first_end) : text.substr(last));
    if (const auto* const error = std::get_if<TimeError>(&most)) return report(reader, node, *error, last);
    const DurationRange range{std::get<Duration>(least), std::get<Duration>(most)};
    if (range.least.working != range.most.working)
        return reader.not_taken(node, type, "give both in working days, or both in elapsed time");
    if (range.least.count > range.most.count)
        return reader.not_taken(
            node, type, fmt::format("write `{}..{}`", format_duration(range.most), format_duration(range.least)));
    value = {range, node.span()};
    return true;
}

void DurationRangeText::write(std::string& out, const Located<DurationRange>& value) {
    if (!value.given()) return;
    out += format_duration(value.value.least);
    if (value.value.most.count != value.value.least.count) out += ".." + format_duration(value.value.most);
}

bool LagText::read(PlanReader& reader, const Node& node, Duration& value) {
    if (!reader.expect_text(node, type)) return false;
    std::string_view text = node.text();
    const bool lead = !text.empty() && text.front() == '-';
    if (lead) text.remove_prefix(1);
    if (lead && text.starts_with(' '))
        return reader.not_taken(node, type, fmt::format("write `-{}`", text.substr(text.find_first_not_of(' '))));
    const auto result = parse_duration(text);
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error, lead ? 1 : 0);
    value = std::get<Duration>(result);
    if (lead) value.count = -value.count;
    return true;
}

void LagText::write(std::string& out, const Duration& value) {
    if (value.count != 0) out += format_duration(value);
}

} // namespace planc
