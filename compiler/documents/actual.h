// What the record says of each thing planned.
#pragma once

#include "documents/phrasing.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace planc {

/// All tries at one thing together: from the first start to the last end.
struct Actual {
    std::optional<LocalTime> begin;
    std::optional<LocalTime> end;
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
};

/// When a record's time is, by the clock; an end that is a clock time alone comes after `start`.
std::optional<LocalTime> recorded_time(const WrittenInstant& written, std::optional<LocalTime> start = {});

} // namespace planc
