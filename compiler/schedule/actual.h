// What really happened, as the record tells it: when each thing began and ended.
#pragma once

#include "plan/plan.h"

#include <optional>
#include <string_view>
#include <unordered_map>

namespace planc {

/// A time of the record, by the clock.
struct RecordedTime {
    LocalTime at;
    bool day_alone = false; ///< no clock time is written; `at` is the beginning of the day

    auto operator<=>(const RecordedTime&) const = default;
};

/// When a record's time is; an end that is a clock time alone comes after `start`.
std::optional<RecordedTime> recorded_time(const WrittenInstant& written, std::optional<RecordedTime> start = {});

/// All tries at one thing together: from the first start to the last end.
struct ActualSpan {
    std::optional<RecordedTime> begin;
    std::optional<RecordedTime> end; ///< none while the last try goes on
    Located<EntryResult> result;     ///< of the last try
};

using ActualSpans = std::unordered_map<std::string_view, ActualSpan>;

/// What the plan's record tells, by id. Groups without an entry have the times of what is below them: a start as soon
/// as one has, an end when all have.
ActualSpans actual_spans(const Plan& plan);

} // namespace planc
