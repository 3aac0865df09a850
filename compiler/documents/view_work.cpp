// The view of the work: the schedule as one table, and each phase with its tasks and steps.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

std::string length_of(const Section& section, WorkIndex index) {
    const Work& work = section.plan.work[index];
    if (work.duration.given()) return section.phrasing.duration(work.duration.value);
    return section.phrasing.length(section.planned(index));
}

std::string slack_of(const Section& section, WorkIndex index) {
    const Planned& planned = section.planned(index);
    if (!planned.dated || planned.critical) return {};
    return planned.slack == 0 ? std::string() : section.phrasing.duration({planned.slack, false});
}

bool is_done(const Section& section, const Work& work) {
    return work.status.value == Status::done || recorded_done(section, work.id.value);
}

int depth_of(const Plan& plan, WorkIndex index) {
    int depth = 0;
    for (WorkIndex up = plan.work[index].parent; up != no_work; up = plan.work[up].parent) ++depth;
    return depth;
}

Value schedule_row(const Section& section, WorkIndex index) {
    const Work& work = section.plan.work[index];
    const Planned& planned = section.planned(index);
    Members row;
    append_members(row, "number", section.numbers[index], "title", section.titles[index], "group",
                   depth_of(section.plan, index) == 0, "owner", section.owners[index], "begin",
                   section.phrasing.begin(planned), "end", section.phrasing.end(planned), "span",
                   section.phrasing.span(planned), "length", length_of(section, index), "after", section.after[index],
                   "critical", planned.dated && planned.critical, "slack", slack_of(section, index), "status",
                   status_text(section, work));
    append_members(row, "actual", actual_value(section, work.id.value));
    return row;
}

/// `timed` where its neighbours have times; `whole` is the phase or stage it belongs to.
Value work_item(const Section& section, WorkIndex index, WorkIndex whole, bool timed) {
    const Work& work = section.plan.work[index];
    // In a row the order gives a time; side by side it is done some time within what it is part of.
    timed = timed && (has_time(section, index) || section.plan.work[work.parent].sequence.value);
    const Planned& planned = section.planned(index);
    const WorkDetails& details = section.plan.details_of(work);
    Members item;
    append_members(item, "of", of_value(work.id.value), "number", section.numbers[index], "title",
                   section.titles[index], "group", index != whole && !is_leaf(section.plan, index), "owner",
                   section.owners[index], "span",
                   timed ? section.phrasing.span_within(planned, section.planned(whole)) : std::string(), "length",
                   timed ? length_of(section, index) : std::string(), "verify", details.verify.value, "expect",
                   details.expect.value, "status", status_text(section, work), "done", is_done(section, work));
    append_members(item, "actual", actual_value(section, work.id.value));
    return item;
}

bool is_step(const Section& section, WorkIndex index) { return section.plan.work[index].kind == WorkKind::step; }

/// The numbers of the critical rows without rows below them, by their start. Nothing where all are critical or hardly
/// anybody could follow the chain.
std::vector<std::string> critical_chain(const Section& section) {
    constexpr std::size_t longest = 25;
    std::vector<WorkIndex> chain;
    bool all_critical = true;
    for (WorkIndex i = 0; i < section.plan.work.size(); ++i) {
        const Work& work = section.plan.work[i];
        const bool shown = work.kind != WorkKind::step && work.kind != WorkKind::milestone;
        const bool has_rows_below = !is_leaf(section.plan, i) && section.plan.work[i + 1].kind == WorkKind::task;
        if (!shown || has_rows_below) continue;
        const bool critical = section.planned(i).dated && section.planned(i).critical;
        all_critical = all_critical && critical;
        if (critical) chain.push_back(i);
        if (chain.size() > longest) return {};
    }
    if (all_critical) return {};
    std::stable_sort(chain.begin(), chain.end(), [&](WorkIndex a, WorkIndex b) {
        return section.planned(a).span.begin < section.planned(b).span.begin;
    });
    std::vector<std::string> numbers;
    for (const WorkIndex i : chain) numbers.push_back(section.numbers[i]);
    return numbers;
}

