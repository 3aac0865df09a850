// What a reader of the documents needs to know beside the plan: versions, changes, environments, tables, texts,
// materials.
#pragma once

#include "plan/value.h"

namespace planc {

/// A step of the road map.
struct Version {
    Text version;
    Text title;
    Text date; ///< `2025-12` or `2025-12-08`
    std::vector<Text> contents;
    Text notes; ///< Markdown
    Span span;
};

/// A revision of the plan itself.
struct Change {
    Text revision;
    WrittenDate date;
    Text by; ///< an id of a person, role or contact, or words
    std::vector<Text> changes;
    Span span;
};

struct Environment {
    Text id;
    Text title;
    Text address;
    std::vector<Text> settings;
    Text notes; ///< Markdown
    Span span;
};

/// Where a text of its own stands in the plan document: behind which of its sections.
enum class Place : std::uint8_t {
    overview,
    key_dates,
    schedule,
    gantt,
    phases,
    rollout,
    metrics,
    rollback,
    contingencies,
    checklists,
    risks,
    notices,
    follow_ups,
    people,
    calendar,
    environments,
    matrices,
    versions,
    attachments,
    record,
    changes,
    sign_off,
    end ///< in an order of sections: all that it does not name
};
inline constexpr std::size_t place_count = 23;

/// A table; each row has as many cells as there are columns, the first of them its name.
struct Matrix {
    Text id;
    Text title;
    Located<Place> after{Place::matrices, {}};
    std::vector<Text> columns;
    std::vector<std::vector<Text>> rows;
    Text notes; ///< Markdown
    Span span;
};

/// A text in Markdown with a heading of its own.
struct FreeSection {
    Text id;
    Text title;
    Located<Place> after{Place::end, {}};
    Text body; ///< Markdown
    Span span;
};

/// A file, an account (never with a secret in it), anything that has to be at hand.
struct Attachment {
    Text id;
    Text title;
    Text kind;
    Text location;
    Reference owner;
    Flag ready;
    Text notes; ///< Markdown
    Span span;
};

} // namespace planc
