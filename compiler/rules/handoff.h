// Whether a dependency is kept by the dates that were written.
#pragma once

#include "rules/rule.h"

#include <optional>

namespace planc {

/// A dependency that written dates break.
struct Handoff {
    WorkIndex culprit = no_work; ///< the work that begins (or ends) too early: `to`, or the child of it that does
    Instant allowed;             ///< the earliest that the dependency allows
    Instant actual;              ///< what is planned; before `allowed`
    bool ends = false;           ///< the culprit's end is bound, not its start
    bool after_start = false;    ///< it waits for the start of `from`, not its end
    bool same_day = false;       ///< whole days: one ends on the day on which the other begins, and nothing worse
};

/// Nothing if the dependency is kept, or cannot be judged: undated or cancelled work, milestones (missed-milestone),
/// rollout order (overlapping-stages).
std::optional<Handoff> broken_handoff(const Analysis& analysis, const Edge& edge);

} // namespace planc
