// The compiled plan as JSON.
#include "documents/data.h"

#include "documents/data_sections.h"
#include "source/fingerprint.h"

namespace planc {

namespace {

/// The plan has no dates: its times are counted from this milestone.
void put_anchor(JsonWriter& json, const Header& header) {
    json.open_object("anchor");
    put(json, "id", header.anchor);
    json.text("count", name(header.count.value));
    json.close_object();
}

void put_header(JsonWriter& json, const Compiled& compiled) {
    const Header& header = compiled.plan.header;
    json.open_object("plan");
    put(json, "id", header.id);
    put(json, "title", header.title);
    put(json, "release", header.release);
    put(json, "revision", header.revision);
    json.text("status", name(header.status.value));
    if (header.date.given()) json.text("date", format_date(header.date.value));
    json.text("language", name(header.language.value));
    json.text("timezone", header.timezone.value);
    if (compiled.plan.calendar.counted) put_anchor(json, header);
    put(json, "audience", header.audience);
    put(json, "summary", header.summary);
    put(json, "goals", header.goals);
    put(json, "scope", header.scope);
    put(json, "owner", header.owner);
    if (const auto& declared = compiled.schedule.declared) {
        json.text("start", local(compiled.plan, declared->begin));
        json.text("end", local(compiled.plan, declared->end));
    }
    put(json, "notes", header.notes);
    json.close_object();
}

void put_window(JsonWriter& json, const Compiled& compiled) {
    const Interval window = compiled.schedule.window;
    if (window.empty()) return;
    json.open_object("window");
    json.text("start", local(compiled.plan, window.begin));
    json.text("end", local(compiled.plan, window.end));
    json.close_object();
}

void put_planned(JsonWriter& json, const Plan& plan, const Planned& planned) {
    if (!planned.dated) return;
    json.text("start", local(plan, planned.span.begin));
    json.text("end", local(plan, planned.span.end));
    json.flag("whole_days", planned.whole_days);
    json.number("minutes", std::int64_t{(planned.span.end - planned.span.begin).count()});
    json.flag("critical", planned.critical);
    json.number("slack_minutes", planned.slack);
}

void put_details(JsonWriter& json, const WorkDetails& details) {
    put(json, "verify", details.verify);
    put(json, "expect", details.expect);
    put(json, "run", details.run);
    put(json, "priority", details.priority);
    if (details.estimate.given()) {
        json.open_object("estimate");
        json.text("least", format_duration(details.estimate.value.least));
        json.text("most", format_duration(details.estimate.value.most));
        json.close_object();
    }
    for (const LeadTimeOfWork& lead : details.lead_time) {
        if (!lead.time.given()) continue;
        json.open_object("lead_time");
        json.text("least", format_duration(lead.time.value.least));
        json.text("most", format_duration(lead.time.value.most));
        json.close_object();
    }
    if (details.progress.given()) json.number("progress", details.progress.value);
    put(json, "deliverables", details.deliverables);
    put(json, "tools", details.tools);
    put(json, "notes", details.notes);
}

void put_work(JsonWriter& json, const Compiled& compiled) {
    const Plan& plan = compiled.plan;
    json.open_list("work");
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        json.open_object();
        json.text("id", work.id.value);
        json.text("kind", name(work.kind));
        if (work.parent != no_work) json.text("parent", plan.work[work.parent].id.value);
        json.text("title", work.title.value);
        json.text("status", name(work.status.value));
        put(json, "owner", plan.owner_of(i));
        if (i < compiled.schedule.work.size()) put_planned(json, plan, compiled.schedule.work[i]);
        put(json, "duration", work.duration);
        put_details(json, plan.details_of(work));
        json.close_object();
    }
    json.close_list();
}

void put_dependencies(JsonWriter& json, const Compiled& compiled) {
    constexpr std::string_view kinds[] = {"depends_on", "relative", "sequence", "rollout", "within"};
    json.open_list("dependencies");
    for (const Edge& edge : compiled.schedule.edges) {
        json.open_object();
        json.text("from", compiled.plan.work[edge.from].id.value);
        json.text("to", compiled.plan.work[edge.to].id.value);
        json.text("type", name(edge.type));
        json.text("why", kinds[static_cast<std::size_t>(edge.kind)]);
        if (edge.lag.count != 0) json.text("lag", format_duration(edge.lag));
        json.close_object();
    }
    json.close_list();
}

} // namespace

std::string compiled_data(const Compiled& compiled) {
    JsonWriter json;
    json.open_object();
    json.number("version", std::int64_t{1});
    json.text("fingerprint", fingerprint(compiled.files, compiled.plan.outside_fingerprint));
    put_header(json, compiled);
    put_window(json, compiled);
    put_work(json, compiled);
    put_dependencies(json, compiled);
    put_milestones(json, compiled.plan);
    put_rollout(json, compiled.plan);
    put_metrics(json, compiled.plan);
    put_rollback(json, compiled.plan);
    put_checklists(json, compiled);
    put_risks(json, compiled.plan);
    put_contingencies(json, compiled.plan);
    put_notices(json, compiled);
    put_follow_ups(json, compiled);
    put_versions(json, compiled.plan);
    put_changes(json, compiled.plan);
    put_environments(json, compiled.plan);
    put_matrices(json, compiled.plan);
    put_sections(json, compiled.plan);
    put_attachments(json, compiled.plan);
    put_people(json, compiled.plan);
    put_calendar(json, compiled);
    put_sign_off(json, compiled.plan);
    put_record(json, compiled.plan);
    put_findings(json, compiled);
    json.close_object();
    return json.take() + "\n";
}

} // namespace planc
