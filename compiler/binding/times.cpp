// Reads times, and turns what time/written.h finds wrong into findings at the exact bytes.
#include "binding/times.h"

#include "diagnostics/suggestion.h"
#include "plan/configuration.h"
#include "source/utf8.h"

#include <fmt/format.h>

namespace planc {
namespace {

bool report(PlanReader& reader, const Node& node, const TimeError& error, std::size_t shifted = 0) {
    return reader.bad_value(reader.part(node, error.begin + shifted, error.end + shifted), error.message, error.help);
}

/// `T-7d` or `W3`, from the plan's anchor.
bool read_counted(PlanReader& reader, const Node& node, const WrittenInstant& counted, WrittenInstant& value) {
    if (!counted.target.empty()) {
        value = counted;
        return true;
    }
    return reader.bad_value(reader.whole_text(node),
                            fmt::format("{} counts from an anchor, and the plan names none", quoted(node.text())),
                            "write the id of a milestone as `anchor` below `plan`");
}

/// Capital letters begin no id.
bool meant_as_counted(std::string_view text) {
    return text.size() > 1 && (text[0] == 'T' || text[0] == 'W') &&
           std::string_view(" +-0123456789").find(text[1]) != std::string_view::npos;
}

bool read_instant(PlanReader& reader, const Node& node, const ValueType& type, bool as_end, WrittenInstant& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view anchor = reader.plan.header.anchor.value;
    if (const auto counted = parse_counted(node.text(), anchor, as_end, reader.whole_text(node)))
        return read_counted(reader, node, *counted, value);
    if (!anchor.empty() && meant_as_counted(node.text()))
        return reader.bad_value(reader.whole_text(node),
                                fmt::format("{} is no time counted from `{}`", quoted(node.text()), anchor),
                                "write `T-7d`, `T+2h` or `T-1d 22:00`, or a week from 1 on as `W3`, `W3 D2`, "
                                "`W3 D7 09:00`");
    const auto result = parse_instant(node.text(), reader.whole_text(node));
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    value = std::get<WrittenInstant>(result);
    if (value.form == WrittenInstant::Form::relative)
        reader.ids.refer({value.target, value.target_span}, work_ids, reader.place.key);
    return true;
}

/// Bytes of the blanks and minus signs before a length, dashes that look like one included; 0 if no sign is there.
std::size_t sign_bytes(std::string_view text) {
    std::size_t bytes = 0;
    for (bool minus = false; bytes < text.size();) {
        const auto [c, size] = decode_utf8(text.substr(bytes));
        const bool blank = c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
        const bool sign = c == '-' || c == 0x2212 || c == 0xFF0D || (c >= 0x2010 && c <= 0x2015);
        if (!blank && !sign) return minus ? bytes : 0;
        minus = minus || sign;
        bytes += size;
    }
    return bytes;
}

/// The text with a minus before each number in back quotes: "write `3d`" -> "write `-3d`".
std::string with_minus(std::string_view text) {
    std::string result;
    bool opened = false; // the character before is a back quote
    for (const char c : text) {
        if (opened && c >= '0' && c <= '9') result += '-';
        result += c;
        opened = c == '`';
    }
    return result;
}

/// What is wrong with a length, for the length and the sign before it: a lead has to remain one.
TimeError negative(const TimeError& error, std::size_t sign) {
    return {with_minus(error.message), with_minus(error.help), error.begin == 0 ? 0 : error.begin + sign,
            error.end + sign};
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

namespace {

bool read_with_day(PlanReader& reader, const Node& node, bool as_end, WrittenInstant& value) {
    if (!read_instant(reader, node, InstantText::type, as_end, value)) return false;
    if (value.form != WrittenInstant::Form::clock) return true;
    value = {};
    return reader.not_taken(node, InstantText::type, fmt::format("write the day too: `2025-12-08 {}`", node.text()));
}

} // namespace

bool InstantText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    return read_with_day(reader, node, false, value);
}

bool DueText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    return read_with_day(reader, node, true, value);
}

void InstantText::write(std::string& out, const WrittenInstant& value) {
    if (value.given()) out += format_written(value);
}

bool EndText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    return read_instant(reader, node, type, true, value);
}

namespace {

bool read_past(PlanReader& reader, const Node& node, const ValueType& type, bool clock_alone, WrittenInstant& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto result = parse_instant(node.text(), reader.whole_text(node));
    if (const auto* const error = std::get_if<TimeError>(&result)) return report(reader, node, *error);
    const WrittenInstant& read = std::get<WrittenInstant>(result);
    using When = WrittenInstant::Form;
    if (read.form == When::relative || (read.form == When::clock && !clock_alone)) return reader.not_taken(node, type);
    value = read;
    return true;
}

} // namespace

bool PastText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    return read_past(reader, node, type, false, value);
}

bool PastEndText::read(PlanReader& reader, const Node& node, WrittenInstant& value) {
    return read_past(reader, node, type, true, value);
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

bool LeadTimeText::read(PlanReader& reader, const Node& node, std::vector<LeadTimeOfWork>& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    if (!is_written_id(text)) {
        Located<DurationRange> time;
        if (!DurationRangeText::read(reader, node, time)) return false;
        value = {{.name = {}, .time = time, .span = node.span()}};
        return true;
    }
    std::vector<std::string_view> names;
    for (const LeadTime& known : reader.configuration.lead_times) {
        names.push_back(known.id.value);
        if (known.id.value != text) continue;
        value = {{.name = {text, node.span()}, .time = known.time, .span = node.span()}};
        return true;
    }
    std::string help = did_you_mean(text, names);
    if (names.empty()) help = fmt::format("write the time here, or `lead_times: {{{}: 5wd}}` in `.planc.yaml`", text);
    reader.unknown(node.span(), fmt::format("the configuration has no lead time {}", quoted(text)), std::move(help));
    return false;
}

void LeadTimeText::write(std::string& out, const std::vector<LeadTimeOfWork>& value) {
    for (const LeadTimeOfWork& lead : value) {
        if (lead.name.given())
            out += lead.name.value;
        else
            DurationRangeText::write(out, lead.time);
    }
}

bool LagText::read(PlanReader& reader, const Node& node, Duration& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    const std::size_t sign = sign_bytes(text);
    const std::string_view length = text.substr(sign);
    const auto result = parse_duration(length);
    if (const auto* const error = std::get_if<TimeError>(&result))
        return report(reader, node, sign == 0 ? *error : negative(*error, sign));
    if (sign > 0 && text.substr(0, sign) != "-")
        return reader.not_taken(node, type, fmt::format("write `-{}`", length));
    value = std::get<Duration>(result);
    if (sign > 0) value.count = -value.count;
    return true;
}

void LagText::write(std::string& out, const Duration& value) {
    if (value.count != 0) out += format_duration(value);
}

} // namespace planc
