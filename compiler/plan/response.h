// What is done beside the planned work: when something goes wrong, to tell people, and after the launch.
#pragma once

#include "plan/release.h"

namespace planc {

/// Something to do in an emergency.
struct Action {
    Text title;
    Reference owner;
    WrittenDuration duration; ///< how long it may take
    Span span;
};

/// An emergency plan.
struct Contingency {
    Text id;
    Text title;
    std::vector<Trigger> triggers;
    std::vector<Action> actions;
    Reference decided_by;
    std::vector<Text> notify;   ///< ids of people, roles and contacts, or words
    WrittenDuration time_limit; ///< until all is well again
    Text notes;                 ///< Markdown
    Span span;
};

/// A message to be sent.
struct Notice {
    Text id;
    Text title;
    std::vector<Text> to; ///< ids of people, roles and contacts, or words
    WrittenInstant at;
    Reference owner;
    Text channel; ///< by mail, in the group
    Text body;    ///< Markdown
    Flag done;
    Span span;
};

/// What is looked at some time after the launch.
struct FollowUp {
    Text id;
    Text title;
    WrittenInstant at;
    Reference owner;
    std::vector<CheckItem> items;
    Text notes; ///< Markdown
    Span span;
};

} // namespace planc
