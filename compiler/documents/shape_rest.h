// What the view says of people, background, the record and the runbook.
#pragma once

#include "documents/shape_work.h"

namespace planc::shape {

using enum ValueKind;

inline constexpr ViewField person_fields[] = {
    {"name", text, "the name", {}},   {"title", text, "what they are called at work", {}},
    {"roles", text, "the roles", {}}, {"phone", text, "phone", {}},
    {"email", text, "mail", {}},      {"backup", text, "who stands in", {}},
    {"away", text, "when away", {}},
};
inline constexpr ViewField role_fields[] = {
    {"title", text, "the role", {}},
    {"people", text, "who holds it", {}},
    {"headcount", text, "how many, where they are not named", {}},
    {"backup", text, "who stands in", {}},
    {"reports_to", text, "to whom", {}},
    {"duty", text, "what it answers for", {}},
};
inline constexpr ViewField place_fields[] = {
    {"indent", markdown, "two blanks for each level above", {}},
    {"title", text, "the role or person", {}},
    {"people", text, "who holds the role", {}},
};
inline constexpr ViewField contact_fields[] = {
    {"title", text, "who", {}},           {"phone", text, "phone", {}},          {"email", text, "mail", {}},
    {"hours", text, "when to reach", {}}, {"duty", text, "called for what", {}},
};
inline constexpr ViewField freeze_fields[] = {
    {"title", text, "why", {}},
    {"span", text, "when", {}},
};
inline constexpr ViewField calendar_fields[] = {
    {"working_days", text, "the working weekdays", {}},
    {"hours", text, "the working hours", {}},
    {"holidays", text, "days off", {}},
    {"make_up_days", text, "days worked instead", {}},
    {"freezes", list, "when nothing may start", freeze_fields},
    {"timezone", text, "the time zone", {}},
};
inline constexpr ViewField signer_fields[] = {
    {"name", text, "the name", {}},
    {"title", text, "what they are called at work", {}},
};
inline constexpr ViewField sign_off_fields[] = {
    {"prepared_by", text, "who prepared it", {}},
    {"reviewed_by", text, "who reviewed it", {}},
    {"approved_by", text, "who approved it", {}},
    {"prepared", list, "the same one by one", signer_fields},
    {"reviewed", list, "the same one by one", signer_fields},
    {"approved", list, "the same one by one", signer_fields},
    {"date", text, "when", {}},
};

inline constexpr ViewField action_fields[] = {
    {"number", text, "`1`, `2`, …", {}},
    {"title", text, "what to do", {}},
    doer_field,
    {"duration", text, "how long it may take", {}},
};
inline constexpr ViewField contingency_fields[] = {
    id_field,
    {"title", text, "what has happened", {}},
    {"triggers", list, "what shows it", {}},
    {"actions", list, "what is done", action_fields},
    {"decided_by", text, "who decides", {}},
    {"notify", text, "who is told", {}},
    {"time_limit", text, "until all is well again", {}},
    notes_field,
};
inline constexpr ViewField notice_fields[] = {
    of_field,
    {"id", text, "its id", {}},
    {"title", text, "what is told", {}},
    {"to", text, "who is told", {}},
    {"at", text, "when", {}},
    {"owner", text, "by whom", {}},
    {"channel", text, "how", {}},
    {"done", flag, "true if told", {}},
    {"body", markdown, "the message", {}},
};
inline constexpr ViewField follow_up_fields[] = {
    id_field,
    title_field,
    {"at", text, "when", {}},
    {"owner", text, "who looks", {}},
    {"items", list, "what is looked at", item_fields},
    notes_field,
};
inline constexpr ViewField version_fields[] = {
    {"version", text, "its number", {}},
    {"title", text, "what it is about", {}},
    {"date", text, "when: a month or a date", {}},
    {"contents", list, "what it brings", {}},
    notes_field,
};
inline constexpr ViewField change_fields[] = {
    {"revision", text, "the revision", {}},
    {"date", text, "its date", {}},
    {"by", text, "who made it", {}},
    {"what", text, "what has changed, a line each", {}},
};
inline constexpr ViewField environment_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "its name", {}},
    {"address", text, "where it is", {}},
    {"settings", text, "its settings, a line each", {}},
    notes_field,
};
inline constexpr ViewField matrix_fields[] = {
    id_field,
    title_field,
    {"table", markdown, "the table", {}},
    notes_field,
};
inline constexpr ViewField section_fields[] = {
    id_field,
    {"title", text, "its heading", {}},
    {"body", markdown, "its text", {}},
};
inline constexpr ViewField order_fields[] = {
    {"is_overview", flag, "true where `overview` stands", {}},
    {"is_key_dates", flag, "true where `key_dates` stands", {}},
    {"is_schedule", flag, "true where `schedule` stands", {}},
    {"is_gantt", flag, "true where `gantt` stands", {}},
    {"is_phases", flag, "true where `phases` stands", {}},
    {"is_rollout", flag, "true where `rollout` stands", {}},
    {"is_metrics", flag, "true where `metrics` stands", {}},
    {"is_rollback", flag, "true where `rollback` stands", {}},
    {"is_contingencies", flag, "true where `contingencies` stands", {}},
    {"is_checklists", flag, "true where `checklists` stands", {}},
    {"is_risks", flag, "true where `risks` stands", {}},
    {"is_notices", flag, "true where `notices` stands", {}},
    {"is_follow_ups", flag, "true where `follow_ups` stands", {}},
    {"is_people", flag, "true where `people` stands", {}},
    {"is_calendar", flag, "true where `calendar` stands", {}},
    {"is_environments", flag, "true where `environments` stands", {}},
    {"is_matrices", flag, "true where `matrices` stands", {}},
    {"is_versions", flag, "true where `versions` stands", {}},
    {"is_attachments", flag, "true where `attachments` stands", {}},
    {"is_record", flag, "true where `record` stands", {}},
    {"is_changes", flag, "true where `changes` stands", {}},
    {"is_sign_off", flag, "true where `sign_off` stands", {}},
    {"is_end", flag, "true where the rest of the texts of the plan's own stands", {}},
    {"tables", list, "the plan's tables that stand behind it", matrix_fields},
    {"texts", list, "the plan's texts that stand behind it", section_fields},
};
inline constexpr ViewField attachment_fields[] = {
    id_field,
    {"title", text, "what it is", {}},
    {"kind", text, "what sort of thing", {}},
    {"location", text, "where it is", {}},
    {"owner", text, "who has it", {}},
    {"ready", text, "☑ or ☐; absent where the plan does not say", {}},
    notes_field,
};

