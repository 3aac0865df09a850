// What really happened: kept in the plan or in a file of its own.
#pragma once

#include "plan/value.h"

namespace planc {

enum class EntryResult : std::uint8_t { done, failed, skipped };
enum class Outcome : std::uint8_t { success, partial, rolled_back, failed };

/// One attempt at something planned.
struct RecordEntry {
    Reference of; ///< work, a check item, a rollback step, a notice, …; it may name nothing
    WrittenInstant start;
    WrittenInstant end;
    Text by; ///< an id of a person, role or contact, or words
    Located<EntryResult> result;
    Text note;
    Span span;
};

/// Something that went wrong.
struct RecordIssue {
    Text title;
    Reference of; ///< where it came up
    WrittenInstant at;
    Text solution;
    Text owner; ///< as `RecordEntry::by`
    Flag solved;
    Span span;
};

struct ExecutionRecord {
    Text plan;        ///< the id of the plan it was kept for
    Text fingerprint; ///< of that plan's sources then
    Located<Outcome> outcome;
    Text summary;
    std::vector<RecordEntry> entries;
    std::vector<RecordIssue> issues;
    std::vector<Text> lessons;
    std::vector<Text> suggestions;
    Span span; ///< the key `record`; not given where there is none
};

} // namespace planc
