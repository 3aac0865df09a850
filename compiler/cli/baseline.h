// The baseline: what was found before, and is not told again.
#pragma once

#include "cli/report.h"

#include <string>
#include <vector>

namespace planc {

/// Takes the findings out of the report that the baseline in `options.baseline` knows, and adds what is wrong with it,
/// with entries that no longer apply (rule `unused-suppression`, info). `checked` are the plans that were read to their
/// end. Gives why it cannot be read, ready to be shown; empty if it can.
std::string apply_baseline(const CheckOptions& options, const std::vector<std::string>& checked, Host& host,
                           Report& report);

/// Writes a baseline of the report's findings to `options.write_baseline`; what an old one there says of files that
/// were not checked, and of rules that were not chosen, stays. Gives why it cannot, ready to be shown; empty if it can.
std::string write_baseline(const CheckOptions& options, const std::vector<std::string>& checked, Host& host,
                           const Report& report);

/// Whichever of the two is asked for, if one is.
std::string use_baseline(const CheckOptions& options, const std::vector<std::string>& checked, Host& host,
                         Report& report);

} // namespace planc
