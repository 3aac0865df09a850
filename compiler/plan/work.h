// Everything that takes place in time: phases, tasks, steps, rollout stages and milestones, in one list.
#pragma once

#include "plan/value.h"

#include <limits>

namespace planc {

/// A place in `Plan::work`.
using WorkIndex = std::uint32_t;
inline constexpr WorkIndex no_work = std::numeric_limits<WorkIndex>::max();

enum class WorkKind : std::uint8_t { phase, task, step, stage, milestone };
enum class Status : std::uint8_t { planned, active, done, blocked, cancelled };
enum class DependencyType : std::uint8_t { finish_to_start, start_to_start, finish_to_finish, start_to_finish };

/// `depends_on`: this work waits for `on`.
struct Dependency {
    Reference on;
    DependencyType type = DependencyType::finish_to_start;
    Duration lag; ///< may be negative (a lead)
    Span span;    ///< the whole entry
};

/// A level in words, of a risk or of how soon something is wanted.
enum class Level : std::uint8_t { low, medium, high, critical };

/// `1w..2w`; equal where one length is written.
struct DurationRange {
    Duration least;
    Duration most;
};

/// How long a review by others takes: as written, or as the configuration has it under a name.
struct LeadTimeOfWork {
    Text name; ///< not given where the time is written
    Located<DurationRange> time;
    Span span;
};

/// What most work does not say of itself; kept apart, so that a large plan stays small.
struct WorkDetails {
    Text verify; ///< steps: how to see that it worked
    Text expect; ///< steps: what is seen then
    Text run;    ///< steps: commands to type, shown and never executed
    Located<Level> priority;
    Located<DurationRange> estimate;
    std::vector<LeadTimeOfWork> lead_time; ///< none or one: little work has any
    Located<double> progress;              ///< percent, 0 to 100
    std::vector<Text> deliverables;
    std::vector<Text> tools;
    Text notes; ///< Markdown

    bool given() const {
        return verify.given() || expect.given() || run.given() || priority.given() || estimate.given() ||
               !lead_time.empty() || progress.given() || !deliverables.empty() || !tools.empty() || notes.given();
    }
};

inline constexpr std::uint32_t no_details = std::numeric_limits<std::uint32_t>::max();

/// One piece of work. Children follow their parent in `Plan::work`, so that a parent with all its descendants is
/// the half-open range [its index, `end_of_descendants`).
struct Work {
    WorkKind kind = WorkKind::task;
    bool id_written = false;
    Located<Status> status;
    Flag sequence; ///< the children follow one another
    Text id;       ///< always there: `import.3` where none is written; then the span is that of the title or entry
    Text title; ///< of a step: its `do`
    Reference owner;
    WrittenInstant start;
    WrittenInstant end; ///< of a milestone: its date
    WrittenDuration duration;
    std::vector<Dependency> depends_on;
    std::uint32_t details = no_details; ///< place in `Plan::details`; read it by `Plan::details_of`
    WorkIndex parent = no_work;
    WorkIndex end_of_descendants = 0;
    std::uint32_t number = 0; ///< place among the siblings of its kind, from 1
    Span span;                ///< the whole entry
};

} // namespace planc
