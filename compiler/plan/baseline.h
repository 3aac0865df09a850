// Findings that are known and not told again.
#pragma once

#include "plan/value.h"

#include <cstdint>
#include <vector>

namespace planc {

/// What a rule finds at one place, so many times.
struct BaselineEntry {
    Text file; ///< path from the baseline's folder
    Text rule;
    Text place; ///< see binding/place.h
    Located<int> count{1, {}};
    Span span;
};

struct Baseline {
    std::vector<BaselineEntry> entries;
};

} // namespace planc
