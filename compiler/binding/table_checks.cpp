// The field tables of checklists, risks and the sign-off.
#include "binding/collections.h"
#include "binding/times.h"
#include "binding/values.h"

#include <array>

namespace planc {

namespace {
constexpr std::array<std::string_view, 4> level_meanings{"little", "as usual", "much", "most of all"};
}

template <>
constinit const Choices ChoicesOf<Level>::choices{[](std::size_t value) { return name(static_cast<Level>(value)); },
                                                  level_meanings};

namespace {

constexpr Field item_check = field<&CheckItem::check, PlainText>("check", Need::required, "What has to be so.",
                                                                 "The backup can be restored", "title text item do");

constexpr Field item_fields[] = {
    field<&CheckItem::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                 "backup-tested"),
    item_check,
    field<&CheckItem::done, TrueOrFalse>("done", Need::optional, "Whether it is so.", "true"),
    field<&CheckItem::by, PersonId>("by", Need::optional, "Who saw to it.", "lin", "who done_by"),
    field<&CheckItem::at, InstantText>("at", Need::optional, "When it was done.", "2025-12-01 17:30", "when done_at"),
    field<&CheckItem::owner, OwnerId>(
        "owner", Need::optional, "Who has to see to it; the checklist's owner where it is not written.", "operations"),
    field<&CheckItem::due, DueText>("due", Need::optional, "When it has to be so.", "launch - 1d", "deadline"),
    field<&CheckItem::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                           "See the *runbook*.", "note remarks remark"),
};

constexpr Field checklist_fields[] = {
    field<&Checklist::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                 "go-no-go"),
    field<&Checklist::title, PlainText>("title", Need::required, "What it is called in documents.", "Go or no go",
                                        "name"),
    field<&Checklist::owner, OwnerId>("owner", Need::optional, "Who has to see to it.", "operations"),
    field<&Checklist::due, DueText>("due", Need::optional, "When all of it has to be so.", "launch - 1d",
                                    "deadline date"),
    field<&Checklist::gates, OneOrList<WorkId>>("gates", Need::optional,
                                                "The work that may not start before all of it is so.", "[gray-1]"),
    field<&Checklist::items, List<Entry<CheckItem>>>(
        "items", Need::required, "What is checked.",
        "[The backup can be restored, {check: Phones are charged, owner: lin}]", "checks"),
    field<&Checklist::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                           "Read it **aloud**.", "note remarks description"),
};

constexpr Field risk_fields[] = {
    field<&Risk::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                            "slow-review"),
    field<&Risk::title, PlainText>("title", Need::required, "What may happen.", "The review takes longer than a week",
                                   "name risk"),
    field<&Risk::effect, PlainText>("effect", Need::optional, "What follows if it does.", "The launch moves",
                                    "consequence description"),
    field<&Risk::probability, OneOf<Level>>("probability", Need::optional, "How probable it is.", "medium",
                                            "likelihood"),
    field<&Risk::impact, OneOf<Level>>("impact", Need::optional, "How much it would hurt.", "high"),
    field<&Risk::level, OneOf<Level>>("level", Need::optional, "What probability and impact make together.", "high",
                                      "severity"),
    field<&Risk::mitigation, PlainText>("mitigation", Need::optional, "What is done about it.", "Submit a week early",
                                        "response countermeasure measures"),
    field<&Risk::owner, OwnerId>("owner", Need::optional, "Who watches it.", "operations"),
};

constexpr Field sign_off_fields[] = {
    field<&SignOff::prepared_by, OneOrList<PersonId>>("prepared_by", Need::optional, "Who wrote the plan.", "zhou",
                                                      "author prepared"),
    field<&SignOff::reviewed_by, OneOrList<PersonId>>("reviewed_by", Need::optional, "Who read it critically.",
                                                      "[lin, chen]", "reviewer reviewed"),
    field<&SignOff::approved_by, OneOrList<PersonId>>("approved_by", Need::optional, "Who agreed to it.", "chen",
                                                      "approver approved"),
    field<&SignOff::date, DateText>("date", Need::optional, "When it was signed.", "2025-10-30"),
};

} // namespace

template <>
constinit const Record TableOf<CheckItem>::record{.name = "check_item",
                                                  .noun = "a check item",
                                                  .meaning = "Something that has to be so; its text will do.",
                                                  .fields = item_fields,
                                                  .short_form = &item_check};
template <>
constinit const Record TableOf<Checklist>::record{.name = "checklist",
                                                  .noun = "a checklist",
                                                  .meaning = "What has to be so before something may start.",
                                                  .fields = checklist_fields};
template <>
constinit const Record TableOf<Risk>::record{.name = "risk",
                                             .noun = "a risk",
                                             .meaning = "What may go wrong, and what is done about it.",
                                             .fields = risk_fields};
template <>
constinit const Record TableOf<SignOff>::record{
    .name = "sign_off", .noun = "the sign-off", .meaning = "Who stands by the plan.", .fields = sign_off_fields};

} // namespace planc
