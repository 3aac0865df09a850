// The two passes over the events: forward for when things happen, backward for how late they could.
#pragma once

#include "schedule/events.h"

namespace planc {

/// Fills `work` but for `latest`, `slack` and `critical`, and the window.
void pass_forward(const Plan& plan, const Outline& outline, const EventNetwork& events, Schedule& schedule);

/// Fills `latest`, `slack` and `critical`; the forward pass must be over.
void pass_backward(const Plan& plan, const Outline& outline, const EventNetwork& events, Schedule& schedule);

} // namespace planc
