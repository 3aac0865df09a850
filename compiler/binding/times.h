// The types of times: dates, instants, durations and ranges of them, read by time/written.h.
#pragma once

#include "binding/reader.h"
#include "plan/plan.h"

namespace planc {

struct DateText {
    static constexpr ValueType type{
        .form = Form::pattern, .takes = "a date such as `2025-12-08`", .several = "dates", .pattern = "^{date}$"};
    static bool read(PlanReader& reader, const Node& node, WrittenDate& value);
    static void write(std::string& out, const WrittenDate& value);
};

/// A date, or an inclusive range of dates.
struct DateRangeText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a date, or a range such as `2025-12-24 .. 2025-12-26`",
                                    .several = "dates or ranges of dates",
                                    .pattern = "^{date}( *\\.\\. *{date})?$"};
    static bool read(PlanReader& reader, const Node& node, DateRange& value);
    static void write(std::string& out, const DateRange& value);
};

struct ClockRangeText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a range of clock times such as `09:00 .. 18:00`",
                                    .pattern = "^{clock} *\\.\\. *({clock}|24:00)$"};
    static bool read(PlanReader& reader, const Node& node, Located<ClockRange>& value);
    static void write(std::string& out, const Located<ClockRange>& value);
};

/// A date, a date with a clock time, or a time relative to some work.
struct InstantText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a time such as `2025-12-08`, `2025-12-08 22:00` or `launch - 7d`",
                                    .pattern = "^({date}( {clock})?|{relative})$"};
    static bool read(PlanReader& reader, const Node& node, WrittenInstant& value);
    static void write(std::string& out, const WrittenInstant& value);
};

/// As `InstantText`, where a day or week means its end.
struct DueText : InstantText {
    static bool read(PlanReader& reader, const Node& node, WrittenInstant& value);
};

/// As `InstantText`, or a clock time alone: the next such time after the start beside it.
struct EndText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes =
                                        "a time such as `2025-12-08`, `2025-12-08 22:00`, `02:00` or `launch - 7d`",
                                    .pattern = "^({date}( {clock})?|{clock}|{relative})$"};
    static bool read(PlanReader& reader, const Node& node, WrittenInstant& value);
    static void write(std::string& out, const WrittenInstant& value) { InstantText::write(out, value); }
};

/// When something happened: a date, or a date with a clock time.
struct PastText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a time such as `2025-12-08 22:03`, or a date",
                                    .pattern = "^{date}( {clock})?$"};
    static bool read(PlanReader& reader, const Node& node, WrittenInstant& value);
    static void write(std::string& out, const WrittenInstant& value) { InstantText::write(out, value); }
};

/// As `PastText`, or a clock time alone: the next such time after the start beside it.
struct PastEndText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a time such as `2025-12-08 22:10` or `22:10`, or a date",
                                    .pattern = "^({date}( {clock})?|{clock})$"};
    static bool read(PlanReader& reader, const Node& node, WrittenInstant& value);
    static void write(std::string& out, const WrittenInstant& value) { InstantText::write(out, value); }
};

struct DurationText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a duration such as `30m`, `2h`, `3d`, `1w` or `3wd`",
                                    .several = "durations",
                                    .pattern = "^{duration}$"};
    static bool read(PlanReader& reader, const Node& node, WrittenDuration& value);
    static void write(std::string& out, const WrittenDuration& value);
};

/// A duration, or a range of durations of one sort.
struct DurationRangeText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a duration such as `3d`, or a range such as `1w..2w`",
                                    .pattern = "^{duration}( *\\.\\. *{duration})?$"};
    static bool read(PlanReader& reader, const Node& node, Located<DurationRange>& value);
    static void write(std::string& out, const Located<DurationRange>& value);
};

/// `1wd..7wd`, or the name of a lead time.
struct LeadTimeText {
    static constexpr ValueType type{.form = Form::pattern,
                                    .takes = "a duration such as `3d`, a range such as `1wd..7wd`, or the name of a "
                                             "lead time of `.planc.yaml`",
                                    .pattern = "^([a-z][a-z0-9-]*|{duration}( *\\.\\. *{duration})?)$"};
    /// Reports a name that the configuration does not have.
    static bool read(PlanReader& reader, const Node& node, std::vector<LeadTimeOfWork>& value);
    static void write(std::string& out, const std::vector<LeadTimeOfWork>& value);
};

/// A duration that may be negative.
struct LagText {
    static constexpr ValueType type{
        .form = Form::pattern, .takes = "a duration such as `2d` or `-4h`", .pattern = "^-?{duration}$"};
    static bool read(PlanReader& reader, const Node& node, Duration& value);
    static void write(std::string& out, const Duration& value);
};

} // namespace planc
