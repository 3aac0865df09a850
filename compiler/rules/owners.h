// Everything that is owned by somebody, and how people can be reached.
#pragma once

#include "rules/rule.h"

#include <functional>
#include <string_view>

namespace planc {

/// Calls `visit(owner)` for every owner written anywhere in the plan, in the order of the language.
void for_each_owner(const Plan& plan, const std::function<void(const Reference& owner)>& visit);

/// True if somebody who answers for this owner (a person or role) has a telephone number or an address, or there is
/// no such person or role.
bool reachable(const Plan& plan, std::string_view owner);

} // namespace planc
