// Shows what waits for itself as a path of dependencies.
#pragma once

#include "schedule/events.h"

namespace planc {

/// One short cycle of every strongly connected component, ordered by place.
std::vector<Cycle> find_cycles(const Plan& plan, const Outline& outline, const EventNetwork& events);

} // namespace planc
