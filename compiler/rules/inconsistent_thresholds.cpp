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

/// A rate that is watched for much longer may be lower than one that is told at once.
constexpr std::int64_t much_longer = 10;

bool takes_much_longer(const Condition& graver, const Condition& milder) {
    return graver.lasting && milder.lasting && graver.lasting->count >= much_longer * milder.lasting->count;
}

/// `milder` must be reached before `graver` as the metric gets worse.
void compare(const Metric& metric, const Threshold& milder, const Threshold& graver, Findings& findings) {
    const Condition& mild = *milder.condition;
    const Condition& grave = *graver.condition;
    if (mild.comparison == Comparison::equal || grave.comparison == Comparison::equal) return;
    const std::string of_metric = quoted(metric.id.value);
    const auto point_at_both = [&](Diagnostic& finding) {
        finding.label = fmt::format("{} {}", graver.name, grave.text);
        finding.others.push_back({mild.span, fmt::format("{} {}", milder.name, mild.text)});
    };
    if (small_is_good(milder) != small_is_good(graver)) {
        const bool both_good = milder.good == graver.good;
        point_at_both(findings.add(grave.span,
                                   fmt::format("{} and {} of {} {}", milder.name, graver.name, of_metric,
                                               both_good ? "point in different directions"
                                               : wants_small(grave)
                                                   ? "both ask for a low value, though one of them is the bad end"
                                                   : "both ask for a high value, though one of them is the bad end")));
        return;
    }
    const Standing standing = planc::compare(mild, grave, metric.unit.value);
    if (standing == Standing::unknown || standing == Standing::equal) return;
    if (standing == Standing::apart) {
        point_at_both(findings.add(
            Severity::warning, grave.span,
            fmt::format("{} and {} of {} are in units that cannot be compared", milder.name, graver.name, of_metric)));
        return;
    }
    const bool rising = small_is_good(milder);
    if ((standing == Standing::lower) == rising) return;
    const bool doubtful = !milder.good && takes_much_longer(grave, mild);
    Diagnostic& finding =
        findings.add(doubtful ? Severity::warning : Severity::error, grave.span,
                     fmt::format("{} of {} is reached before its {}", graver.name, of_metric, milder.name));
    point_at_both(finding);
    finding.help = fmt::format("as the value {}, the {} comes first, then the {}", rising ? "rises" : "falls",
                               milder.name, graver.name);
}

void check_metric(const Metric& metric, Findings& findings) {
    const Threshold target{&metric.target, "target", true};
    const Threshold alert{&metric.alert, "alert", false};
    const Threshold rollback{&metric.rollback, "rollback", false};
    if (target.condition->given() && alert.condition->given()) compare(metric, target, alert, findings);
    if (alert.condition->given() && rollback.condition->given()) compare(metric, alert, rollback, findings);
    if (target.condition->given() && rollback.condition->given() && !alert.condition->given())
        compare(metric, target, rollback, findings);
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Metric& metric : plan.metrics) check_metric(metric, findings);
    for (const Stage& stage : plan.rollout.stages) {
        for (const Gate& gate : stage.gates) {
            const Metric* metric = plan.find_metric(gate.metric.value);
            if (metric == nullptr || !gate.condition.given() || !metric->rollback.given()) continue;
            compare(*metric, {&gate.condition, "gate", true}, {&metric->rollback, "rollback", false}, findings);
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
             "rollback. Where the graver threshold has to last ten times as long it is a warning.",
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
