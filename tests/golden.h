// Golden files: what the program says, checked in. PLANC_UPDATE_GOLDEN=1 rewrites them.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace planc::testing {

/// The project's own folder.
inline std::filesystem::path project() { return PLANC_SOURCE_DIR; }

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// `actual` is what the golden file holds; with PLANC_UPDATE_GOLDEN it is made so.
inline void check_golden(const std::filesystem::path& golden, const std::string& actual) {
    if (std::getenv("PLANC_UPDATE_GOLDEN") != nullptr) {
        if (std::filesystem::exists(golden) && read_file(golden) == actual) return;
        std::filesystem::create_directories(golden.parent_path());
        std::ofstream(golden, std::ios::binary) << actual;
        return;
    }
    INFO("golden file " << std::filesystem::relative(golden, project()).string()
                        << "; ./dev update-golden rewrites it");
    REQUIRE(std::filesystem::exists(golden));
    CHECK(read_file(golden) == actual);
}

/// Files below `folder` whose name ends in `suffix`, sorted.
inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, const std::string& suffix) {
    std::vector<std::filesystem::path> found;
    if (!std::filesystem::exists(folder)) return found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().string();
        if (entry.is_regular_file() && name.ends_with(suffix)) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace planc::testing
