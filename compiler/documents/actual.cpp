#include "documents/actual.h"

#include "documents/view_sections.h"

#include <algorithm>

namespace planc {

namespace {

void append(std::string& text, std::string_view more, std::string_view join) {
    if (more.empty()) return;
    if (!text.empty()) text += join;
    text += more;
}

/// Nothing more will be done about it.
bool is_over(const Work& work, const Actual* actual) {
    if (work.status.value == Status::done || work.status.value == Status::cancelled) return true;
    if (actual == nullptr) return false;
    return actual->end || (actual->result.given() && actual->result.value != EntryResult::failed);
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

Actuals::Actuals(const Plan& plan, const Labels& labels) {
    if (plan.record.entries.empty()) return;
    for (const RecordEntry& entry : plan.record.entries) add(plan, labels, entry);
    add_groups(plan);
}

void Actuals::add(const Plan& plan, const Labels& labels, const RecordEntry& entry) {
    Actual& actual = by_id_[entry.of.value];
    const auto begin = recorded_time(entry.start);
    const auto end = recorded_time(entry.end, begin);
    if (begin && (!actual.begin || *begin < *actual.begin)) actual.begin = begin;
    actual.end = end; // while the last try goes on there is none
    if (entry.by.given() && told_.insert(std::string(entry.of.value) + '\n' + std::string(entry.by.value)).second)
        append(actual.by, called(plan, entry.by), labels["list_join"]);
    if (entry.result.given()) actual.result = entry.result;
    append(actual.remark, entry.note.value, labels["line_join"]);
}

void Actuals::add_groups(const Plan& plan) {
    std::vector<bool> over(plan.work.size(), true);
    std::vector<bool> own(plan.work.size(), false); // has an entry of its own
    for (WorkIndex index = 0; index < plan.work.size(); ++index) own[index] = of(plan.work[index].id.value) != nullptr;
    for (WorkIndex index = static_cast<WorkIndex>(plan.work.size()); index-- > 0;) {
        const Work& work = plan.work[index];
        const Actual* const actual = of(work.id.value);
        const bool leaf = work.end_of_descendants == index + 1;
        if (leaf || own[index]) over[index] = is_over(work, actual);
        if (work.parent == no_work || own[work.parent]) continue;
        if (!over[index]) over[work.parent] = false;
        if (actual == nullptr) continue;
        const Actual below = *actual; // the map may move it
        Actual& parent = by_id_[plan.work[work.parent].id.value];
        if (below.begin && (!parent.begin || *below.begin < *parent.begin)) parent.begin = below.begin;
        if (below.end && (!parent.end || *below.end > *parent.end)) parent.end = below.end;
    }
    for (WorkIndex index = 0; index < plan.work.size(); ++index) {
        const auto place = by_id_.find(plan.work[index].id.value);
        if (place != by_id_.end() && !own[index] && !over[index]) place->second.end.reset();
    }
}

const Actual* Actuals::of(std::string_view id) const {
    const auto place = by_id_.find(id);
    return place == by_id_.end() ? nullptr : &place->second;
}

} // namespace planc
