// The field tables of phases, tasks, steps, rollout stages and milestones.
#include "binding/tables.h"
#include "binding/times.h"
#include "binding/values.h"
#include "binding/work_draft.h"

#include <array>

namespace planc {

namespace {
constexpr std::array<std::string_view, 5> status_meanings{"decided and not begun", "under way", "finished",
                                                          "held up by something", "will not be done"};
} // namespace

template <>
constinit const Choices ChoicesOf<Status>::choices{[](std::size_t value) { return name(static_cast<Status>(value)); },
                                                   status_meanings};

namespace {

template <auto Member, class Type>
consteval Field on_work(std::string_view key, Need need, std::string_view meaning, std::string_view example,
                        std::string_view also = {}) {
    return field<Member, Type, WorkDraft>(key, need, meaning, example, also);
}

// Fields that several records share.
constexpr Field id = on_work<&Work::id, NewId>(
    "id", Need::optional,
    "The name by which the rest of the plan refers to it; made from its place where it is not written.", "import");
constexpr Field title = on_work<&Work::title, PlainText>("title", Need::required, "What it is called in documents.",
                                                         "Import the question bank", "name");
constexpr Field owner = on_work<&Work::owner, OwnerId>(
    "owner", Need::optional, "The role or person who answers for it; its parent's where it is not written.",
    "operations", "assignee responsible");
constexpr Field start = on_work<&Work::start, InstantText>(
    "start", Need::optional, "When it starts; inferred from what it depends on where it is not written.",
    "2025-12-08 22:00", "begin from");
constexpr Field end =
    on_work<&Work::end, EndText>("end", Need::optional, "When it ends; a date without a clock time is inclusive.",
                                 "2025-12-10", "finish until due deadline");
constexpr Field duration = on_work<&Work::duration, DurationText>(
    "duration", Need::optional, "How long it takes: elapsed time, or working days with `wd`.", "3wd", "length takes");
constexpr Field depends_on = on_work<&Work::depends_on, OneOrList<Entry<Dependency>>>(
    "depends_on", Need::optional, "The work that has to come first.", "[build, review + 2d]",
    "after needs requires dependencies predecessors");
constexpr Field status =
    on_work<&Work::status, OneOf<Status>>("status", Need::optional, "How far it is.", "active", "state");
constexpr Field sequence = on_work<&Work::sequence, TrueOrFalse>(
    "sequence", Need::optional, "Whether the children follow one another instead of running side by side.", "true");
constexpr Field priority = on_work<&WorkDetails::priority, OneOf<Level>>(
    "priority", Need::optional, "How soon it is wanted, compared with the rest.", "high", "urgency importance");
constexpr Field estimate =
    on_work<&WorkDetails::estimate, DurationRangeText>("estimate", Need::optional,
                                                       "How long it will probably take. It is planned with the longer "
                                                       "one where neither `duration` nor `end` is written and "
                                                       "nothing below it has a time.",
                                                       "1w..2w", "estimated effort");
constexpr Field lead_time = on_work<&WorkDetails::lead_time, LeadTimeText>(
    "lead_time", Need::optional,
    "How long the others take who review or approve it: a time, or the name of a lead time of the configuration.",
    "1wd..7wd", "review_time turnaround");
constexpr Field progress = on_work<&WorkDetails::progress, Progress>(
    "progress", Need::optional, "How much of it is done, in percent.", "70", "percent_complete completed");
constexpr Field deliverables = on_work<&WorkDetails::deliverables, List<PlainText>>(
    "deliverables", Need::optional, "What is there when it is done.", "[Front end and back end talk to each other]",
    "outputs results");
constexpr Field tools = on_work<&WorkDetails::tools, List<PlainText>>("tools", Need::optional, "What it is done with.",
                                                                      "[Jest, Postman]", "software");
constexpr Field notes = on_work<&WorkDetails::notes, MarkdownText>(
    "notes", Need::optional, "Anything else worth knowing, in Markdown.",
    "Keep the **old** data until the review is over.", "note remarks description comment");
constexpr Field tasks = on_work<&WorkDraft::tasks, Children<task_record>>(
    "tasks", Need::optional, "The parts it consists of, nested as deep as needed.",
    "[{id: features, title: Core features, duration: 6wd}]", "subtasks children");
constexpr Field steps = on_work<&WorkDraft::steps, Children<step_record>>(
    "steps", Need::optional, "What is done; with `sequence: true` one after another, else side by side.",
    "[{do: Submit the build, expect: Status reads in review}]", "actions");

constexpr Field task_fields[] = {id,         title,        owner,    start,    end,      duration,
                                 depends_on, status,       progress, priority, estimate, lead_time,
                                 sequence,   deliverables, tools,    notes,    tasks,    steps};

constexpr Field step_fields[] = {
    id,
    on_work<&Work::title, PlainText>("do", Need::required, "What to do.", "Submit the build", "title action name"),
    on_work<&WorkDetails::verify, PlainText>("verify", Need::optional, "How to see that it worked.", "Open the console",
                                             "check"),
    on_work<&WorkDetails::expect, PlainText>("expect", Need::optional, "What is seen then.", "The build is listed",
                                             "expected result"),
    on_work<&WorkDetails::run, PlainText>(
        "run", Need::optional, "Commands to type, a line each; they are shown to be copied and never executed.",
        "kubectl rollout status deployment/shop", "command commands shell script"),
    owner,
    start,
    end,
    duration,
    depends_on,
    status,
    priority,
    estimate,
    lead_time,
    tools,
    notes,
};

constexpr Field milestone_fields[] = {
    id,
    title,
    on_work<&Work::end, DueText>(
        "date", Need::optional,
        "The day or time that is promised; when all it depends on has ended where it is not written.", "2025-12-15",
        "due end deadline at when"),
    depends_on,
    on_work<&Milestone::launch, TrueOrFalse>("launch", Need::optional, "Whether this is the launch.", "true"),
    owner,
    status,
    notes,
};

constexpr Field optional_title = on_work<&Work::title, PlainText>(
    "title", Need::optional, "What it is called in documents.", "Ten percent of the users", "name");

constexpr Field stage_fields[] = {
    id,
    optional_title,
    on_work<&Stage::percent, Percent>("percent", Need::optional, "The share of the users it reaches, in percent.", "10",
                                      "percentage share ratio"),
    on_work<&Stage::users, UserCount>("users", Need::optional, "How many users it reaches.", "500..1000", "user_count"),
    on_work<&Stage::audience, PlainText>("audience", Need::optional, "Who these users are.",
                                         "Staff and their families"),
    owner,
    start,
    end,
    duration,
    on_work<&Stage::observe, DurationText>("observe", Need::optional,
                                           "How long to watch before the next stage; the last part of this one.", "2h",
                                           "observation watch"),
    on_work<&Stage::gates, List<Entry<Gate>>>(
        "gates", Need::optional, "The metrics that have to hold before the next stage.", "[crash-rate]", "metrics"),
    depends_on,
    status,
    progress,
    priority,
    estimate,
    lead_time,
    sequence,
    deliverables,
    tools,
    notes,
    steps,
};

} // namespace

constinit const Record phase_record{.name = "phase",
                                    .noun = "a phase",
                                    .meaning = "A part of the work with tasks and steps of its own.",
                                    .fields = task_fields};
constinit const Record task_record{
    .name = "task", .noun = "a task", .meaning = "A piece of work.", .fields = task_fields};
constinit const Record step_record{.name = "step",
                                   .noun = "a step",
                                   .meaning = "Something to do, with how to see that it worked.",
                                   .fields = step_fields};
constinit const Record stage_record{.name = "rollout_stage",
                                    .noun = "a rollout stage",
                                    .meaning = "A part of the users that gets the release at one time.",
                                    .fields = stage_fields};
constinit const Record milestone_record{.name = "milestone",
                                        .noun = "a milestone",
                                        .meaning = "A date that is promised or waited for.",
                                        .fields = milestone_fields};

} // namespace planc
