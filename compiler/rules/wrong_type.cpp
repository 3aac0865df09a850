#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::wrong_type{
    .name = "wrong-type",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "a value of the wrong shape: a list where one text goes, a text where a list goes, a key with nothing "
             "behind it.",
    .why = "The value cannot be used, so everything that would follow from it is missing.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: [Ning]}
)",
    .mend = "Write what the finding says goes there.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning}
)",
    .related = "bad-value missing-key",
    .check = nullptr,
};

} // namespace planc
