// Lays out the events of every piece of work and finds an order in which each comes after what it follows from.
#include "schedule/events.h"

#include <algorithm>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

namespace planc {

bool within_itself(const Outline& outline, const Edge& edge) {
    if (edge.kind == EdgeKind::relative || edge.kind == EdgeKind::within) return false;
    const auto holds = [&outline](WorkIndex group, WorkIndex work) {
        return group <= work && work < outline.items[group].end_of_descendants;
    };
    return holds(edge.from, edge.to) || holds(edge.to, edge.from);
}

namespace {

class Layout {
public:
    explicit Layout(const Outline& outline) : outline_(outline), items_(outline.items) {}

    EventNetwork make(std::span<const WorkIndex> left_out) {
        find_needs();
        add_vertices();
        add_opening(left_out);
        add_arcs();
        if (!in_order_) sort();
        return std::move(events_);
    }

private:
    struct Needs {
        bool finish = false;      ///< something bounds the end of the group or of one around it
        bool started = false;     ///< something waits for all of the group to start
        bool ends_at_once = true; ///< the group's end is the end of all below it
        bool passage = false;     ///< it or something below it is cancelled
    };

    void find_needs() {
        needs_.resize(items_.size());
        for (const Edge& edge : outline_.edges) {
            if (edge.kind == EdgeKind::relative || edge.kind == EdgeKind::within) continue;
            if (bounds_end(edge)) needs_[edge.to].finish = true;
            if (!from_end(edge)) needs_[edge.from].started = true;
        }
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            if (items_[work].parent == no_work) continue;
            needs_[work].finish |= needs_[items_[work].parent].finish;
            needs_[work].started |= needs_[items_[work].parent].started;
        }
        for (WorkIndex work = static_cast<WorkIndex>(items_.size()); work-- > 0;) {
            if (items_[work].group && !items_[work].closes_with_children()) needs_[work].ends_at_once = false;
            needs_[work].passage |= items_[work].cancelled;
            if (items_[work].parent == no_work) continue;
            Needs& around = needs_[items_[work].parent];
            around.ends_at_once &= needs_[work].ends_at_once;
            around.passage |= needs_[work].passage;
        }
    }

    VertexIndex add(WorkIndex work, EventKind kind) {
        events_.vertices.push_back({work, kind});
        return static_cast<VertexIndex>(events_.vertices.size() - 1);
    }

    /// What a group's children follow stands before them, what follows them behind.
    void add_vertices() {
        events_.vertices.reserve(items_.size() + items_.size() / 4);
        events_.places.resize(items_.size());
        WorkIndex open = no_work;
        const auto close_until = [&](WorkIndex work) {
            while (open != no_work && items_[open].end_of_descendants <= work) {
                close_group(open);
                open = items_[open].parent;
            }
        };
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            close_until(work);
            if (items_[work].group) {
                open_group(work);
                open = work;
            } else {
                Places& at = events_.places[work];
                at.ready = at.start = at.started = add(work, EventKind::start);
                at.finish = at.end = at.ended = items_[work].rigid() ? at.start : add(work, EventKind::end);
                open_passage(work);
            }
        }
        close_until(static_cast<WorkIndex>(items_.size()));
    }

    void open_group(WorkIndex group) {
        Places& at = events_.places[group];
        at.ready = add(group, EventKind::ready);
        if (needs_[group].finish) at.finish = add(group, EventKind::finish);
        if (items_[group].opens()) at.start = add(group, EventKind::start);
        open_passage(group);
    }

    void open_passage(WorkIndex work) {
        if (!needs_[work].passage) return;
        events_.places[work].passage = static_cast<std::uint32_t>(events_.passages.size());
        Passage& passage = events_.passages.emplace_back();
        passage.start = add(work, EventKind::pass_start);
        passage.end = add(work, EventKind::pass_end);
        if (items_[work].group) return;
        passage.all_started = passage.start;
        passage.all_ended = passage.end;
    }

    void close_passage(WorkIndex group) {
        if (!items_[group].cancelled) return;
        Passage& passage = events_.passages[events_.places[group].passage];
        passage.all_started = add(group, EventKind::all_started);
        passage.all_ended = add(group, EventKind::all_ended);
    }

    void close_group(WorkIndex group) {
        Places& at = events_.places[group];
        if (!items_[group].opens()) at.start = add(group, EventKind::start);
        at.end = add(group, EventKind::end);
        at.ended = needs_[group].ends_at_once ? at.end : add(group, EventKind::ended);
        if (needs_[group].started) at.started = add(group, EventKind::started);
        close_passage(group);
    }

