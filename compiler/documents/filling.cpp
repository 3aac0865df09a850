// Lists, rather than objects, for what there may be ten thousands of.
#include "documents/filling.h"

#include "documents/view_sections.h"
#include "source/fingerprint.h"

#include <nlohmann/json.hpp>

namespace planc {

namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// One thing the record may speak of: its id, what it is called, when it was to begin, how it counts in the
/// progress (0 not, 1 as itself, 2 by what is in it), and whether the plan itself says that it is done.
Json part(std::string_view id, std::string_view title, std::string_view planned, int counts, bool done) {
    return Json::array({id, title, planned, counts, done ? 1 : 0});
}

Json parts_of(const Compiled& compiled) {
    const Plan& plan = compiled.plan;
    Json parts = Json::array();
    const std::vector<std::string> numbers = number_work(plan);
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        const Planned planned = i < compiled.schedule.work.size() ? compiled.schedule.work[i] : Planned{};
        const bool says_when = planned.dated && !plan.calendar.counted;
        const bool group = !is_leaf(plan, i) && work.kind != WorkKind::stage;
        parts.push_back(part(work.id.value, join({numbers[i], std::string(work.title.value)}, " "),
                             says_when ? format_local(plan.calendar.zone.to_local(planned.span.begin)) : std::string(),
                             group ? 2 : 1, work.status.value == Status::done));
    }
    // Nobody hopes to carry them out.
    for (std::size_t i = 0; i < plan.rollback.steps.size(); ++i)
        parts.push_back(part(plan.rollback.steps[i].id.value, plan.rollback.steps[i].title.value, {}, 0, false));
    for (const Checklist& checklist : plan.checklists)
        for (const CheckItem& item : checklist.items)
            parts.push_back(part(item.id.value, item.check.value, {}, 1, item.done.value));
    for (const Notice& notice : plan.notices)
        parts.push_back(part(notice.id.value, notice.title.value, {}, 1, notice.done.value));
    for (const FollowUp& follow_up : plan.follow_ups)
        for (const CheckItem& item : follow_up.items)
            parts.push_back(part(item.id.value, item.check.value, {}, 1, item.done.value));
    return parts;
}

Json people_of(const Plan& plan) {
    Json people = Json::array();
    const auto add = [&](std::string_view id, std::string_view title) {
        people.push_back(Json::array({id, title.empty() ? id : title}));
    };
    for (const Person& person : plan.people) add(person.id.value, person.name.value);
    for (const Role& role : plan.roles) add(role.id.value, role.title.value);
    for (const Contact& contact : plan.contacts) add(contact.id.value, contact.title.value);
    return people;
}

void put(Json& json, const char* key, const Text& text) {
    if (text.given()) json[key] = text.value;
}

void put(Json& json, const char* key, const WrittenInstant& time) {
    if (time.given()) json[key] = format_written(time);
}

Json texts(const std::vector<Text>& list) {
    Json json = Json::array();
    for (const Text& text : list) json.push_back(text.value);
    return json;
}

Json record_of(const ExecutionRecord& record) {
    Json json = Json::object();
    if (record.outcome.given()) json["outcome"] = name(record.outcome.value);
    put(json, "summary", record.summary);
    json["entries"] = Json::array();
    for (const RecordEntry& entry : record.entries) {
        Json one = Json::object();
        put(one, "of", entry.of);
        put(one, "start", entry.start);
        put(one, "end", entry.end);
        put(one, "by", entry.by);
        if (entry.result.given()) one["result"] = name(entry.result.value);
        put(one, "note", entry.note);
        json["entries"].push_back(std::move(one));
    }
    json["issues"] = Json::array();
    for (const RecordIssue& issue : record.issues) {
        Json one = Json::object();
        put(one, "title", issue.title);
        put(one, "of", issue.of);
        put(one, "at", issue.at);
        put(one, "solution", issue.solution);
        put(one, "owner", issue.owner);
        if (issue.solved.value) one["solved"] = true;
        json["issues"].push_back(std::move(one));
    }
    json["lessons"] = texts(record.lessons);
    json["suggestions"] = texts(record.suggestions);
    return json;
}

Json labels_of_pages(const Labels& labels) {
    Json json = Json::object();
    for (const auto& [key, text] : labels.entries())
        if (key.starts_with("page_") || key.starts_with("result_")) json[key] = text;
    return json;
}

} // namespace

std::string filling_data(const Compiled& compiled, const Labels& labels) {
    const Plan& plan = compiled.plan;
    Json json = Json::object();
    json["plan"] = plan.header.id.value;
    json["fingerprint"] = fingerprint(compiled.files, plan.outside_fingerprint);
    json["zone"] = plan.calendar.zone.name();
    json["labels"] = labels_of_pages(labels);
    json["people"] = people_of(plan);
    json["parts"] = parts_of(compiled);
    json["record"] = record_of(plan.record);
    return written(json);
}

std::string page_labels(const Labels& labels) {
    Json json = Json::object();
    json["labels"] = labels_of_pages(labels);
    return written(json);
}

} // namespace planc
