// The release as JSON: milestones, rollout, metrics, rollback, checklists, risks.
#include "documents/data_sections.h"

namespace planc {

void put_milestones(JsonWriter& json, const Plan& plan) {
    json.open_list("milestones");
    for (const Milestone& milestone : plan.milestones) {
        json.open_object();
        json.text("work", plan.work[milestone.work].id.value);
        json.flag("launch", milestone.launch.value);
        json.close_object();
    }
    json.close_list();
}

void put_rollout(JsonWriter& json, const Plan& plan) {
    json.open_object("rollout");
    put(json, "within", plan.rollout.within);
    json.open_list("stages");
    for (const Stage& stage : plan.rollout.stages) {
        json.open_object();
        json.text("work", plan.work[stage.work].id.value);
        put(json, "percent", stage.percent);
        put(json, "users", stage.users);
        put(json, "audience", stage.audience);
        put(json, "observe", stage.observe);
        json.open_list("gates");
        for (const Gate& gate : stage.gates) {
            json.open_object();
            json.text("metric", gate.metric.value);
            put(json, "target", gate.condition);
            json.close_object();
        }
        json.close_list();
        json.close_object();
    }
    json.close_list();
    json.close_object();
}

void put_metrics(JsonWriter& json, const Plan& plan) {
    json.open_list("metrics");
    for (const Metric& metric : plan.metrics) {
        json.open_object();
        json.text("id", metric.id.value);
        json.text("title", metric.title.value);
        put(json, "unit", metric.unit);
        put(json, "source", metric.source);
        put(json, "target", metric.target);
        put(json, "alert", metric.alert);
        put(json, "rollback", metric.rollback);
        put(json, "notes", metric.notes);
        json.close_object();
    }
    json.close_list();
}

void put_triggers(JsonWriter& json, const std::vector<Trigger>& triggers) {
    json.open_list("triggers");
    for (const Trigger& trigger : triggers) {
        json.open_object();
        put(json, "metric", trigger.metric);
        put(json, "when", trigger.when);
        put(json, "manual", trigger.manual);
        json.close_object();
    }
    json.close_list();
}

void put_rollback(JsonWriter& json, const Plan& plan) {
    const Rollback& rollback = plan.rollback;
    if (!rollback.span) return;
    json.open_object("rollback");
    const Reference& leader = rollback.owner.given() ? rollback.owner : plan.header.owner;
    put(json, "owner", leader);
    put(json, "decision_limit", rollback.decision_limit);
    put(json, "time_limit", rollback.time_limit);
    put(json, "data_loss_limit", rollback.data_loss_limit);
    put(json, "backup_every", rollback.backup_every);
    put_triggers(json, rollback.triggers);
    json.open_list("steps");
    std::int64_t total = 0;
    for (const RollbackStep& step : rollback.steps) {
        total += step.duration.value.count;
        json.open_object();
        json.text("id", step.id.value);
        json.text("do", step.title.value);
        put(json, "owner", step.owner.given() ? step.owner : leader);
        put(json, "duration", step.duration);
        json.number("running_minutes", total);
        put(json, "verify", step.verify);
        put(json, "expect", step.expect);
        put(json, "notes", step.notes);
        json.close_object();
    }
    json.close_list();
    json.number("total_minutes", total);
    put(json, "notes", rollback.notes);
    json.close_object();
}

void put_items(JsonWriter& json, const std::vector<CheckItem>& items, const Reference& owner, const WrittenInstant& due,
               const Compiled& compiled) {
    json.open_list("items");
    for (const CheckItem& item : items) {
        json.open_object();
        json.text("id", item.id.value);
        json.text("check", item.check.value);
        json.flag("done", item.done.value);
        put(json, "by", item.by);
        put_placed(json, "at", item.at, compiled);
        put(json, "owner", item.owner.given() ? item.owner : owner);
        put_placed(json, "due", item.due.given() ? item.due : due, compiled);
        put(json, "notes", item.notes);
        json.close_object();
    }
    json.close_list();
}

void put_checklists(JsonWriter& json, const Compiled& compiled) {
    json.open_list("checklists");
    for (const Checklist& checklist : compiled.plan.checklists) {
        json.open_object();
        json.text("id", checklist.id.value);
        json.text("title", checklist.title.value);
        put(json, "owner", checklist.owner);
        put_placed(json, "due", checklist.due, compiled);
        put(json, "gates", checklist.gates);
        put_items(json, checklist.items, checklist.owner, checklist.due, compiled);
        put(json, "notes", checklist.notes);
        json.close_object();
    }
    json.close_list();
}

void put_risks(JsonWriter& json, const Plan& plan) {
    json.open_list("risks");
    for (const Risk& risk : plan.risks) {
        json.open_object();
        json.text("id", risk.id.value);
        json.text("title", risk.title.value);
        put(json, "effect", risk.effect);
        put(json, "probability", risk.probability);
        put(json, "impact", risk.impact);
        put(json, "level", risk.level);
        put(json, "mitigation", risk.mitigation);
        put(json, "owner", risk.owner);
        json.close_object();
    }
    json.close_list();
}

} // namespace planc
