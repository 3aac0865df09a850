// Everything that is owned by somebody, and how people can be reached.
#pragma once

#include "rules/rule.h"

#include <functional>
#include <string_view>
#include <vector>

namespace planc {

/// Calls `visit(owner)` for every owner written anywhere in the plan, in the order of the language.
void for_each_owner(const Plan& plan, const std::function<void(const Reference& owner)>& visit);

/// Everybody who may do what one owner has to do.
struct Candidates {
    bool known = false; ///< false if there may be others, or nobody at all
    std::vector<const Person*> people;
};

/// The people of an owner (a person or role) and those who stand in for them, and again for those.
Candidates candidates_of(const Plan& plan, std::string_view owner);

/// True if somebody who answers for this owner (a person or role) has a telephone number or an address, or there is
/// no such person or role.
bool reachable(const Plan& plan, std::string_view owner);

} // namespace planc
