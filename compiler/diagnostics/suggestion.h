// "Did you mean …": the nearest known name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// The candidate nearest to `word` by Damerau-Levenshtein distance (optimal string alignment), if one is near enough
/// to be meant: at most a third of the longer word's characters, at least one. Ties go to the first. Empty if none.
/// Case, `-` and `_` differences cost nothing.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// "did you mean `x`?" for the nearest candidate, or an empty text.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

} // namespace planc
