// What the view says of the plan itself, its work, rollout, rollback, checklists and risks.
#pragma once

#include "documents/shape.h"

namespace planc::shape {

using enum ValueKind;

// What several things have, said once.
inline constexpr ViewField id_field{"id", text, "its id", {}};
inline constexpr ViewField title_field{"title", text, "its title", {}};
inline constexpr ViewField notes_field{"notes", markdown, "its notes", {}};
inline constexpr ViewField answerer_field{"owner", text, "who answers for it", {}};
inline constexpr ViewField doer_field{"owner", text, "who does it", {}};
inline constexpr ViewField after_field{"after", text, "the numbers of what it waits for", {}};
inline constexpr ViewField status_field{"status", text, "active, done, …; absent while planned", {}};
inline constexpr ViewField done_field{"done", flag, "true if done", {}};
inline constexpr ViewField priority_field{
    "priority", text, "low, medium, high or critical, in the document's language", {}};
inline constexpr ViewField lead_time_field{"lead_time", text, "how long others take to review it", {}};
inline constexpr ViewField estimate_field{"estimate", text, "how long it will probably take", {}};
inline constexpr ViewField progress_field{"progress", text, "how much is done: `70%`", {}};
inline constexpr ViewField deliverables_field{"deliverables", list, "what is there when it is done", {}};
inline constexpr ViewField tools_field{"tools", text, "what it is done with", {}};
inline constexpr ViewField run_field{"run", markdown, "the commands to type, as a code block", {}};
inline constexpr ViewField verify_field{"verify", text, "how to see that it worked", {}};
inline constexpr ViewField expect_field{"expect", text, "what is seen then", {}};

/// What layout marks (marks.h) there are for blocks and cells; `of` marks an item.
inline constexpr ViewField of_field{
    "of", markdown, "a mark at the begin of its item or row: the record may speak of it", {}};
inline constexpr ViewField mark_fields[] = {
    {"chart", markdown, "here stands the chart; a code block behind is for Markdown alone", {}},
    {"wide", markdown, "the document is printed on wide pages", {}},
    {"page", markdown, "a new page begins", {}},
    {"sign", markdown, "the table or list behind has room to sign", {}},
    {"write", markdown, "the table behind has room to write by hand", {}},
    {"facts", markdown, "each row of the table behind is a name and its value, the first row too", {}},
    {"issues", markdown, "the table behind holds the record's issues", {}},
    {"lessons", markdown, "the list behind holds its lessons", {}},
    {"suggestions", markdown, "the list behind holds its suggestions", {}},
    {"outcome", markdown, "the list behind holds its outcome", {}},
    {"tick", markdown, "in a cell: its box is ticked when it is done", {}},
    {"begin", markdown, "in the head of a column: when it really began", {}},
    {"end", markdown, "when it really ended", {}},
    {"by", markdown, "who did it", {}},
    {"result", markdown, "how it went", {}},
    {"note", markdown, "what the record notes of it", {}},
    {"success", markdown, "at the begin of an item: this outcome", {}},
    {"partial", markdown, "likewise", {}},
    {"rolled_back", markdown, "likewise", {}},
    {"failed", markdown, "likewise", {}},
    {"progress", markdown, "the word behind says how many of its section are done", {}},
    {"open", markdown, "the word behind says how many are not", {}},
};

inline constexpr ViewField actual_fields[] = {
    {"begin", text, "when it really began", {}},
    {"end", text, "when it really ended", {}},
    {"span", text, "both together", {}},
    {"executor", text, "who did it", {}},
    {"result", text, "done, failed or skipped, in the document's language", {}},
    {"remark", text, "what the record notes of it", {}},
};
inline constexpr ViewField actual_field{"actual", object, "what the record says of it; absent where it says nothing",
                                        actual_fields};

inline constexpr ViewField plan_fields[] = {
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
    {"anchor", text, "what the days of a plan without dates count from", {}},
    {"audience", text, "for whom the plan is written", {}},
    {"owner", text, "who answers for the release", {}},
    {"window", text, "from when to when: as declared, or as the work takes", {}},
    {"length", text, "how long that is", {}},
    {"fingerprint", text, "12 digits that name the sources exactly", {}},
    {"summary", markdown, "the summary, as paragraphs", {}},
    {"goals", list, "the goals", {}},
    {"scope", list, "what belongs to the release", {}},
    {"scope_line", text, "the same in one text", {}},
    {"notes", markdown, "the plan's notes", {}},
};

inline constexpr ViewField finding_fields[] = {
    {"severity", text, "error or warning, in the document's language", {}},
    {"error", flag, "true for errors", {}},
    {"rule", text, "the rule's name", {}},
    {"place", text, "the line in the plan", {}},
    {"message", markdown, "what was found", {}},
    {"help", markdown, "how to mend it", {}},
};
inline constexpr ViewField findings_fields[] = {
    {"counts", text, "how many errors and warnings there are", {}},
    {"rows", list, "the first of them, by place", finding_fields},
    {"more", text, "how many more there are", {}},
};

inline constexpr ViewField key_date_fields[] = {
    {"number", text, "`M1`, `R1`; absent for deadlines and the window", {}},
    {"title", text, "what is reached", {}},
    {"kind", text, "milestone, launch, rollout, deadline or window", {}},
    {"date", text, "when", {}},
    {"launch", flag, "true for the launch", {}},
    answerer_field,
    notes_field,
};

inline constexpr ViewField schedule_row_fields[] = {
    {"number", text, "`2`, `2.1`, `R1`", {}},
    {"title", text, "what is done", {}},
    {"group", flag, "true for phases and stages", {}},
    doer_field,
    {"begin", text, "when it starts", {}},
    {"end", text, "when it ends; a day is included", {}},
    {"span", text, "both, as short as they may be", {}},
    {"length", text, "its duration as written, else as it comes out", {}},
    after_field,
    {"critical", flag, "true if a delay delays the end", {}},
    {"slack", text, "how late it may be otherwise", {}},
    status_field,
    actual_field,
};
inline constexpr ViewField schedule_fields[] = {
    {"rows", list, "phases, tasks and stages in order", schedule_row_fields},
    {"critical_path", text, "the numbers on the longest chain, where that says something", {}},
};

inline constexpr ViewField work_fields[] = {
    of_field,
    {"number", text, "`1.1`, `R1.2`", {}},
    {"title", text, "what to do", {}},
    {"group", flag, "true for a task that holds the rows that follow", {}},
    doer_field,
    {"span", text, "when, where a time is known or it lasts", {}},
    {"length", text, "how long, likewise", {}},
    verify_field,
    expect_field,
    status_field,
    done_field,
    actual_field,
};
inline constexpr ViewField remark_fields[] = {
    {"number", text, "the number of the task or step", {}},
    title_field,
    priority_field,
    estimate_field,
    lead_time_field,
    progress_field,
    deliverables_field,
    tools_field,
    run_field,
    notes_field,
};

inline constexpr ViewField phase_fields[] = {
    of_field,
    {"number", text, "`1`, `2`, …", {}},
    id_field,
    title_field,
    answerer_field,
    {"span", text, "when", {}},
    {"length", text, "how long", {}},
    after_field,
    status_field,
    done_field,
    priority_field,
    estimate_field,
    lead_time_field,
    progress_field,
    deliverables_field,
    tools_field,
    notes_field,
    {"steps", list, "all steps below it, with the tasks that hold them", work_fields},
    {"work", list,
     "what is to be done and ticked: steps, and tasks with nothing below them; with the tasks that hold them",
     work_fields},
    {"remarks", list, "what is below it and says more than a table holds", remark_fields},
    actual_field,
};

inline constexpr ViewField stage_fields[] = {
    of_field,
    {"number", text, "`R1`, `R2`, …", {}},
    id_field,
    {"title", text, "its title, or one made from the percentage", {}},
    {"percent", text, "the share of the users: `10%`", {}},
    {"users", text, "how many users", {}},
    {"audience", text, "who they are", {}},
    answerer_field,
    {"span", text, "when", {}},
    {"length", text, "how long", {}},
    after_field,
    {"observe", text, "how long it is watched", {}},
    {"gates", list, "what must hold before the next stage", {}},
    {"gate_lines", text, "the same in one text", {}},
    status_field,
    done_field,
    priority_field,
    estimate_field,
    lead_time_field,
    progress_field,
    deliverables_field,
    tools_field,
    notes_field,
    {"steps", list, "its steps", work_fields},
    {"work", list, "its steps, or the stage itself", work_fields},
    {"remarks", list, "its steps that say more than a table holds", remark_fields},
    actual_field,
};
inline constexpr ViewField rollout_fields[] = {
    {"within", text, "the work it takes place in", {}},
    {"stages", list, "the stages in order", stage_fields},
    {"stepped", flag, "true if a stage has steps", {}},
};

inline constexpr ViewField metric_fields[] = {
    id_field,
    {"title", text, "what is measured", {}},
    {"unit", text, "in what unit", {}},
    {"source", text, "where it is watched", {}},
    {"target", text, "what it should be", {}},
    {"alert", text, "when somebody is called", {}},
    {"rollback", text, "when the release is taken back", {}},
    notes_field,
};

inline constexpr ViewField trigger_fields[] = {
    {"text", text, "the metric with its limit, or the event", {}},
    {"manual", flag, "true if somebody decides", {}},
    {"metric", flag, "true if a metric triggers it", {}},
};
inline constexpr ViewField rollback_step_fields[] = {
    of_field,
    {"number", text, "`1`, `2`, …", {}},
    {"title", text, "what to do", {}},
    doer_field,
    {"budget", text, "how long it may take", {}},
    {"running", text, "how long all until here may take", {}},
    verify_field,
    expect_field,
    run_field,
    notes_field,
    {"remarked", flag, "true if it has commands or notes", {}},
    actual_field,
};
inline constexpr ViewField rollback_fields[] = {
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
    notes_field,
};

inline constexpr ViewField item_fields[] = {
    of_field,
    {"check", text, "what to check", {}},
    {"done", flag, "true if ticked", {}},
    {"by", text, "by whom", {}},
    {"at", text, "when", {}},
    {"owner", text, "who checks it, if not the checklist's owner", {}},
    {"due", text, "until when, if not the checklist's date", {}},
    notes_field,
};
inline constexpr ViewField checklist_fields[] = {
    id_field,
    title_field,
    answerer_field,
    {"due", text, "until when", {}},
    {"gates", text, "what may not start before", {}},
    {"progress", text, "`3/7`", {}},
    {"complete", flag, "true if all is ticked", {}},
    {"items", list, "the items", item_fields},
    notes_field,
};
inline constexpr ViewField totals_fields[] = {
    {"progress", text, "`12/20` over all checklists", {}},
    {"open", text, "how many are open", {}},
    {"complete", flag, "true if none is", {}},
};
inline constexpr ViewField condition_fields[] = {
    {"text", text, "the condition", {}},
    {"met", flag, "true if it is met", {}},
};
inline constexpr ViewField owner_fields[] = {
    {"owner", text, "the role or person", {}},        {"work", text, "how many tasks, steps and stages", {}},
    {"phases", text, "in which phases", {}},          {"checks", text, "ticked and all check items", {}},
    {"span", text, "from the first to the last", {}},
};
inline constexpr ViewField risk_fields[] = {
    {"title", text, "what could happen", {}}, {"effect", text, "and what then", {}},
    {"probability", text, "how likely", {}},  {"impact", text, "how bad", {}},
    {"level", text, "both together", {}},     {"mitigation", text, "what is done about it", {}},
    {"owner", text, "by whom", {}},
};

} // namespace planc::shape
