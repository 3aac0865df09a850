// The table of all names a template may use.
#include "documents/shape.h"

namespace planc {

namespace {

using enum ValueKind;

constexpr ViewField plan_fields[] = {
    {"overview", flag, "true if there is a summary, goals, a scope or notes", {}},
    {"id", text, "the plan's id", {}},
    {"title", text, "what is released", {}},
    {"release", text, "the version that ships", {}},
    {"revision", text, "the revision of this document", {}},
    {"status", text, "its status, in the document's language", {}},
    {"draft", flag, "true while the status is draft", {}},
    {"date", text, "the date of the revision", {}},
    {"language", text, "`zh-CN` or `en`", {}},
    {"timezone", text, "the time zone of all times", {}},
    {"audience", text, "for whom the plan is written", {}},
    {"owner", text, "who answers for the release", {}},
    {"window", text, "from when to when: as declared, or as the work takes", {}},
    {"length", text, "how long that is", {}},
    {"fingerprint", text, "12 digits that name the sources exactly", {}},
    {"summary", markdown, "the summary, as paragraphs", {}},
    {"goals", list, "the goals", {}},
    {"scope", list, "what belongs to the release", {}},
    {"notes", markdown, "the plan's notes", {}},
};

constexpr ViewField finding_fields[] = {
    {"severity", text, "error or warning, in the document's language", {}},
    {"error", flag, "true for errors", {}},
    {"rule", text, "the rule's name", {}},
    {"place", text, "the line in the plan", {}},
    {"message", markdown, "what was found", {}},
    {"help", markdown, "how to mend it", {}},
};
constexpr ViewField findings_fields[] = {
    {"counts", text, "how many errors and warnings there are", {}},
    {"rows", list, "the first of them, by place", finding_fields},
    {"more", text, "how many more there are", {}},
};

constexpr ViewField key_date_fields[] = {
    {"number", text, "`M1`, `R1`; absent for deadlines and the window", {}},
    {"title", text, "what is reached", {}},
    {"kind", text, "milestone, launch, rollout, deadline or window", {}},
    {"date", text, "when", {}},
    {"launch", flag, "true for the launch", {}},
    {"owner", text, "who answers for it", {}},
    {"notes", markdown, "its notes", {}},
};

constexpr ViewField schedule_row_fields[] = {
    {"number", text, "`2`, `2.1`, `R1`", {}},
    {"title", text, "what is done", {}},
    {"group", flag, "true for phases and stages", {}},
    {"owner", text, "who does it", {}},
    {"begin", text, "when it starts", {}},
    {"end", text, "when it ends; a day is included", {}},
    {"span", text, "both, as short as they may be", {}},
    {"length", text, "its duration as written, else as it comes out", {}},
    {"after", text, "the numbers of what it waits for", {}},
    {"critical", flag, "true if a delay delays the end", {}},
    {"slack", text, "how late it may be otherwise", {}},
    {"status", text, "active, done, …; absent while planned", {}},
};
constexpr ViewField schedule_fields[] = {
    {"rows", list, "phases, tasks and stages in order", schedule_row_fields},
    {"critical_path", text, "the numbers on the longest chain, where that says something", {}},
};

constexpr ViewField work_fields[] = {
    {"number", text, "`1.1`, `R1.2`", {}},
    {"title", text, "what to do", {}},
    {"group", flag, "true for a task that holds the rows that follow", {}},
    {"owner", text, "who does it", {}},
    {"span", text, "when, where a time is known or it lasts", {}},
    {"length", text, "how long, likewise", {}},
    {"verify", text, "how to see that it worked", {}},
    {"expect", text, "what is seen then", {}},
    {"status", text, "active, done, …; absent while planned", {}},
    {"done", flag, "true if done", {}},
};
constexpr ViewField remark_fields[] = {
    {"number", text, "the number of the task or step", {}},
    {"title", text, "its title", {}},
    {"priority", text, "low, medium, high or critical, in the document's language", {}},
    {"estimate", text, "how long it will probably take", {}},
    {"progress", text, "how much is done: `70%`", {}},
    {"deliverables", list, "what is there when it is done", {}},
    {"tools", text, "what it is done with", {}},
    {"run", markdown, "the commands to type, as a code block", {}},
    {"notes", markdown, "its notes", {}},
};

constexpr ViewField phase_fields[] = {
    {"number", text, "`1`, `2`, …", {}},
    {"id", text, "its id", {}},
    {"title", text, "its title", {}},
    {"owner", text, "who answers for it", {}},
    {"span", text, "when", {}},
    {"length", text, "how long", {}},
    {"after", text, "the numbers of what it waits for", {}},
    {"status", text, "active, done, …; absent while planned", {}},
    {"done", flag, "true if done", {}},
    {"priority", text, "low, medium, high or critical, in the document's language", {}},
    {"estimate", text, "how long it will probably take", {}},
    {"progress", text, "how much is done: `70%`", {}},
    {"deliverables", list, "what is there when it is done", {}},
    {"tools", text, "what it is done with", {}},
    {"notes", markdown, "its notes", {}},
    {"steps", list, "all steps below it, with the tasks that hold them", work_fields},
    {"work", list,
     "what is to be done and ticked: steps, and tasks with nothing below them; with the tasks that hold them",
     work_fields},
    {"remarks", list, "what is below it and says more than a table holds", remark_fields},
};

constexpr ViewField stage_fields[] = {
    {"number", text, "`R1`, `R2`, …", {}},
    {"id", text, "its id", {}},
    {"title", text, "its title, or one made from the percentage", {}},
    {"percent", text, "the share of the users: `10%`", {}},
    {"users", text, "how many users", {}},
    {"audience", text, "who they are", {}},
    {"owner", text, "who answers for it", {}},
    {"span", text, "when", {}},
    {"length", text, "how long", {}},
    {"after", text, "the numbers of what it waits for", {}},
    {"observe", text, "how long it is watched", {}},
    {"gates", list, "what must hold before the next stage", {}},
    {"gate_lines", text, "the same in one text", {}},
    {"status", text, "active, done, …; absent while planned", {}},
    {"done", flag, "true if done", {}},
    {"priority", text, "low, medium, high or critical, in the document's language", {}},
    {"estimate", text, "how long it will probably take", {}},
    {"progress", text, "how much is done: `70%`", {}},
    {"deliverables", list, "what is there when it is done", {}},
    {"tools", text, "what it is done with", {}},
    {"notes", markdown, "its notes", {}},
    {"steps", list, "its steps", work_fields},
    {"work", list, "its steps, or the stage itself", work_fields},
    {"remarks", list, "its steps that say more than a table holds", remark_fields},
};
constexpr ViewField rollout_fields[] = {
    {"within", text, "the work it takes place in", {}},
    {"stages", list, "the stages in order", stage_fields},
    {"stepped", flag, "true if a stage has steps", {}},
};

constexpr ViewField metric_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "what is measured", {}},
    {"unit", text, "in what unit", {}},
    {"source", text, "where it is watched", {}},
    {"target", text, "what it should be", {}},
    {"alert", text, "when somebody is called", {}},
    {"rollback", text, "when the release is taken back", {}},
    {"notes", markdown, "its notes", {}},
};

