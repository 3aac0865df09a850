// What the schedule needs of each piece of work, packed, and every dependency between them.
#pragma once

#include "schedule/schedule.h"

#include <span>

namespace planc {

/// How the length of a piece of work comes about.
enum class Length : std::uint8_t {
    open,  ///< from its start to its end; where no end is written, to the end of the last child
    fixed, ///< lasts `Item::duration`
    watch, ///< a stage with steps: `Item::duration` after the last of them
    day,   ///< a group: to the end of the last child, or one whole day where that is no time at all
};

inline constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

struct Item {
    WorkIndex parent = no_work;
    WorkIndex end_of_descendants = 0;
    std::uint32_t first_edge = 0;       ///< its edges go from here to the next item's
    std::uint32_t start_edge = no_edge; ///< of a relative start; none if it names nothing known
    std::uint32_t end_edge = no_edge;   ///< of a relative end
    WrittenInstant::Form start = WrittenInstant::Form::none;
    WrittenInstant::Form end = WrittenInstant::Form::none; ///< of a milestone: its date
    Length length = Length::open;
    bool milestone = false;
    bool group = false;
    bool cancelled = false;   ///< as `cancelled_work`
    bool passed_over = false; ///< cancelled, in a group with work that is not: the group is over without it
    bool promised = false;    ///< a milestone whose written date moves with nothing, and which waits for something
    bool end_bounded = false; ///< an edge other than that of a relative time bounds the end
    Duration duration;
    Instant start_at; ///< an absolute start
    Instant end_at;   ///< an absolute end; of a bare date the end of its day

    bool has_start() const { return start != WrittenInstant::Form::none; }
    bool has_end() const { return end != WrittenInstant::Form::none; }
    /// Start and end move together, so that what holds for the end decides the start as well.
    bool rigid() const { return !has_start() && length == Length::fixed; }
    /// Of a group: the start does not come from the children; none of them is inferred to start before it.
    bool opens() const { return has_start() || length == Length::fixed; }
    /// Of a group: the end comes from the children.
    bool closes_with_children() const { return !has_end() && length != Length::fixed; }
};

struct Outline {
    std::vector<Item> items;       ///< as Plan::work
    std::vector<Edge> edges;       ///< grouped by `to`, in the order of the work
    std::optional<Instant> origin; ///< where work begins that nothing else places

    /// The lag of an edge; what is cancelled takes it along.
    Duration lag(const Edge& edge) const { return items[edge.from].cancelled ? Duration{} : edge.lag; }

    std::span<const Edge> edges_of(WorkIndex work) const {
        const std::size_t begin = items[work].first_edge;
        const std::size_t end = work + 1 < items.size() ? items[work + 1].first_edge : edges.size();
        return {edges.data() + begin, end - begin};
    }
};

/// Findings are local times that do not exist or exist twice.
Outline make_outline(const Plan& plan, Diagnostics& findings);

/// True for edges that bound the end of their `to`.
inline bool bounds_end(const Edge& edge) {
    return edge.type == DependencyType::finish_to_finish || edge.type == DependencyType::start_to_finish;
}

/// True for edges that begin at the end of their `from`.
inline bool from_end(const Edge& edge) {
    return edge.type == DependencyType::finish_to_start || edge.type == DependencyType::finish_to_finish;
}

} // namespace planc
