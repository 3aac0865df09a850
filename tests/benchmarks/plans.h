// Plans of any size, for the benchmark.
#pragma once

#include <cstddef>
#include <string>

namespace planc::bench {

/// A clean plan of `tasks` tasks in phases of up to 50, each task with an owner, a length, and two predecessors where
/// there are two before it. The same plan every time; `seed` makes another one.
std::string make_plan(std::size_t tasks, unsigned seed);

/// A clean plan of that many tasks in which work says everything it can, with a tenth as many of everything beside it.
std::string make_full_plan(std::size_t tasks);

/// People alone, of about so many bytes, to be included.
std::string make_people(std::size_t bytes);

} // namespace planc::bench
