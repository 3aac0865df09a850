// The field tables of the record: what really happened.
#include "binding/collections.h"
#include "binding/mentions.h"
#include "binding/times.h"

#include <array>

namespace planc {

namespace {
constexpr std::array<std::string_view, 3> result_meanings{"as planned", "tried, without success", "left out"};
constexpr std::array<std::string_view, 4> outcome_meanings{"released as planned", "released, with deviations",
                                                           "taken back", "not released"};
} // namespace

template <>
constinit const Choices ChoicesOf<EntryResult>::choices{
    [](std::size_t value) { return name(static_cast<EntryResult>(value)); }, result_meanings};
template <>
constinit const Choices ChoicesOf<Outcome>::choices{[](std::size_t value) { return name(static_cast<Outcome>(value)); },
                                                    outcome_meanings};
namespace {

/// An id that is looked up by a rule: a record of something the plan does not have is a finding of its own.
struct RecordedId {
    static constexpr ValueType type{.form = Form::pattern, .takes = "an id", .several = "ids", .pattern = "^{id}$"};
    static bool read(PlanReader& reader, const Node& node, Reference& value) {
        if (!reader.expect_text(node, type)) return false;
        if (!is_any_id(node.text())) return reader.not_taken(node, type);
        value = {node.text(), node.span()};
        return true;
    }
    static void write(std::string& out, const Reference& value) { PlainText::write(out, value); }
};

constexpr Field entry_fields[] = {
    field<&RecordEntry::of, RecordedId>("of", Need::required,
                                        "What it is about: the id of a step, task or stage, of a "
                                        "check item, a notice, a rollback step.",
                                        "import.3", "id step task item"),
    field<&RecordEntry::start, PastText>("start", Need::optional, "When it was begun.", "2025-12-08 22:03",
                                         "begin from at"),
    field<&RecordEntry::end, PastEndText>("end", Need::optional, "When it was over.", "2025-12-08 22:10",
                                          "finish until"),
    field<&RecordEntry::by, MentionText>("by", Need::optional, "Who did it.", "zhou", "who executor owner"),
    field<&RecordEntry::result, OneOf<EntryResult>>("result", Need::optional, "How it went.", "done", "status outcome"),
    field<&RecordEntry::note, PlainText>("note", Need::optional, "What is worth remembering.",
                                         "The first try timed out", "notes remark remarks comment"),
};

constexpr Field issue_title = field<&RecordIssue::title, PlainText>(
    "title", Need::required, "What went wrong.", "The certificate had expired", "issue problem name");
constexpr Field issue_fields[] = {
    issue_title,
    field<&RecordIssue::of, RecordedId>("of", Need::optional, "Where it came up: an id of the plan.", "import.3",
                                        "step task"),
    field<&RecordIssue::at, PastText>("at", Need::optional, "When it was found.", "2025-12-08 22:20", "when found_at"),
    field<&RecordIssue::solution, PlainText>("solution", Need::optional, "What was done about it.",
                                             "A new one was put in", "fix"),
    field<&RecordIssue::owner, MentionText>("owner", Need::optional, "Who takes care of it.", "zhou", "by who"),
    field<&RecordIssue::solved, TrueOrFalse>("solved", Need::optional, "Whether it is solved.", "true",
                                             "done resolved closed"),
};

constexpr Field record_fields[] = {
    field<&ExecutionRecord::plan, PlainText>("plan", Need::optional, "The id of the plan it was kept for.",
                                             "reading-camp-1.0"),
    field<&ExecutionRecord::fingerprint, PlainText>(
        "fingerprint", Need::optional, "The fingerprint of that plan, as its documents show it.", "\"0123456789ab\""),
    field<&ExecutionRecord::outcome, OneOf<Outcome>>("outcome", Need::optional, "How the release ended.", "success",
                                                     "result status"),
    field<&ExecutionRecord::summary, PlainText>("summary", Need::optional, "The same in a sentence.",
                                                "Out on time; one step repeated", "note notes"),
    field<&ExecutionRecord::entries, List<Entry<RecordEntry>>>(
        "entries", Need::optional, "What was done, each try on its own.",
        "[{of: build.1, start: 2025-12-08 22:00, end: \"22:10\", by: zhou, result: done}]", "log steps items"),
    field<&ExecutionRecord::issues, List<Entry<RecordIssue>>>(
        "issues", Need::optional, "What went wrong.", "[{title: A timeout, solution: Tried again, solved: true}]",
        "problems"),
    field<&ExecutionRecord::lessons, List<PlainText>>("lessons", Need::optional, "What was learnt.",
                                                      "[Check certificates a week before]", "learnings"),
    field<&ExecutionRecord::suggestions, List<PlainText>>("suggestions", Need::optional, "What should be done next.",
                                                          "[Automate the check]", "next proposals"),
};

} // namespace

template <>
constinit const Record TableOf<RecordEntry>::record{
    .name = "record_entry", .noun = "a record entry", .meaning = "One thing that was done.", .fields = entry_fields};
template <>
constinit const Record TableOf<RecordIssue>::record{.name = "record_issue",
                                                    .noun = "an issue",
                                                    .meaning = "Something that went wrong; its text will do.",
                                                    .fields = issue_fields,
                                                    .short_form = &issue_title};
template <>
constinit const Record TableOf<ExecutionRecord>::record{
    .name = "record", .noun = "the record", .meaning = "What really happened.", .fields = record_fields};

} // namespace planc
