// Running a program and measuring it.
#pragma once

#include <string>
#include <vector>

namespace planc::bench {

/// What one run of a program took.
struct Run {
    double seconds = 0;   ///< by the clock
    double processor = 0; ///< seconds of processor, all threads
    double mebibytes = 0; ///< of memory at its peak
    int exit_code = 0;
};

/// Runs a program with its output thrown away. Throws if it cannot be started or dies of a signal.
Run run_once(const std::vector<std::string>& command);

/// The fastest of several runs, after one that is not counted.
Run run_best(const std::vector<std::string>& command, int times);

/// The fastest run of each of several programs, run in turns so that a slow moment of the machine strikes all of them.
std::vector<Run> run_best_in_turns(const std::vector<std::vector<std::string>>& commands, int times);

} // namespace planc::bench
