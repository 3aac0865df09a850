// The findings of every tests/plans/binding/NAME.plan.yaml are those in NAME.out.
#include "bound.h"

#include "diagnostics/render.h"
#include "golden.h"

using namespace planc;
using namespace planc::testing;

TEST_CASE("plans in tests/plans/binding have the findings beside them") {
    const std::string ending = ".plan.yaml";
    const auto plans = files_below(project() / "tests/plans/binding", ending);
    REQUIRE_FALSE(plans.empty());
    for (const auto& path : plans) {
        const std::string name = path.filename().string();
        const Bound bound(read_file(path), name);
        check_golden(path.parent_path() / (name.substr(0, name.size() - ending.size()) + ".out"),
                     render_text(bound.findings, bound.files, {}));
    }
}
