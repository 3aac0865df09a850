// The view of the dates worth remembering: milestones, stages, deadlines and the ends of the window.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

struct KeyDate {
    std::optional<Instant> at; ///< what it is sorted by; those without come last
    Value value;
};

/// Everything a row may have; what does not fit is left empty.
Value row(const Section& section, std::string_view kind, std::string number, std::string title, std::string date,
          bool launch, std::string owner, Value notes) {
    return object("kind", section.labels[kind], "number", std::move(number), "title", std::move(title), "date",
                  std::move(date), "launch", launch, "owner", std::move(owner), "notes", std::move(notes));
}

void add_window(const Section& section, std::vector<KeyDate>& dates) {
    const auto& declared = section.schedule.declared;
    if (!declared) return;
    const Calendar& calendar = section.plan.calendar;
    const std::string owner = called(section.plan, section.plan.header.owner);
    const auto add = [&](Instant at, bool is_end, std::string_view kind) {
        const std::string date = section.phrasing.deadline(at, calendar.is_midnight(at), is_end);
        dates.push_back({at, row(section, "window", {}, std::string(section.labels[kind]), date, false, owner, {})});
    };
    add(declared->begin, false, "window_begins");
    add(declared->end, true, "window_ends");
}

void add_stages(const Section& section, std::vector<KeyDate>& dates) {
    for (const Stage& stage : section.plan.rollout.stages) {
        const Planned& planned = section.planned(stage.work);
        const std::string percent =
            stage.percent.given() ? section.phrasing.range(stage.percent.value) + "%" : std::string();
        std::string title = section.titles[stage.work];
        if (!percent.empty() && title.find(percent) == std::string::npos)
            title = fill(section.labels["bracketed"], {{"text", title}, {"in_brackets", percent}});
        dates.push_back({planned.dated ? std::optional(planned.span.begin) : std::nullopt,
                         row(section, "rollout", section.numbers[stage.work], std::move(title),
                             section.phrasing.begin(planned), false, section.owners[stage.work], {})});
    }
}

void add_milestones(const Section& section, std::vector<KeyDate>& dates) {
    for (const Milestone& milestone : section.plan.milestones) {
        const Planned& planned = section.planned(milestone.work);
        // What a day ends with comes before what the next one begins with.
        const std::optional<Instant> at = planned.dated ? std::optional(planned.span.begin - minutes(1)) : std::nullopt;
        dates.push_back(
            {at, row(section, milestone.launch.value ? "launch" : "milestone", section.numbers[milestone.work],
                     section.titles[milestone.work], section.phrasing.point(planned, true), milestone.launch.value,
                     section.owners[milestone.work],
                     notes_value(section.plan.details_of(section.plan.work[milestone.work]).notes))});
    }
}

/// Deadlines of what something waits for.
void add_deadlines(const Section& section, std::vector<KeyDate>& dates) {
    for (const Checklist& checklist : section.plan.checklists) {
        if (checklist.gates.empty() || !checklist.due.given()) continue;
        const auto at = place(checklist.due, section.plan, section.schedule, true);
        dates.push_back(
            {at, row(section, "due", {}, std::string(checklist.title.value), instant_text(section, checklist.due),
                     false, called(section.plan, checklist.owner), {})});
    }
}

} // namespace

Value key_dates_value(const Section& section) {
    std::vector<KeyDate> dates;
    add_window(section, dates);
    add_deadlines(section, dates);
    add_stages(section, dates);
    add_milestones(section, dates);
    std::stable_sort(dates.begin(), dates.end(), [](const KeyDate& a, const KeyDate& b) {
        return a.at.has_value() != b.at.has_value() ? a.at.has_value() : a.at && *a.at < *b.at;
    });
    ValueList list;
    for (KeyDate& date : dates) list.push_back(std::move(date.value));
    return list;
}

} // namespace planc
