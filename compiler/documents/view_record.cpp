// The view of what really happened, beside what was planned.
#include "documents/view_sections.h"

#include <fmt/format.h>

namespace planc {

namespace {

std::string result_text(const Section& section, const Located<EntryResult>& result) {
    if (!result.given()) return {};
    return std::string(section.labels[fmt::format("result_{}", name(result.value))]);
}

std::string recorded_text(const Section& section, const RecordedTime& time) {
    return time.day_alone ? section.phrasing.recorded_day(time.at) : section.phrasing.recorded(time.at);
}

std::string actual_span(const Section& section, const Actual& actual) {
    if (!actual.begin && !actual.end) return {};
    if (!actual.begin) return recorded_text(section, *actual.end);
    const std::string begin = recorded_text(section, *actual.begin);
    if (!actual.end || *actual.end == *actual.begin) return begin;
    const auto day = [](const RecordedTime& time) { return std::chrono::floor<std::chrono::days>(time.at); };
    const bool same_day = day(*actual.begin) == day(*actual.end) && !actual.end->day_alone;
    const std::string end = same_day ? section.phrasing.clock_of(actual.end->at) : recorded_text(section, *actual.end);
    return fill(section.labels["range"], {{"first", begin}, {"last", end}});
}

/// What an id stands for: its number, what it is called, and when it was planned.
struct Meant {
    std::string number;
    std::string title;
    std::string planned;
};

Meant meant_by(const Section& section, std::string_view id) {
    const Plan& plan = section.plan;
    const Target* const target = plan.find(id);
    if (target == nullptr) return {{}, std::string(id), {}};
    switch (target->kind) {
    case Target::Kind::work:
        return {section.numbers[target->index], section.titles[target->index],
                section.phrasing.span(section.planned(target->index))};
    case Target::Kind::check_item: {
        const auto item = section.items.find(id);
        return {{}, std::string(item == section.items.end() ? id : item->second->check.value), {}};
    }
    case Target::Kind::rollback_step:
        return {{}, std::string(plan.rollback.steps[target->index].title.value), {}};
    case Target::Kind::notice:
        return {{},
                std::string(plan.notices[target->index].title.value),
                instant_text(section, plan.notices[target->index].at)};
    case Target::Kind::checklist:
        return {{}, std::string(plan.checklists[target->index].title.value), {}};
    case Target::Kind::follow_up:
        return {{}, std::string(plan.follow_ups[target->index].title.value), {}};
    case Target::Kind::contingency:
        return {{}, std::string(plan.contingencies[target->index].title.value), {}};
    default:
        return {{}, std::string(id), {}};
    }
}

bool about_work(const Plan& plan, const RecordEntry& entry) {
    const Target* const target = plan.find(entry.of.value);
    if (target == nullptr) return false;
    const bool milestone = target->kind == Target::Kind::work && plan.work[target->index].kind == WorkKind::milestone;
    return (target->kind == Target::Kind::work && !milestone) || target->kind == Target::Kind::rollback_step;
}

Value entries_value(const Section& section, bool all) {
    ValueList list;
    for (const RecordEntry& entry : section.plan.record.entries) {
        if (!all && about_work(section.plan, entry)) continue;
        Meant meant = meant_by(section, entry.of.value);
        Actual one;
        one.begin = recorded_time(entry.start);
        one.end = recorded_time(entry.end, one.begin);
        list.push_back(object("number", std::move(meant.number), "title", std::move(meant.title), "planned",
                              std::move(meant.planned), "actual", actual_span(section, one), "executor",
                              called(section.plan, entry.by), "result", result_text(section, entry.result), "remark",
                              entry.note.value));
    }
    return list;
}

Value issues_value(const Section& section) {
    ValueList list;
    for (const RecordIssue& issue : section.plan.record.issues) {
        const auto at = recorded_time(issue.at);
        const Meant meant = issue.of.given() ? meant_by(section, issue.of.value) : Meant{};
        list.push_back(object("number", fmt::format("{}", list.size() + 1), "at",
                              at ? recorded_text(section, *at) : std::string(), "title", issue.title.value, "where",
                              join({meant.number, meant.title}, " "), "solution", issue.solution.value, "owner",
                              called(section.plan, issue.owner), "solved",
                              std::string_view(issue.solved.value ? "☑" : "☐")));
    }
    return list;
}

} // namespace

Value actual_value(const Section& section, std::string_view id) {
    const Actual* const one = section.actuals.of(id);
    if (one == nullptr) return {};
    const auto time = [&](const std::optional<RecordedTime>& at) {
        return at ? recorded_text(section, *at) : std::string();
    };
    return object("begin", time(one->begin), "end", time(one->end), "span", actual_span(section, *one), "executor",
                  one->by, "result", result_text(section, one->result), "remark", one->remark);
}

bool recorded_over(const Section& section, std::string_view id) {
    const Actual* const actual = section.actuals.of(id);
    return actual != nullptr && actual->result.given() && actual->result.value != EntryResult::failed;
}

bool recorded_done(const Section& section, std::string_view id) {
    const Actual* const actual = section.actuals.of(id);
    return actual != nullptr && actual->result.given() && actual->result.value == EntryResult::done;
}

Value record_value(const Section& section) {
    const ExecutionRecord& record = section.plan.record;
    if (!record.span) return {};
    const bool known = record.outcome.given();
    const auto is = [&](Outcome outcome) { return known && record.outcome.value == outcome; };
    return object(
        "outcome", known ? section.labels[fmt::format("outcome_{}", name(record.outcome.value))] : std::string_view(),
        "success", is(Outcome::success), "partial", is(Outcome::partial), "rolled_back", is(Outcome::rolled_back),
        "failed", is(Outcome::failed), "summary", record.summary.value, "entries", entries_value(section, true),
        "others", entries_value(section, false), "issues", issues_value(section), "lessons",
        texts_value(record.lessons), "suggestions", texts_value(record.suggestions));
}

} // namespace planc
