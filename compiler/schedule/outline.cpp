// Reads the plan's work once, in order: what is written of each piece, and what it waits for.
#include "schedule/outline.h"

#include "schedule/placing.h"

#include <algorithm>
#include <utility>

namespace planc {
namespace {

using Form = WrittenInstant::Form;

/// A group that says nothing of its own, neither when it is nor how far.
bool only_its_parts(const Plan& plan, const Work& group) {
    return group.kind != WorkKind::stage && !group.status.given() && !group.start.given() && !group.end.given() &&
           !group.duration.given() && !plan.details_of(group).estimate.given();
}

class Reader {
public:
    Reader(const Plan& plan, Diagnostics& findings) : plan_(plan), findings_(findings) {
        last_child_.resize(plan.work.size(), no_work);
        outline_.items.reserve(plan.work.size());
        outline_.edges.reserve(2 * plan.work.size()); // mostly enough, and growing would copy much
    }

    Outline read() {
        for (WorkIndex index = 0; index < plan_.work.size(); ++index) read_work(index);
        mark_cancelled();
        const WrittenInstant& start = plan_.header.start;
        if (absolute(start)) outline_.origin = begin_of(start);
        if (start.form == Form::relative) begin_relative(start);
        return std::move(outline_);
    }

private:
    static bool absolute(const WrittenInstant& written) {
        return written.form == Form::date || written.form == Form::date_time;
    }

    Instant begin_of(const WrittenInstant& written) const {
        return place_absolute(written, plan_.calendar, false, nullptr);
    }

    /// A plan that begins some days before a promised date.
    void begin_relative(const WrittenInstant& start) {
        const WorkIndex target = plan_.find_work(start.target);
        if (target == no_work || !outline_.items[target].milestone || !absolute(plan_.work[target].end)) return;
        const Instant at = outline_.items[target].end_at;
        const bool day = plan_.work[target].end.form == Form::date;
        outline_.origin = place_relative(start, plan_.calendar, {at, at}, day, false);
    }

    void read_work(WorkIndex index) {
        const Work& work = plan_.work[index];
        Item item;
        item.parent = work.parent;
        item.end_of_descendants = work.end_of_descendants;
        item.milestone = work.kind == WorkKind::milestone;
        item.group = work.end_of_descendants > index + 1;
        item.first_edge = static_cast<std::uint32_t>(outline_.edges.size());
        for (const Dependency& dependency : work.depends_on)
            add({plan_.find_work(dependency.on.value), index, dependency.type, EdgeKind::depends_on, dependency.lag,
                 dependency.span});
        item.start = work.start.form;
        item.end = work.end.form;
        if (absolute(work.start)) item.start_at = written(work.start, false);
        if (absolute(work.end)) item.end_at = written(work.end, true);
        if (const auto at = from_anchor(work.start, false)) {
            item.start_at = *at;
            item.start = work.start.at_clock ? Form::date_time : Form::date;
        } else {
            item.start_edge = relative(work.start, index, false);
        }
        if (const auto at = from_anchor(work.end, true)) {
            item.end_at = *at;
            item.end = counts_days(work.end) && !work.end.at_clock ? Form::date : Form::date_time;
        } else {
            item.end_edge = relative(work.end, index, !item.milestone);
        }
        const Stage* const stage = stage_of(index);
        read_length(work, stage, item);
        wait_for_siblings(work, index, stage);
        for (std::size_t i = item.first_edge; i < outline_.edges.size(); ++i)
            item.end_bounded |= outline_.edges[i].kind != EdgeKind::relative && bounds_end(outline_.edges[i]);
        item.promised = item.milestone && absolute(work.end) && outline_.edges.size() > item.first_edge;
        outline_.items.push_back(item);
    }

    void mark_cancelled() {
        const std::vector<bool> cancelled = cancelled_work(plan_);
        std::vector<bool> kept(plan_.work.size(), false); // of groups: not all in them is cancelled
        for (WorkIndex work = 0; work < plan_.work.size(); ++work)
            if (!cancelled[work] && plan_.work[work].parent != no_work) kept[plan_.work[work].parent] = true;
        for (WorkIndex work = 0; work < plan_.work.size(); ++work) {
            Item& item = outline_.items[work];
            item.cancelled = cancelled[work];
            item.passed_over = item.cancelled && item.parent != no_work && kept[item.parent];
        }
    }

    Instant written(const WrittenInstant& instant, bool inclusive_end) {
        const Instant day = begin_of(instant);
        if (!outline_.origin || day < *outline_.origin) outline_.origin = day;
        return place_absolute(instant, plan_.calendar, inclusive_end, &findings_);
    }

    /// A time counted from the plan's anchor, where that has a date: it says when, and waits for nothing.
    std::optional<Instant> from_anchor(const WrittenInstant& instant, bool inclusive_end) {
        if (instant.form != Form::relative || instant.target != plan_.header.anchor.value) return std::nullopt;
        const WorkIndex anchor = plan_.find_work(instant.target);
        if (anchor == no_work || plan_.work[anchor].kind != WorkKind::milestone) return std::nullopt;
        const WrittenInstant& date = plan_.work[anchor].end;
        if (!absolute(date)) return std::nullopt;
        const Instant at = place_absolute(date, plan_.calendar, true, nullptr);
        const bool day = date.form == Form::date;
        const Instant begin = place_relative(instant, plan_.calendar, {at, at}, day, false, &findings_);
        if (!outline_.origin || begin < *outline_.origin) outline_.origin = begin;
        return inclusive_end ? place_relative(instant, plan_.calendar, {at, at}, day, true) : begin;
    }

