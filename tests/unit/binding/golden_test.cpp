// The findings of every tests/plans/binding/NAME.plan.yaml are those in NAME.out.
#include "bound.h"

#include "diagnostics/render.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

using namespace planc;
namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("findings of the plans in tests/plans/binding") {
    constexpr std::string_view ending = ".plan.yaml";
    const fs::path folder = fs::path(PLANC_SOURCE_DIR) / "tests/plans/binding";
    std::vector<fs::path> plans;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().string().ends_with(ending)) plans.push_back(entry.path());
    std::sort(plans.begin(), plans.end());
    REQUIRE(plans.size() > 10);
    for (const fs::path& path : plans) {
        const std::string name = path.filename().string();
        const Bound bound(read_file(path), name);
        const std::string found = render_text(bound.findings, bound.files, {});
        const fs::path expected = folder / (name.substr(0, name.size() - ending.size()) + ".out");
        if (std::getenv("PLANC_UPDATE_GOLDEN") != nullptr) std::ofstream(expected, std::ios::binary) << found;
        INFO(name);
        CHECK(found == read_file(expected));
    }
}
