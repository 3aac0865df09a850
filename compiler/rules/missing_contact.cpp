#include "rules/list.h"
#include "rules/owners.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <unordered_set>

namespace planc {

namespace {

struct Declared {
    Span place; ///< where to mend it
    std::string_view name;
};

Declared declared(const Plan& plan, std::string_view owner) {
    if (const Person* person = plan.find_person(owner))
        return {first_given({person->name.span, person->id.span, person->span}),
                person->name.given() ? person->name.value : owner};
    if (const Role* role = plan.find_role(owner))
        return {first_given({role->title.span, role->id.span, role->span}),
                role->title.given() ? role->title.value : owner};
    return {{}, owner};
}

/// A role of one is its person: whoever mends the one has mended the other.
std::string_view who_answers(const Plan& plan, std::string_view owner) {
    const Role* role = plan.find_person(owner) != nullptr ? nullptr : plan.find_role(owner);
    return role != nullptr && role->people.size() == 1 ? role->people[0].value : owner;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    std::unordered_set<std::string_view> seen;
    const auto require = [&](const Reference& owner, std::string_view needed_for) {
        const std::string_view name = who_answers(plan, owner.value);
        if (!owner.given() || !seen.insert(name).second || reachable(plan, name)) return;
        const Declared who = declared(plan, name);
        Diagnostic& finding = findings.add(
            who.place, fmt::format("there is no way to reach {}, who is needed for {}", quoted(who.name), needed_for));
        finding.others.push_back({owner.span, "needed here"});
        finding.help = "add a `phone` or an `email`";
    };
    if (plan.rollback.span) {
        require(plan.rollback.owner.given() ? plan.rollback.owner : plan.header.owner, "the rollback");
        for (const RollbackStep& step : plan.rollback.steps) require(step.owner, "the rollback");
    }
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
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
