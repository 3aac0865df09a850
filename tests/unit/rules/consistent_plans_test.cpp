// No plan that is consistent by construction gives a warning or an error.
#include "compiled.h"
#include "consistent_plan.h"

#include <catch2/catch.hpp>

using namespace planc;
using namespace planc::testing;

namespace {

/// The findings above info, a line each with the line of the plan it is about.
std::string complaints(const Compilation& compilation) {
    std::string all;
    for (const Diagnostic& finding : compilation.findings) {
        if (finding.severity == Severity::info) continue;
        all += std::string(finding.rule) + ": " + finding.message + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("a plan made from a true schedule gives nothing above info") {
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::mt19937 random(seed);
        const ConsistentPlan plan = consistent_plan(random);
        const std::string text = written(plan.yaml, random);
        INFO("seed " << seed << ", as of " << written(plan.as_of) << "\n" << text);
        CHECK(complaints(*compiled(text)) == "");
        CHECK(complaints(*compiled(text, plan.as_of)) == "");
    }
}
