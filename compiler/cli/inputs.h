// From the paths on the command line to the plans they name, and working on them in parallel.
#pragma once

#include "cli/compile.h"
#include "cli/options.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// How files are called that are found in folders.
inline constexpr std::string_view plan_suffixes[] = {".plan.yaml", ".plan.yml"};

/// A plan to be read.
struct Input {
    std::string path; ///< `-` for standard input
    std::string name; ///< how findings call it
};

struct Inputs {
    std::vector<Input> inputs;       ///< each path once, folders' files in the order of their paths
    std::vector<std::string> errors; ///< paths that name nothing, ready to be shown
};

Inputs find_inputs(const CheckOptions& options, Host& host);

/// Where it lies, or for standard input would lie by its name.
const std::string& path_of(const Input& input);

/// Whether --select and --ignore leave what this rule finds.
bool is_chosen(std::string_view rule, const CheckOptions& options);

/// Leaves of the findings those of rules that are chosen; gives how many are left out.
std::size_t keep_chosen(Compilation& compilation, const CheckOptions& options);

/// Compiles every input on up to `options.jobs` threads and hands each result to `use`, with its number, on the thread
/// that made it: `use` may touch only what belongs to that number. Gives what could not be read, in the order of the
/// inputs. Shows a progress line on a terminal when it takes longer than a second. `timings`, if there are any, get
/// what took the time.
std::vector<std::string> compile_all(const std::vector<Input>& inputs, const CheckOptions& options, SharedFiles& shared,
                                     const std::function<void(std::size_t, std::unique_ptr<Compilation>)>& use,
                                     Timings* timings = nullptr);

} // namespace planc
