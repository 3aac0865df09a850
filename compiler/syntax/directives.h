// What may stand before and beside the nodes and means nothing in a plan: directives and tags.
#pragma once

#include "syntax/cursor.h"
#include "syntax/report.h"
#include "syntax/tree.h"

#include <cstddef>

namespace planc {

/// Walks over the directives at the head of a file; any but `%YAML 1.x` is an error.
void check_directives(const SyntaxReport& report, Cursor& cursor);

/// Reports the tag at [begin, end) unless it is `!!str`, `!!seq` or `!!map` on a node of that kind.
void check_tag(const SyntaxReport& report, std::size_t begin, std::size_t end, NodeKind kind);

} // namespace planc
