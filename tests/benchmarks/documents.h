// Documents of large plans, and a sheet of a small one.
#pragma once

#include <filesystem>
#include <string>

namespace planc::bench {

/// Prints what pictures, pages and paper cost beside a check of the same plan. The folder is the caller's.
void measure_documents(const std::filesystem::path& folder, const std::string& planc);

/// One line of figures.
void line(std::string_view what, double ratio, std::string_view unit, std::string_view aim);

/// Writes a file with its folders; throws if that fails.
void write(const std::filesystem::path& path, const std::string& text);

} // namespace planc::bench
