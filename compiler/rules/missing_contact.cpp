#include "rules/list.h"
#include "rules/owners.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <set>

namespace planc {

namespace {

/// The place to mend: where the person or role is declared.
Span declared(const Plan& plan, std::string_view owner) {
    if (const Person* person = plan.find_person(owner)) return person->name.given() ? person->name.span : person->span;
    const Role* role = plan.find_role(owner);
    return role == nullptr ? Span{} : role->title.given() ? role->title.span : role->span;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    std::set<std::string_view> told;
    const auto require = [&](const Reference& owner, std::string_view needed_for) {
        if (!owner.given() || reachable(plan, owner.value) || !told.insert(owner.value).second) return;
        Diagnostic& finding =
            findings.add(declared(plan, owner.value), fmt::format("there is no way to reach {}, who is needed for {}",
                                                                  quoted(owner.value), needed_for));
        finding.others.push_back({owner.span, "needed here"});
        finding.help = "add a `phone` or an `email`";
    };
    require(plan.rollback.owner, "the rollback");
    for (const RollbackStep& step : plan.rollback.steps) require(step.owner, "the rollback");
    for (const auto* signatures :
         {&plan.sign_off.prepared_by, &plan.sign_off.reviewed_by, &plan.sign_off.approved_by}) {
        for (const Reference& person : *signatures) require(person, "the sign-off");
    }
}

} // namespace

const Rule rules::missing_contact{
    .name = "missing-contact",
    .group = "People",
    .severity = Severity::warning,
    .finds = "somebody in the rollback or the sign-off with neither telephone number nor address.",
    .why = "These are the people who have to be called when it goes wrong.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning}
rollback:
  owner: ning
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .mend = "Write down how to reach them. Of a role it is enough that one of its people can be reached.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
rollback:
  owner: ning
  triggers: [{when: Payments fail for five minutes, manual: true}]
  steps: [{do: Switch back to the old version, expect: The old version serves}]
)",
    .related = "unstaffed-role",
    .check = check,
};

} // namespace planc
