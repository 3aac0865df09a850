// The forward pass: every event at the earliest, written times first.
#include "schedule/lags.h"
#include "schedule/passes.h"
#include "schedule/placing.h"

#include <algorithm>

namespace planc {
namespace {

using Form = WrittenInstant::Form;

class Forward {
public:
    Forward(const Plan& plan, const Outline& outline, const Events& events, Schedule& schedule)
        : plan_(plan), calendar_(plan.calendar), outline_(outline), items_(outline.items), events_(events),
          schedule_(schedule), work_(schedule.work), values_(events.vertices.size(), unknown) {
        work_.resize(items_.size());
        for (Planned& planned : work_) planned.span = {unknown, unknown};
    }

    void run() {
        for (const VertexIndex vertex : events_.order)
            if (!events_.waits_for_itself(vertex)) work_out(vertex);
        find_window();
        find_earliest_starts();
        for (Planned& planned : work_)
            if (!planned.dated) planned = {};
    }

private:
    void work_out(VertexIndex vertex) {
        const auto [work, kind] = events_.vertices[vertex];
        const bool group = items_[work].group;
        switch (kind) {
        case EventKind::ready:
            values_[vertex] = std::max(floor_in(items_[work].parent), start_bound(work));
            break;
        case EventKind::finish:
            values_[vertex] = finish_of(work);
            break;
        case EventKind::start:
            start(work,
                  group ? values_[vertex_of_ready(work)] : std::max(floor_in(items_[work].parent), start_bound(work)));
            break;
        case EventKind::end:
            end(work);
            break;
        case EventKind::ended:
            values_[vertex] =
                over_children(work, work_[work].span.end, [this](WorkIndex child) { return ended(child); });
            break;
        case EventKind::started:
            values_[vertex] =
                over_children(work, work_[work].span.begin, [this](WorkIndex child) { return started(child); });
            break;
        case EventKind::opening:
            values_[vertex] = opening();
            break;
        }
    }

    VertexIndex vertex_of_ready(WorkIndex work) const { return events_.places[work].ready; }

    template <class Value>
    Instant over_children(WorkIndex group, Instant value, Value value_of) const {
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants)
            value = std::max(value, value_of(child));
        return value;
    }

    Instant ended(WorkIndex work) const {
        const Places& at = events_.places[work];
        return at.ended == at.end ? work_[work].span.end : values_[at.ended];
    }

    Instant started(WorkIndex work) const {
        return items_[work].group ? values_[events_.places[work].started] : work_[work].span.begin;
    }

    /// Before this no child is inferred to start.
    Instant floor_in(WorkIndex group) const {
        if (group == no_work) return unbounded;
        const Instant ready = values_[vertex_of_ready(group)];
        return items_[group].opens() ? std::max(ready, work_[group].span.begin) : ready;
    }

    Instant or_origin(Instant bound) const { return bound == unbounded ? outline_.origin.value_or(unknown) : bound; }

    Instant bound_of(const Edge& edge) const {
        Instant from = unknown;
        if (edge.kind == EdgeKind::within)
            from = events_.opening != no_vertex ? values_[events_.opening] : work_[edge.from].span.begin;
        else
            from = from_end(edge) ? ended(edge.from) : started(edge.from);
        return lagged(calendar_, from, edge.lag);
    }

    Instant start_bound(WorkIndex work) const {
        Instant bound = unbounded;
        for (const Edge& edge : outline_.edges_of(work))
            if (edge.kind != EdgeKind::relative && !bounds_end(edge)) bound = std::max(bound, bound_of(edge));
        return bound;
    }

    Instant finish_bound(WorkIndex work) const {
        Instant bound = unbounded;
        for (const Edge& edge : outline_.edges_of(work))
            if (edge.kind != EdgeKind::relative && bounds_end(edge)) bound = std::max(bound, bound_of(edge));
        return bound;
    }

    /// With what the groups around it wait for.
    Instant finish_of(WorkIndex work) const {
        const WorkIndex parent = items_[work].parent;
        const Instant bound = finish_bound(work);
        if (parent == no_work || events_.places[parent].finish == no_vertex) return bound;
        return std::max(bound, values_[events_.places[parent].finish]);
    }

    Instant relative(const WrittenInstant& written, std::uint32_t edge, bool inclusive_end) const {
        if (edge == no_edge) return unknown;
        const WorkIndex target = outline_.edges[edge].from;
        const Planned& planned = work_[target];
        if ((written.anchor == Anchor::end ? planned.span.end : planned.span.begin) == unknown) return unknown;
        return place_relative(written, calendar_, planned.span, items_[target].milestone && planned.whole_days,
                              inclusive_end);
    }

    Instant written_start(WorkIndex work) const {
        const Item& item = items_[work];
        if (item.start == Form::relative) return relative(plan_.work[work].start, item.start_edge, false);
        return item.start == Form::clock ? unknown : item.start_at; // only an end can stand beside a start
    }

    Instant written_end(WorkIndex work, Instant after) {
        const Item& item = items_[work];
        if (item.end == Form::relative) return relative(plan_.work[work].end, item.end_edge, true);
        if (item.end != Form::clock) return item.end_at;
        return after == unknown ? unknown : place_clock(plan_.work[work].end, calendar_, after, &schedule_.findings);
    }

