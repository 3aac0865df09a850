// Instants on the calendar: absolute, by the clock, and relative to other work.
#include "schedule/placing.h"

#include <chrono>
#include <fmt/format.h>

namespace planc {
namespace {

using std::chrono::days;
using Form = WrittenInstant::Form;

std::string clock(LocalTime time) { return format_local(time).substr(11); }

Diagnostic about(const WrittenInstant& written, std::string message) {
    Diagnostic finding;
    finding.rule = "bad-value";
    finding.severity = Severity::error;
    finding.message = std::move(message);
    finding.span = written.span;
    return finding;
}

Diagnostic missing_time(const WrittenInstant& written, const Zone& zone, LocalTime local, Instant jump) {
    const std::string before = clock(zone.to_local(jump - minutes{1}) + minutes{1});
    const std::string after = clock(zone.to_local(jump));
    Diagnostic finding = about(written, fmt::format("`{}` does not exist in {}", format_local(local), zone.name()));
    finding.label = fmt::format("the clock jumps from {} to {}", before, after);
    finding.help = fmt::format("write a time before {} or from {} on", before, after);
    return finding;
}

Diagnostic double_time(const WrittenInstant& written, const Zone& zone, LocalTime local, const Resolved& resolved) {
    Instant low = resolved.first; // still before the clock is set back
    Instant high = resolved.second;
    const auto offset = [&zone](Instant instant) {
        return zone.to_local(instant).time_since_epoch() - instant.time_since_epoch();
    };
    while (high - low > minutes{1}) {
        const Instant middle = low + (high - low) / 2;
        (offset(middle) == offset(low) ? low : high) = middle;
    }
    const std::string from = clock(zone.to_local(low) + minutes{1});
    const std::string to = clock(zone.to_local(high));
    const auto utc = [](Instant instant) { return format_local(LocalTime{instant.time_since_epoch()}); };
    Diagnostic finding = about(written, fmt::format("`{}` comes twice in {}", format_local(local), zone.name()));
    finding.label = fmt::format("the clock goes back from {} to {}", from, to);
    finding.notes.push_back(
        fmt::format("it is {} UTC at first, and {} UTC again", utc(resolved.first), utc(resolved.second)));
    finding.help = fmt::format("write a time before {} or from {} on", to, from);
    return finding;
}

Instant place_local(const WrittenInstant& written, const Zone& zone, LocalTime local, Diagnostics* findings) {
    const Resolved resolved = zone.resolve(local);
    if (findings != nullptr && resolved.kind == Resolved::Kind::gap)
        findings->push_back(missing_time(written, zone, local, resolved.first));
    if (findings != nullptr && resolved.kind == Resolved::Kind::overlap)
        findings->push_back(double_time(written, zone, local, resolved));
    return resolved.first;
}

} // namespace

Instant place_absolute(const WrittenInstant& written, const Calendar& calendar, bool inclusive_end,
                       Diagnostics* findings) {
    if (written.form == Form::date) return calendar.begin_of(written.date + days{inclusive_end ? 1 : 0});
    return place_local(written, calendar.zone, LocalTime{written.date} + minutes{written.minute}, findings);
}

Instant place_clock(const WrittenInstant& written, const Calendar& calendar, Instant after, Diagnostics* findings) {
    LocalTime local = std::chrono::floor<days>(calendar.zone.to_local(after)) + minutes{written.minute};
    while (calendar.zone.to_instant(local) <= after) local += days{1};
    return place_local(written, calendar.zone, local, findings);
}

bool counts_days(const WrittenInstant& written) {
    return written.anchor == Anchor::unspecified && written.offset.count % minutes_per_day == 0;
}

Instant place_relative(const WrittenInstant& written, const Calendar& calendar, Interval target, bool day,
                       bool inclusive_end, Diagnostics* findings) {
    if (written.at_clock) {
        WrittenInstant day_alone = written;
        day_alone.at_clock = false;
        const Instant at = place_relative(day_alone, calendar, target, day, false);
        return place_local(written, calendar.zone, LocalTime{calendar.date_of(at)} + minutes{written.minute}, findings);
    }
    Instant base = written.anchor == Anchor::end ? target.end : target.begin;
    if (day && !inclusive_end && counts_days(written)) base = calendar.begin_of(calendar.date_of(base - minutes{1}));
    const Instant moved = calendar.shift(base, written.offset);
    return written.offset.working && !inclusive_end ? calendar.next_working(moved) : moved;
}

std::optional<Instant> place(const WrittenInstant& written, const Plan& plan, const Schedule& schedule,
                             bool inclusive_end, std::optional<Instant> beside) {
    switch (written.form) {
    case Form::none:
        return std::nullopt;
    case Form::date:
    case Form::date_time:
        return place_absolute(written, plan.calendar, inclusive_end, nullptr);
    case Form::clock:
        if (!beside) return std::nullopt;
        return place_clock(written, plan.calendar, *beside, nullptr);
    case Form::relative:
        break;
    }
    const WorkIndex target = plan.find_work(written.target);
    if (target >= schedule.work.size() || !schedule.work[target].dated) return std::nullopt;
    const Planned& planned = schedule.work[target];
    const bool day = plan.work[target].kind == WorkKind::milestone && planned.whole_days;
    return place_relative(written, plan.calendar, planned.span, day, inclusive_end);
}

void check_local_times(const Plan& plan, Diagnostics& findings) {
    const auto check = [&](const WrittenInstant& written) {
        if (written.form == Form::date_time) place_absolute(written, plan.calendar, false, &findings);
    };
    check(plan.header.start);
    check(plan.header.end);
    for (const Freeze& freeze : plan.freezes) {
        check(freeze.start);
        check(freeze.end);
    }
    for (const Checklist& checklist : plan.checklists) {
        check(checklist.due);
        for (const CheckItem& item : checklist.items) {
            check(item.due);
            check(item.at);
        }
    }
}

} // namespace planc
