#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

bool grave(const Located<Level>& level) {
    return level.given() && (level.value == Level::high || level.value == Level::critical);
}

/// What makes the risk a grave one: its level, or, where none is stated, that it is both probable and bad.
struct Reason {
    Span span; ///< not given where it is none
    std::string_view risk;
};

Reason reason_of(const Risk& risk) {
    if (risk.level.given()) {
        if (!grave(risk.level)) return {};
        return {risk.level.span, risk.level.value == Level::critical ? "critical risk" : "high risk"};
    }
    if (!grave(risk.probability) || !grave(risk.impact)) return {};
    return {risk.impact.span, "probable and grave risk"};
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Risk& risk : plan.risks) {
        if (!risk.title.given()) continue; // told as missing
        const Reason reason = reason_of(risk);
        if (!reason.span) continue;
        const bool unmitigated = !risk.mitigation.given();
        const bool unowned = !risk.owner.given() && !plan.header.owner.given();
        if (!unmitigated && !unowned) continue;
        const std::string_view lacks = !unowned       ? "no mitigation"
                                       : !unmitigated ? "no owner"
                                                      : "neither mitigation nor owner";
        Diagnostic& finding =
            findings.add(risk.title.span, fmt::format("{} {} has {}", reason.risk, quoted(risk.title.value), lacks));
        finding.others.push_back({reason.span, "why it is grave"});
        finding.help = !unowned       ? "say what is done about it: `mitigation: …`"
                       : !unmitigated ? "name who watches it: `owner: …`"
                                      : "say what is done about it and who watches it: `mitigation: …`, `owner: …`";
    }
}

} // namespace

const Rule rules::unmitigated_risk{
    .name = "unmitigated-risk",
    .group = "Metrics and rollback",
    .severity = Severity::warning,
    .finds = "a high or critical risk without mitigation, or without an owner where the plan has none either. Of a "
             "risk without a level, a high probability and a high impact make it one.",
    .why = "It has been foreseen that this happens and hurts, and then nothing was done about it, or nobody watches.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
risks:
  - {title: The migration loses orders, probability: medium, impact: critical, level: high}
)",
    .mend = "Say what makes it less probable or less bad, and who sees to that. A risk that is accepted says so: "
            "`mitigation: Accepted; the vendor has no other region`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
risks:
  - title: The migration loses orders
    probability: medium
    impact: critical
    level: high
    mitigation: Rehearse it on a copy, and compare the numbers of orders
)",
    .related = "inconsistent-risk missing-owner",
    .check = check,
};

} // namespace planc
