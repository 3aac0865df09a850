// A rendering case read from a file: sources, findings, and the styles to render them in.
#pragma once

#include "diagnostics/render.h"

#include <filesystem>
#include <set>
#include <string>

namespace planc {

struct GoldenCase {
    Files files;
    Diagnostics diagnostics;
    std::set<std::string> rules; // what the findings' rule names point to
    std::string rendered;        // in every style, each under a line that names it
};

/// Reads `NAME.case.json`. A text is a string, a list of lines, or `{"repeat": TEXT, "times": N}`; a place is
/// `{"file": N, "find": TEXT, "nth": N}`, found in the text, or `{"file": N, "begin": B, "end": E}`.
GoldenCase read_golden_case(const std::filesystem::path& path);

} // namespace planc
