// Puts work into the plan: parents before their children, ids from places, numbers among siblings.
#include "binding/tables.h"
#include "binding/work_draft.h"

#include <algorithm>

namespace planc {
namespace {

/// One list of siblings on its way into the plan.
struct Siblings {
    const Record& record;
    WorkKind kind;
    WorkIndex parent = no_work;
    std::string_view parent_id; ///< what ids made from places begin with
    std::size_t before = 0;     ///< siblings of other kinds that come before these
};

void read_siblings(PlanReader& reader, const Node& list, const Siblings& siblings);

void read_children(PlanReader& reader, const WorkDraft& draft, WorkIndex parent) {
    const std::string_view id = reader.plan.work[parent].id.value;
    std::size_t before = 0;
    if (draft.tasks != nullptr) {
        reader.place = {"tasks"};
        read_siblings(reader, *draft.tasks, {task_record, WorkKind::task, parent, id});
        before = draft.tasks->items().size();
    }
    if (draft.steps != nullptr) {
        reader.place = {"steps"};
        read_siblings(reader, *draft.steps, {step_record, WorkKind::step, parent, id, before});
    }
}

/// Gives the work its id, and its place in the plan.
WorkIndex place_work(PlanReader& reader, WorkDraft& draft, const Siblings& siblings, std::size_t number) {
    Plan& plan = reader.plan;
    const auto index = static_cast<WorkIndex>(plan.work.size());
    Work& work = draft;
    work.kind = siblings.kind;
    work.parent = siblings.parent;
    work.number = static_cast<std::uint32_t>(number);
    work.id_written = work.id.given();
    if (WorkDetails& details = draft; details.given()) {
        work.details = static_cast<std::uint32_t>(plan.details.size());
        plan.details.push_back(std::move(details));
    }
    plan.work.push_back(std::move(work));
    Work& placed = plan.work.back();
    if (placed.id_written)
        reader.ids.declare(Target::Kind::work, index, placed.id, placed.span);
    else
        placed.id = reader.ids.make(Target::Kind::work, index, siblings.parent_id, siblings.before + number,
                                    placed.title.given() ? placed.title.span : placed.span);
    if (siblings.kind == WorkKind::stage) {
        Stage& stage = draft;
        stage.work = index;
        plan.rollout.stages.push_back(std::move(stage));
    } else if (siblings.kind == WorkKind::milestone) {
        Milestone& milestone = draft;
        milestone.work = index;
        plan.milestones.push_back(milestone);
    }
    return index;
}

void read_siblings(PlanReader& reader, const Node& list, const Siblings& siblings) {
    const PlanReader::Place place{reader.place.key, true, {}};
    std::size_t number = 0;
    for (const Node& item : list.items()) {
        ++number;
        reader.place = place;
        WorkDraft draft;
        draft.Work::span = item.span();
        if (!reader.read_record(item, siblings.record, &draft)) continue;
        const WorkIndex index = place_work(reader, draft, siblings, number);
        read_children(reader, draft, index);
        reader.plan.work[index].end_of_descendants = static_cast<WorkIndex>(reader.plan.work.size());
    }
}

/// Fills in what a stage or milestone says of its own; the list is in the order of the work.
template <class Facts>
void add_facts(WorkDraft& draft, const std::vector<Facts>& list, WorkIndex index) {
    const auto place = std::lower_bound(list.begin(), list.end(), index,
                                        [](const Facts& one, WorkIndex work) { return one.work < work; });
    if (place != list.end() && place->work == index) static_cast<Facts&>(draft) = *place;
}

} // namespace

void read_work(PlanReader& reader, const Node& list, const Record& record, WorkKind kind, std::string_view key) {
    reader.place.key = key;
    read_siblings(reader, list, {record, kind, no_work, name(kind)});
}

std::size_t count_work(const Node& list) {
    std::size_t count = list.items().size();
    for (const Node& item : list.items())
        for (const Pair& pair : item.pairs())
            if (pair.key.text() == "tasks" || pair.key.text() == "steps") count += count_work(pair.value);
    return count;
}

void write_work(std::string& out, const Plan& plan, WorkIndex index) {
    const Work& work = plan.work[index];
    WorkDraft draft;
    static_cast<Work&>(draft) = work;
    static_cast<WorkDetails&>(draft) = plan.details_of(work);
    const Record* record = &task_record;
    switch (work.kind) {
    case WorkKind::phase:
        record = &phase_record;
        break;
    case WorkKind::task:
        break;
    case WorkKind::step:
        record = &step_record;
        break;
    case WorkKind::stage:
        record = &stage_record;
        add_facts(draft, plan.rollout.stages, index);
        break;
    case WorkKind::milestone:
        record = &milestone_record;
        add_facts(draft, plan.milestones, index);
        break;
    }
    std::string text;
    write_record(text, *record, &draft);
    for (WorkIndex child = index + 1; child < work.end_of_descendants; child = plan.work[child].end_of_descendants)
        write_work(text, plan, child);
    write_nested(out, text, std::string(name(work.kind)) + ":\n  ");
}

} // namespace planc
