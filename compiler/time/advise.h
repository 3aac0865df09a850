// Advice on each kind of mistaken time; the explanations are made of it.
#pragma once

#include "time/loose_moment.h"

#include <optional>

namespace planc {

// Each looks at bytes [begin, end) of the plain text and always has something to say; `written` is empty in the advice
// if what was meant cannot be told. The stretch may also be right as it is: then `written` is the stretch.

Advice advise_duration(const Plain& plain, std::size_t begin, std::size_t end);

/// On a date or clock time; nothing if the stretch does not begin like one.
std::optional<Advice> advise_moment(const Plain& plain, std::size_t begin, std::size_t end, Expected expected);

/// On a time that counts from an id; nothing if the stretch is not like one.
std::optional<Advice> advise_relative(const Plain& plain, std::size_t begin, std::size_t end);

} // namespace planc
