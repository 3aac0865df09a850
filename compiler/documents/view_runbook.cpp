// The view of the day itself: what is done, in the order of time, for the person at the keyboard.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

struct Turn {
    WorkIndex work = no_work;
    bool dated = false;
    Instant at;
};

/// Everything that is still to be done and has no parts, by time; what has no time of its own stands where its group
/// begins.
std::vector<Turn> turns_of(const Section& section) {
    const Plan& plan = section.plan;
    std::vector<Turn> turns;
    std::vector<bool> over(plan.work.size(), false);
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        over[i] = work.status.value == Status::done || work.status.value == Status::cancelled ||
                  (work.parent != no_work && over[work.parent]) || recorded_done(section, work.id.value);
        if (over[i] || work.kind == WorkKind::milestone || !is_leaf(plan, i)) continue;
        const bool in_row = work.parent != no_work && plan.work[work.parent].sequence.value;
        const Planned& planned = section.planned(in_row ? i : timed_part(section, i));
        turns.push_back({i, planned.dated, planned.span.begin});
    }
    std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
        return a.dated != b.dated ? a.dated : a.dated && a.at < b.at;
    });
    return turns;
}

/// `22:30–22:40`; days where there is no clock time; nothing for a single whole day, which the heading says.
std::string time_of(const Section& section, WorkIndex index) {
    const Work& work = section.plan.work[index];
    const bool in_row = work.parent != no_work && section.plan.work[work.parent].sequence.value;
    const Planned& planned = section.planned(index);
    if (!planned.dated || (!has_time(section, index) && !in_row)) return {};
    const bool one_day = planned.whole_days && planned.span.end - planned.span.begin <= minutes{minutes_per_day};
    if (one_day) return {};
    Planned day;
    day.dated = day.whole_days = true;
    day.span.begin = section.plan.calendar.begin_of(section.plan.calendar.date_of(planned.span.begin));
    day.span.end = day.span.begin + minutes{minutes_per_day};
    return section.phrasing.span_within(planned, day);
}

/// Checklists that have to be complete before the work, or what it is part of, may start.
class Conditions {
public:
    explicit Conditions(const Section& section) : section_(section), told_(section.plan.checklists.size(), false) {}

    /// Those of the work and all it is part of, each told once.
    ValueList take(WorkIndex index) {
        ValueList list;
        for (std::size_t i = 0; i < told_.size(); ++i) {
            const Checklist& checklist = section_.plan.checklists[i];
            if (told_[i] || !guards(checklist, index)) continue;
            told_[i] = true;
            const auto done = std::count_if(checklist.items.begin(), checklist.items.end(), [&](const CheckItem& item) {
                return item.done.value || recorded_done(section_, item.id.value);
            });
            list.push_back(object("text", checklist.title.value, "progress",
                                  fmt::format("{}/{}", done, checklist.items.size()), "met",
                                  done == static_cast<std::int64_t>(checklist.items.size())));
        }
        return list;
    }

private:
    bool guards(const Checklist& checklist, WorkIndex index) const {
        for (const Reference& gate : checklist.gates) {
            const WorkIndex guarded = section_.plan.find_work(gate.value);
            for (WorkIndex at = index; at != no_work; at = section_.plan.work[at].parent)
                if (at == guarded) return true;
        }
        return false;
    }

    const Section& section_;
    std::vector<bool> told_;
};

WorkIndex outermost(const Plan& plan, WorkIndex index) {
    while (plan.work[index].parent != no_work) index = plan.work[index].parent;
    return index;
}

const Stage* stage_of(const Plan& plan, WorkIndex index) {
    for (const Stage& stage : plan.rollout.stages)
        if (stage.work == index) return &stage;
    return nullptr;
}

Value step_value(const Section& section, WorkIndex index, Conditions& conditions) {
    const Work& work = section.plan.work[index];
    const WorkDetails& details = section.plan.details_of(work);
    const Stage* const stage = work.kind == WorkKind::stage ? stage_of(section.plan, index) : nullptr;
    ValueList gates;
    if (stage != nullptr)
        for (const Gate& gate : stage->gates) gates.emplace_back(gate_text(section, gate));
    std::string budget;
    if (work.duration.given()) budget = section.phrasing.duration(work.duration.value);
    return object(
        "number", section.numbers[index], "title", section.titles[index], "time", time_of(section, index), "owner",
        section.owners[index], "budget", std::move(budget), "conditions", conditions.take(index), "run",
        code_block(details.run), "verify", details.verify.value, "expect", details.expect.value, "observe",
        stage != nullptr && stage->observe.given() ? section.phrasing.duration(stage->observe.value) : std::string(),
        "gates", std::move(gates), "notes", notes_value(details.notes));
}

} // namespace

Value runbook_value(const Section& section) {
    const Plan& plan = section.plan;
    Conditions conditions(section);
    ValueList days;
    ValueList groups;
    ValueList steps;
    std::string day;
    WorkIndex group = no_work;
    bool any = false;
    const auto close_group = [&] {
        if (group != no_work)
            groups.push_back(object("number", section.numbers[group], "title", section.titles[group], "steps",
                                    std::exchange(steps, {})));
        group = no_work;
    };
    const auto close_day = [&] {
        close_group();
        if (any) days.push_back(object("day", day, "groups", std::exchange(groups, {})));
    };
    for (const Turn& turn : turns_of(section)) {
        const std::string today =
            turn.dated ? section.phrasing.date(plan.calendar.date_of(turn.at)) : std::string(section.labels["no_date"]);
        if (!any || today != day) {
            close_day();
            day = today;
            any = true;
        }
        if (const WorkIndex whole = outermost(plan, turn.work); whole != group) {
            close_group();
            group = whole;
        }
        steps.push_back(step_value(section, turn.work, conditions));
    }
    close_day();
    return days;
}

} // namespace planc
