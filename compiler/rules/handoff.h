// Whether the dependencies are kept by the dates that were written.
#pragma once

#include "rules/rule.h"

#include <span>
#include <vector>

namespace planc {

/// A dependency that written dates break.
struct Handoff {
    /// How sure it is that the dates contradict each other.
    enum class Kind : std::uint8_t {
        broken,     ///< they do
        doubtful,   ///< one ends with a day, the other begins by the clock on that day
        shared_day, ///< whole days: one ends on the day on which the other begins
    };
    Kind kind = Kind::broken;
    WorkIndex culprit = no_work; ///< the work that begins (or ends) too early: `to`, or the child of it that does
    const Edge* edge = nullptr;
    Instant allowed;          ///< the earliest that the dependency allows
    Instant actual;           ///< what is planned; before `allowed`
    bool ends = false;        ///< the culprit's end is bound, not its start
    bool after_start = false; ///< it waits for the start of `from`, not its end
};

/// Every dependency that is not kept, those of one culprit together, the worst of them first. Left out is what cannot
/// be judged (undated, cancelled) and what other rules tell: milestones, and the order of the rollout's stages.
std::vector<Handoff> broken_handoffs(const Analysis& analysis);

/// Calls `visit(handoffs)` with those of one culprit at a time.
template <class Visit>
void for_each_culprit(std::span<const Handoff> handoffs, Visit visit) {
    while (!handoffs.empty()) {
        std::size_t count = 1;
        while (count < handoffs.size() && handoffs[count].culprit == handoffs[0].culprit &&
               handoffs[count].ends == handoffs[0].ends)
            ++count;
        visit(handoffs.first(count));
        handoffs = handoffs.subspan(count);
    }
}

} // namespace planc
