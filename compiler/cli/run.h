// The whole program, apart from the machine it runs on.
#pragma once

#include "host/host.h"

#include <string>
#include <vector>

namespace planc {

/// Exit codes of the program.
inline constexpr int exit_clean = 0;    ///< nothing found, or nothing that fails
inline constexpr int exit_findings = 1; ///< findings at the level of --fail-on or above
inline constexpr int exit_usage = 2;    ///< wrong use, or something could not be read or written
inline constexpr int exit_fault = 3;    ///< a fault of planc

/// Runs one command; `arguments` without the program's name.
int run(const std::vector<std::string>& arguments, Host& host);

} // namespace planc
