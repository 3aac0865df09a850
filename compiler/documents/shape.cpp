// The table of all names a template may use.
#include "documents/shape.h"

#include "documents/shape_rest.h"
#include "documents/shape_work.h"

namespace planc {

namespace {

using namespace shape;

constexpr ViewField root_fields[] = {
    {"plan", object, "the plan itself", plan_fields},
    {"contents", markdown, "a list of the headings behind it, linked", {}},
    {"short_contents", markdown, "the same with the headings of level 2 alone", {}},
    {"mark", object, "layout marks: what Markdown has no words for; they leave nothing in Markdown files", mark_fields},
    {"draft", flag, "true if the plan has errors and is rendered all the same", {}},
    {"findings", object, "errors and warnings of the checks; absent if there are none", findings_fields},
    {"key_dates", list, "milestones, stages, deadlines and the window, by date", key_date_fields},
    {"schedule", object, "all work in one table", schedule_fields},
    {"gantt", markdown, "a Mermaid diagram, to stand in a code fence; absent if it would be too large", {}},
    {"chart", flag, "true if something has a date, so that there is a chart", {}},
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
    {"order", list, "the sections of the plan document, in their order", order_fields},
    {"attachments", list, "materials and accounts", attachment_fields},
    {"open_attachments", list, "those of which the plan says whether they are at hand", open_attachment_fields},
    {"record", object, "what really happened; absent where there is no record", record_fields},
    {"by_phase", flag, "true if the record has a row for each phase and stage, not for each step", {}},
    {"runbook", list, "everything still to be done, day by day", runbook_fields},
};

} // namespace

std::span<const ViewField> view_shape() { return root_fields; }

} // namespace planc
