// The backward pass: every event at the latest at which the end of the plan does not move.
#include "schedule/lags.h"
#include "schedule/passes.h"
#include "schedule/placing.h"

#include <algorithm>

namespace planc {
namespace {

/// What nothing bounds from behind.
constexpr Instant any_time = unknown;

class Backward {
public:
    Backward(const Plan& plan, const Outline& outline, const Events& events, Schedule& schedule)
        : plan_(plan), calendar_(plan.calendar), outline_(outline), items_(outline.items), events_(events),
          schedule_(schedule), work_(schedule.work), values_(events.vertices.size(), any_time) {}

    void run() {
        const Instant end = schedule_.window.end;
        for (WorkIndex work = 0; work < items_.size(); ++work)
            if (work_[work].dated) work_[work].latest = {begins_with_children(work) ? any_time : end, end};
        for (auto vertex = events_.order.rbegin(); vertex != events_.order.rend(); ++vertex) work_out(*vertex);
        for (WorkIndex work = static_cast<WorkIndex>(items_.size()); work-- > 0;)
            if (work_[work].dated)
                finish(work);
            else
                work_[work].latest = {};
    }

private:
    bool begins_with_children(WorkIndex work) const { return items_[work].group && !items_[work].opens(); }

    static void bound(Instant& value, Instant by) { value = std::min(value, by); }

    void bound_vertex(VertexIndex vertex, Instant by) {
        if (vertex != no_vertex) bound(values_[vertex], by);
    }

    template <class Action>
    void for_children(WorkIndex group, Action action) {
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants)
            action(child);
    }

    void work_out(VertexIndex vertex) {
        const auto [work, kind] = events_.vertices[vertex];
        const Instant value = values_[vertex];
        switch (kind) {
        case EventKind::start:
            if (!work_[work].dated) break;
            if (begins_with_children(work))
                start_by(work, work_[work].latest.begin);
            else
                start(work);
            break;
        case EventKind::end:
            if (work_[work].dated) end(work);
            break;
        case EventKind::ready:
            if (value != any_time) ready_by(work, value);
            break;
        case EventKind::finish:
            if (value != any_time) finish_by(work, value);
            break;
        case EventKind::ended:
            bound(work_[work].latest.end, value);
            for_children(work, [&](WorkIndex child) { ended_by(child, value); });
            break;
        case EventKind::started:
            bound(work_[work].latest.begin, value);
            for_children(work, [&](WorkIndex child) { started_by(child, value); });
            break;
        case EventKind::opening:
            for (const WorkIndex child : events_.opened_by)
                if (work_[child].span.begin == first_of_opening()) bound(work_[child].latest.begin, value);
            if (events_.opened_by.empty()) bound_vertex(events_.places[work].ready, value);
            break;
        }
    }

    Instant first_of_opening() const {
        Instant first = any_time;
        for (const WorkIndex child : events_.opened_by) first = std::min(first, work_[child].span.begin);
        return first;
    }

    void ended_by(WorkIndex work, Instant by) {
        const Places& at = events_.places[work];
        bound(at.ended == at.end ? work_[work].latest.end : values_[at.ended], by);
    }

    void started_by(WorkIndex work, Instant by) {
        bound(items_[work].group ? values_[events_.places[work].started] : work_[work].latest.begin, by);
    }

    /// The children that open a group hold its start.
    void start_by(WorkIndex group, Instant by) {
        if (by == any_time) return;
        for_children(group, [&](WorkIndex child) {
            if (work_[child].span.begin == work_[group].span.begin) bound(work_[child].latest.begin, by);
        });
    }

    void start(WorkIndex work) {
        const Item& item = items_[work];
        const Places& at = events_.places[work];
        Planned& planned = work_[work];
        bound(planned.latest.begin, start_for(work, planned.latest.end));
        if (item.length == Length::fixed && item.duration.working && item.duration.count > 0 && !planned.start_written)
            planned.latest.begin = latest_working_start(calendar_, planned.latest.begin);
        planned.latest.end = item.length == Length::fixed
                                 ? calendar_.advance(planned.latest.begin, item.duration)
                                 : planned.latest.begin + (planned.span.end - planned.span.begin);
        if (item.group)
            bound_vertex(at.ready, planned.latest.begin);
        else
            ready_by(work, planned.latest.begin);
        before_relative(item.start_edge, plan_start(work), planned.latest.begin, false);
        if (!item.rigid()) return;
        if (item.group)
            bound_vertex(at.finish, planned.latest.end);
        else
            finish_by(work, planned.latest.end);
        before_relative(item.end_edge, plan_end(work), planned.latest.end, true);
    }

