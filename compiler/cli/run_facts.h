// What formats for other programs say of a run beside its findings.
#pragma once

#include "cli/report.h"
#include "diagnostics/run_facts.h"

namespace planc {

/// Paths are from the nearest folder, from the current one upward, that holds `.git`; without one, from the folder that
/// GITHUB_WORKSPACE or CI_PROJECT_DIR names, if that is above, or the current one. A link keeps its name.
RunFacts facts_of(const Report& report, const CheckOptions& options, Host& host);

} // namespace planc
