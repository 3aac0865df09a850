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
    Forward(const Plan& plan, const Outline& outline, const EventNetwork& events, Schedule& schedule)
        : plan_(plan), calendar_(plan.calendar), outline_(outline), items_(outline.items), events_(events),
          schedule_(schedule), times_(events.vertices.size(), {unknown, unknown}),
          start_bounds_(outline.items.size(), unknown) {}

    void run() {
        if (events_.order.empty())
            for (VertexIndex vertex = 0; vertex < times_.size(); ++vertex) work_out(vertex);
        for (const VertexIndex vertex : events_.order)
            if (!events_.waits_for_itself(vertex)) work_out(vertex);
        schedule_.work.resize(items_.size());
        bool first = true;
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            if (!settle(work)) continue;
            const Interval& span = schedule_.work[work].span;
            Interval& window = schedule_.window;
            window = first ? span : Interval{std::min(window.begin, span.begin), std::max(window.end, span.end)};
            first = false;
        }
        find_earliest_starts();
    }

private:
    const Places& at(WorkIndex work) const { return events_.places[work]; }
    Instant begin_of(WorkIndex work) const { return times_[at(work).start].begin; }
    Instant end_of(WorkIndex work) const { return times_[at(work).end].end; }
    static void set(Interval& time, Instant instant) { time = {instant, instant}; }

    void work_out(VertexIndex vertex) {
        const auto [work, kind] = events_.vertices[vertex];
        Interval& time = times_[vertex];
        switch (kind) {
        case EventKind::ready:
            set(time, ready(work));
            break;
        case EventKind::finish:
            set(time, finish_of(work));
            break;
        case EventKind::start:
            start(work, items_[work].group ? times_[at(work).ready].begin : ready(work), time);
            break;
        case EventKind::end:
            if (!items_[work].rigid() || items_[work].group) set(time, end(work));
            break;
        case EventKind::ended:
            set(time, last_of(work, end_of(work), [this](WorkIndex child) { return times_[at(child).ended].end; }));
            break;
        case EventKind::started:
            set(time,
                last_of(work, begin_of(work), [this](WorkIndex child) { return times_[at(child).started].begin; }));
            break;
        case EventKind::opening:
            set(time, opening(work));
            break;
        case EventKind::pass_start:
        case EventKind::pass_end:
            set(time, pass(work, kind == EventKind::pass_end));
            break;
        case EventKind::all_started:
            set(time, last_passed(work, &Passage::start, &Passage::all_started));
            break;
        case EventKind::all_ended:
            set(time, last_passed(work, &Passage::end, &Passage::all_ended));
            break;
        }
    }

    template <class Value>
    Instant last_of(WorkIndex group, Instant value, Value value_of) const {
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants) {
            const Instant of_child = value_of(child);
            if (!items_[child].passed_over || of_child == unknown) value = std::max(value, of_child);
        }
        return value;
    }

    Instant or_origin(Instant bound) const { return bound == unbounded ? outline_.origin.value_or(unknown) : bound; }

    /// The last of what the edges of one sort bound.
    Instant bound(WorkIndex work, bool of_end) const {
        Instant last = unbounded;
        std::size_t number = items_[work].first_edge;
        for (const Edge& edge : outline_.edges_of(work)) {
            const Arc& arc = events_.arcs[number++];
            if (edge.kind == EdgeKind::relative) continue;
            if (within_itself(outline_, edge)) return unknown;
            if (bounds_end(edge) != of_end) continue;
            const Interval& from = times_[arc.from];
            last = std::max(last, lagged(calendar_, from_end(edge) ? from.end : from.begin, outline_.lag(edge)));
        }
        return last;
    }

    /// With the groups around: before this the work is not inferred to start.
    Instant ready(WorkIndex work) {
        const WorkIndex group = items_[work].parent;
        const Instant own = start_bounds_[work] = bound(work, false);
        if (group == no_work) return own;
        const Instant around = std::max(own, times_[at(group).ready].begin);
        return items_[group].opens() ? std::max(around, begin_of(group)) : around;
    }

    /// With the groups around: before this the work is not inferred to end.
    Instant finish_of(WorkIndex work) const {
        const WorkIndex group = items_[work].parent;
        const Instant own = items_[work].end_bounded ? bound(work, true) : unbounded;
        if (group == no_work || at(group).finish == no_vertex) return own;
        return std::max(own, times_[at(group).finish].begin);
    }

    Instant passed(WorkIndex work, VertexIndex Passage::*event) const {
        return times_[events_.passage(work)->*event].begin;
    }

    /// What the work and the groups around it wait for, and nothing else that is said of them.
    Instant pass(WorkIndex work, bool of_end) const {
        Instant last = bound(work, of_end);
        if (of_end) last = std::max(last, passed(work, &Passage::start));
        const WorkIndex group = items_[work].parent;
        return group == no_work ? last : std::max(last, passed(group, of_end ? &Passage::end : &Passage::start));
    }

    Instant last_passed(WorkIndex group, VertexIndex Passage::*own, VertexIndex Passage::*of_all) const {
        Instant last = passed(group, own);
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants)
            last = std::max(last, passed(child, of_all));
        return last;
    }

    Instant finish_known(WorkIndex work) const {
        if (!items_[work].group) return finish_of(work);
        return at(work).finish == no_vertex ? unbounded : times_[at(work).finish].begin;
    }

    Instant relative(const WrittenInstant& written, std::uint32_t edge, bool inclusive_end) {
        if (edge == no_edge) return unknown;
        const WorkIndex target = outline_.edges[edge].from;
        const Instant base = written.anchor == Anchor::end ? end_of(target) : begin_of(target);
        if (base == unknown) return unknown;
        const bool day = items_[target].milestone && counts_days(written) && whole_days(target, {base, base});
        return place_relative(written, calendar_, {base, base}, day, inclusive_end, &schedule_.findings);
    }

    bool whole_days(WorkIndex work, Interval span) const {
        return !(items_[work].milestone && items_[work].end == Form::date_time) && calendar_.is_midnight(span.begin) &&
               (span.begin == span.end || calendar_.is_midnight(span.end));
    }

    Instant written_start(WorkIndex work) {
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
    void start(WorkIndex work, Instant bound, Interval& time) {
        const Item& item = items_[work];
        if (bound == unknown) return;
        if (item.has_start()) {
            set(time, written_start(work));
        } else if (item.rigid()) {
            const Instant finish = finish_known(work);
            if (finish != unknown) time = rigid_span(work, or_origin(bound), finish);
        } else {
            set(time, item.group ? first_start(work) : or_origin(bound));
        }
    }

    Interval rigid_span(WorkIndex work, Instant ready, Instant finish) {
        const Item& item = items_[work];
        if (item.has_end()) {
            const Instant end = written_end(work, ready);
            return {end == unknown ? unknown : calendar_.retreat(end, item.duration), end};
        }
        if (ready == unknown) return {unknown, unknown};
        if (finish != unbounded) ready = std::max(ready, start_to_end_at(calendar_, finish, item.duration));
        if (item.duration.working && item.duration.count > 0) ready = calendar_.next_working(ready);
        return {ready, calendar_.advance(ready, item.duration)};
    }

    Instant first_start(WorkIndex group) const {
        Instant first = unknown;
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants) {
            if (begin_of(child) == unknown) return unknown;
            if (!items_[child].passed_over) first = std::min(first, begin_of(child));
        }
        return first;
    }

    Instant opening(WorkIndex group) const {
        if (events_.opened_by.empty()) return or_origin(times_[at(group).ready].begin);
        Instant first = unknown;
        for (const WorkIndex child : events_.opened_by) {
            if (begin_of(child) == unknown) return unknown;
            first = std::min(first, begin_of(child));
        }
        return first;
    }

    Instant end(WorkIndex work) {
        const Item& item = items_[work];
        const Interval& start = times_[at(work).start];
        if (start.begin == unknown || finish_known(work) == unknown) return unknown;
        if (item.rigid()) return start.end;
        if (item.has_end()) return written_end(work, start.begin);
        if (item.length == Length::fixed) return calendar_.advance(start.begin, item.duration);
        const Instant last = last_of(work, start.begin, [this](WorkIndex child) { return end_of(child); });
        if (last == unknown) return unknown;
        if (item.length == Length::watch) return calendar_.advance(last, item.duration);
        if (item.length == Length::day && last == start.begin) return calendar_.advance(last, {minutes_per_day, false});
        return last;
    }

    /// Writes the dates down, if there are any.
    bool settle(WorkIndex work) {
        const Item& item = items_[work];
        Planned& planned = schedule_.work[work];
        const Interval span{begin_of(work), end_of(work)};
        if (span.begin == unknown || span.end == unknown) return false;
        planned.span = span;
        planned.dated = true;
        planned.start_written = item.has_start() || (item.has_end() && item.length == Length::fixed);
        planned.whole_days = whole_days(work, span);
        return true;
    }

    void find_earliest_starts() {
        std::vector<Instant> end_bounds; // with those of the groups around; made for the first that is bounded
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            const Item& item = items_[work];
            Planned& planned = schedule_.work[work];
            Instant& start = start_bounds_[work];
            if (item.parent != no_work) start = std::max(start, start_bounds_[item.parent]);
            if (item.end_bounded && end_bounds.empty()) end_bounds.resize(items_.size(), unbounded);
            if (!end_bounds.empty()) {
                if (item.end_bounded) end_bounds[work] = bound(work, true);
                if (item.parent != no_work) end_bounds[work] = std::max(end_bounds[work], end_bounds[item.parent]);
            }
            if (!planned.dated) continue;
            Instant earliest = start;
            if (item.start_edge != no_edge || item.end_edge != no_edge)
                earliest = std::max(earliest, planned.span.begin);
            if (!end_bounds.empty() && end_bounds[work] != unbounded && (!item.group || item.opens()))
                earliest = std::max(earliest, start_for(work, end_bounds[work]));
            planned.earliest_start = earliest == unbounded ? schedule_.window.begin : earliest;
        }
    }

    Instant start_for(WorkIndex work, Instant end) const {
        const Item& item = items_[work];
        const Interval& span = schedule_.work[work].span;
        if (item.length == Length::fixed) return start_to_end_at(calendar_, end, item.duration);
        return span.begin + (end - span.end);
    }

    const Plan& plan_;
    const Calendar& calendar_;
    const Outline& outline_;
    const std::vector<Item>& items_;
    const EventNetwork& events_;
    Schedule& schedule_;
    std::vector<Interval> times_;       ///< of the vertices: a rigid leaf's start and end, else twice the same
    std::vector<Instant> start_bounds_; ///< of the work, by its own edges
};

} // namespace

void pass_forward(const Plan& plan, const Outline& outline, const EventNetwork& events, Schedule& schedule) {
    Forward(plan, outline, events, schedule).run();
}

} // namespace planc
