#include "rules/list.h"

namespace planc {

// Found by earlier stages; this is its documentation.
const Rule rules::duplicate_id{
    .name = "duplicate-id",
    .group = "Structure",
    .severity = Severity::error,
    .finds = "two things with one id, of whatever kind.",
    .why = "What depends on that id depends on one of the two, and the reader thinks of the other.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy the service, start: 2026-03-02}
  - {id: deploy, title: Deploy the page, start: 2026-03-03}
)",
    .mend = "Give one of them another id, and look through what refers to it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy the service, start: 2026-03-02}
  - {id: deploy-page, title: Deploy the page, start: 2026-03-03}
)",
    .related = "unknown-reference duplicate-key",
    .check = nullptr,
};

} // namespace planc
