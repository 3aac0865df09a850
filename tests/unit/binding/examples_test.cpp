// The plans in examples/ follow the language.
#include "bound.h"

#include "diagnostics/render.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace planc;
namespace fs = std::filesystem;

TEST_CASE("the example plans bind without a finding") {
    std::size_t plans = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(PLANC_SOURCE_DIR) / "examples")) {
        if (!entry.path().string().ends_with(".plan.yaml")) continue;
        if (entry.path().string().ends_with("-as-written.plan.yaml")) continue;
        std::stringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        const Bound bound(text.str(), entry.path().filename().string());
        CHECK(render_text(bound.findings, bound.files, {}) == "");
        CHECK(bound.plan.work.size() > 5);
        ++plans;
    }
    CHECK(plans >= 3);
}
