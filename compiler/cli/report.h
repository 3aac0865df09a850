// Printing findings, and what they mean for the exit code.
#pragma once

#include "cli/includes.h"
#include "cli/options.h"
#include "diagnostics/render.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace planc {

/// The findings of several compilations, in the order of the inputs, over one list of files.
struct Report {
    Files files;
    Diagnostics findings;
    std::vector<std::string> plans;      ///< names of those that were read
    std::vector<std::string> unreadable; ///< what could not be, ready to be shown
    std::size_t fixes = 0;               ///< how many findings were mended
    std::size_t refused = 0;             ///< how many have a mend that was not clean
    std::size_t left_out = 0;            ///< how many are of rules that were not chosen
    std::size_t known = 0;               ///< how many the baseline knows

    void add(std::string plan, Files&& files_of_plan, Diagnostics&& findings_of_plan);

private:
    std::unordered_map<const File*, std::uint32_t> numbers_; ///< of `files`
    std::unordered_set<std::string> told_;                   ///< findings in shared files
};

/// Prints in the form asked for, and writes the files that are asked for; the count line of the concise form goes to
/// standard error. Where there is no plan, forms for readers say nothing, and others that nothing was found. False if a
/// file could not be written, which is told. `shared` is what the plans were compiled with.
bool print(const Report& report, const CheckOptions& options, SharedFiles& shared);

/// One line each on standard error, `planc: …`.
void complain(const std::vector<std::string>& errors, Host& host);

/// exit_clean or exit_findings, as --fail-on says.
int exit_code(const Diagnostics& findings, const CheckOptions& options);

/// How to print to standard output: colour, glyphs, width.
TextStyle text_style(const CheckOptions& options, Host& host);

} // namespace planc
