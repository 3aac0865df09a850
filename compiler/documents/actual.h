// What the record says of each thing planned: the times, and in words who did it and what was remarked.
#pragma once

#include "documents/phrasing.h"
#include "schedule/actual.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace planc {

struct Actual : ActualSpan {
    std::string by; ///< each once, in order
    std::string remark;
};

/// Of a plan's record, and of the groups above what it speaks of.
class Actuals {
public:
    Actuals(const Plan& plan, const Labels& labels);
    /// Null if the record does not speak of it.
    const Actual* of(std::string_view id) const;

private:
    void add(const Plan& plan, const Labels& labels, const RecordEntry& entry);

    std::unordered_map<std::string_view, Actual> by_id_;
    std::unordered_set<std::string> told_; ///< who did what
};

} // namespace planc
