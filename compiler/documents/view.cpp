// The whole view, put together from its sections.
#include "documents/view.h"

#include "documents/contents.h"
#include "documents/escape.h"
#include "documents/view_sections.h"

#include <algorithm>

namespace planc {

namespace {

/// The year that nearly everything happens in, if it is one.
std::optional<int> common_year(const Compiled& compiled) {
    const Interval window = compiled.schedule.window;
    if (window.empty()) return {};
    const auto year = [&](Instant instant) {
        const LocalTime time = compiled.plan.calendar.zone.to_local(instant);
        return static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)).year());
    };
    const int first = year(window.begin);
    return first == year(window.end - minutes(1)) ? std::optional<int>(first) : std::nullopt;
}

Value labels_value(const Labels& labels) {
    Members members;
    members.reserve(labels.entries().size());
    for (const auto& [key, text] : labels.entries()) members.push_back({key, ReadyText{escape_label(text)}});
    return members;
}

/// As the plan wants its sections, or in the usual order.
std::vector<Place> order_of(const Plan& plan) {
    std::vector<Place> usual;
    for (std::size_t place = 0; place < place_count; ++place) usual.push_back(static_cast<Place>(place));
    // Texts of the plan's own stand before its history and the signatures.
    std::rotate(std::find(usual.begin(), usual.end(), Place::record), usual.end() - 1, usual.end());
    for (const WantedDocument& wanted : plan.documents) {
        if (wanted.document.value != DocumentName::plan || wanted.sections.empty()) continue;
        std::vector<Place> order;
        const auto named = [&](Place place) {
            return std::any_of(wanted.sections.begin(), wanted.sections.end(),
                               [place](const Located<Place>& one) { return one.value == place; });
        };
        for (const Located<Place>& one : wanted.sections) {
            if (one.value != Place::end) {
                order.push_back(one.value);
                continue;
            }
            for (const Place place : usual)
                if (place == Place::end || !named(place)) order.push_back(place);
        }
        return order;
    }
    return usual;
}

Value order_value(const Section& section) {
    static constexpr std::string_view flags[place_count] = {
        "is_overview",    "is_key_dates", "is_schedule",      "is_gantt",        "is_phases",   "is_rollout",
        "is_metrics",     "is_rollback",  "is_contingencies", "is_checklists",   "is_risks",    "is_notices",
        "is_follow_ups",  "is_people",    "is_calendar",      "is_environments", "is_matrices", "is_versions",
        "is_attachments", "is_record",    "is_changes",       "is_sign_off",     "is_end"};
    ValueList list;
    for (const Place place : order_of(section.plan)) {
        Members one;
        for (std::size_t i = 0; i < place_count; ++i) one.push_back({flags[i], i == static_cast<std::size_t>(place)});
        append_members(one, "tables", place == Place::matrices ? Value() : matrices_value(section, place), "texts",
                       sections_value(section, place));
        list.emplace_back(std::move(one));
    }
    return list;
}

/// As the plan wants the rows of its record.
bool is_by_phase(const Plan& plan) {
    return std::any_of(plan.documents.begin(), plan.documents.end(), [](const WantedDocument& wanted) {
        return wanted.rows.given() && wanted.rows.value == RecordRows::phases;
    });
}

} // namespace

Value make_view(const Compiled& compiled, const Labels& labels, const Chart& chart) {
    const Plan& plan = compiled.plan;
    const Phrasing phrasing(labels, plan.calendar, common_year(compiled));
    const Actuals actuals(plan, labels);
    Section section{compiled, plan, compiled.schedule, labels, phrasing, actuals, {}, number_work(plan), {}, {}, {}};
    for (const Checklist& checklist : plan.checklists)
        for (const CheckItem& item : checklist.items) section.items.emplace(item.id.value, &item);
    for (const FollowUp& follow_up : plan.follow_ups)
        for (const CheckItem& item : follow_up.items) section.items.emplace(item.id.value, &item);
    section.owners.reserve(plan.work.size());
    for (WorkIndex i = 0; i < plan.work.size(); ++i) section.owners.push_back(called(plan, plan.owner_of(i)));
    section.titles = title_work(section);
    section.after = link_work(section);
    return object("plan", plan_value(section), "contents", ReadyText{contents_mark()}, "short_contents",
                  ReadyText{contents_mark(2)}, "mark", marks_value(), "draft", has_errors(compiled.findings),
                  "findings", findings_value(section), "key_dates", key_dates_value(section), "schedule",
                  schedule_value(section), "gantt", gantt_value(chart), "chart", has_dates(chart), "phases",
                  phases_value(section), "rollout", rollout_value(section), "metrics", metrics_value(section),
                  "rollback", rollback_value(section), "checklists", checklists_value(section), "checklist_totals",
                  checklist_totals_value(section), "conditions", conditions_value(section), "owners",
                  owners_value(section), "risks", risks_value(section, false), "high_risks", risks_value(section, true),
                  "people", people_value(section), "everybody",
                  !plan.people.empty() || !plan.roles.empty() || !plan.contacts.empty(), "roles", roles_value(section),
                  "organisation", organisation_value(section), "contacts", contacts_value(section), "calendar",
                  calendar_value(section), "sign_off", sign_off_value(section), "contingencies",
                  contingencies_value(section), "notices", notices_value(section), "follow_ups",
                  follow_ups_value(section), "versions", versions_value(section), "changes", changes_value(section),
                  "environments", environments_value(section), "matrices", matrices_value(section, Place::matrices),
                  "order", order_value(section), "attachments", attachments_value(section), "open_attachments",
                  open_attachments_value(section), "record", record_value(section), "by_phase", is_by_phase(plan),
                  "runbook", runbook_value(section), "labels", labels_value(labels));
}

} // namespace planc
