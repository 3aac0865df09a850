// The compiled plan as JSON.
#include "documents/data.h"

#include "source/fingerprint.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace planc {

namespace {

using Json = nlohmann::ordered_json;

/// Leaves out what the plan does not say.
void put(Json& object, const char* key, const Text& text) {
    if (text.given()) object[key] = text.value;
}
void put(Json& object, const char* key, const WrittenDuration& duration) {
    if (duration.given()) object[key] = format_duration(duration.value);
}
void put(Json& object, const char* key, const Flag& flag) {
    if (flag.given()) object[key] = flag.value;
}
void put(Json& object, const char* key, const Located<Level>& level) {
    if (level.given()) object[key] = name(level.value);
}
void put(Json& object, const char* key, const Condition& condition) {
    if (condition.given()) object[key] = condition.text;
}
void put(Json& object, const char* key, const Located<NumberRange>& range) {
    if (range.given()) object[key] = {{"first", range.value.first}, {"last", range.value.last}};
}
void put(Json& object, const char* key, const std::vector<Text>& texts) {
    if (texts.empty()) return;
    Json& list = object[key] = Json::array();
    for (const Text& text : texts) list.push_back(text.value);
}

std::string local(const Plan& plan, Instant instant) { return format_local(plan.calendar.zone.to_local(instant)); }

void put_placed(Json& object, const char* key, const WrittenInstant& written, const Compiled& compiled) {
    if (const auto instant = place(written, compiled.plan, compiled.schedule, true))
        object[key] = local(compiled.plan, *instant);
}

Json header_json(const Compiled& compiled) {
    const Header& header = compiled.plan.header;
    Json json;
    put(json, "id", header.id);
    put(json, "title", header.title);
    put(json, "release", header.release);
    put(json, "revision", header.revision);
    json["status"] = name(header.status.value);
    if (header.date.given()) json["date"] = format_date(header.date.value);
    json["language"] = name(header.language.value);
    json["timezone"] = compiled.plan.calendar.zone.name();
    put(json, "audience", header.audience);
    put(json, "summary", header.summary);
    put(json, "goals", header.goals);
    put(json, "scope", header.scope);
    put(json, "owner", header.owner);
    put_placed(json, "start", header.start, compiled);
    put_placed(json, "end", header.end, compiled);
    put(json, "notes", header.notes);
    return json;
}

Json work_json(const Compiled& compiled, WorkIndex index) {
    const Plan& plan = compiled.plan;
    const Work& work = plan.work[index];
    const Planned& planned = compiled.schedule.work[index];
    Json json{{"id", work.id.value}, {"kind", name(work.kind)}};
    if (work.parent != no_work) json["parent"] = plan.work[work.parent].id.value;
    json["title"] = work.title.value;
    json["status"] = name(work.status.value);
    if (const Reference owner = plan.owner_of(index); owner.given()) json["owner"] = owner.value;
    if (planned.dated) {
        json["start"] = local(plan, planned.span.begin);
        json["end"] = local(plan, planned.span.end);
        json["whole_days"] = planned.whole_days;
        json["minutes"] = (planned.span.end - planned.span.begin).count();
        json["critical"] = planned.critical;
        json["slack_minutes"] = planned.slack;
    }
    put(json, "duration", work.duration);
    put(json, "verify", work.verify);
    put(json, "expect", work.expect);
    put(json, "notes", work.notes);
    return json;
}

Json dependencies_json(const Compiled& compiled) {
    constexpr std::string_view kinds[] = {"depends_on", "relative", "sequence", "rollout", "within"};
    Json list = Json::array();
    for (const Edge& edge : compiled.schedule.edges) {
        Json json{{"from", compiled.plan.work[edge.from].id.value},
                  {"to", compiled.plan.work[edge.to].id.value},
                  {"type", name(edge.type)},
                  {"why", kinds[static_cast<std::size_t>(edge.kind)]}};
        if (edge.lag.count != 0) json["lag"] = format_duration(edge.lag);
        list.push_back(std::move(json));
    }
    return list;
}

Json rollout_json(const Plan& plan) {
    Json list = Json::array();
    for (const Stage& stage : plan.rollout.stages) {
        Json json{{"work", plan.work[stage.work].id.value}};
        put(json, "percent", stage.percent);
        put(json, "users", stage.users);
        put(json, "audience", stage.audience);
        put(json, "observe", stage.observe);
        Json gates = Json::array();
        for (const Gate& gate : stage.gates) {
            Json one{{"metric", gate.metric.value}};
            put(one, "target", gate.condition);
            gates.push_back(std::move(one));
        }
        if (!gates.empty()) json["gates"] = std::move(gates);
        list.push_back(std::move(json));
    }
    return list;
}

Json rollback_json(const Plan& plan) {
    const Rollback& rollback = plan.rollback;
    Json json = Json::object();
    put(json, "owner", rollback.owner);
    put(json, "decision_limit", rollback.decision_limit);
    put(json, "time_limit", rollback.time_limit);
    put(json, "data_loss_limit", rollback.data_loss_limit);
    put(json, "backup_every", rollback.backup_every);
    Json& triggers = json["triggers"] = Json::array();
    for (const Trigger& trigger : rollback.triggers) {
        Json one = Json::object();
        put(one, "metric", trigger.metric);
        put(one, "when", trigger.when);
        put(one, "manual", trigger.manual);
        triggers.push_back(std::move(one));
    }
    Json& steps = json["steps"] = Json::array();
    std::int64_t total = 0;
    for (const RollbackStep& step : rollback.steps) {
        Json one{{"id", step.id.value}, {"do", step.title.value}};
        put(one, "owner", step.owner.given() ? step.owner : rollback.owner);
        put(one, "duration", step.duration);
        total += step.duration.value.count;
        one["running_minutes"] = total;
        put(one, "verify", step.verify);
        put(one, "expect", step.expect);
        put(one, "notes", step.notes);
        steps.push_back(std::move(one));
    }
    json["total_minutes"] = total;
    put(json, "notes", rollback.notes);
    return json;
}

Json metrics_json(const Plan& plan) {
    Json list = Json::array();
    for (const Metric& metric : plan.metrics) {
        Json json{{"id", metric.id.value}, {"title", metric.title.value}};
        put(json, "unit", metric.unit);
        put(json, "source", metric.source);
        put(json, "target", metric.target);
        put(json, "alert", metric.alert);
        put(json, "rollback", metric.rollback);
        put(json, "notes", metric.notes);
        list.push_back(std::move(json));
    }
    return list;
}

Json risks_json(const Plan& plan) {
    Json list = Json::array();
    for (const Risk& risk : plan.risks) {
        Json json{{"id", risk.id.value}, {"title", risk.title.value}};
        put(json, "effect", risk.effect);
        put(json, "probability", risk.probability);
        put(json, "impact", risk.impact);
        put(json, "level", risk.level);
        put(json, "mitigation", risk.mitigation);
        put(json, "owner", risk.owner);
        list.push_back(std::move(json));
    }
    return list;
}

Json checklists_json(const Compiled& compiled) {
    Json list = Json::array();
    for (const Checklist& checklist : compiled.plan.checklists) {
        Json json{{"id", checklist.id.value}, {"title", checklist.title.value}};
        put(json, "owner", checklist.owner);
        put_placed(json, "due", checklist.due, compiled);
        put(json, "gates", checklist.gates);
        Json& items = json["items"] = Json::array();
        for (const CheckItem& item : checklist.items) {
            Json one{{"id", item.id.value}, {"check", item.check.value}, {"done", item.done.value}};
            put(one, "by", item.by);
            put_placed(one, "at", item.at, compiled);
            put(one, "owner", item.owner.given() ? item.owner : checklist.owner);
            put_placed(one, "due", item.due, compiled);
            put(one, "notes", item.notes);
            items.push_back(std::move(one));
        }
        put(json, "notes", checklist.notes);
        list.push_back(std::move(json));
    }
    return list;
}

Json people_json(const Plan& plan) {
    Json json;
    Json& people = json["people"] = Json::array();
    for (const Person& person : plan.people) {
        Json one{{"id", person.id.value}, {"name", person.name.value}};
        put(one, "title", person.title);
        put(one, "phone", person.phone);
        put(one, "email", person.email);
        put(one, "backup", person.backup);
        put(one, "reports_to", person.reports_to);
        Json away = Json::array();
        for (const Absence& absence : person.away)
            away.push_back({{"first", format_date(absence.dates.first)}, {"last", format_date(absence.dates.last)}});
        if (!away.empty()) one["away"] = std::move(away);
        people.push_back(std::move(one));
    }
    Json& roles = json["roles"] = Json::array();
    for (const Role& role : plan.roles) {
        Json one{{"id", role.id.value}, {"title", role.title.value}};
        put(one, "people", role.people);
        put(one, "backup", role.backup);
        put(one, "reports_to", role.reports_to);
        put(one, "duty", role.duty);
        if (role.headcount.given()) one["headcount"] = role.headcount.value;
        roles.push_back(std::move(one));
    }
    Json& contacts = json["contacts"] = Json::array();
    for (const Contact& contact : plan.contacts) {
        Json one{{"id", contact.id.value}, {"title", contact.title.value}};
        put(one, "phone", contact.phone);
        put(one, "email", contact.email);
        put(one, "hours", contact.hours);
        put(one, "duty", contact.duty);
        contacts.push_back(std::move(one));
    }
    return json;
}

} // namespace

std::string compiled_data(const Compiled& compiled) {
    const Plan& plan = compiled.plan;
    Json json{{"version", 1}, {"fingerprint", fingerprint(compiled.files)}, {"plan", header_json(compiled)}};
    Json& work = json["work"] = Json::array();
    for (WorkIndex i = 0; i < plan.work.size(); ++i) work.push_back(work_json(compiled, i));
    json["dependencies"] = dependencies_json(compiled);
    json["rollout"] = rollout_json(plan);
    json["metrics"] = metrics_json(plan);
    if (plan.rollback.span) json["rollback"] = rollback_json(plan);
    json["checklists"] = checklists_json(compiled);
    json["risks"] = risks_json(plan);
    json.update(people_json(plan));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace planc
