// All stages on one file, from its text to its findings.
#pragma once

#include "binding/bind.h"
#include "cli/includes.h"
#include "cli/timings.h"
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
    bool complete = true; ///< false if a part of the plan could not be read
    std::optional<Instant> as_of;
    const Settings* settings = nullptr; ///< what holds for the plan
    std::optional<std::string> mended;  ///< the plan's text with its fixes made, if any were
    std::string unmended;               ///< what it was before
    std::size_t fixes = 0;
    std::size_t refused = 0; ///< fixes that were not made, because something would be worse then
};

/// A plan to be compiled.
struct Source {
    std::string path; ///< where it lies, so that what it includes is found
    std::string name; ///< how findings call it
    std::string text;
    bool with_places = false; ///< whether findings are to know their place
};

/// `as_of` is placed in the plan's own zone. `record` is the path of a file whose keys join those of the plan; empty
/// for none. `shared` must outlive the compilation. `timed` is told what takes the time, if there is one.
std::unique_ptr<Compilation> compile(Source source, const std::string& record, const WrittenInstant& as_of,
                                     SharedFiles& shared, Watch* timed = nullptr);

} // namespace planc
