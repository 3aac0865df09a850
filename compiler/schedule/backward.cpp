// The backward pass: every event at the latest at which the end of the plan does not move and no promise is broken.
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
    Backward(const Plan& plan, const Outline& outline, const EventNetwork& events, Schedule& schedule)
        : plan_(plan), calendar_(plan.calendar), outline_(outline), items_(outline.items), events_(events),
          end_of_plan_(end_of_plan(outline, schedule)), work_(schedule.work),
          latest_(events.vertices.size(), {any_time, any_time}) {}

    void run() {
        if (events_.order.empty())
            for (auto vertex = static_cast<VertexIndex>(latest_.size()); vertex-- > 0;) work_out(vertex);
        for (auto vertex = events_.order.rbegin(); vertex != events_.order.rend(); ++vertex) work_out(*vertex);
        for (auto work = static_cast<WorkIndex>(items_.size()); work-- > 0;)
            if (work_[work].dated) finish(work);
    }

private:
    static Instant end_of_plan(const Outline& outline, const Schedule& schedule) {
        std::optional<Instant> end;
        for (WorkIndex work = 0; work < outline.items.size(); ++work) {
            const Planned& planned = schedule.work[work];
            if (planned.dated && !outline.items[work].cancelled)
                end = end ? std::max(*end, planned.span.end) : planned.span.end;
        }
        return end.value_or(schedule.window.end);
    }

    const Places& at(WorkIndex work) const { return events_.places[work]; }
    Instant& latest_begin(WorkIndex work) { return latest_[at(work).start].begin; }
    Instant& latest_end(WorkIndex work) { return latest_[at(work).end].end; }
    bool begins_with_children(WorkIndex work) const { return items_[work].group && !items_[work].opens(); }

    static void bound(Instant& value, Instant by) { value = std::min(value, by); }

    template <class Action>
    void for_children(WorkIndex group, Action action) {
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants)
            if (!items_[child].passed_over) action(child);
    }

    void work_out(VertexIndex vertex) {
        const auto [work, kind] = events_.vertices[vertex];
        const Interval time = latest_[vertex];
        switch (kind) {
        case EventKind::start:
            if (!work_[work].dated) break;
            if (begins_with_children(work))
                start_by(work, time.begin);
            else
                start(work);
            break;
        case EventKind::end:
            if (work_[work].dated) end(work);
            break;
        case EventKind::ready:
            if (time.begin != any_time) ready_by(work, time.begin);
            break;
        case EventKind::finish:
            if (time.end != any_time) finish_by(work, time.end);
            break;
        case EventKind::ended:
            bound(latest_end(work), time.end);
            for_children(work, [&](WorkIndex child) { bound(latest_[at(child).ended].end, time.end); });
            break;
        case EventKind::started:
            bound(latest_begin(work), time.begin);
            for_children(work, [&](WorkIndex child) { bound(latest_[at(child).started].begin, time.begin); });
            break;
        case EventKind::opening:
            open_by(work, time.begin);
            break;
        case EventKind::pass_start:
        case EventKind::pass_end:
            pass_by(work, kind == EventKind::pass_end, std::min(time.begin, time.end));
            break;
        case EventKind::all_started:
            all_pass_by(work, &Passage::start, &Passage::all_started, time.begin);
            break;
        case EventKind::all_ended:
            all_pass_by(work, &Passage::end, &Passage::all_ended, time.end);
            break;
        }
    }

    void bound_passed(WorkIndex work, VertexIndex Passage::*event, Instant by) {
        Interval& time = latest_[events_.passage(work)->*event];
        time = {std::min(time.begin, by), std::min(time.end, by)};
    }

    void pass_by(WorkIndex work, bool of_end, Instant by) {
        if (by == any_time) return;
        before_edges(work, of_end, by);
        if (of_end) bound_passed(work, &Passage::start, by);
        if (items_[work].parent != no_work)
            bound_passed(items_[work].parent, of_end ? &Passage::end : &Passage::start, by);
    }

    void all_pass_by(WorkIndex group, VertexIndex Passage::*own, VertexIndex Passage::*of_all, Instant by) {
        bound_passed(group, own, by);
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants)
            bound_passed(child, of_all, by);
    }

    void open_by(WorkIndex group, Instant by) {
        Instant first = any_time;
        for (const WorkIndex child : events_.opened_by) first = std::min(first, work_[child].span.begin);
        for (const WorkIndex child : events_.opened_by)
            if (work_[child].span.begin == first) bound(latest_begin(child), by);
        if (events_.opened_by.empty()) bound(latest_[at(group).ready].begin, by);
    }

    /// The children that open a group hold its start.
    void start_by(WorkIndex group, Instant by) {
        if (by == any_time) return;
        for_children(group, [&](WorkIndex child) {
            if (work_[child].span.begin == work_[group].span.begin) bound(latest_begin(child), by);
        });
    }

    /// Cancelled work holds nothing up, and may be as late as what counts from its times allows.
    Instant last_of(WorkIndex work) const { return items_[work].cancelled ? any_time : end_of_plan_; }

    void start(WorkIndex work) {
        const Item& item = items_[work];
        Planned& planned = work_[work];
        const Instant last = last_of(work);
        const Instant by = std::min(latest_end(work), last);
        Instant begin = std::min({latest_begin(work), last, by == any_time ? any_time : start_for(work, by)});
        if (begin == any_time) {
            planned.latest = planned.span;
            return;
        }
        if (item.length == Length::fixed && item.duration.working && item.duration.count > 0 && !planned.start_written)
            begin = latest_working_start(calendar_, begin);
        if (item.promised && !item.cancelled) begin = std::min(begin, planned.span.begin);
        planned.latest = {begin, end_for(work, begin)};
        if (item.group)
            bound(latest_[at(work).ready].begin, begin);
        else
            ready_by(work, begin);
        before_relative(work, item.start_edge, begin, false);
        if (!item.rigid()) return;
        bound_finish(work, planned.latest.end);
        before_relative(work, item.end_edge, planned.latest.end, true);
    }

    /// The latest start if the end is to come by `end`.
    Instant start_for(WorkIndex work, Instant end) const {
        const Item& item = items_[work];
        const Interval& span = work_[work].span;
        if (item.length == Length::fixed || item.length == Length::watch) return calendar_.retreat(end, item.duration);
        if (item.group && item.closes_with_children()) return end;
        return end - std::max(span.end - span.begin, minutes{0});
    }

    Instant end_for(WorkIndex work, Instant begin) const {
        const Item& item = items_[work];
        const Interval& span = work_[work].span;
        if (begin == span.begin || item.length != Length::fixed) return begin + (span.end - span.begin);
        return calendar_.advance(begin, item.duration);
    }

    void end(WorkIndex work) {
        const Item& item = items_[work];
        if (item.rigid()) return; // known with its start
        Instant& by = latest_end(work);
        bound(by, last_of(work));
        if (by == any_time) return;
        before_relative(work, item.end_edge, by, true);
        bound_finish(work, by);
        if (!item.group || !item.closes_with_children()) return;
        const Instant children_by = item.length == Length::watch ? calendar_.retreat(by, item.duration) : by;
        for_children(work, [&](WorkIndex child) { bound(latest_end(child), children_by); });
    }

    void bound_finish(WorkIndex work, Instant by) {
        if (!items_[work].group)
            finish_by(work, by);
        else if (at(work).finish != no_vertex)
            bound(latest_[at(work).finish].end, by);
    }

    /// What the work waits for at its start is over in time for this.
    void ready_by(WorkIndex work, Instant by) {
        before_edges(work, false, by);
        const WorkIndex group = items_[work].parent;
        if (group == no_work) return;
        bound(latest_[at(group).ready].begin, by);
        if (items_[group].opens()) bound(latest_begin(group), by);
    }

    void finish_by(WorkIndex work, Instant by) {
        if (items_[work].end_bounded) before_edges(work, true, by);
        const WorkIndex group = items_[work].parent;
        if (group != no_work && at(group).finish != no_vertex) bound(latest_[at(group).finish].end, by);
    }

    void before_edges(WorkIndex work, bool of_end, Instant by) {
        std::size_t number = items_[work].first_edge;
        for (const Edge& edge : outline_.edges_of(work)) {
            Interval& from = latest_[events_.arcs[number++].from];
            if (edge.kind == EdgeKind::relative || bounds_end(edge) != of_end) continue;
            bound(from_end(edge) ? from.end : from.begin, latest_before_lag(calendar_, by, outline_.lag(edge)));
        }
    }

    void before_relative(WorkIndex work, std::uint32_t number, Instant by, bool inclusive_end) {
        if (number == no_edge) return;
        const Edge& edge = outline_.edges[number];
        const WrittenInstant& written = inclusive_end ? plan_.work[work].end : plan_.work[work].start;
        if (written.at_clock) {
            // It moves by whole days, with the day it counts from.
            const Interval& own = work_[work].span;
            const auto room = std::chrono::floor<std::chrono::days>(by - (inclusive_end ? own.end : own.begin));
            const Interval& target = work_[edge.from].span;
            bound(from_end(edge) ? latest_end(edge.from) : latest_begin(edge.from),
                  (from_end(edge) ? target.end : target.begin) + room);
            return;
        }
        Instant latest = latest_before_lag(calendar_, by, edge.lag);
        const bool day = items_[edge.from].milestone && work_[edge.from].whole_days && counts_days(written);
        if (day && !inclusive_end) latest = calendar_.advance(latest, {minutes_per_day, false});
        bound(from_end(edge) ? latest_end(edge.from) : latest_begin(edge.from), latest);
    }

    void finish(WorkIndex work) {
        const Item& item = items_[work];
        Planned& planned = work_[work];
        if (begins_with_children(work)) {
            std::int64_t slack = std::numeric_limits<std::int64_t>::max();
            for_children(work, [&](WorkIndex child) {
                if (work_[child].dated) slack = std::min(slack, work_[child].slack);
            });
            if (item.has_end() && latest_end(work) != any_time)
                slack = std::min(slack, (latest_end(work) - planned.span.end).count());
            planned.latest = {planned.span.begin + minutes{slack}, planned.span.end + minutes{slack}};
        }
        planned.slack = (planned.latest.begin - planned.span.begin).count();
        planned.critical = planned.slack <= 0 && !item.cancelled;
    }

    const Plan& plan_;
    const Calendar& calendar_;
    const Outline& outline_;
    const std::vector<Item>& items_;
    const EventNetwork& events_;
    const Instant end_of_plan_;
    std::vector<Planned>& work_;
    std::vector<Interval> latest_; ///< of the vertices, as far as what follows bounds them
};

} // namespace

void pass_backward(const Plan& plan, const Outline& outline, const EventNetwork& events, Schedule& schedule) {
    Backward(plan, outline, events, schedule).run();
}

} // namespace planc
