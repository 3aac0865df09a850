// When everything takes place: inferred dates, slack, critical path, cycles.
#pragma once

#include "diagnostics/diagnostic.h"
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace planc {

/// Why one piece of work waits for another.
enum class EdgeKind : std::uint8_t {
    depends_on, ///< written in `depends_on`
    relative,   ///< a relative `start`, `end` or `date`
    sequence,   ///< the one before in a group with `sequence: true`
    rollout,    ///< the stage before
    within,     ///< the rollout's first stage waits for the start of the work it happens `within`
    part_of,    ///< only in a `Cycle`: `to` is a child of `from`, and waits with it
    contains,   ///< only in a `Cycle`: `from` is a child of `to`, which begins and ends with its children
};

/// `to` waits for `from`. On groups; the schedule lets a group's edges hold for all its children. Relative times are
/// kept by construction: a date of a milestone stands for the whole day, so `lag` alone does not give the instant.
struct Edge {
    WorkIndex from = no_work;
    WorkIndex to = no_work;
    DependencyType type = DependencyType::finish_to_start;
    EdgeKind kind = EdgeKind::depends_on;
    Duration lag;
    /// Where the dependency is written; for `sequence` and `rollout` the id of `to`; for parts the child's id.
    Span span;
};

/// When one piece of work takes place.
struct Planned {
    /// False where nothing fixes it, or where it waits for a cycle; then the rest says nothing. A group in a cycle
    /// keeps dates of its own that do not wait for it.
    bool dated = false;
    bool whole_days = false; ///< both ends are local midnights: show dates, the end inclusive; it may be no time long
    bool critical = false;   ///< no slack, and on a longest chain to the end of the plan; never where it is cancelled
    bool start_written = false; ///< the start comes from a written start (or written end and duration)
    /// For a milestone with a date: [begin, begin) at the end of its date's day, or at its clock time. The end lies
    /// before the begin where that is written, or where a written end comes before the work can start.
    Interval span;
    /// What its dependencies and its groups' alone would allow, seen from where their other ends now lie; the begin of
    /// the window if it has none.
    Instant earliest_start;
    /// How late it could be without delaying the end of the plan, which is that of the last work that is not cancelled.
    /// Of cancelled work `span`, but where the times of others count from it.
    Interval latest;
    std::int64_t slack = 0; ///< minutes from span.begin to latest.begin; negative where a written date cannot be kept
};

/// Edges that form a circle: each edge's `to` is the next one's `from`, the last one's `to` the first one's `from`.
using Cycle = std::vector<Edge>;

struct Schedule {
    std::vector<Planned> work;        ///< as Plan::work
    std::vector<Edge> edges;          ///< of the plan, without those to unknown ids
    std::vector<Cycle> cycles;        ///< each once, in the order of their first place in the file
    Interval window;                  ///< from the first start to the last end of everything dated; empty if nothing is
    std::optional<Interval> declared; ///< the plan's own start and end, where both can be placed
    Diagnostics findings;             ///< bad-value: local times that do not exist or exist twice
};

Schedule make_schedule(const Plan& plan);

/// For each piece of work, whether it will not be done: it or a group around it is cancelled, or all in it and it says
/// neither its time nor its status. A rollout stage is more than its steps.
std::vector<bool> cancelled_work(const Plan& plan);

/// True for a time counted from the plan's anchor, as `T+3d`: it says when, not what has to come first.
bool counts_from_anchor(const Plan& plan, const Edge& edge);

/// Where a written instant lies, once the work is scheduled; nothing if it is relative to something undated or unknown.
/// A bare date is the start of its day, or the end of it with `inclusive_end`. `beside` places a clock time: the next
/// such time after it.
std::optional<Instant> place(const WrittenInstant& written, const Plan& plan, const Schedule& schedule,
                             bool inclusive_end = false, std::optional<Instant> beside = {});

/// For --dump=schedule: one line a piece of work, with dates, slack and `*` where critical.
std::string dump(const Schedule& schedule, const Plan& plan);

} // namespace planc