constexpr ViewField trigger_fields[] = {
    {"text", text, "the metric with its limit, or the event", {}},
    {"manual", flag, "true if somebody decides", {}},
    {"metric", flag, "true if a metric triggers it", {}},
};
constexpr ViewField rollback_step_fields[] = {
    {"number", text, "`1`, `2`, …", {}},
    {"title", text, "what to do", {}},
    {"owner", text, "who does it", {}},
    {"budget", text, "how long it may take", {}},
    {"running", text, "how long all until here may take", {}},
    {"verify", text, "how to see that it worked", {}},
    {"expect", text, "what is seen then", {}},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField rollback_fields[] = {
    {"trigger_line", text, "all triggers in one text", {}},
    {"limit_line", text, "all limits in one text", {}},
    {"owner", text, "who decides", {}},
    {"decision_limit", text, "how long the decision may take", {}},
    {"time_limit", text, "how long the rollback may take", {}},
    {"data_loss_limit", text, "how much data may be lost", {}},
    {"backup_every", text, "how often backups are made", {}},
    {"triggers", list, "what triggers it", trigger_fields},
    {"steps", list, "the steps in order", rollback_step_fields},
    {"total", text, "all budgets together", {}},
    {"over_limit", flag, "true if that is more than the limit", {}},
    {"notes", markdown, "its notes", {}},
};

constexpr ViewField item_fields[] = {
    {"check", text, "what to check", {}},
    {"done", flag, "true if ticked", {}},
    {"by", text, "by whom", {}},
    {"at", text, "when", {}},
    {"owner", text, "who checks it, if not the checklist's owner", {}},
    {"due", text, "until when, if not the checklist's date", {}},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField checklist_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "its title", {}},
    {"owner", text, "who answers for it", {}},
    {"due", text, "until when", {}},
    {"gates", text, "what may not start before", {}},
    {"progress", text, "`3/7`", {}},
    {"complete", flag, "true if all is ticked", {}},
    {"items", list, "the items", item_fields},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField totals_fields[] = {
    {"progress", text, "`12/20` over all checklists", {}},
    {"open", text, "how many are open", {}},
    {"complete", flag, "true if none is", {}},
};
constexpr ViewField condition_fields[] = {
    {"text", text, "the condition", {}},
    {"met", flag, "true if it is met", {}},
};
constexpr ViewField owner_fields[] = {
    {"owner", text, "the role or person", {}},        {"work", text, "how many tasks, steps and stages", {}},
    {"phases", text, "in which phases", {}},          {"checks", text, "ticked and all check items", {}},
    {"span", text, "from the first to the last", {}},
};
constexpr ViewField risk_fields[] = {
    {"title", text, "what could happen", {}}, {"effect", text, "and what then", {}},
    {"probability", text, "how likely", {}},  {"impact", text, "how bad", {}},
    {"level", text, "both together", {}},     {"mitigation", text, "what is done about it", {}},
    {"owner", text, "by whom", {}},
};

constexpr ViewField person_fields[] = {
    {"name", text, "the name", {}},   {"title", text, "what they are called at work", {}},
    {"roles", text, "the roles", {}}, {"phone", text, "phone", {}},
    {"email", text, "mail", {}},      {"backup", text, "who stands in", {}},
    {"away", text, "when away", {}},
};
constexpr ViewField role_fields[] = {
    {"title", text, "the role", {}},
    {"people", text, "who holds it", {}},
    {"headcount", text, "how many, where they are not named", {}},
    {"backup", text, "who stands in", {}},
    {"reports_to", text, "to whom", {}},
    {"duty", text, "what it answers for", {}},
};
constexpr ViewField place_fields[] = {
    {"indent", markdown, "two blanks for each level above", {}},
    {"title", text, "the role or person", {}},
    {"people", text, "who holds the role", {}},
};
constexpr ViewField contact_fields[] = {
    {"title", text, "who", {}},           {"phone", text, "phone", {}},          {"email", text, "mail", {}},
    {"hours", text, "when to reach", {}}, {"duty", text, "called for what", {}},
};
constexpr ViewField freeze_fields[] = {
    {"title", text, "why", {}},
    {"span", text, "when", {}},
};
constexpr ViewField calendar_fields[] = {
    {"working_days", text, "the working weekdays", {}},
    {"hours", text, "the working hours", {}},
    {"holidays", list, "days off", {}},
    {"make_up_days", list, "days worked instead", {}},
    {"freezes", list, "when nothing may start", freeze_fields},
    {"timezone", text, "the time zone", {}},
};
constexpr ViewField signer_fields[] = {
    {"name", text, "the name", {}},
    {"title", text, "what they are called at work", {}},
};
constexpr ViewField sign_off_fields[] = {
    {"prepared_by", text, "who prepared it", {}},
    {"reviewed_by", text, "who reviewed it", {}},
    {"approved_by", text, "who approved it", {}},
    {"prepared", list, "the same one by one", signer_fields},
    {"reviewed", list, "the same one by one", signer_fields},
    {"approved", list, "the same one by one", signer_fields},
    {"date", text, "when", {}},
};

constexpr ViewField action_fields[] = {
    {"number", text, "`1`, `2`, …", {}},
    {"title", text, "what to do", {}},
    {"owner", text, "who does it", {}},
    {"duration", text, "how long it may take", {}},
};
constexpr ViewField contingency_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "what has happened", {}},
    {"triggers", list, "what shows it", {}},
    {"actions", list, "what is done", action_fields},
    {"decided_by", text, "who decides", {}},
    {"notify", text, "who is told", {}},
    {"time_limit", text, "until all is well again", {}},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField notice_fields[] = {
    {"id", text, "its id", {}},         {"title", text, "what is told", {}},   {"to", text, "who is told", {}},
    {"at", text, "when", {}},           {"owner", text, "by whom", {}},        {"channel", text, "how", {}},
    {"done", flag, "true if told", {}}, {"body", markdown, "the message", {}},
};
constexpr ViewField follow_up_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "its title", {}},
    {"at", text, "when", {}},
    {"owner", text, "who looks", {}},
    {"items", list, "what is looked at", item_fields},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField version_fields[] = {
    {"version", text, "its number", {}},           {"title", text, "what it is about", {}},
    {"date", text, "when: a month or a date", {}}, {"contents", list, "what it brings", {}},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField change_fields[] = {
    {"revision", text, "the revision", {}},
    {"date", text, "its date", {}},
    {"by", text, "who made it", {}},
    {"what", text, "what has changed, a line each", {}},
};
constexpr ViewField environment_fields[] = {
    {"id", text, "its id", {}},           {"title", text, "its name", {}},
    {"address", text, "where it is", {}}, {"settings", text, "its settings, a line each", {}},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField matrix_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "its title", {}},
    {"table", markdown, "the table", {}},
    {"notes", markdown, "its notes", {}},
};
constexpr ViewField section_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "its heading", {}},
    {"body", markdown, "its text", {}},
};
constexpr ViewField sections_fields[] = {
    {"overview", list, "behind overview", section_fields}, {"key_dates", list, "behind key dates", section_fields},
    {"schedule", list, "behind schedule", section_fields}, {"phases", list, "behind phases", section_fields},
    {"rollout", list, "behind rollout", section_fields},   {"metrics", list, "behind metrics", section_fields},
    {"rollback", list, "behind rollback", section_fields}, {"checklists", list, "behind checklists", section_fields},
    {"risks", list, "behind risks", section_fields},       {"people", list, "behind people", section_fields},
    {"end", list, "at the end", section_fields},
};
constexpr ViewField attachment_fields[] = {
    {"id", text, "its id", {}},
    {"title", text, "what it is", {}},
    {"kind", text, "what sort of thing", {}},
    {"location", text, "where it is", {}},
    {"owner", text, "who has it", {}},
    {"ready", flag, "true if at hand", {}},
    {"notes", markdown, "its notes", {}},
};

