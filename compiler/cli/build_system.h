// What build systems are told of a build: which files it makes, and what it read for them.
#pragma once

#include "cli/build_places.h"
#include "cli/compile.h"
#include "cli/depfile.h"
#include "cli/inputs.h"
#include "host/host.h"

#include <string>
#include <vector>

namespace planc {

/// All files that were read for a plan: itself, what it includes, the record, the configuration, templates of the
/// user's own. As the user named them, or from the current folder; of a plan with an absolute path, all are absolute.
/// Standard input is none.
std::vector<std::string> files_read(const Input& input, const Compilation& compilation, const BuildPlace& place,
                                    Host& host);

/// Prints what each plan makes, a line each.
int list_outputs(const std::vector<Dependencies>& plans, Host& host);

/// What --depfile asks for.
struct Depfile {
    std::string text;
    std::vector<std::string> errors; ///< why there is none, ready to be shown
    std::vector<std::string> notes;  ///< what a reader should know
};

/// Which file of --depfile or --format would take the place of something that is read or made; ready to be shown.
std::vector<std::string> overwritten(const BuildOptions& options, const std::vector<Dependencies>& plans, Host& host);

Depfile make_depfile(const BuildOptions& options, const std::vector<Dependencies>& plans);

} // namespace planc
