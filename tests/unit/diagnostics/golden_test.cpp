// Every case in golden/ renders as the text file beside it says; PLANC_UPDATE_GOLDEN=1 rewrites those.
#include "golden_case.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace planc {
namespace {

namespace fs = std::filesystem;

const fs::path golden = fs::path(PLANC_SOURCE_DIR) / "tests/unit/diagnostics/golden";

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> case_files() {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(golden))
        if (entry.path().extension() == ".json") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

TEST_CASE("findings render as the golden files say") {
    const std::vector<fs::path> cases = case_files();
    REQUIRE_FALSE(cases.empty());
    for (const fs::path& path : cases) {
        fs::path expected = path;
        expected.replace_extension().replace_extension(".txt");
        INFO(path.filename());
        const std::string rendered = read_golden_case(path).rendered;
        if (std::getenv("PLANC_UPDATE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << rendered;
        CHECK(rendered == read(expected));
    }
}

} // namespace
} // namespace planc
