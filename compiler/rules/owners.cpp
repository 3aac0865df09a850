#include "rules/owners.h"

#include <algorithm>

namespace planc {

void for_each_owner(const Plan& plan, const std::function<void(const Reference& owner)>& visit) {
    const auto offer = [&visit](const Reference& owner) {
        if (owner.given()) visit(owner);
    };
    offer(plan.header.owner);
    for (const Work& work : plan.work) offer(work.owner);
    offer(plan.rollback.owner);
    for (const RollbackStep& step : plan.rollback.steps) offer(step.owner);
    for (const Checklist& checklist : plan.checklists) {
        offer(checklist.owner);
        for (const CheckItem& item : checklist.items) offer(item.owner);
    }
    for (const Risk& risk : plan.risks) offer(risk.owner);
    for (const Contingency& contingency : plan.contingencies) {
        offer(contingency.decided_by);
        for (const Action& action : contingency.actions) offer(action.owner);
    }
    for (const Notice& notice : plan.notices) offer(notice.owner);
    for (const FollowUp& follow_up : plan.follow_ups) {
        offer(follow_up.owner);
        for (const CheckItem& item : follow_up.items) offer(item.owner);
    }
    for (const Attachment& attachment : plan.attachments) offer(attachment.owner);
}

bool reachable(const Plan& plan, std::string_view owner) {
    const auto has_contact = [](const Person& person) {
        return !person.phone.value.empty() || !person.email.value.empty();
    };
    if (const Person* person = plan.find_person(owner)) return has_contact(*person);
    const Role* role = plan.find_role(owner);
    // A role that nobody holds is told as such.
    if (role == nullptr || role->people.empty()) return true;
    return std::any_of(role->people.begin(), role->people.end(), [&](const Reference& id) {
        const Person* person = plan.find_person(id.value);
        return person == nullptr || has_contact(*person);
    });
}

} // namespace planc
