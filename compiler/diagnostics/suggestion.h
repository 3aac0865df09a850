// "Did you mean …": the nearest known name.
#pragma once

#include "diagnostics/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// The candidate nearest to `word` by Damerau-Levenshtein distance (optimal string alignment), if one is near enough
/// to be meant: at most a third of the longer word's characters, at least one, and never all of them. Ties go to the
/// first. Empty if none. Differences of ASCII case, of `-` and `_`, and of full-width and plain letters cost nothing.
/// Cost: candidates of an unfitting length take about a nanosecond, others 20 to 200; only the first 10,000 of these
/// are looked at, and words of more than 100 characters have no nearest one. With thousands of words to ask for, ask
/// for the first hundreds only.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "write `x`".
std::string write_instead(std::string_view text);

/// The `x` of a help that is `write_instead` or `did_you_mean` of one name, and nothing else; empty of any other.
std::string_view literal_mend(std::string_view help);

/// Gives a finding the fix that its help says literally: in place of its span, where `written`, the bytes there, are
/// the text that the finding is about, and not an alias, a block or what escapes or several lines make it.
void add_literal_fix(Diagnostic& finding, std::string_view written);

/// "did you mean `x`?" for the nearest candidate, "did you mean `x` or `y`?" where two are as near, or an empty text.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace planc
