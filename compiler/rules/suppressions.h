// What a plan asks not to be told, in comments beside the place: `# planc: allow missing-owner -- why`.
#pragma once

#include "rules/rule.h"
#include "syntax/tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace planc {

/// One rule in one such comment.
struct Suppression {
    const Rule* rule = nullptr;
    Span named;        ///< the rule's name in the comment
    Span comment;      ///< all of it, from the `#`
    Span covers;       ///< the bytes whose findings are not told: a line, an item, or the file
    bool only = false; ///< whether the comment names no other rule
};

/// The suppressions of one file, in order. A comment at the end of a line is about the line; one above an item about
/// all of the item; `allow-file` about the file. What is none as it should be is reported (rule `unused-suppression`).
std::vector<Suppression> read_suppressions(const Tree& tree, const Files& files, Diagnostics& diagnostics);

/// Takes out what is suppressed: findings that begin in a covered place. Gives the suppressions that suppressed
/// nothing.
std::vector<Suppression> suppress(const std::vector<Suppression>& suppressions, Diagnostics& findings);

/// Reports suppressions that suppress nothing (rule `unused-suppression`).
void report_unused(const std::vector<Suppression>& unused, const Files& files, Diagnostics& diagnostics);

} // namespace planc
