// The list of all rules, and running them.
#pragma once

#include "rules/rule.h"

#include <functional>
#include <span>

namespace planc {

/// Every rule, by group, in the order of the documentation.
std::span<const Rule* const> all_rules();

/// Null if there is none of this name.
const Rule* find_rule(std::string_view name);

/// Whether what this rule finds is told whatever else is asked for: of what cannot be read nothing is known.
bool is_always_told(std::string_view rule);

/// The names of all rules, in their order.
std::vector<std::string_view> rule_names();

/// What to say of a name that no rule has: the nearest one, or where all of them are listed.
std::string hint_for_rule(std::string_view name);

/// Runs every rule over a plan; `after`, if there is one, is called after each that has a check.
void run_rules(const Analysis& analysis, Diagnostics& diagnostics, const std::function<void(const Rule&)>& after = {});

/// Runs the rules that look at a part of plans by itself: at its texts, and how its people are reached.
void run_part_rules(const Analysis& analysis, Diagnostics& diagnostics);

/// What the rules look at, with what several of them would work out.
Analysis analyse(const Files& files, const Plan& plan, const Schedule& schedule, const Configuration& configuration,
                 std::optional<Instant> as_of);

} // namespace planc
