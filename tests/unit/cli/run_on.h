// A command run on a machine in memory, as the tests of the command line look at it.
#pragma once

#include "cli/run.h"
#include "host/memory_host.h"
#include "paper.h"

#include <string>
#include <vector>

namespace planc::testing {

/// What a command printed, and its exit code.
struct Run {
    int code = 0;
    std::string output;
    std::string error;
};

/// Runs `planc` with these arguments; what was printed before is forgotten.
inline Run run_on(MemoryHost& host, const std::vector<std::string>& arguments) {
    give_paper(host);
    host.output.clear();
    host.error_output.clear();
    const int code = run(arguments, host);
    return {code, host.output, host.error_output};
}

} // namespace planc::testing
