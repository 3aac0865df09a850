// All stages on one file, from its text to its findings.
#pragma once

#include "binding/bind.h"
#include "schedule/schedule.h"
#include "syntax/tree.h"

#include <memory>
#include <optional>
#include <string>

namespace planc {

/// Everything the stages made of one file; the later parts look into the earlier ones.
struct Compilation {
    Files files;
    Tree tree; ///< its texts alone, which the plan refers to
    Plan plan;
    Schedule schedule;
    Diagnostics findings; ///< sorted
    std::optional<Instant> as_of;
};

/// `as_of` is placed in the plan's own zone.
std::unique_ptr<Compilation> compile(std::string name, std::string text, const WrittenInstant& as_of);

} // namespace planc
