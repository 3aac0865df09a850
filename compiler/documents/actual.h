// What the record says of each thing planned.
#pragma once

#include "documents/phrasing.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace planc {

/// A time of the record, by the clock.
struct RecordedTime {
    LocalTime at;
    bool day_alone = false; ///< no clock time is written; `at` is the beginning of the day

    auto operator<=>(const RecordedTime&) const = default;
};

/// All tries at one thing together: from the first start to the last end.
struct Actual {
    std::optional<RecordedTime> begin;
    std::optional<RecordedTime> end;
    std::string by;              ///< each once, in order
    Located<EntryResult> result; ///< of the last try
    std::string remark;
};

/// The actual times of a plan's record. Groups without an entry have the times of what is below them: a start as soon
/// as one has, an end when all have.
class Actuals {
public:
    Actuals(const Plan& plan, const Labels& labels);
    /// Null if the record does not speak of it.
    const Actual* of(std::string_view id) const;

private:
    void add(const Plan& plan, const Labels& labels, const RecordEntry& entry);
    void add_groups(const Plan& plan);

    std::unordered_map<std::string_view, Actual> by_id_;
    std::unordered_set<std::string> told_; ///< who did what
};

/// When a record's time is; an end that is a clock time alone comes after `start`.
std::optional<RecordedTime> recorded_time(const WrittenInstant& written, std::optional<RecordedTime> start = {});

} // namespace planc
