// The view of the rollout and the metrics it is watched by.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

std::string gate_text(const Section& section, const Gate& gate) {
    const Metric* metric = section.plan.find_metric(gate.metric.value);
    const std::string title(metric != nullptr && !metric->title.value.empty() ? metric->title.value
                                                                              : gate.metric.value);
    const Condition* condition = &gate.condition;
    if (!condition->given() && metric != nullptr) condition = &metric->target;
    const std::string held = condition_text(section, *condition, metric != nullptr ? metric->unit : Text{});
    return held.empty() ? title : fmt::format("{} {}", title, held);
}

Value rollout_value(const Section& section) {
    ValueList stages;
    bool stepped = false;
    for (const Stage& stage : section.plan.rollout.stages) {
        const Work& work = section.plan.work[stage.work];
        const Planned& planned = section.planned(stage.work);
        ValueList gates;
        std::vector<std::string> gate_lines;
        for (const Gate& gate : stage.gates) {
            gate_lines.push_back(gate_text(section, gate));
            gates.emplace_back(gate_lines.back());
        }
        const std::string percent = stage.percent.given() ? section.phrasing.range(stage.percent.value) + "%" : "";
        const std::string users = stage.users.given() ? section.phrasing.range(stage.users.value) : "";
        stepped = stepped || !is_leaf(section.plan, stage.work);
        Members one;
        append_members(
            one, "of", of_value(work.id.value), "number", section.numbers[stage.work], "id", work.id.value, "title",
            section.titles[stage.work], "percent", percent, "users", users, "audience", stage.audience.value, "owner",
            section.owners[stage.work], "span", section.phrasing.span(planned), "length",
            work.duration.given() ? section.phrasing.duration(work.duration.value) : section.phrasing.length(planned),
            "after", section.after[stage.work], "observe",
            stage.observe.given() ? section.phrasing.duration(stage.observe.value) : std::string(), "gates",
            std::move(gates), "gate_lines", join(gate_lines, "\n"), "status", status_text(section, work), "done",
            work.status.value == Status::done || recorded_done(section, work.id.value));
        append_members(one, "actual", actual_value(section, work.id.value));
        append_details(one, section, work);
        append_work_below(one, section, stage.work);
        stages.emplace_back(std::move(one));
    }
    if (stages.empty()) return {};
    const WorkIndex within = section.plan.find_work(section.plan.rollout.within.value);
    return object("stages", std::move(stages), "stepped", stepped, "within",
                  within == no_work ? std::string()
                                    : fmt::format("{} {}", section.numbers[within], section.titles[within]));
}

Value metrics_value(const Section& section) {
    ValueList list;
    for (const Metric& metric : section.plan.metrics)
        list.push_back(object("id", metric.id.value, "title", metric.title.value, "unit", metric.unit.value, "source",
                              metric.source.value, "target", condition_text(section, metric.target, metric.unit),
                              "alert", condition_text(section, metric.alert, metric.unit), "rollback",
                              condition_text(section, metric.rollback, metric.unit), "notes",
                              notes_value(metric.notes)));
    return list;
}

} // namespace planc