enum class Part { steps, leaves };

/// Marks what a table of this kind shows: the items themselves and the tasks that hold them.
std::vector<bool> chosen_below(const Section& section, WorkIndex whole, Part part) {
    const auto& work = section.plan.work;
    std::vector<bool> chosen(work[whole].end_of_descendants - whole, false);
    for (WorkIndex i = whole + 1; i < work[whole].end_of_descendants; ++i) {
        if (part == Part::steps ? !is_step(section, i) : !is_leaf(section.plan, i)) continue;
        for (WorkIndex up = i; up != whole && up != no_work && !chosen[up - whole]; up = work[up].parent)
            chosen[up - whole] = true;
    }
    return chosen;
}

/// With the tasks that hold them: the steps, or what is to be done and ticked (leaves: steps, and tasks without
/// anything below them; the work itself if it has neither) below a piece of work. Either all of them have times or
/// none.
ValueList items_below(const Section& section, WorkIndex whole, Part part) {
    std::vector<bool> chosen = chosen_below(section, whole, part);
    if (part == Part::leaves && is_leaf(section.plan, whole)) chosen.assign(1, true);
    bool timed = false;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        timed = timed || (chosen[i] && has_time(section, whole + static_cast<WorkIndex>(i)));
    ValueList items;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i]) items.push_back(work_item(section, whole + static_cast<WorkIndex>(i), whole, timed));
    return items;
}

/// Everything below a piece of work that says more than a table holds.
ValueList remark_list(const Section& section, WorkIndex whole) {
    ValueList list;
    for (WorkIndex i = whole + 1; i < section.plan.work[whole].end_of_descendants; ++i) {
        const WorkDetails& details = section.plan.details_of(section.plan.work[i]);
        if (!details.notes.given() && !details.run.given() && !details.priority.given() && !details.estimate.given() &&
            details.lead_time.empty() && !details.progress.given() && details.deliverables.empty() &&
            details.tools.empty())
            continue;
        Members remark;
        append_members(remark, "number", section.numbers[i], "title", section.titles[i]);
        append_details(remark, section, section.plan.work[i]);
        append_members(remark, "run", code_block(details.run));
        list.emplace_back(std::move(remark));
    }
    return list;
}

} // namespace

void append_work_below(Members& members, const Section& section, WorkIndex work) {
    append_members(members, "steps", items_below(section, work, Part::steps), "work",
                   items_below(section, work, Part::leaves), "remarks", remark_list(section, work));
}

Value schedule_value(const Section& section) {
    ValueList rows;
    for (WorkIndex i = 0; i < section.plan.work.size(); ++i) {
        const WorkKind kind = section.plan.work[i].kind;
        if (kind != WorkKind::step && kind != WorkKind::milestone) rows.push_back(schedule_row(section, i));
    }
    if (rows.empty()) return {};
    return object("rows", std::move(rows), "critical_path", join(critical_chain(section), " → "));
}

Value phases_value(const Section& section) {
    ValueList list;
    for (WorkIndex i = 0; i < section.plan.work.size(); i = std::max(i + 1, section.plan.work[i].end_of_descendants)) {
        const Work& work = section.plan.work[i];
        if (work.kind != WorkKind::phase) continue;
        Members phase;
        append_members(phase, "of", of_value(work.id.value), "number", section.numbers[i], "id", work.id.value, "title",
                       section.titles[i], "owner", section.owners[i], "span", section.phrasing.span(section.planned(i)),
                       "length", length_of(section, i), "after", section.after[i], "status", status_text(section, work),
                       "done", is_done(section, work));
        append_members(phase, "actual", actual_value(section, work.id.value));
        append_details(phase, section, work);
        append_work_below(phase, section, i);
        list.emplace_back(std::move(phase));
    }
    return list;
}

} // namespace planc
