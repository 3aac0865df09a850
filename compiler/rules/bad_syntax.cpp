#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::bad_syntax{
    .name = "bad-syntax",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "a file that is not YAML as planc reads it: a tab as indentation, a full-width colon, a quote that is not "
             "closed, bytes that are no UTF-8, a second document.",
    .why = "Nothing behind the place can be relied on, so no date of the plan can.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: "Ning}
)",
    .mend = "The finding points at the place and says what was found. A text with `: ` or ` #` in it, or one that "
            "begins with a sign, goes into quotes.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: "Ning"}
)",
    .related = "duplicate-key wrong-type",
    .check = nullptr,
};

} // namespace planc