    /// Two of start, end and duration fix the third; what none of them fixes comes from the bounds, or the children.
    void start(WorkIndex work, Instant bound) {
        const Item& item = items_[work];
        Interval& span = work_[work].span;
        if (bound == unknown) return;
        if (item.has_start()) {
            span.begin = written_start(work);
        } else if (item.rigid()) {
            const Places& at = events_.places[work];
            const Instant finish = !item.group              ? finish_of(work)
                                   : at.finish == no_vertex ? unbounded
                                                            : values_[at.finish];
            if (finish != unknown) place_rigid(work, or_origin(bound), finish);
        } else if (item.group) {
            span.begin = first_start(work);
        } else {
            span.begin = or_origin(bound);
        }
    }

    void place_rigid(WorkIndex work, Instant ready, Instant finish) {
        const Item& item = items_[work];
        Interval& span = work_[work].span;
        if (item.has_end()) {
            span.end = written_end(work, ready);
            if (span.end != unknown) span.begin = calendar_.retreat(span.end, item.duration);
        } else if (ready != unknown) {
            span.begin = ready;
            if (finish != unbounded) span.begin = std::max(ready, start_to_end_at(calendar_, finish, item.duration));
            if (item.duration.working && item.duration.count > 0) span.begin = calendar_.next_working(span.begin);
            span.end = calendar_.advance(span.begin, item.duration);
        }
        settle(work);
    }

    Instant first_start(WorkIndex group) const {
        Instant first = unknown;
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants) {
            if (work_[child].span.begin == unknown) return unknown;
            first = std::min(first, work_[child].span.begin);
        }
        return first;
    }

    Instant opening() const {
        const WorkIndex group = events_.vertices[events_.opening].work;
        if (events_.opened_by.empty()) return or_origin(values_[vertex_of_ready(group)]);
        Instant first = unknown;
        for (const WorkIndex child : events_.opened_by) {
            if (work_[child].span.begin == unknown) return unknown;
            first = std::min(first, work_[child].span.begin);
        }
        return first;
    }

    void end(WorkIndex work) {
        const Item& item = items_[work];
        Interval& span = work_[work].span;
        if (span.begin == unknown || item.rigid()) return;
        const Places& at = events_.places[work];
        const Instant finish = !item.group ? finish_of(work) : at.finish == no_vertex ? unbounded : values_[at.finish];
        if (finish == unknown) return;
        if (item.has_end())
            span.end = written_end(work, span.begin);
        else if (item.length == Length::fixed)
            span.end = calendar_.advance(span.begin, item.duration);
        else
            span.end = end_with_children(work);
        settle(work);
    }

    Instant end_with_children(WorkIndex group) const {
        const Item& item = items_[group];
        const Instant begin = work_[group].span.begin;
        const Instant last = over_children(group, begin, [this](WorkIndex child) { return work_[child].span.end; });
        if (last == unknown) return unknown;
        if (item.length == Length::watch) return calendar_.advance(last, item.duration);
        if (item.length == Length::day && last == begin) return calendar_.advance(begin, {minutes_per_day, false});
        return last;
    }

    void settle(WorkIndex work) {
        const Item& item = items_[work];
        Planned& planned = work_[work];
        if (planned.span.begin == unknown || planned.span.end == unknown) return;
        planned.dated = true;
        planned.start_written = item.has_start() || (item.has_end() && item.length == Length::fixed);
        planned.whole_days = !(item.milestone && item.end == Form::date_time) &&
                             calendar_.is_midnight(planned.span.begin) && calendar_.is_midnight(planned.span.end);
    }

    void find_window() {
        bool first = true;
        for (const Planned& planned : work_) {
            if (!planned.dated) continue;
            Interval& window = schedule_.window;
            window.begin = first ? planned.span.begin : std::min(window.begin, planned.span.begin);
            window.end = first ? planned.span.end : std::max(window.end, planned.span.end);
            first = false;
        }
    }

    void find_earliest_starts() {
        std::vector<Interval> bounds(items_.size()); // of the start and of the end, with those of the groups around
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            const Item& item = items_[work];
            Interval& bound = bounds[work];
            bound = item.parent == no_work ? Interval{unbounded, unbounded} : bounds[item.parent];
            bound.begin = std::max(bound.begin, start_bound(work));
            bound.end = std::max(bound.end, finish_bound(work));
            Planned& planned = work_[work];
            if (!planned.dated) continue;
            planned.earliest_start = bound.begin;
            if (item.start_edge != no_edge || item.end_edge != no_edge)
                planned.earliest_start = std::max(bound.begin, planned.span.begin);
            if (bound.end != unbounded && (!item.group || item.opens()))
                planned.earliest_start = std::max(planned.earliest_start, start_for(work, bound.end));
            if (planned.earliest_start == unbounded) planned.earliest_start = schedule_.window.begin;
        }
    }

    Instant start_for(WorkIndex work, Instant end) const {
        const Item& item = items_[work];
        if (item.length == Length::fixed) return start_to_end_at(calendar_, end, item.duration);
        return work_[work].span.begin + (end - work_[work].span.end);
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

void pass_forward(const Plan& plan, const Outline& outline, const Events& events, Schedule& schedule) {
    Forward(plan, outline, events, schedule).run();
}

} // namespace planc
