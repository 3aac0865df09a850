// Shortest paths inside strongly connected components, told as dependencies.
#include "schedule/cycles.h"

#include <algorithm>

namespace planc {
namespace {

/// So many edges of a component are tried as the first one of its cycle; the shortest wins.
constexpr std::size_t tries = 8;

class Finder {
public:
    Finder(const Plan& plan, const Outline& outline, const EventNetwork& events)
        : plan_(plan), outline_(outline), events_(events) {}

    std::vector<Cycle> find() {
        std::vector<Cycle> cycles;
        if (std::find(events_.circular.begin(), events_.circular.end(), 1) == events_.circular.end()) return cycles;
        before_.resize(events_.vertices.size(), no_vertex);
        const std::vector<Way> ways = ways_in_circles();
        for (std::size_t begin = 0; begin < ways.size();) {
            std::size_t end = begin;
            while (end < ways.size() && component(ways[end]) == component(ways[begin])) ++end;
            Cycle best;
            for (std::size_t i = begin; i < end && i < begin + tries; ++i) {
                Cycle cycle = shortest_through(ways[i]);
                if (best.empty() || cycle.size() < best.size()) best = std::move(cycle);
            }
            cycles.push_back(from_first_place(std::move(best)));
            begin = end;
        }
        std::stable_sort(cycles.begin(), cycles.end(),
                         [](const Cycle& a, const Cycle& b) { return a.front().span < b.front().span; });
        return cycles;
    }

private:
    /// An edge with one of its arcs.
    struct Way {
        std::uint32_t edge = no_edge;
        Arc arc;
    };

    VertexIndex component(const Way& way) const { return events_.component[way.arc.to]; }

    /// By component, then by place.
    std::vector<Way> ways_in_circles() const {
        std::vector<Way> ways;
        const auto add = [&](std::uint32_t edge, Arc arc) {
            if (events_.component[arc.from] == events_.component[arc.to] && events_.waits_for_itself(arc.to))
                ways.push_back({edge, arc});
        };
        for (std::uint32_t edge = 0; edge < outline_.edges.size(); ++edge) {
            add(edge, events_.arcs[edge]);
            if (const auto arc = passing_arc(outline_, events_, edge)) add(edge, *arc);
        }
        std::stable_sort(ways.begin(), ways.end(), [this](const Way& a, const Way& b) {
            const VertexIndex component_a = component(a);
            const VertexIndex component_b = component(b);
            return component_a != component_b ? component_a < component_b
                                              : outline_.edges[a.edge].span < outline_.edges[b.edge].span;
        });
        return ways;
    }

    /// Breadth first from the edge's end back to its beginning.
    Cycle shortest_through(const Way& way) {
        const Arc first = way.arc;
        queue_.clear();
        queue_.push_back(first.to);
        before_[first.to] = first.to;
        for (std::size_t next = 0; next < queue_.size() && before_[first.from] == no_vertex; ++next) {
            const auto [begin, end] = boost::out_edges(queue_[next], events_.graph);
            for (auto out = begin; out != end; ++out) {
                const VertexIndex to = boost::target(*out, events_.graph);
                if (events_.component[to] != events_.component[first.to] || before_[to] != no_vertex) continue;
                before_[to] = queue_[next];
                queue_.push_back(to);
            }
        }
        Cycle cycle;
        for (VertexIndex at = first.from; at != first.to; at = before_[at]) tell({before_[at], at}, cycle);
        std::reverse(cycle.begin(), cycle.end());
        cycle.push_back(outline_.edges[way.edge]);
        for (const VertexIndex vertex : queue_) before_[vertex] = no_vertex;
        return cycle;
    }

    /// The dependency an arc stands for; steps inside one piece of work are none.
    void tell(Arc step, Cycle& cycle) const {
        const WorkIndex from = events_.vertices[step.from].work;
        const WorkIndex to = events_.vertices[step.to].work;
        for (const Edge& edge : outline_.edges_of(to)) {
            const auto number = static_cast<std::uint32_t>(&edge - outline_.edges.data());
            if (edge.from != from || (events_.arcs[number] != step && passing_arc(outline_, events_, number) != step))
                continue;
            cycle.push_back(edge);
            return;
        }
        if (from == to) return;
        const bool down = outline_.items[to].parent == from;
        cycle.push_back({from,
                         to,
                         DependencyType::finish_to_start,
                         down ? EdgeKind::part_of : EdgeKind::contains,
                         {},
                         plan_.work[down ? to : from].id.span});
    }

    static bool written(const Edge& edge) { return edge.kind != EdgeKind::part_of && edge.kind != EdgeKind::contains; }

    static Cycle from_first_place(Cycle cycle) {
        const auto first = std::min_element(cycle.begin(), cycle.end(), [](const Edge& a, const Edge& b) {
            return written(a) != written(b) ? written(a) : a.span < b.span;
        });
        std::rotate(cycle.begin(), first, cycle.end());
        return cycle;
    }

    const Plan& plan_;
    const Outline& outline_;
    const EventNetwork& events_;
    std::vector<VertexIndex> before_; ///< of the search; no_vertex where it has not been
    std::vector<VertexIndex> queue_;
};

} // namespace

std::vector<Cycle> find_cycles(const Plan& plan, const Outline& outline, const EventNetwork& events) {
    return Finder(plan, outline, events).find();
}

} // namespace planc
