// Files that many plans include, bound once for all of them.
#pragma once

#include "binding/ids.h"
#include "plan/configuration.h"
#include "plan/plan.h"
#include "source/file.h"
#include "syntax/tree.h"

#include <memory>
#include <vector>

namespace planc {

/// The people, roles, contacts and metrics of a file, ready to be copied into plans.
struct BoundPart {
    Plan plan;                       ///< these four lists alone
    std::vector<OpenReference> open; ///< to what the file itself does not declare
};

/// Binds a file that holds nothing but these four, `planc` and `include`; null if it holds more, and is to be bound
/// with each plan. Its findings are those that do not depend on the plan. `root` and `files` must outlive the part.
std::unique_ptr<const BoundPart> bind_part(const Node& root, const Files& files, std::uint32_t file,
                                           const Configuration& configuration, Diagnostics& diagnostics);

} // namespace planc
