// Every case of tests/unit/gantt/cases is drawn as the golden files say. PLANC_UPDATE_GOLDEN=1 rewrites them.
#include "chart_file.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

using namespace planc;

namespace {

void compare(const std::string& file, const std::string& text) {
    const std::string path = std::string(PLANC_SOURCE_DIR) + "/tests/unit/gantt/golden/" + file;
    if (std::getenv("PLANC_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    INFO(path);
    CHECK(planc_test::read_text(path) == text);
}

} // namespace

TEST_CASE("every case is drawn as its golden files say") {
    const std::vector<std::string> names = planc_test::case_names();
    REQUIRE(!names.empty());
    for (const std::string& name : names) {
        const Chart chart = planc_test::read_case(name);
        compare(name + ".svg", draw_svg(chart));
        compare(name + ".mmd", draw_mermaid(chart));
        compare(name + ".dump", dump(chart));
        compare(name + ".txt", draw_text(chart, 100));
        compare(name + ".ascii.txt", draw_text(chart, 72, true));
    }
}
