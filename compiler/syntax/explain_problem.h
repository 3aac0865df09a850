// What yaml-cpp met, in words: the errors whose cause is where it stopped.
#pragma once

#include "syntax/explain.h"

#include <cstddef>
#include <string_view>

namespace planc {

/// Explains an error that yaml-cpp names precisely enough; false if it is not one of those.
bool explain_problem(const Reading& reading, std::size_t at, std::string_view problem);

/// Explains by the place: which brackets and lines are open, and what stands at `at` instead of what is expected there.
void explain_place(const Reading& reading, std::size_t at, std::string_view problem, std::string_view expected);

} // namespace planc
