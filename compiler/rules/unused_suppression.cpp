#include "rules/list.h"

namespace planc {

// Found where suppressions are read and applied; this is its documentation.
const Rule rules::unused_suppression{
    .name = "unused-suppression",
    .group = "Structure",
    .severity = Severity::warning,
    .finds =
        "a comment `# planc: allow RULE -- REASON` that suppresses nothing, gives no reason, or names no rule. One at "
        "the end of a line is about what is found on the line; one on a line of its own about all of the item below "
        "it; `allow-file` about the file. Without a reason it suppresses nothing. Several rules are separated by "
        "commas. In a file that plans include, one that suppresses nothing is not told: another plan may need it.",
    .why = "What it allowed may be long gone, and the next mistake of the kind is hidden by it.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  # planc: allow missing-owner -- the vendor names a person on the day
  - {id: build, title: Build, start: 2026-03-02, duration: 5wd}
)",
    .mend = "Take the comment out, or the rule that it no longer needs; or write the reason.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people: {ning: {name: Ning}}
phases:
  # planc: allow missing-owner -- the vendor names a person on the day
  - {id: build, title: Build, start: 2026-03-02, duration: 5wd}
  - {id: sell, title: Sell, start: 2026-03-09, duration: 5wd, owner: ning}
)",
    .related = "missing-owner unused-declaration",
    .check = nullptr,
};

} // namespace planc
