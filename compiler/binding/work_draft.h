// A piece of work while it is read: everything its record can say, and its children, which are read after it.
#pragma once

#include "binding/collections.h"
#include "plan/plan.h"

namespace planc {

/// What phases, tasks, steps, stages and milestones are read into; their field tables differ.
struct WorkDraft : Work, WorkDetails, Stage, Milestone {
    const Node* tasks = nullptr;
    const Node* steps = nullptr;
};

/// A list of work that is noted now and read when its parent stands in the plan.
template <const Record& record>
struct Children {
    static constexpr ValueType entry{.form = Form::record, .record = &record};
    static constexpr ValueType type{.form = Form::list, .item = &entry};

    static bool read(PlanReader& reader, const Node& node, const Node*& place) {
        if (node.kind() != NodeKind::sequence) return reader.wrong_type(node, type);
        place = &node;
        return true;
    }
    static void write(std::string&, const Node* const&) {}
};

/// Reads a list of work with all below it to the end of `Plan::work`; stages and milestones to their own lists as well.
void read_work(PlanReader& reader, const Node& list, const Record& record, WorkKind kind, std::string_view key);

/// How many pieces of work a list holds, all below it included.
std::size_t count_work(const Node& list);

/// Appends the record of `Plan::work[index]` with all below it, for --dump=plan.
void write_work(std::string& out, const Plan& plan, WorkIndex index);

} // namespace planc