constexpr ViewField root_fields[] = {
    {"plan", object, "the plan itself", plan_fields},
    {"contents", markdown, "a list of the headings behind it, linked", {}},
    {"findings", object, "errors and warnings of the checks; absent if there are none", findings_fields},
    {"key_dates", list, "milestones, stages, deadlines and the window, by date", key_date_fields},
    {"schedule", object, "all work in one table", schedule_fields},
    {"gantt", markdown, "a Mermaid diagram, to stand in a code fence; absent if it would be too large", {}},
    {"phases", list, "the phases", phase_fields},
    {"rollout", object, "the rollout", rollout_fields},
    {"metrics", list, "the metrics", metric_fields},
    {"rollback", object, "the rollback", rollback_fields},
    {"checklists", list, "the checklists", checklist_fields},
    {"checklist_totals", object, "all check items together", totals_fields},
    {"conditions", list, "what must hold before it goes on", condition_fields},
    {"owners", list, "each owner's share of work and checks", owner_fields},
    {"risks", list, "the risks, highest first", risk_fields},
    {"high_risks", list, "the high and critical ones", risk_fields},
    {"everybody", flag, "true if there are roles, people or contacts", {}},
    {"people", list, "the people", person_fields},
    {"roles", list, "the roles", role_fields},
    {"organisation", list, "who reports to whom, from the top", place_fields},
    {"contacts", list, "whom else to call", contact_fields},
    {"calendar", object, "working days, holidays and freezes, where they are not the usual ones", calendar_fields},
    {"sign_off", object, "who signs", sign_off_fields},
    {"contingencies", list, "the emergency plans", contingency_fields},
    {"notices", list, "who is told what, and when", notice_fields},
    {"follow_ups", list, "what is looked at after the launch", follow_up_fields},
    {"versions", list, "the road map", version_fields},
    {"changes", list, "the revisions of the plan", change_fields},
    {"environments", list, "where the release runs", environment_fields},
    {"matrices", list, "tables of the plan's own", matrix_fields},
    {"sections", object, "texts of the plan's own, by the section they stand behind", sections_fields},
    {"attachments", list, "materials and accounts", attachment_fields},
};

} // namespace

std::span<const ViewField> view_shape() { return root_fields; }

} // namespace planc
