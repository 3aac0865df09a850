// Comparing the rollout's stages with the ones before them.
#pragma once

#include "rules/rule.h"

#include <string>

namespace planc {

/// `5 %`, `2 to 5 %`, `500 to 1000`.
std::string range_text(const NumberRange& range, std::string_view unit);

/// Calls `visit(before, after)` for each stage and the nearest before it that is not cancelled either.
template <class Visit>
void for_each_step_up(const Plan& plan, Visit visit) {
    const Stage* before = nullptr;
    for (const Stage& stage : plan.rollout.stages) {
        if (plan.work[stage.work].status.value == Status::cancelled) continue;
        if (before != nullptr) visit(*before, stage);
        before = &stage;
    }
}

} // namespace planc