    void add_opening(std::span<const WorkIndex> left_out) {
        const auto within = std::find_if(outline_.edges.begin(), outline_.edges.end(),
                                         [](const Edge& edge) { return edge.kind == EdgeKind::within; });
        if (within == outline_.edges.end()) return;
        const WorkIndex group = within->from;
        if (!items_[group].group || items_[group].opens()) return;
        events_.opening = add(group, EventKind::opening);
        in_order_ = false;
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants)
            if (!items_[child].passed_over && !std::binary_search(left_out.begin(), left_out.end(), child))
                events_.opened_by.push_back(child);
    }

    void add_arcs() {
        events_.arcs.reserve(outline_.edges.size());
        for (std::uint32_t number = 0; number < outline_.edges.size(); ++number) {
            events_.arcs.push_back(arc_of(outline_.edges[number], number));
            in_order_ = in_order_ && events_.arcs.back().from < events_.arcs.back().to;
        }
    }

    Arc arc_of(const Edge& edge, std::uint32_t number) const {
        const Places& from = events_.places[edge.from];
        const Places& to = events_.places[edge.to];
        const Item& item = items_[edge.to];
        if (edge.kind == EdgeKind::relative)
            return {from_end(edge) ? from.end : from.start,
                    item.start_edge == number || item.rigid() ? to.start : to.end};
        if (edge.kind == EdgeKind::within)
            return {events_.opening != no_vertex ? events_.opening : from.start, to.ready};
        const bool circle = within_itself(outline_, edge);
        const bool ended = circle || from_end(edge);
        const VertexIndex target = !circle && bounds_end(edge) ? to.finish : to.ready;
        if (!items_[edge.from].cancelled) return {ended ? from.ended : from.started, target};
        const Passage& passage = *events_.passage(edge.from);
        return {ended ? passage.all_ended : passage.all_started, target};
    }

    // The graph is made only where the order is not plain.

    void connect(VertexIndex from, VertexIndex to) {
        if (from != no_vertex && to != no_vertex && from != to) steps_.emplace_back(from, to);
    }

    void connect(WorkIndex work) {
        const Item& item = items_[work];
        const Places& at = events_.places[work];
        connect(at.start, at.end);
        if (item.group) {
            connect(at.ready, at.start);
            connect(at.end, at.ended);
            connect(at.start, at.started);
            connect(at.finish, item.rigid() ? at.start : at.end);
        }
        if (item.parent == no_work) return;
        const Item& parent = items_[item.parent];
        const Places& around = events_.places[item.parent];
        connect(parent.opens() ? around.start : around.ready, at.ready);
        connect(around.finish, at.finish);
        if (!parent.opens()) connect(at.start, around.start);
        if (parent.closes_with_children()) connect(at.end, around.end);
        if (around.ended != around.end) connect(at.ended, around.ended);
        if (around.started != no_vertex) connect(at.started, around.started);
    }

    void connect_passage(WorkIndex work) {
        const Passage* const passage = events_.passage(work);
        if (passage == nullptr) return;
        connect(passage->start, passage->end);
        connect(passage->start, passage->all_started);
        connect(passage->end, passage->all_ended);
        if (items_[work].parent == no_work) return;
        const Passage& around = *events_.passage(items_[work].parent);
        connect(around.start, passage->start);
        connect(around.end, passage->end);
        connect(passage->all_started, around.all_started);
        connect(passage->all_ended, around.all_ended);
    }

    void sort() {
        steps_.reserve(events_.vertices.size() + events_.arcs.size() + 2 * items_.size());
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            connect(work);
            connect_passage(work);
        }
        if (events_.opening != no_vertex) {
            connect(events_.places[events_.vertices[events_.opening].work].ready, events_.opening);
            for (const WorkIndex child : events_.opened_by) connect(events_.places[child].start, events_.opening);
        }
        for (std::uint32_t edge = 0; edge < events_.arcs.size(); ++edge) {
            steps_.emplace_back(events_.arcs[edge].from, events_.arcs[edge].to);
            if (const auto arc = passing_arc(outline_, events_, edge)) steps_.emplace_back(arc->from, arc->to);
        }
        const std::size_t count = events_.vertices.size();
        events_.graph =
            Graph(boost::edges_are_unsorted_multi_pass, steps_.begin(), steps_.end(), static_cast<VertexIndex>(count));
        events_.component.resize(count);
        const VertexIndex components = boost::strong_components(
            events_.graph, boost::make_iterator_property_map(events_.component.begin(),
                                                             boost::get(boost::vertex_index, events_.graph)));
        order_by_component(components);
    }

    /// The components come numbered from the last to the first: sorts by counting, highest number first.
    void order_by_component(VertexIndex components) {
        std::vector<VertexIndex> next(components, 0);
        for (const VertexIndex component : events_.component) ++next[component];
        events_.circular.resize(components);
        for (VertexIndex component = 0; component < components; ++component)
            events_.circular[component] = next[component] > 1;
        for (const Arc& arc : events_.arcs)
            if (arc.from == arc.to) events_.circular[events_.component[arc.from]] = 1;
        VertexIndex place = 0;
        for (VertexIndex component = components; component-- > 0;) {
            const VertexIndex size = next[component];
            next[component] = place;
            place += size;
        }
        events_.order.resize(events_.vertices.size());
        for (VertexIndex vertex = 0; vertex < events_.vertices.size(); ++vertex)
            events_.order[next[events_.component[vertex]]++] = vertex;
    }

    const Outline& outline_;
    const std::vector<Item>& items_;
    EventNetwork events_;
    std::vector<Needs> needs_;
    std::vector<std::pair<VertexIndex, VertexIndex>> steps_;
    bool in_order_ = true;
};

} // namespace

std::optional<Arc> passing_arc(const Outline& outline, const EventNetwork& events, std::uint32_t edge) {
    const Edge& of = outline.edges[edge];
    const Passage* const passage = events.passage(of.to);
    if (passage == nullptr || of.kind == EdgeKind::relative) return std::nullopt;
    return Arc{events.arcs[edge].from, bounds_end(of) && !within_itself(outline, of) ? passage->end : passage->start};
}

EventNetwork make_events(const Outline& outline) {
    EventNetwork events = Layout(outline).make({});
    if (events.opening == no_vertex || !events.waits_for_itself(events.opening)) return events;
    // Work inside that waits for the rollout does not open what the rollout waits for.
    std::vector<WorkIndex> left_out;
    for (const WorkIndex child : events.opened_by)
        if (events.component[events.places[child].start] == events.component[events.opening]) left_out.push_back(child);
    return left_out.empty() ? std::move(events) : Layout(outline).make(left_out);
}

} // namespace planc
