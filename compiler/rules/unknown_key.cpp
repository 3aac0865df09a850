#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::unknown_key{
    .name = "unknown-key",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "a key that the language does not have in this place, with the nearest that it has.",
    .why = "A misspelt key is a fact that nobody checks: the date stands in the file and is not in the plan.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {title: Deploy, strat: 2026-03-02}
)",
    .mend = "Write the key as the finding suggests, or move it to where it belongs. `planc schema` prints all keys, "
            "for editors that complete them.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {title: Deploy, start: 2026-03-02}
)",
    .related = "missing-key wrong-type",
    .check = nullptr,
};

} // namespace planc
