// The field tables of contingencies, notices and follow-ups.
#include "binding/collections.h"
#include "binding/mentions.h"
#include "binding/times.h"

namespace planc {
namespace {

constexpr Field action_do =
    field<&Action::title, PlainText>("do", Need::required, "What to do.", "Stop the rollout", "title action step");

constexpr Field action_fields[] = {
    action_do,
    field<&Action::owner, OwnerId>("owner", Need::optional, "Who does it; who decides where it is not written.",
                                   "operations"),
    field<&Action::duration, DurationText>("duration", Need::optional, "How long it may take.", "15m", "time_limit"),
};

constexpr Field contingency_fields[] = {
    field<&Contingency::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                   "database-fails"),
    field<&Contingency::title, PlainText>("title", Need::required, "What has happened.", "The database fails", "name"),
    field<&Contingency::triggers, List<Entry<Trigger>>>("triggers", Need::optional, "What shows that it has happened.",
                                                        "[{metric: crash-rate}, {when: No connection for a minute}]",
                                                        "trigger conditions"),
    field<&Contingency::actions, List<Entry<Action>>>(
        "actions", Need::required, "What is done then, in order.",
        "[Switch to the replica, {do: Check the disk, owner: operations}]", "steps measures"),
    field<&Contingency::decided_by, OwnerId>("decided_by", Need::optional, "Who decides.", "operations",
                                             "owner decision decides"),
    field<&Contingency::notify, OneOrList<MentionText>>("notify", Need::optional, "Who is told.",
                                                        "[operations, All staff]", "inform tell"),
    field<&Contingency::time_limit, DurationText>("time_limit", Need::optional, "How long until all is well again.",
                                                  "5m", "rto recovery_limit"),
    field<&Contingency::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                             "The replica lags by *a minute*.", "note remarks description"),
};

constexpr Field notice_fields[] = {
    field<&Notice::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                              "tell-customers"),
    field<&Notice::title, PlainText>("title", Need::required, "What is told.", "The new version is coming",
                                     "name subject what"),
    field<&Notice::to, OneOrList<MentionText>>("to", Need::required, "Who is told.", "[support, All customers]",
                                               "audience recipients who"),
    field<&Notice::at, InstantText>("at", Need::optional, "When they are told.", "launch - 7d", "when date due"),
    field<&Notice::owner, OwnerId>("owner", Need::optional, "Who tells them.", "operations", "by sender"),
    field<&Notice::channel, PlainText>("channel", Need::optional, "How they are told.", "Mail", "via medium"),
    field<&Notice::done, TrueOrFalse>("done", Need::optional, "Whether they have been told.", "true", "sent"),
    field<&Notice::body, MarkdownText>("body", Need::optional, "The text of the message, in Markdown.",
                                       "From **Monday** on…", "text message content"),
};

constexpr Field follow_up_fields[] = {
    field<&FollowUp::id, NewId>("id", Need::optional, "The name by which the rest of the plan refers to it.",
                                "day-three"),
    field<&FollowUp::title, PlainText>("title", Need::required, "What it is called in documents.",
                                       "Three days after the launch", "name"),
    field<&FollowUp::at, InstantText>("at", Need::optional, "When it is looked at.", "launch + 3d", "when date due"),
    field<&FollowUp::owner, OwnerId>("owner", Need::optional, "Who looks at it.", "operations"),
    field<&FollowUp::items, List<Entry<CheckItem>>>("items", Need::required, "What is looked at.",
                                                    "[New users are counted, {check: Errors are down, owner: lin}]",
                                                    "checks"),
    field<&FollowUp::notes, MarkdownText>("notes", Need::optional, "Anything else worth knowing, in Markdown.",
                                          "Compare with *last* week.", "note remarks description"),
};

} // namespace

template <>
constinit const Record TableOf<Action>::record{.name = "action",
                                               .noun = "an action",
                                               .meaning = "Something to do in an emergency; its text will do.",
                                               .fields = action_fields,
                                               .short_form = &action_do};
template <>
constinit const Record TableOf<Contingency>::record{.name = "contingency",
                                                    .noun = "a contingency",
                                                    .meaning = "What is done if something goes wrong.",
                                                    .fields = contingency_fields};
template <>
constinit const Record TableOf<Notice>::record{
    .name = "notice", .noun = "a notice", .meaning = "Who is told what, and when.", .fields = notice_fields};
template <>
constinit const Record TableOf<FollowUp>::record{.name = "follow_up",
                                                 .noun = "a follow-up",
                                                 .meaning = "What is looked at some time after the launch.",
                                                 .fields = follow_up_fields};

} // namespace planc
