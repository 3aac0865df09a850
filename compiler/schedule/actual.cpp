// Puts the tries at each thing together, then what is below each group.
#include "schedule/actual.h"

#include <vector>

namespace planc {

namespace {

const ActualSpan* find(const ActualSpans& spans, std::string_view id) {
    const auto found = spans.find(id);
    return found == spans.end() ? nullptr : &found->second;
}

/// Nothing more will be done about it.
bool is_over(const Work& work, const ActualSpan* actual) {
    if (work.status.value == Status::done || work.status.value == Status::cancelled) return true;
    if (actual == nullptr) return false;
    return actual->end || (actual->result.given() && actual->result.value != EntryResult::failed);
}

void add_entry(ActualSpans& spans, const RecordEntry& entry) {
    ActualSpan& actual = spans[entry.of.value];
    const auto begin = recorded_time(entry.start);
    if (begin && (!actual.begin || *begin < *actual.begin)) actual.begin = begin;
    actual.end = recorded_time(entry.end, begin);
    if (entry.result.given()) actual.result = entry.result;
}

void add_groups(ActualSpans& spans, const Plan& plan) {
    std::vector<bool> over(plan.work.size(), true);
    std::vector<bool> own(plan.work.size(), false); // has an entry of its own
    for (WorkIndex index = 0; index < plan.work.size(); ++index)
        own[index] = find(spans, plan.work[index].id.value) != nullptr;
    for (WorkIndex index = static_cast<WorkIndex>(plan.work.size()); index-- > 0;) {
        const Work& work = plan.work[index];
        const ActualSpan* const actual = find(spans, work.id.value);
        const bool leaf = work.end_of_descendants == index + 1;
        if (leaf || own[index]) over[index] = is_over(work, actual);
        if (work.parent == no_work || own[work.parent]) continue;
        if (!over[index]) over[work.parent] = false;
        if (actual == nullptr) continue;
        const ActualSpan below = *actual; // the map may move it
        ActualSpan& parent = spans[plan.work[work.parent].id.value];
        if (below.begin && (!parent.begin || *below.begin < *parent.begin)) parent.begin = below.begin;
        if (below.end && (!parent.end || *below.end > *parent.end)) parent.end = below.end;
    }
    for (WorkIndex index = 0; index < plan.work.size(); ++index) {
        const auto place = spans.find(plan.work[index].id.value);
        if (place != spans.end() && !own[index] && !over[index]) place->second.end.reset();
    }
}

} // namespace

std::optional<RecordedTime> recorded_time(const WrittenInstant& written, std::optional<RecordedTime> start) {
    switch (written.form) {
    case WrittenInstant::Form::date:
        return RecordedTime{LocalTime{written.date}, true};
    case WrittenInstant::Form::date_time:
        return RecordedTime{LocalTime{written.date} + minutes{written.minute}};
    case WrittenInstant::Form::clock: {
        if (!start) return std::nullopt;
        const LocalTime same_day = std::chrono::floor<std::chrono::days>(start->at) + minutes{written.minute};
        return RecordedTime{same_day < start->at ? same_day + std::chrono::days{1} : same_day};
    }
    default:
        return std::nullopt;
    }
}

ActualSpans actual_spans(const Plan& plan) {
    ActualSpans spans;
    if (plan.record.entries.empty()) return spans;
    for (const RecordEntry& entry : plan.record.entries) add_entry(spans, entry);
    add_groups(spans, plan);
    return spans;
}

} // namespace planc
