// The graph of events: what begins and ends, and in which order it can be worked out.
#pragma once

#include "schedule/outline.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>

namespace planc {

/// What happens at a vertex. A leaf has a start and an end; the others are of groups, and keep the graph linear in size
/// where a dependency holds for all children.
enum class EventKind : std::uint8_t {
    ready,   ///< what its children and itself may start after
    finish,  ///< what its children and itself may end after
    start,   ///< it starts; of a leaf with `rigid` also: it ends
    end,     ///< it ends
    ended,   ///< it and all below it have ended
    started, ///< it and all below it have started
    opening, ///< the first child starts that does not wait for the rollout itself
    // Of cancelled work, and of the groups around it, whatever their own times are:
    pass_start,  ///< all is over that it may not start before
    pass_end,    ///< all is over that it may not end before
    all_started, ///< of a cancelled group: the same for it and all below it
    all_ended,
};

using VertexIndex = std::uint32_t;
inline constexpr VertexIndex no_vertex = std::numeric_limits<VertexIndex>::max();
inline constexpr std::uint32_t no_passage = std::numeric_limits<std::uint32_t>::max();

struct Vertex {
    WorkIndex work = no_work;
    EventKind kind = EventKind::start;
};

/// Where a piece of work is in the graph. Vertices that a piece does without are another one's, or `no_vertex`.
struct Places {
    VertexIndex ready = no_vertex;  ///< leaf: start
    VertexIndex finish = no_vertex; ///< leaf: start or end; group: only if something bounds its end
    VertexIndex start = no_vertex;
    VertexIndex end = no_vertex;     ///< rigid leaf: start
    VertexIndex ended = no_vertex;   ///< leaf, and group that ends with its children: end
    VertexIndex started = no_vertex; ///< leaf: start; group: only if something waits for it
    std::uint32_t passage =
        no_passage; ///< place in `EventNetwork::passages`; of cancelled work and the groups around it
};

/// What waits for cancelled work waits for what that would have waited for: the events by which it does.
struct Passage {
    VertexIndex start = no_vertex;
    VertexIndex end = no_vertex;
    VertexIndex all_started = no_vertex; ///< leaf: start; not of groups that are not cancelled
    VertexIndex all_ended = no_vertex;   ///< leaf: end; not of groups that are not cancelled
};

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                 boost::no_property, VertexIndex, VertexIndex>;

/// The arc of the graph that an edge of the plan is.
struct Arc {
    VertexIndex from = no_vertex;
    VertexIndex to = no_vertex;

    bool operator==(const Arc&) const = default;
};

struct EventNetwork {
    std::vector<Vertex> vertices; ///< in an order that is topological where each piece of work waits for earlier ones
    std::vector<Places> places;   ///< as the work
    std::vector<Passage> passages;
    std::vector<Arc> arcs; ///< as the edges of the outline
    VertexIndex opening = no_vertex;
    std::vector<WorkIndex> opened_by;   ///< children whose start counts for the opening
    std::vector<VertexIndex> order;     ///< topological but for circles; empty if that of the vertices is
    std::vector<VertexIndex> component; ///< strongly connected components, in reverse topological order; or empty
    std::vector<std::uint8_t> circular; ///< by component: its events wait for themselves
    Graph graph;                        ///< from what is known first to what follows from it; or empty

    /// Of cancelled work and the groups around it, else null.
    const Passage* passage(WorkIndex work) const {
        const std::uint32_t number = places[work].passage;
        return number == no_passage ? nullptr : &passages[number];
    }
    bool waits_for_itself(VertexIndex vertex) const { return !order.empty() && circular[component[vertex]] != 0; }
};

EventNetwork make_events(const Outline& outline);

/// A group and what it holds, or a piece of work and itself: one cannot wait for the other, whatever the type.
bool within_itself(const Outline& outline, const Edge& edge);

/// The arc by which the passage of what an edge leads to waits as well; nothing if it has none, or does not.
std::optional<Arc> passing_arc(const Outline& outline, const EventNetwork& events, std::uint32_t edge);

} // namespace planc
