#include "rules/list.h"

namespace planc {

const Rule rules::bad_include{
    .name = "bad-include",
    .group = "Structure",
    .severity = Severity::error,
    .finds =
        "a file that a plan includes and that is not there, cannot be read to its end, lies outside the project, or "
        "includes itself.",
    .why = "Half of the plan is missing, and nobody sees which half.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
include: people-of-2019.yaml
)",
    .mend = "Write the path from the file that includes to the file that is included. Both have to lie in one project: "
            "below the folder that holds `.git` or `.planc.yaml`, or, without these, below the plan's own folder.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
)",
    .related = "duplicate-key unknown-reference",
};

} // namespace planc
