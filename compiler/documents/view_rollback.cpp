// The view of the rollback: triggers, limits, and steps with their budgets added up.
#include "documents/view_sections.h"

#include <fmt/format.h>

namespace planc {

namespace {

ValueList trigger_list(const Section& section) {
    ValueList list;
    for (const Trigger& trigger : section.plan.rollback.triggers)
        list.push_back(object("text", trigger_text(section, trigger, true), "manual", trigger.manual.value, "metric",
                              trigger.metric.given()));
    return list;
}

std::string duration_text(const Section& section, const WrittenDuration& duration) {
    return duration.given() ? section.phrasing.duration(duration.value) : std::string();
}

/// `decided within 5 minutes; recovered within 20 minutes; 9 steps in 20 minutes`
std::string limit_line(const Section& section, std::int64_t total) {
    const Rollback& rollback = section.plan.rollback;
    std::vector<std::string> parts;
    const auto say = [&](std::string_view label, const WrittenDuration& limit) {
        if (limit.given())
            parts.push_back(fill(section.labels[label], {{"limit", section.phrasing.duration(limit.value)}}));
    };
    say("decision_limit_line", rollback.decision_limit);
    say("time_limit_line", rollback.time_limit);
    say("data_loss_line", rollback.data_loss_limit);
    if (!rollback.steps.empty() && total > 0)
        parts.push_back(fill(plural(section.labels["steps_in"], rollback.steps.size() == 1),
                             {{"steps", fmt::format("{}", rollback.steps.size())},
                              {"total", section.phrasing.duration({total, false})}}));
    return join(parts, section.labels["line_join"]);
}

} // namespace

std::string trigger_text(const Section& section, const Trigger& trigger, bool with_limit) {
    std::string text(trigger.when.value);
    if (!trigger.metric.given()) return text;
    const Metric* metric = section.plan.find_metric(trigger.metric.value);
    std::string title(metric != nullptr ? metric->title.value : trigger.metric.value);
    const Condition* const limit = metric == nullptr          ? nullptr
                                   : metric->rollback.given() ? &metric->rollback
                                                              : &metric->alert;
    if (with_limit && limit != nullptr && limit->given())
        title = fmt::format("{} {}", title, condition_text(section, *limit, metric->unit));
    return join({title, text}, section.labels["list_join"]);
}

Value rollback_value(const Section& section) {
    const Rollback& rollback = section.plan.rollback;
    if (!rollback.span) return {};
    const Reference& leader = rollback.owner.given() ? rollback.owner : section.plan.header.owner;
    ValueList steps;
    std::int64_t total = 0;
    bool budgeted = false;
    for (std::size_t i = 0; i < rollback.steps.size(); ++i) {
        const RollbackStep& step = rollback.steps[i];
        total += step.duration.value.count;
        budgeted = budgeted || step.duration.given();
        const Reference& owner = step.owner.given() ? step.owner : leader;
        Members one;
        append_members(one, "of", of_value(step.id.value), "number", fmt::format("{}", i + 1), "title",
                       step.title.value.empty() ? step.id.value : step.title.value, "owner",
                       called(section.plan, owner), "budget", duration_text(section, step.duration), "running",
                       step.duration.given() ? section.phrasing.duration({total, false}) : std::string(), "verify",
                       step.verify.value, "expect", step.expect.value, "run", code_block(step.run), "notes",
                       notes_value(step.notes), "remarked", step.run.given() || step.notes.given());
        append_members(one, "actual", actual_value(section, step.id.value));
        steps.emplace_back(std::move(one));
    }
    const bool over = rollback.time_limit.given() && total > rollback.time_limit.value.count;
    ValueList triggers = trigger_list(section);
    std::vector<std::string> lines;
    for (const Value& trigger : triggers) lines.push_back(*trigger.find("text")->text());
    return object("trigger_line", join(lines, section.labels["line_join"]), "limit_line", limit_line(section, total),
                  "owner", called(section.plan, leader), "decision_limit",
                  duration_text(section, rollback.decision_limit), "time_limit",
                  duration_text(section, rollback.time_limit), "data_loss_limit",
                  duration_text(section, rollback.data_loss_limit), "backup_every",
                  duration_text(section, rollback.backup_every), "triggers", std::move(triggers), "steps",
                  std::move(steps), "total", budgeted ? section.phrasing.duration({total, false}) : std::string(),
                  "over_limit", over, "notes", notes_value(rollback.notes));
}

} // namespace planc
