#include "rules/list.h"
#include "rules/quantity.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// A threshold with how it is called and whether it describes the good state (target, gate) or the bad one.
struct Threshold {
    const Condition* condition;
    std::string_view name;
    bool good;
};

/// True if small values of the metric are the good ones, going by this threshold.
bool small_is_good(const Threshold& threshold) { return wants_small(*threshold.condition) == threshold.good; }

/// `milder` must be reached before `graver` as the metric gets worse.
void compare(const std::string& metric, const Threshold& milder, const Threshold& graver, Findings& findings) {
    if (milder.condition->comparison == Comparison::equal || graver.condition->comparison == Comparison::equal) return;
    const auto point_at_both = [&](Diagnostic& finding) {
        finding.label = fmt::format("{} {}", graver.name, graver.condition->text);
        finding.others.push_back({milder.condition->span, fmt::format("{} {}", milder.name, milder.condition->text)});
    };
    if (small_is_good(milder) != small_is_good(graver)) {
        const bool both_good = milder.good == graver.good;
        Diagnostic& finding =
            findings.add(graver.condition->span,
                         fmt::format("{} and {} of {} {}", milder.name, graver.name, metric,
                                     both_good ? "point in different directions" : "hold for the same values"));
        point_at_both(finding);
        return;
    }
    const auto order = planc::compare(*milder.condition, *graver.condition);
    if (!order) {
        point_at_both(findings.add(
            Severity::warning, graver.condition->span,
            fmt::format("{} and {} of {} are in units that cannot be compared", milder.name, graver.name, metric)));
        return;
    }
    const bool kept = small_is_good(milder) ? *order <= 0 : *order >= 0;
    if (kept) return;
    Diagnostic& finding = findings.add(
        graver.condition->span, fmt::format("{} of {} is reached before its {}", graver.name, metric, milder.name));
    point_at_both(finding);
    finding.help = small_is_good(milder)
                       ? "as the value rises, the target comes first, then the alert, then the rollback"
                       : "as the value falls, the target comes first, then the alert, then the rollback";
}

void check_metric(const Metric& metric, Findings& findings) {
    const std::string name = quoted(metric.id.value);
    const Threshold target{&metric.target, "target", true};
    const Threshold alert{&metric.alert, "alert", false};
    const Threshold rollback{&metric.rollback, "rollback", false};
    if (target.condition->given() && alert.condition->given()) compare(name, target, alert, findings);
    if (alert.condition->given() && rollback.condition->given()) compare(name, alert, rollback, findings);
    if (target.condition->given() && rollback.condition->given() && !alert.condition->given())
        compare(name, target, rollback, findings);
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Metric& metric : plan.metrics) check_metric(metric, findings);
    for (const Stage& stage : plan.rollout.stages) {
        for (const Gate& gate : stage.gates) {
            const Metric* metric = plan.find_metric(gate.metric.value);
            if (metric == nullptr || !gate.condition.given() || !metric->rollback.given()) continue;
            compare(quoted(metric->id.value), {&gate.condition, "gate", true}, {&metric->rollback, "rollback", false},
                    findings);
        }
    }
}

} // namespace

const Rule rules::inconsistent_thresholds{
    .name = "inconsistent-thresholds",
    .group = "Metrics and rollback",
    .severity = Severity::error,
    .finds = "a metric whose target, alert and rollback are out of order or look in different directions, or a gate "
             "looser than the "
             "rollback.",
    .why = "With an alert behind the rollback nobody is warned; with a gate looser than the rollback a stage may pass "
           "and be rolled "
           "back at once.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
metrics:
  latency: {title: Response time, target: "< 500ms", alert: "> 2s", rollback: "> 1s for 5m"}
)",
    .mend = "As the value gets worse it should pass the target first, then the alert, then the rollback. Units are "
            "converted before "
            "they are compared.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
metrics:
  latency: {title: Response time, target: "< 500ms", alert: "> 1s", rollback: "> 2s for 5m"}
)",
    .related = "ungated-stage untriggered-rollback",
    .check = check,
};

} // namespace planc
