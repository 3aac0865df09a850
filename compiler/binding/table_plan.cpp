// The field tables of the whole file, its header and the rollout.
#include "binding/calendar_draft.h"
#include "binding/tables.h"
#include "binding/times.h"
#include "binding/values.h"
#include "binding/work_draft.h"
#include "diagnostics/suggestion.h"

#include <array>
#include <fmt/format.h>

namespace planc {

namespace {
constexpr std::array<std::string_view, 6> plan_status_meanings{"being written",     "being read by others", "agreed to",
                                                               "being carried out", "carried out",          "given up"};
constexpr std::array<std::string_view, 2> language_meanings{"Chinese", "English"};
constexpr std::array<std::string_view, 2> count_meanings{"`T-7d`, `T+3d`", "`W1`, `W2`"};
} // namespace

template <>
constinit const Choices ChoicesOf<PlanStatus>::choices{
    [](std::size_t value) { return name(static_cast<PlanStatus>(value)); }, plan_status_meanings};
template <>
constinit const Choices ChoicesOf<Language>::choices{
    [](std::size_t value) { return name(static_cast<Language>(value)); }, language_meanings};
template <>
constinit const Choices ChoicesOf<CountIn>::choices{[](std::size_t value) { return name(static_cast<CountIn>(value)); },
                                                    count_meanings};

namespace {

/// A name of the tz database; the calendar gets its zone.
struct ZoneName {
    static constexpr ValueType type{
        .form = Form::pattern, .takes = "the name of a time zone", .pattern = "^[A-Za-z][A-Za-z0-9_+/-]*$"};
    static bool read(PlanReader& reader, const Node& node, Text& value) {
        if (!reader.expect_text(node, type)) return false;
        const auto zone = Zone::find(node.text());
        if (!zone) {
            for (const std::string_view word :
                 {"Beijing", "Asia/Beijing", "CST", "UTC+8", "GMT+8", "UTC+08:00", "北京"})
                if (node.text() == word) return reader.not_taken(node, type, "write `Asia/Shanghai`");
            const std::vector<std::string> names = Zone::names();
            // Not the name is at fault where there are no zones.
            if (names.empty()) return reader.no_zone(reader.whole_text(node), node.text());
            return reader.not_taken(node, type, did_you_mean(node.text(), {names.begin(), names.end()}));
        }
        reader.plan.calendar.zone = *zone;
        value = {node.text(), node.span()};
        return true;
    }
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

/// Work of one kind, from a list into the plan.
template <const Record& record, WorkKind kind>
struct WorkList {
    static constexpr ValueType type = Children<record>::type;
    static bool read(PlanReader& reader, const Node& node, Plan&) {
        if (node.kind() != NodeKind::sequence) return reader.wrong_type(node, type);
        read_work(reader, node, record, kind, reader.place.key);
        return true;
    }
    static void write(std::string& out, const Plan& plan) {
        for (WorkIndex index = 0; index < plan.work.size(); index = plan.work[index].end_of_descendants)
            if (plan.work[index].kind == kind) write_work(out, plan, index);
    }
};

using StageList = WorkList<stage_record, WorkKind::stage>;

struct RolloutDraft {
    Reference within;
    const Node* stages = nullptr;
};

} // namespace

template <>
const Record TableOf<RolloutDraft>::record;

namespace {

/// A list of stages, or a mapping that has one.
struct RolloutKey {
    static constexpr ValueType type{
        .form = Form::either, .item = &StageList::type, .other = &Entry<RolloutDraft>::type};
    static bool read(PlanReader& reader, const Node& node, Plan& plan) {
        plan.rollout.span = reader.place.key_span;
        if (node.kind() == NodeKind::sequence) return StageList::read(reader, node, plan);
        if (node.kind() != NodeKind::mapping) return reader.wrong_type(node, type);
        RolloutDraft draft;
        Entry<RolloutDraft>::read(reader, node, draft);
        plan.rollout.within = draft.within;
        if (draft.stages != nullptr) read_work(reader, *draft.stages, stage_record, WorkKind::stage, "stages");
        return true;
    }
    static void write(std::string& out, const Plan& plan) {
        if (plan.rollout.within.given()) out += fmt::format("within: {}\n", plan.rollout.within.value);
        StageList::write(out, plan);
    }
};

constexpr Field rollout_fields[] = {
    field<&RolloutDraft::within, WorkId>("within", Need::optional, "The work in which the rollout takes place.",
                                         "release-night"),
    field<&RolloutDraft::stages, Children<stage_record>>("stages", Need::required, "The stages, one after another.",
                                                         "[{percent: 1, duration: 1d}, {percent: 100, duration: 1d}]",
                                                         "steps phases"),
};

constexpr Field header_fields[] = {
    field<&Header::id, PlanId>("id", Need::required, "The name of the plan, for file names and links.",
                               "reading-camp-1.0"),
    field<&Header::title, PlainText>("title", Need::required, "The title of its documents.",
                                     "Reading Camp 1.0 release plan"),
    field<&Header::release, PlainText>("release", Need::optional, "The version that ships (SemVer).", "1.0.0",
                                       "version"),
    field<&Header::revision, PlainText>("revision", Need::optional, "The version of this plan.", "\"1.2\""),
    field<&Header::status, OneOf<PlanStatus>>("status", Need::optional,
                                              "How far the plan is; draft where it is not written.", "approved"),
    field<&Header::date, DateText>("date", Need::optional, "The date of this revision.", "2025-10-30"),
    field<&Header::language, OneOf<Language>>(
        "language", Need::optional, "The language of labels in documents; zh-CN where it is not written.", "en"),
    field<&Header::timezone, ZoneName>("timezone", Need::optional,
                                       "The time zone of all its times; Asia/Shanghai where it is not written.",
                                       "Europe/Berlin"),
    field<&Header::audience, PlainText>("audience", Need::optional, "Who it is written for.", "Operations and support"),
    field<&Header::summary, PlainText>("summary", Need::optional, "What it is about, in a few sentences.",
                                       "Reading Camp reaches the stores.", "description overview"),
    field<&Header::goals, List<PlainText>>("goals", Need::optional, "What is to be reached.",
                                           "[All users have 1.0 before the holidays]", "objectives"),
    field<&Header::scope, List<PlainText>>("scope", Need::optional, "What belongs to the release.",
                                           "[\"App, all platforms\"]"),
    field<&Header::owner, OwnerId>("owner", Need::optional, "The role or person who answers for the release.",
                                   "release-manager", "responsible manager"),
    field<&Header::anchor, WorkId>("anchor", Need::optional,
                                   "The milestone that `T-7d` and `W3` count from. While it has no date, the documents "
                                   "of the plan show such times instead of dates.",
                                   "launch", "relative_to"),
    field<&Header::count, OneOf<CountIn>>(
        "count", Need::optional,
        "In what documents count from the anchor while it has no date; in days where it is not written.", "weeks",
        "count_in"),
    field<&Header::start, InstantText>("start", Need::optional, "When the declared window begins.", "2025-11-06",
                                       "begin from"),
    field<&Header::end, EndText>("end", Need::optional,
                                 "When the declared window ends; a date without a clock time is inclusive.",
                                 "2025-12-20", "finish until deadline"),
    field<&Header::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                        "See the *contract*.", "note remarks comments"),
};

constexpr Field plan_fields[] = {
    whole<Plan, LanguageVersion>("planc", Need::required, "The version of the plan language: 1.", "1"),
    field<&Plan::includes, OneOrList<PlainText>>(
        "include", Need::optional,
        "Other files whose keys join this plan, by their path from this file; never outside the project.",
        "[shared/people.yaml, shared/calendar.yaml]", "includes import imports"),
    field<&Plan::header, Keyed<Header>>("plan", Need::required, "What plan this is.",
                                        "{id: camp-1, title: Camp 1 release plan}", "project"),
    field<&Plan::people, MapById<Person>>("people", Need::optional, "Who takes part, by id.",
                                          "{lin: Lin, zhou: {name: Zhou}}", "persons members team"),
    field<&Plan::roles, MapById<Role>>("roles", Need::optional, "What people are there for, by id.",
                                       "{operations: {title: Operations, people: [lin]}}"),
    field<&Plan::contacts, MapById<Contact>>("contacts", Need::optional, "Whom to call outside the team, by id.",
                                             "{store: {title: Store support, phone: \"+86 10 5550 0199\"}}"),
    whole<Plan, CalendarKey>("calendar", Need::optional, "Which days and hours are worked, and when nothing may start.",
                             "{holidays: [2026-01-01]}"),
    field<&Plan::metrics, MapById<Metric>>("metrics", Need::optional, "What is watched, with its limits, by id.",
                                           "{crash-rate: {title: Crash rate, target: \"< 0.01%\"}}", "kpis"),
    whole<Plan, WorkList<phase_record, WorkKind::phase>>("phases", Need::optional, "The work, from large to small.",
                                                         "[{id: build, title: Build and test, duration: 10wd}]"),
    whole<Plan, RolloutKey>("rollout", Need::optional, "How the release reaches its users, stage by stage.",
                            "[{percent: 1, duration: 1d}, {percent: 100, duration: 1d}]"),
    whole<Plan, WorkList<milestone_record, WorkKind::milestone>>(
        "milestones", Need::optional, "The dates that are promised or waited for.",
        "[{id: launch, title: Public launch, date: 2025-12-15, launch: true}]"),
    field<&Plan::rollback, Keyed<Rollback>>("rollback", Need::optional, "How to get back to what was before.",
                                            "{owner: operations, time_limit: 20m}"),
    field<&Plan::checklists, List<Entry<Checklist>>>("checklists", Need::optional,
                                                     "What has to be so before something may start.",
                                                     "[{title: Go or no go, items: [The backup can be restored]}]"),
    field<&Plan::risks, List<Entry<Risk>>>("risks", Need::optional, "What may go wrong, and what is done about it.",
                                           "[{title: The review takes longer than a week, level: high}]"),
    field<&Plan::contingencies, List<Entry<Contingency>>>(
        "contingencies", Need::optional, "What is done if something goes wrong.",
        "[{title: The database fails, actions: [Switch to the replica]}]", "emergencies emergency"),
    field<&Plan::notices, List<Entry<Notice>>>(
        "notices", Need::optional, "Who is told what, and when.",
        "[{title: The new version is coming, to: [All customers], at: launch - 7d}]", "notifications communication"),
    field<&Plan::follow_ups, List<Entry<FollowUp>>>(
        "follow_ups", Need::optional, "What is looked at after the launch.",
        "[{title: After three days, at: launch + 3d, items: [Errors are down]}]", "followups after_launch"),
    field<&Plan::environments, List<Entry<Environment>>>("environments", Need::optional, "Where the release runs.",
                                                         "[{title: Production, address: \"https://shop.example.com\"}]",
                                                         "servers infrastructure"),
    field<&Plan::versions, List<Entry<Version>>>("versions", Need::optional, "The road map.",
                                                 "[{version: 1.1.0, date: 2026-01, contents: [Rankings]}]", "roadmap"),
    field<&Plan::matrices, List<Entry<Matrix>>>(
        "matrices", Need::optional, "Tables of rows and columns.",
        "[{title: Test coverage, columns: [Module, Unit], rows: [[Login, done]]}]", "tables"),
    field<&Plan::sections, List<Entry<FreeSection>>>("sections", Need::optional,
                                                     "Texts of their own in the plan document.",
                                                     "[{title: How we branch, body: Fixes go to main.}]", "chapters"),
    field<&Plan::attachments, List<Entry<Attachment>>>(
        "attachments", Need::optional, "Materials and accounts that have to be at hand.",
        "[{title: Privacy policy, location: \"https://example.com/privacy\"}]", "materials appendices"),
    field<&Plan::changes, List<Entry<Change>>>(
        "changes", Need::optional, "The revisions of this plan.",
        "[{revision: \"1.1\", date: 2025-10-30, changes: [The stages last longer]}]", "changelog history revisions"),
    field<&Plan::sign_off, Keyed<SignOff>>("sign_off", Need::optional, "Who stands by the plan.",
                                           "{prepared_by: zhou, approved_by: lin}", "approval approvals"),
    field<&Plan::record, Keyed<ExecutionRecord>>(
        "record", Need::optional, "What really happened; it may be in a file of its own, which the plan includes.",
        "{outcome: success, entries: [{of: build.1, start: 2025-12-08 22:00, result: done}]}", "execution log"),
    field<&Plan::documents, List<Entry<WantedDocument>>>("documents", Need::optional,
                                                         "The documents to make; all of them where it is not written.",
                                                         "[plan, checklist, {document: gantt}]", "outputs"),
};

} // namespace

template <>
constinit const Record TableOf<RolloutDraft>::record{.name = "rollout",
                                                     .noun = "the rollout",
                                                     .meaning = "How the release reaches its users.",
                                                     .fields = rollout_fields};
template <>
constinit const Record TableOf<Header>::record{
    .name = "header", .noun = "`plan`", .meaning = "What plan this is.", .fields = header_fields};
constinit const Record plan_record{
    .name = "plan", .noun = "a plan", .meaning = "A release plan.", .fields = plan_fields};

} // namespace planc
