// Versions, changes, environments, tables, texts and attachments as JSON.
#include "documents/data_sections.h"

namespace planc {

void put_versions(JsonWriter& json, const Plan& plan) {
    json.open_list("versions");
    for (const Version& version : plan.versions) {
        json.open_object();
        json.text("version", version.version.value);
        put(json, "title", version.title);
        put(json, "date", version.date);
        put(json, "contents", version.contents);
        put(json, "notes", version.notes);
        json.close_object();
    }
    json.close_list();
}

void put_changes(JsonWriter& json, const Plan& plan) {
    json.open_list("changes");
    for (const Change& change : plan.changes) {
        json.open_object();
        json.text("revision", change.revision.value);
        if (change.date.given()) json.text("date", format_date(change.date.value));
        put(json, "by", change.by);
        put(json, "changes", change.changes);
        json.close_object();
    }
    json.close_list();
}

void put_environments(JsonWriter& json, const Plan& plan) {
    json.open_list("environments");
    for (const Environment& environment : plan.environments) {
        json.open_object();
        json.text("id", environment.id.value);
        json.text("title", environment.title.value);
        put(json, "address", environment.address);
        put(json, "settings", environment.settings);
        put(json, "notes", environment.notes);
        json.close_object();
    }
    json.close_list();
}

void put_matrices(JsonWriter& json, const Plan& plan) {
    json.open_list("matrices");
    for (const Matrix& matrix : plan.matrices) {
        json.open_object();
        json.text("id", matrix.id.value);
        json.text("title", matrix.title.value);
        put(json, "columns", matrix.columns);
        json.open_list("rows");
        for (const std::vector<Text>& row : matrix.rows) put(json, {}, row);
        json.close_list();
        put(json, "notes", matrix.notes);
        json.close_object();
    }
    json.close_list();
}

void put_sections(JsonWriter& json, const Plan& plan) {
    json.open_list("sections");
    for (const FreeSection& section : plan.sections) {
        json.open_object();
        json.text("id", section.id.value);
        json.text("title", section.title.value);
        json.text("after", name(section.after.value));
        put(json, "body", section.body);
        json.close_object();
    }
    json.close_list();
}

void put_attachments(JsonWriter& json, const Plan& plan) {
    json.open_list("attachments");
    for (const Attachment& attachment : plan.attachments) {
        json.open_object();
        json.text("id", attachment.id.value);
        json.text("title", attachment.title.value);
        put(json, "kind", attachment.kind);
        put(json, "location", attachment.location);
        put(json, "owner", attachment.owner);
        json.flag("ready", attachment.ready.value);
        put(json, "notes", attachment.notes);
        json.close_object();
    }
    json.close_list();
}

} // namespace planc
