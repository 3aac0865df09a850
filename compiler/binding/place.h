// Where something stands in a plan, in words that stay when lines move.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"
#include "syntax/tree.h"

#include <cstdint>
#include <string>
#include <vector>

namespace planc {

/// For each byte the keys and items around it, from the outermost on: `phases/build/tasks/code/owner`. An item is
/// called by its `id`, else by its title or name, else by its number from 1; of two that are called alike, the second
/// gets `#2`. Empty outside everything. No text that overlaps one of the `hidden` spans is used as a name.
std::vector<std::string> places_of(const Node& root, const std::vector<std::uint32_t>& bytes,
                                   const std::vector<Span>& hidden);

/// Gives each finding in a file of one of these roots its `Diagnostic::place`. What the findings mask is no name.
void add_places(Diagnostics& findings, const std::vector<const Node*>& roots);

} // namespace planc
