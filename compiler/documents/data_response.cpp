// Emergency plans, notices and follow-ups as JSON.
#include "documents/data_sections.h"

namespace planc {

void put_contingencies(JsonWriter& json, const Plan& plan) {
    json.open_list("contingencies");
    for (const Contingency& one : plan.contingencies) {
        json.open_object();
        json.text("id", one.id.value);
        json.text("title", one.title.value);
        put_triggers(json, one.triggers);
        json.open_list("actions");
        for (const Action& action : one.actions) {
            json.open_object();
            json.text("do", action.title.value);
            put(json, "owner", action.owner);
            put(json, "duration", action.duration);
            json.close_object();
        }
        json.close_list();
        put(json, "decided_by", one.decided_by);
        put(json, "notify", one.notify);
        put(json, "time_limit", one.time_limit);
        put(json, "notes", one.notes);
        json.close_object();
    }
    json.close_list();
}

void put_notices(JsonWriter& json, const Compiled& compiled) {
    json.open_list("notices");
    for (const Notice& notice : compiled.plan.notices) {
        json.open_object();
        json.text("id", notice.id.value);
        json.text("title", notice.title.value);
        put(json, "to", notice.to);
        put_placed(json, "at", notice.at, compiled);
        put(json, "owner", notice.owner);
        put(json, "channel", notice.channel);
        json.flag("done", notice.done.value);
        put(json, "body", notice.body);
        json.close_object();
    }
    json.close_list();
}

void put_follow_ups(JsonWriter& json, const Compiled& compiled) {
    json.open_list("follow_ups");
    for (const FollowUp& one : compiled.plan.follow_ups) {
        json.open_object();
        json.text("id", one.id.value);
        json.text("title", one.title.value);
        put_placed(json, "at", one.at, compiled);
        put(json, "owner", one.owner);
        put_items(json, one.items, one.owner, one.at, compiled);
        put(json, "notes", one.notes);
        json.close_object();
    }
    json.close_list();
}

} // namespace planc
