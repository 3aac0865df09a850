// What findings are recognised by from run to run.
#pragma once

#include "diagnostics/diagnostic.h"

#include <string>
#include <vector>

namespace planc {

/// For each finding the SHA-256 of its rule, its file and its place there (`Diagnostic::place`): it stays when lines
/// move, when other findings go and when the message changes. Of those alike, the second has a number in it, and so on;
/// which is which does not depend on the order of the findings. `paths` are those of the files, by their number.
std::vector<std::string> fingerprints_of(const Diagnostics& findings, const std::vector<std::string>& paths);

} // namespace planc
