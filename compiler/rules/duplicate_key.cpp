#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::duplicate_key{
    .name = "duplicate-key",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "a key that is written twice in one place.",
    .why = "Only one of the two can hold, and readers differ in which. planc keeps the first and tells the second.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {title: Deploy, duration: 1d, duration: 2d}
)",
    .mend = "Keep one of the two; if they were meant for two items, the second item lacks its `-`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {title: Deploy, duration: 2d}
)",
    .related = "unknown-key duplicate-id",
    .check = nullptr,
};

} // namespace planc
