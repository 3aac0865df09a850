#include "rules/list.h"
#include "rules/owners.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <unordered_set>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    std::unordered_set<std::string_view> told;
    for_each_owner(plan, [&](const Reference& owner) {
        const Role* role = plan.find_role(owner.value);
        if (role == nullptr || !role->people.empty() || role->headcount.given() || role->backup.given()) return;
        if (!told.insert(owner.value).second) return;
        Diagnostic& finding =
            findings.add(first_given({role->title.span, role->id.span, role->span}),
                         fmt::format("nobody holds the role {}, which is named as an owner",
                                     quoted(role->title.given() ? role->title.value : role->id.value)));
        finding.others.push_back({owner.span, "named here"});
        finding.help = "name its people: `people: […]`";
    });
}

} // namespace

const Rule rules::unstaffed_role{
    .name = "unstaffed-role",
    .group = "People",
    .severity = Severity::warning,
    .finds = "a role that owns something and has nobody in it.",
    .why = "The plan looks as if somebody did it. On the night everybody thinks it is somebody else.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
roles:
  operations: {title: Operations}
phases:
  - {id: deploy, title: Deploy, duration: 1d, owner: operations}
)",
    .mend =
        "Name the people of the role, or say how many there are (`headcount`) where names do not belong in the plan.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
people:
  ning: {name: Ning}
roles:
  operations: {title: Operations, people: [ning]}
phases:
  - {id: deploy, title: Deploy, duration: 1d, owner: operations}
)",
    .related = "missing-owner missing-contact",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
