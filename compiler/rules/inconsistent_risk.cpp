#include "rules/list.h"
#include "rules/wording.h"

#include <array>
#include <cstdlib>
#include <fmt/format.h>

namespace planc {

namespace {

/// The usual matrix, by the sum of the two, each counted from 0 (low) to 3 (critical).
constexpr std::array<Level, 7> by_sum{Level::low,  Level::low,      Level::medium,  Level::high,
                                      Level::high, Level::critical, Level::critical};

/// Houses cut the matrix differently, but not that differently.
constexpr int freedom = 1;

void check(const Analysis& analysis, Findings& findings) {
    for (const Risk& risk : analysis.plan.risks) {
        if (!risk.level.given() || !risk.probability.given() || !risk.impact.given()) continue;
        const int sum = static_cast<int>(risk.probability.value) + static_cast<int>(risk.impact.value);
        const Level level = by_sum[static_cast<std::size_t>(sum)];
        if (std::abs(static_cast<int>(risk.level.value) - static_cast<int>(level)) <= freedom) continue;
        const std::string_view probability = name(risk.probability.value);
        const std::string_view impact = name(risk.impact.value);
        Diagnostic& finding = findings.add(
            risk.level.span, fmt::format("the level of risk {} is {}, but its probability and impact give {}",
                                         quoted(risk.title.given() ? risk.title.value : risk.id.value),
                                         quoted(name(risk.level.value)), quoted(name(level))));
        finding.others.push_back({risk.probability.span, fmt::format("{} probability", probability)});
        finding.others.push_back({risk.impact.span, fmt::format("{} impact", impact)});
    }
}

} // namespace

const Rule rules::inconsistent_risk{
    .name = "inconsistent-risk",
    .group = "Metrics and rollback",
    .severity = Severity::warning,
    .finds = "a risk whose level is two or more steps away from what its probability and its impact give.",
    .why = "People read the level alone. One that is too low hides the risk from them; one that is too high takes "
           "attention from those that are grave.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
risks:
  - {title: The payment vendor fails, probability: high, impact: high, level: low, mitigation: A second vendor}
)",
    .mend = "Correct the one of the three that is wrong. From low = 0 to critical = 3, probability and impact are "
            "added: a sum of 0 or 1 is low, 2 medium, 3 or 4 high, 5 or 6 critical; a level one step away from that "
            "is left alone.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
risks:
  - {title: The payment vendor fails, probability: high, impact: high, level: high, mitigation: A second vendor}
)",
    .related = "unmitigated-risk",
    .check = check,
};

} // namespace planc
