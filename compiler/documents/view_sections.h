// The sections of the view, one maker each, and what they share.
#pragma once

#include "documents/actual.h"
#include "documents/documents.h"
#include "documents/phrasing.h"
#include "documents/value.h"
#include "gantt/chart.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace planc {

/// What the makers of sections look at.
struct Section {
    const Compiled& compiled;
    const Plan& plan;
    const Schedule& schedule;
    const Labels& labels;
    const Phrasing& phrasing;
    const Actuals& actuals;
    std::unordered_map<std::string_view, const CheckItem*> items; ///< of checklists and follow-ups, by id
    std::vector<std::string> numbers;                             ///< of all work: `2`, `2.3`, `R1`, `M2`
    std::vector<std::string> owners; ///< of all work: what the owner is called; may be empty
    std::vector<std::string> titles; ///< of all work: the title, or what stands for one
    std::vector<std::string> after;  ///< of all work: the numbers of what it waits for

    /// Undated where there is no schedule.
    const Planned& planned(WorkIndex work) const {
        static constexpr Planned undated{};
        return work < schedule.work.size() ? schedule.work[work] : undated;
    }
};

/// An object of names and values in turn.
inline void append_members(Members&) {}
template <class... Rest>
void append_members(Members& members, std::string_view name, Value value, Rest&&... rest) {
    members.push_back({name, std::move(value)});
    append_members(members, std::forward<Rest>(rest)...);
}
template <class... Parts>
Value object(Parts&&... parts) {
    Members members;
    members.reserve(sizeof...(parts) / 2);
    append_members(members, std::forward<Parts>(parts)...);
    return members;
}

/// What a person, role or contact is called; the id where nobody declares it, nothing where none is given.
std::string called(const Plan& plan, const Reference& reference);
/// Several of them, joined as the language does.
std::string called(const Section& section, const std::vector<Reference>& references);
/// The texts that are not empty, joined.
std::string join(const std::vector<std::string>& texts, std::string_view separator);
/// What holds for all work, in the order of Plan::work; `numbers` and the rest of the section are there.
std::vector<std::string> number_work(const Plan& plan);
std::vector<std::string> title_work(const Section& section);
std::vector<std::string> link_work(const Section& section);
/// The status in words; nothing while it is planned, as everything is at first.
std::string status_text(const Section& section, const Work& work);
/// `< 0.5 %, for 2 minutes`, in the words of the language; nothing where none is given.
/// With `unit`, the metric's, where the condition says none.
std::string condition_text(const Section& section, const Condition& condition, const Text& unit);
/// Where a written instant lies, as a deadline says it; nothing where it has no place.
std::string instant_text(const Section& section, const WrittenInstant& written);
/// Each as one text of a list.
Value texts_value(const std::vector<Text>& texts);
/// A level in words; nothing where none is given.
std::string level_text(const Section& section, const Located<Level>& level);
/// Notes as a block; their headings begin at `top_level`.
Value notes_value(const Text& notes, int top_level = 5);
/// False where the plan says no time for it and it lasts nothing: it is done some time within what it is part of.
bool has_time(const Section& section, WorkIndex work);
/// The work itself, or the nearest it is part of that has a time.
WorkIndex timed_part(const Section& section, WorkIndex work);
/// A leaf has no tasks or steps below it.
bool is_leaf(const Plan& plan, WorkIndex work);

/// The mark of what a record may speak of.
Value of_value(std::string_view id);
/// All marks of blocks and cells.
Value marks_value();
Value plan_value(const Section& section);
Value findings_value(const Section& section);
Value key_dates_value(const Section& section);
Value schedule_value(const Section& section);
/// A Mermaid diagram of the chart, of its groups alone if it is large; nothing if even they are too many.
Value gantt_value(const Chart& chart);
/// True if there is something to draw.
bool has_dates(const Chart& chart);
/// The chart that fits into a document beside its texts: all rows, or the groups alone where it is long.
Chart chart_for_page(const Chart& chart);
Value phases_value(const Section& section);
/// The members that phases and stages share: what is below them, as tables want it.
void append_work_below(Members& members, const Section& section, WorkIndex work);
/// `2–3 working days`; nothing where none is given.
std::string estimate_text(const Section& section, const Located<DurationRange>& estimate);
/// The text as fenced code, with a fence longer than any in it; nothing where none is given.
Value code_block(const Text& text);
/// What work says beside its times, notes among it.
void append_details(Members& members, const Section& section, const Work& work);
/// What the record says of an id: times, executor, result and remark; nothing where it does not speak of it.
Value actual_value(const Section& section, std::string_view id);
/// True if the record says that it was done or left out.
bool recorded_over(const Section& section, std::string_view id);
/// True if the record says that it was done.
bool recorded_done(const Section& section, std::string_view id);
Value record_value(const Section& section);
Value runbook_value(const Section& section);
/// A gate as one line: the metric with the condition it must hold.
std::string gate_text(const Section& section, const Gate& gate);
Value rollout_value(const Section& section);
Value metrics_value(const Section& section);
Value rollback_value(const Section& section);
/// A trigger in one text: the metric, with its rollback condition where that is wanted, and the event in words.
std::string trigger_text(const Section& section, const Trigger& trigger, bool with_limit);
/// Check items; `owner` is whose they are where they do not say.
Value items_value(const Section& section, const std::vector<CheckItem>& items, const Reference& owner);
Value checklists_value(const Section& section);
Value checklist_totals_value(const Section& section);
Value conditions_value(const Section& section);
Value owners_value(const Section& section);
Value risks_value(const Section& section, bool only_high);
Value contingencies_value(const Section& section);
Value notices_value(const Section& section);
Value follow_ups_value(const Section& section);
Value versions_value(const Section& section);
Value changes_value(const Section& section);
Value environments_value(const Section& section);
/// The tables that stand behind a section of the plan document.
Value matrices_value(const Section& section, Place place);
/// The free sections that stand behind a section of the plan document.
Value sections_value(const Section& section, Place place);
Value attachments_value(const Section& section);
/// Those that have to be at hand: of which the plan says whether they are.
Value open_attachments_value(const Section& section);
Value people_value(const Section& section);
Value roles_value(const Section& section);
Value organisation_value(const Section& section);
Value contacts_value(const Section& section);
Value calendar_value(const Section& section);
Value sign_off_value(const Section& section);

} // namespace planc
