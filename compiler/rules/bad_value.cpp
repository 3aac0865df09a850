#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::bad_value{
    .name = "bad-value",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "a value that cannot be read: a date in another notation, a duration without a unit, a word that is not "
             "among those allowed, a local time that the clock change leaves out.",
    .why = "A date that is read wrongly hurts more than one that is not read at all; so planc reads one notation and "
           "asks for it.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {title: Deploy, start: 2026/3/2}
)",
    .mend = "Write the value as the finding shows: `2026-03-02`, `2026-03-02 22:00`, `launch - 7d`; `30m`, `2h`, `3d`, "
            "`3wd`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {title: Deploy, start: 2026-03-02}
)",
    .related = "wrong-type unknown-key",
    .check = nullptr,
};

} // namespace planc
