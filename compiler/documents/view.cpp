// The whole view, put together from its sections.
#include "documents/view.h"

#include "documents/contents.h"
#include "documents/escape.h"
#include "documents/view_sections.h"

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
    for (const auto& [key, text] : labels.entries()) members.push_back({key, ReadyMarkdown{escape_label(text)}});
    return members;
}

Value all_sections(const Section& section) {
    Members members;
    for (const Place place :
         {Place::overview, Place::key_dates, Place::schedule, Place::phases, Place::rollout, Place::metrics,
          Place::rollback, Place::checklists, Place::risks, Place::people, Place::end})
        members.push_back({name(place), sections_value(section, place)});
    return members;
}

} // namespace

Value make_view(const Compiled& compiled, const Labels& labels, const Chart& chart) {
    const Plan& plan = compiled.plan;
    const Phrasing phrasing(labels, plan.calendar, common_year(compiled));
    Section section{compiled, plan, compiled.schedule, labels, phrasing, number_work(plan), {}, {}, {}};
    section.owners.reserve(plan.work.size());
    for (WorkIndex i = 0; i < plan.work.size(); ++i) section.owners.push_back(called(plan, plan.owner_of(i)));
    section.titles = title_work(section);
    section.after = link_work(section);
    return object("plan", plan_value(section), "contents", ReadyMarkdown{contents_mark()}, "findings",
                  findings_value(section), "key_dates", key_dates_value(section), "schedule", schedule_value(section),
                  "gantt", gantt_value(chart), "phases", phases_value(section), "rollout", rollout_value(section),
                  "metrics", metrics_value(section), "rollback", rollback_value(section), "checklists",
                  checklists_value(section), "checklist_totals", checklist_totals_value(section), "conditions",
                  conditions_value(section), "owners", owners_value(section), "risks", risks_value(section, false),
                  "high_risks", risks_value(section, true), "people", people_value(section), "everybody",
                  !plan.people.empty() || !plan.roles.empty() || !plan.contacts.empty(), "roles", roles_value(section),
                  "organisation", organisation_value(section), "contacts", contacts_value(section), "calendar",
                  calendar_value(section), "sign_off", sign_off_value(section), "contingencies",
                  contingencies_value(section), "notices", notices_value(section), "follow_ups",
                  follow_ups_value(section), "versions", versions_value(section), "changes", changes_value(section),
                  "environments", environments_value(section), "matrices", matrices_value(section), "sections",
                  all_sections(section), "attachments", attachments_value(section), "labels", labels_value(labels));
}

} // namespace planc
