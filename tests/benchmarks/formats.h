// What the formats of findings cost.
#pragma once

#include <filesystem>
#include <string>

namespace planc::bench {

/// Prints for each format what it takes beyond the check that it tells of. The folder is the caller's.
void measure_formats(const std::filesystem::path& folder, const std::string& planc);

} // namespace planc::bench