    std::uint32_t relative(const WrittenInstant& instant, WorkIndex to, bool to_end) {
        if (instant.form != Form::relative) return no_edge;
        const WorkIndex from = plan_.find_work(instant.target);
        if (from == no_work) return no_edge;
        const bool at_end = instant.anchor == Anchor::end ||
                            (instant.anchor == Anchor::unspecified && plan_.work[from].kind == WorkKind::milestone);
        const auto type = at_end ? (to_end ? DependencyType::finish_to_finish : DependencyType::finish_to_start)
                                 : (to_end ? DependencyType::start_to_finish : DependencyType::start_to_start);
        add({from, to, type, EdgeKind::relative, instant.offset, instant.span});
        return static_cast<std::uint32_t>(outline_.edges.size() - 1);
    }

    /// Stages stand in the work in their order, so one look at the next suffices.
    const Stage* stage_of(WorkIndex index) {
        const auto& stages = plan_.rollout.stages;
        if (next_stage_ == stages.size() || stages[next_stage_].work != index) return nullptr;
        return &stages[next_stage_++];
    }

    void read_length(const Work& work, const Stage* stage, Item& item) const {
        const Located<DurationRange>& estimate = plan_.details_of(work).estimate;
        const bool watched = stage != nullptr && stage->observe.given();
        if (item.milestone) {
            item.length = Length::fixed;
        } else if (work.duration.given()) {
            item.duration = work.duration.value;
            item.length = work.start.given() && work.end.given() ? Length::open : Length::fixed;
        } else if (!work.end.given() && estimate.given() && (!item.group || nothing_timed_below(work))) {
            item.duration = estimate.value.most;
            item.length = Length::fixed;
        } else if (!work.end.given()) {
            const bool day = work.start.form == Form::date;
            if (watched)
                item.duration = stage->observe.value;
            else if (day && !item.group)
                item.duration = {minutes_per_day, false};
            item.length = !item.group ? Length::fixed : watched ? Length::watch : day ? Length::day : Length::open;
        }
    }

    /// Then the length of a group cannot come from its children.
    bool nothing_timed_below(const Work& group) const {
        const auto first = static_cast<WorkIndex>(&group - plan_.work.data()) + 1;
        for (WorkIndex index = first; index < group.end_of_descendants; ++index) {
            const Work& one = plan_.work[index];
            const bool timed = one.start.given() || one.end.given() || one.duration.given();
            if (timed || plan_.details_of(one).estimate.given()) return false;
        }
        return true;
    }

    /// Nobody waits for cancelled work because of the order alone: what follows it follows what was before.
    void wait_for_siblings(const Work& work, WorkIndex index, const Stage* stage) {
        const bool cancelled = work.status.value == Status::cancelled;
        if (work.parent != no_work) {
            const WorkIndex before = last_child_[work.parent];
            if (!cancelled) last_child_[work.parent] = index;
            if (before != no_work && plan_.work[work.parent].sequence.value)
                add({before, index, DependencyType::finish_to_start, EdgeKind::sequence, {}, work.id.span});
        }
        if (stage == nullptr) return;
        const WorkIndex before = last_stage_;
        if (!cancelled) last_stage_ = index;
        if (work.start.given()) return;
        const Reference& within = plan_.rollout.within;
        if (before != no_work)
            add({before, index, DependencyType::finish_to_start, EdgeKind::rollout, {}, work.id.span});
        else if (within.given())
            add({plan_.find_work(within.value),
                 index,
                 DependencyType::start_to_start,
                 EdgeKind::within,
                 {},
                 within.span});
    }

    void add(const Edge& edge) {
        if (edge.from < plan_.work.size()) outline_.edges.push_back(edge);
    }

    const Plan& plan_;
    Diagnostics& findings_;
    Outline outline_;
    std::vector<WorkIndex> last_child_;
    std::size_t next_stage_ = 0;
    WorkIndex last_stage_ = no_work;
};

} // namespace

std::vector<bool> cancelled_work(const Plan& plan) {
    std::vector<bool> cancelled(plan.work.size(), false);
    std::vector<bool> kept(plan.work.size(), false); // groups in which something is not cancelled
    for (auto work = static_cast<WorkIndex>(plan.work.size()); work-- > 0;) {
        const Work& one = plan.work[work];
        const bool group = one.end_of_descendants > work + 1;
        cancelled[work] = one.status.value == Status::cancelled || (group && !kept[work] && only_its_parts(plan, one));
        if (!cancelled[work] && one.parent != no_work) kept[one.parent] = true;
    }
    for (WorkIndex work = 0; work < plan.work.size(); ++work)
        if (plan.work[work].parent != no_work && cancelled[plan.work[work].parent]) cancelled[work] = true;
    return cancelled;
}

Outline make_outline(const Plan& plan, Diagnostics& findings) { return Reader(plan, findings).read(); }

} // namespace planc
