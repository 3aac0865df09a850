// The field tables of metrics, of the gates and triggers that use them, and of the rollback.
#include "binding/collections.h"
#include "binding/times.h"
#include "binding/values.h"

namespace planc {
namespace {

constexpr Field metric_fields[] = {
    field<&Metric::title, PlainText>("title", Need::required, "What is measured.", "Crash rate", "name"),
    field<&Metric::unit, PlainText>("unit", Need::optional, "What it is measured in.", "ms"),
    field<&Metric::source, PlainText>("source", Need::optional, "Where it is watched.", "The console page Quality",
                                      "dashboard"),
    field<&Metric::target, ConditionText>("target", Need::optional, "What it is when all is well.", "\"< 0.01%\"",
                                          "goal"),
    field<&Metric::alert, ConditionText>("alert", Need::optional, "When somebody has to look.", "\"> 0.05%\"",
                                         "alarm warning"),
    field<&Metric::rollback, ConditionText>("rollback", Need::optional, "When the release is rolled back.",
                                            "\"> 0.5% for 2m\""),
    field<&Metric::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                        "Without *test* devices.", "note remarks comments description"),
};

constexpr Field gate_metric =
    field<&Gate::metric, MetricId>("metric", Need::required, "The metric that has to hold.", "crash-rate");

constexpr Field gate_fields[] = {
    gate_metric,
    field<&Gate::condition, ConditionText>("target", Need::optional,
                                           "What it has to be, where that is stricter than its own target.",
                                           "\"< 0.005%\"", "condition limit"),
};

constexpr Field trigger_fields[] = {
    field<&Trigger::metric, MetricId>("metric", Need::optional, "The metric whose rollback condition triggers.",
                                      "crash-rate"),
    field<&Trigger::when, PlainText>("when", Need::optional, "The event that triggers, in words.",
                                     "A data leak is found", "event condition"),
    field<&Trigger::manual, TrueOrFalse>("manual", Need::optional, "Whether somebody decides.", "true"),
};
constexpr std::string_view trigger_any_of[] = {"metric", "when"};

constexpr Field rollback_step_fields[] = {
    field<&RollbackStep::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                    "switch-back"),
    field<&RollbackStep::title, PlainText>("do", Need::required, "What to do.", "Select the previous version",
                                           "title action step"),
    field<&RollbackStep::owner, OwnerId>("owner", Need::optional,
                                         "Who does it; the rollback's owner where it is not written.", "operations"),
    field<&RollbackStep::duration, DurationText>("duration", Need::optional, "How long it may take.", "10m",
                                                 "time_limit"),
    field<&RollbackStep::verify, PlainText>("verify", Need::optional, "How to see that it worked.",
                                            "Open the health page", "check"),
    field<&RollbackStep::expect, PlainText>("expect", Need::optional, "What is seen then.", "The old version serves",
                                            "expected result"),
    field<&RollbackStep::run, PlainText>(
        "run", Need::optional, "Commands to type, a line each; they are shown to be copied and never executed.",
        "kubectl rollout undo deployment/shop", "command commands shell script"),
    field<&RollbackStep::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                              "Leave the *database* alone."),
};

constexpr Field rollback_fields[] = {
    field<&Rollback::owner, OwnerId>("owner", Need::optional, "Who decides it and answers for it.", "operations"),
    field<&Rollback::decision_limit, DurationText>("decision_limit", Need::optional,
                                                   "How long the decision may take from the trigger on.", "5m"),
    field<&Rollback::time_limit, DurationText>("time_limit", Need::optional, "How long all its steps may take (RTO).",
                                               "20m", "rto"),
    field<&Rollback::data_loss_limit, DurationText>("data_loss_limit", Need::optional,
                                                    "How much data, in time, may be lost (RPO).", "1h", "rpo"),
    field<&Rollback::backup_every, DurationText>("backup_every", Need::optional, "How often backups are made.", "30m"),
    field<&Rollback::triggers, List<Entry<Trigger>>>(
        "triggers", Need::optional, "What makes it happen.",
        "[{metric: crash-rate}, {when: A data leak is found, manual: true}]"),
    field<&Rollback::steps, List<Entry<RollbackStep>>>("steps", Need::optional, "What is done, in order.",
                                                       "[{do: Select the previous version, duration: 10m}]"),
    field<&Rollback::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                          "Tell *support* first.", "note remarks description"),
};

} // namespace

template <>
constinit const Record TableOf<Metric>::record{.name = "metric",
                                               .noun = "a metric",
                                               .meaning = "Something that is watched, with its limits.",
                                               .fields = metric_fields};
template <>
constinit const Record TableOf<Gate>::record{.name = "gate",
                                             .noun = "a gate",
                                             .meaning =
                                                 "A metric that has to hold before the next stage; its id will do.",
                                             .fields = gate_fields,
                                             .short_form = &gate_metric};
template <>
constinit const Record TableOf<Trigger>::record{.name = "trigger",
                                                .noun = "a trigger",
                                                .meaning = "What makes the rollback happen: a metric or an event.",
                                                .fields = trigger_fields,
                                                .any_of = trigger_any_of};
template <>
constinit const Record TableOf<RollbackStep>::record{.name = "rollback_step",
                                                     .noun = "a rollback step",
                                                     .meaning = "Something to do to get back, with its budget of time.",
                                                     .fields = rollback_step_fields};
template <>
constinit const Record TableOf<Rollback>::record{.name = "rollback",
                                                 .noun = "the rollback",
                                                 .meaning = "How to get back to what was before.",
                                                 .fields = rollback_fields};

} // namespace planc
