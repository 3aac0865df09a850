#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::missing_key{
    .name = "missing-key",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "an item without a key that it cannot do without.",
    .why = "An item without a title, or a step without what to do, is an empty row in every document.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {phone: "+86 10 5550 0101"}
)",
    .mend = "Add the key.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
)",
    .related = "unknown-key wrong-type",
    .check = nullptr,
};

} // namespace planc
