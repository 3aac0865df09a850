// The plans in examples/ follow the language.
#include "bound.h"

#include "diagnostics/render.h"
#include "golden.h"

using namespace planc;
using namespace planc::testing;

TEST_CASE("the example plans bind without a finding") {
    const auto plans = files_below(project() / "examples", ".plan.yaml");
    REQUIRE_FALSE(plans.empty());
    for (const auto& path : plans) {
        if (path.string().ends_with("-as-written.plan.yaml")) continue; // mistakes included
        if (path.parent_path() != project() / "examples") continue;     // parts of it stand in other files
        const Bound bound(read_file(path), path.filename().string());
        CHECK(render_text(bound.findings, bound.files, {}) == "");
        CHECK(bound.plan.work.size() > 5);
    }
}
