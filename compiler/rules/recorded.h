// What the record says of each thing planned, for the rules that compare it with the plan.
#pragma once

#include "rules/rule.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace planc {

/// A time of the record. A day alone may mean any minute of it.
struct RecordedTimes {
    LocalTime at;
    bool day_alone = false; ///< no clock time is written; `at` is the beginning of the day
    Instant earliest;       ///< what it may mean
    Instant latest;
    Span span;
};

/// "2026-03-02 22:04", or the day alone.
std::string written(const RecordedTimes& time);

/// All tries at one thing together.
struct Tries {
    std::optional<RecordedTimes> begin; ///< the first start of a try that was not left out
    std::optional<RecordedTimes> done;  ///< the start of the first try said to be done
    std::optional<RecordedTimes> end;   ///< of the first try said to be done; if there is none, the last end
    Located<EntryResult> result;        ///< of the last try

    bool skipped() const { return result.given() && result.value == EntryResult::skipped; }
    /// Nothing more will be done about it.
    bool over() const { return result.given() ? result.value != EntryResult::failed : end.has_value(); }
};

/// The entries of the record; none if it was kept for another plan.
std::span<const RecordEntry> entries_of(const Plan& plan);

class Recorded {
public:
    explicit Recorded(const Plan& plan);
    bool empty() const { return by_id_.empty(); }
    /// Null if the record does not speak of it.
    const Tries* of(std::string_view id) const;
    /// True if it is recorded as over.
    bool over(std::string_view id) const {
        const Tries* const tries = of(id);
        return tries != nullptr && tries->over();
    }

private:
    struct Told {
        Tries tries;
        bool end_is_final = false;
        bool done = false;
    };
    void add(const Plan& plan, const RecordEntry& entry);

    std::unordered_map<std::string_view, Told> by_id_;
};

} // namespace planc
