#include "rules/recorded.h"

namespace planc {

namespace {

using Form = WrittenInstant::Form;

RecordedTimes time_of_day(const Plan& plan, LocalTime at, Span span) {
    // A clock time that there is twice may mean either.
    const Resolved resolved = plan.calendar.zone.resolve(at);
    return {at, false, resolved.first, resolved.second, span};
}

/// An end that is a clock time alone comes after the start.
std::optional<RecordedTimes> time_of(const Plan& plan, const WrittenInstant& written,
                                     const std::optional<RecordedTimes>& start) {
    switch (written.form) {
    case Form::date: {
        const Instant next = plan.calendar.begin_of(written.date + std::chrono::days{1});
        return RecordedTimes{LocalTime{written.date}, true, plan.calendar.begin_of(written.date), next - minutes{1},
                             written.span};
    }
    case Form::date_time:
        return time_of_day(plan, LocalTime{written.date} + minutes{written.minute}, written.span);
    case Form::clock: {
        if (!start) return std::nullopt;
        const LocalTime same_day = std::chrono::floor<std::chrono::days>(start->at) + minutes{written.minute};
        return time_of_day(plan, same_day < start->at ? same_day + std::chrono::days{1} : same_day, written.span);
    }
    default:
        return std::nullopt;
    }
}

} // namespace

std::string written(const RecordedTimes& time) {
    return time.day_alone ? format_date(std::chrono::floor<std::chrono::days>(time.at)) : format_local(time.at);
}

std::span<const RecordEntry> entries_of(const Plan& plan) {
    const ExecutionRecord& record = plan.record;
    if (record.plan.given() && plan.header.id.given() && record.plan.value != plan.header.id.value) return {};
    return record.entries;
}

Recorded::Recorded(const Plan& plan) {
    for (const RecordEntry& entry : entries_of(plan))
        if (entry.of.given()) add(plan, entry);
}

void Recorded::add(const Plan& plan, const RecordEntry& entry) {
    auto& [tries, end_is_final, done] = by_id_[entry.of.value];
    if (entry.result.given()) tries.result = entry.result;
    if (entry.result.given() && entry.result.value == EntryResult::skipped) return;
    const std::optional<RecordedTimes> begin = time_of(plan, entry.start, {});
    const std::optional<RecordedTimes> end = time_of(plan, entry.end, begin);
    if (begin && (!tries.begin || begin->latest < tries.begin->latest)) tries.begin = begin;
    if (!done && entry.result.given() && entry.result.value == EntryResult::done) {
        done = true;
        tries.done = begin;
    }
    if (!end || end_is_final) return;
    end_is_final = entry.result.given() && entry.result.value == EntryResult::done;
    if (end_is_final || !tries.end || end->earliest > tries.end->earliest) tries.end = end;
}

const Tries* Recorded::of(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &found->second.tries;
}

} // namespace planc
