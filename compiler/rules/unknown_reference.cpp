#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::unknown_reference{
    .name = "unknown-reference",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "an id that nothing in the plan declares, or that names a thing of another kind.",
    .why = "The step has no owner after all; the work waits for nothing.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning}
phases:
  - {title: Deploy, owner: nign}
)",
    .mend = "Write the id as the finding suggests, or declare it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning}
phases:
  - {title: Deploy, owner: ning}
)",
    .related = "duplicate-id unused-declaration",
    .check = nullptr,
};

} // namespace planc
