// Lays out the events of every piece of work and finds an order in which each comes after what it follows from.
#include "schedule/events.h"

#include <algorithm>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

namespace planc {
namespace {

/// A group and what it holds, or a piece of work and itself: one cannot wait for the other.
bool holds(const Outline& outline, WorkIndex group, WorkIndex work) {
    return group <= work && work < outline.items[group].end_of_descendants;
}

bool within_itself(const Outline& outline, const Edge& edge) {
    return holds(outline, edge.from, edge.to) || holds(outline, edge.to, edge.from);
}

class Layout {
public:
    explicit Layout(const Outline& outline) : outline_(outline), items_(outline.items) {}

    Events make(std::span<const WorkIndex> left_out) {
        add_vertices();
        arcs_.reserve(events_.vertices.size() + outline_.edges.size() + 2 * items_.size());
        for (WorkIndex work = 0; work < items_.size(); ++work) connect(work);
        connect_opening(left_out);
        for (std::uint32_t number = 0; number < outline_.edges.size(); ++number) {
            const Arc arc = arc_of(outline_.edges[number], number, outline_, events_);
            connect(arc.from, arc.to);
        }
        events_.graph = Graph(boost::edges_are_unsorted_multi_pass, arcs_.begin(), arcs_.end(),
                              static_cast<VertexIndex>(events_.vertices.size()));
        sort();
        return std::move(events_);
    }

private:
    struct Needs {
        bool finish = false;       ///< something bounds the end of the group or of one around it
        bool started = false;      ///< something waits for all of the group to start
        bool ends_at_once = false; ///< the group's end is the end of all below it
    };

    std::vector<Needs> needs() const {
        std::vector<Needs> all(items_.size());
        for (const Edge& edge : outline_.edges) {
            if (edge.kind == EdgeKind::relative || edge.kind == EdgeKind::within) continue;
            if (bounds_end(edge)) all[edge.to].finish = true;
            if (!from_end(edge)) all[edge.from].started = true;
        }
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            if (items_[work].parent == no_work) continue;
            all[work].finish |= all[items_[work].parent].finish;
            all[work].started |= all[items_[work].parent].started;
        }
        for (auto& need : all) need.ends_at_once = true;
        for (WorkIndex work = static_cast<WorkIndex>(items_.size()); work-- > 0;) {
            if (items_[work].group && !items_[work].closes_with_children()) all[work].ends_at_once = false;
            if (!all[work].ends_at_once && items_[work].parent != no_work)
                all[items_[work].parent].ends_at_once = false;
        }
        return all;
    }

    VertexIndex add(WorkIndex work, EventKind kind) {
        events_.vertices.push_back({work, kind});
        return static_cast<VertexIndex>(events_.vertices.size() - 1);
    }

    void add_vertices() {
        const std::vector<Needs> all = needs();
        events_.vertices.reserve(items_.size() * 2);
        events_.places.resize(items_.size());
        for (WorkIndex work = 0; work < items_.size(); ++work) {
            const Item& item = items_[work];
            Places& at = events_.places[work];
            if (item.group) {
                at.ready = add(work, EventKind::ready);
                if (all[work].finish) at.finish = add(work, EventKind::finish);
                at.start = add(work, EventKind::start);
                at.end = add(work, EventKind::end);
                at.ended = all[work].ends_at_once ? at.end : add(work, EventKind::ended);
                if (all[work].started) at.started = add(work, EventKind::started);
            } else {
                at.ready = at.start = at.started = add(work, EventKind::start);
                at.finish = at.end = at.ended = item.rigid() ? at.start : add(work, EventKind::end);
            }
        }
    }

    void connect(VertexIndex from, VertexIndex to) {
        if (from != no_vertex && to != no_vertex) arcs_.emplace_back(from, to);
    }

    void connect(WorkIndex work) {
        const Item& item = items_[work];
        const Places& at = events_.places[work];
        if (at.end != at.start) connect(at.start, at.end);
        if (item.group) {
            connect(at.ready, at.start);
            if (at.ended != at.end) connect(at.end, at.ended);
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
        connect(at.started, around.started);
    }

    void connect_opening(std::span<const WorkIndex> left_out) {
        const auto within = std::find_if(outline_.edges.begin(), outline_.edges.end(),
                                         [](const Edge& edge) { return edge.kind == EdgeKind::within; });
        if (within == outline_.edges.end()) return;
        const WorkIndex group = within->from;
        if (!items_[group].group || items_[group].opens()) return;
        events_.opening = add(group, EventKind::opening);
        connect(events_.places[group].ready, events_.opening);
        for (WorkIndex child = group + 1; child < items_[group].end_of_descendants;
             child = items_[child].end_of_descendants) {
            if (std::binary_search(left_out.begin(), left_out.end(), child)) continue;
            events_.opened_by.push_back(child);
            connect(events_.places[child].start, events_.opening);
        }
    }

    void sort() {
        const std::size_t count = events_.vertices.size();
        events_.component.resize(count);
        const VertexIndex components = boost::strong_components(
            events_.graph, boost::make_iterator_property_map(events_.component.begin(),
                                                             boost::get(boost::vertex_index, events_.graph)));
        // The components come numbered from the last to the first: sort by counting, highest number first.
        std::vector<VertexIndex> next(components + std::size_t{1}, 0);
        for (const VertexIndex component : events_.component) ++next[component];
        events_.circular.resize(components);
        for (VertexIndex component = 0; component < components; ++component)
            events_.circular[component] = next[component] > 1;
        for (const auto& [from, to] : arcs_)
            if (from == to) events_.circular[events_.component[from]] = 1;
        VertexIndex place = 0;
        for (VertexIndex component = components; component-- > 0;) {
            const VertexIndex size = next[component];
            next[component] = place;
            place += size;
        }
        events_.order.resize(count);
        for (VertexIndex vertex = 0; vertex < count; ++vertex)
            events_.order[next[events_.component[vertex]]++] = vertex;
    }

    const Outline& outline_;
    const std::vector<Item>& items_;
    Events events_;
    std::vector<std::pair<VertexIndex, VertexIndex>> arcs_;
};

} // namespace

Arc arc_of(const Edge& edge, std::uint32_t number, const Outline& outline, const Events& events) {
    const Places& from = events.places[edge.from];
    const Places& to = events.places[edge.to];
    const Item& item = outline.items[edge.to];
    if (edge.kind == EdgeKind::relative)
        return {from_end(edge) ? from.end : from.start, item.start_edge == number || item.rigid() ? to.start : to.end};
    if (edge.kind == EdgeKind::within) {
        const bool opening = events.opening != no_vertex && events.vertices[events.opening].work == edge.from;
        return {opening ? events.opening : from.start, to.ready};
    }
    if (within_itself(outline, edge)) return {from.ended, to.ready};
    return {from_end(edge) ? from.ended : from.started, bounds_end(edge) ? to.finish : to.ready};
}

Events make_events(const Outline& outline) {
    Events events = Layout(outline).make({});
    if (events.opening == no_vertex || !events.waits_for_itself(events.opening)) return events;
    // Work inside that waits for the rollout does not open what the rollout waits for.
    std::vector<WorkIndex> left_out;
    for (const WorkIndex child : events.opened_by)
        if (events.component[events.places[child].start] == events.component[events.opening]) left_out.push_back(child);
    return left_out.empty() ? std::move(events) : Layout(outline).make(left_out);
}

} // namespace planc
