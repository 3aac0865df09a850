// What really happened, as JSON.
#include "documents/actual.h"
#include "documents/data_sections.h"

namespace planc {

namespace {

void put_time(JsonWriter& json, std::string_view key, const std::optional<RecordedTime>& time) {
    if (time) json.text(key, format_local(time->at));
}

void put_entries(JsonWriter& json, const ExecutionRecord& record) {
    json.open_list("entries");
    for (const RecordEntry& entry : record.entries) {
        json.open_object();
        json.text("of", entry.of.value);
        const auto start = recorded_time(entry.start);
        put_time(json, "start", start);
        put_time(json, "end", recorded_time(entry.end, start));
        put(json, "by", entry.by);
        if (entry.result.given()) json.text("result", name(entry.result.value));
        put(json, "note", entry.note);
        json.close_object();
    }
    json.close_list();
}

void put_issues(JsonWriter& json, const ExecutionRecord& record) {
    json.open_list("issues");
    for (const RecordIssue& issue : record.issues) {
        json.open_object();
        json.text("title", issue.title.value);
        put(json, "of", issue.of);
        put_time(json, "at", recorded_time(issue.at));
        put(json, "solution", issue.solution);
        put(json, "owner", issue.owner);
        json.flag("solved", issue.solved.value);
        json.close_object();
    }
    json.close_list();
}

} // namespace

void put_record(JsonWriter& json, const Plan& plan) {
    const ExecutionRecord& record = plan.record;
    if (!record.span) return;
    json.open_object("record");
    put(json, "plan", record.plan);
    put(json, "fingerprint", record.fingerprint);
    if (record.outcome.given()) json.text("outcome", name(record.outcome.value));
    put(json, "summary", record.summary);
    put_entries(json, record);
    put_issues(json, record);
    put(json, "lessons", record.lessons);
    put(json, "suggestions", record.suggestions);
    json.close_object();
}

} // namespace planc