    const WrittenInstant& plan_start(WorkIndex work) const { return plan_.work[work].start; }
    const WrittenInstant& plan_end(WorkIndex work) const { return plan_.work[work].end; }

    /// The latest start if the end is to come by `end`.
    Instant start_for(WorkIndex work, Instant end) const {
        const Item& item = items_[work];
        const Interval& span = work_[work].span;
        if (item.length == Length::fixed || item.length == Length::watch) return calendar_.retreat(end, item.duration);
        if (item.group && item.closes_with_children()) return end;
        return end - std::max(span.end - span.begin, minutes{0});
    }

    void end(WorkIndex work) {
        const Item& item = items_[work];
        const Instant by = work_[work].latest.end;
        if (item.rigid()) return;
        before_relative(item.end_edge, plan_end(work), by, true);
        if (!item.group) {
            finish_by(work, by);
            return;
        }
        bound_vertex(events_.places[work].finish, by);
        if (!item.closes_with_children()) return;
        const Instant children_by = item.length == Length::watch ? calendar_.retreat(by, item.duration) : by;
        for_children(work, [&](WorkIndex child) { bound(work_[child].latest.end, children_by); });
    }

    /// What the work waits for at its start is over in time for this.
    void ready_by(WorkIndex work, Instant by) {
        for (const Edge& edge : outline_.edges_of(work))
            if (edge.kind != EdgeKind::relative && !bounds_end(edge)) before(edge, by);
        const WorkIndex parent = items_[work].parent;
        if (parent == no_work) return;
        if (items_[parent].opens()) bound(work_[parent].latest.begin, by);
        bound_vertex(events_.places[parent].ready, by);
    }

    void finish_by(WorkIndex work, Instant by) {
        for (const Edge& edge : outline_.edges_of(work))
            if (edge.kind != EdgeKind::relative && bounds_end(edge)) before(edge, by);
        const WorkIndex parent = items_[work].parent;
        if (parent != no_work) bound_vertex(events_.places[parent].finish, by);
    }

    void before(const Edge& edge, Instant by) {
        const Instant latest = latest_before_lag(calendar_, by, edge.lag);
        if (edge.kind == EdgeKind::within) {
            if (events_.opening != no_vertex)
                bound_vertex(events_.opening, latest);
            else
                bound(work_[edge.from].latest.begin, latest);
        } else if (from_end(edge)) {
            ended_by(edge.from, latest);
        } else {
            started_by(edge.from, latest);
        }
    }

    void before_relative(std::uint32_t number, const WrittenInstant& written, Instant by, bool inclusive_end) {
        if (number == no_edge) return;
        const Edge& edge = outline_.edges[number];
        Planned& target = work_[edge.from];
        Instant latest = latest_before_lag(calendar_, by, edge.lag);
        const bool day = items_[edge.from].milestone && target.whole_days && counts_days(written) && !inclusive_end;
        if (day) latest = calendar_.advance(latest, {minutes_per_day, false});
        bound(from_end(edge) ? target.latest.end : target.latest.begin, latest);
    }

    void finish(WorkIndex work) {
        const Item& item = items_[work];
        Planned& planned = work_[work];
        if (begins_with_children(work)) {
            std::int64_t slack = std::numeric_limits<std::int64_t>::max();
            for_children(work, [&](WorkIndex child) { slack = std::min(slack, work_[child].slack); });
            if (item.has_end()) slack = std::min(slack, (planned.latest.end - planned.span.end).count());
            planned.latest = {planned.span.begin + minutes{slack}, planned.span.end + minutes{slack}};
        }
        planned.slack = (planned.latest.begin - planned.span.begin).count();
        planned.critical = planned.slack <= 0;
    }

    const Plan& plan_;
    const Calendar& calendar_;
    const Outline& outline_;
    const std::vector<Item>& items_;
    const Events& events_;
    Schedule& schedule_;
    std::vector<Planned>& work_;
    std::vector<Instant> values_; ///< of the vertices that are no start or end
};

} // namespace

void pass_backward(const Plan& plan, const Outline& outline, const Events& events, Schedule& schedule) {
    Backward(plan, outline, events, schedule).run();
}

} // namespace planc
