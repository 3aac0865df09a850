// What a configuration makes of the rules.
#pragma once

#include "rules/rule.h"

namespace planc {

/// Reports settings of rules that do not exist, options that a rule does not have, and levels of what is always told.
/// Rules: unknown-key, bad-value.
void check_rule_settings(const Configuration& configuration, Diagnostics& diagnostics);

/// Gives findings the level that the configuration gives their rule, and drops those of rules that are off.
void apply_levels(const Configuration& configuration, Diagnostics& findings);

} // namespace planc
