#include "rules/owners.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace planc {

namespace {

/// Of more than these, somebody will be there.
constexpr std::size_t most_candidates = 32;

class Finder {
public:
    Finder(const Plan& plan, std::string_view owner) : plan_(plan) {
        add(owner);
        for (std::size_t i = 0; i < next_.size() && found_.known; ++i) look_at(next_[i]);
        if (found_.people.empty()) found_.known = false;
    }
    Candidates result() && { return std::move(found_); }

private:
    void add(std::string_view owner) {
        if (seen_.insert(owner).second) next_.push_back(owner);
        if (seen_.size() > most_candidates) found_.known = false;
    }

    void look_at(std::string_view owner) {
        if (const Person* person = plan_.find_person(owner)) {
            found_.people.push_back(person);
            if (person->backup.given()) add(person->backup.value);
            return;
        }
        const Role* role = plan_.find_role(owner);
        const bool unnamed =
            role != nullptr &&
            (role->people.empty() ||
             (role->headcount.given() && static_cast<std::size_t>(role->headcount.value) > role->people.size()));
        if (role == nullptr || unnamed || role->people.size() > most_candidates) {
            found_.known = false;
            return;
        }
        for (const Reference& person : role->people) add(person.value);
        if (role->backup.given()) add(role->backup.value);
    }

    const Plan& plan_;
    Candidates found_{true, {}};
    std::vector<std::string_view> next_;
    std::unordered_set<std::string_view> seen_;
};

} // namespace

Candidates candidates_of(const Plan& plan, std::string_view owner) { return Finder(plan, owner).result(); }

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
