// Which rules there are: one line each, by group, in the order of the documentation.
#pragma once

#include "rules/rule.h"

#define PLANC_RULES(RULE)                                                                                              \
    RULE(dependency_cycle)                                                                                             \
    RULE(early_start)                                                                                                  \
    RULE(same_day_handoff)                                                                                             \
    RULE(redundant_dependency)                                                                                         \
    RULE(isolated_work)                                                                                                \
    RULE(done_before_dependency)                                                                                       \
    RULE(missing_owner)

namespace planc::rules {

#define PLANC_DECLARE(rule) extern const Rule rule;
PLANC_RULES(PLANC_DECLARE)
#undef PLANC_DECLARE

} // namespace planc::rules