inline constexpr ViewField open_attachment_fields[] = {
    {"title", text, "what it is", {}},
    {"owner", text, "who has it", {}},
    {"done", flag, "true if it is at hand", {}},
};
inline constexpr ViewField entry_fields[] = {
    {"number", text, "the number of the work", {}},
    {"title", text, "what was done", {}},
    {"planned", text, "when it was planned", {}},
    {"actual", text, "when it was done", {}},
    {"executor", text, "by whom", {}},
    {"result", text, "how it went", {}},
    {"remark", text, "what is worth remembering", {}},
};
inline constexpr ViewField issue_fields[] = {
    {"number", text, "`1`, `2`, …", {}},
    {"at", text, "when it was found", {}},
    {"where", text, "what was being done", {}},
    {"title", text, "what went wrong", {}},
    {"solution", text, "what was done", {}},
    {"owner", text, "who takes care of it", {}},
    {"solved", text, "☑ or ☐", {}},
};
inline constexpr ViewField record_fields[] = {
    {"outcome", text, "how it ended, in the document's language", {}},
    {"success", flag, "true if as planned", {}},
    {"partial", flag, "true if with deviations", {}},
    {"rolled_back", flag, "true if taken back", {}},
    {"failed", flag, "true if not released", {}},
    {"summary", text, "the same in a sentence", {}},
    {"entries", list, "what was done", entry_fields},
    {"others", list, "those that are not about work or the rollback", entry_fields},
    {"issues", list, "what went wrong", issue_fields},
    {"lessons", list, "what was learnt", {}},
    {"suggestions", list, "what should be done next", {}},
};
inline constexpr ViewField runbook_step_fields[] = {
    {"number", text, "`1.1`, `R1`", {}},
    {"title", text, "what to do", {}},
    {"alone", flag, "true if it is the group itself, and its title stands above", {}},
    {"time", text, "from when to when, if it is planned by the clock or lasts for days", {}},
    doer_field,
    {"length", text, "how long it takes", {}},
    estimate_field,
    run_field,
    verify_field,
    expect_field,
    notes_field,
};
inline constexpr ViewField runbook_notice_fields[] = {
    {"at", text, "when", {}},       {"title", text, "what is told", {}}, {"to", text, "who is told", {}},
    {"owner", text, "by whom", {}}, {"channel", text, "how", {}},        {"body", markdown, "the message", {}},
};
inline constexpr ViewField about_fields[] = {
    tools_field,
    notes_field,
};
inline constexpr ViewField runbook_group_fields[] = {
    {"notice", object, "a notice that is due; then there is nothing else", runbook_notice_fields},
    {"title", text, "number, title and time of the task, phase or stage", {}},
    {"milestone", flag, "true for the launch", {}},
    {"conditions", list, "checklists that have to be complete first", {}},
    {"about", list, "what it and what it is part of say beside their times, each once", about_fields},
    {"steps", list, "what is done, in the order of time", runbook_step_fields},
    {"observe", text, "how long a stage is watched, behind its last step", {}},
    {"gates", list, "what has to hold before it goes on, likewise", {}},
};
inline constexpr ViewField runbook_fields[] = {
    {"day", text, "the day", {}},
    {"groups", list, "its work, by phase", runbook_group_fields},
};

} // namespace planc::shape
