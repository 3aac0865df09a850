#include "rules/list.h"
#include "rules/owners.h"
#include "rules/recorded.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace planc {

namespace {

/// Who may act for an owner.
class Standing {
public:
    explicit Standing(const Plan& plan) : plan_(plan) {}

    /// True where it cannot be told, too: of a role whose people are not all named, and of what is no person or role.
    bool may_act(std::string_view person, std::string_view owner) {
        const auto [found, is_new] = known_.try_emplace(owner);
        if (is_new) found->second = candidates_of(plan_, owner);
        const Candidates& who = found->second;
        return !who.known || std::any_of(who.people.begin(), who.people.end(),
                                         [&](const Person* one) { return one->id.value == person; });
    }

private:
    const Plan& plan_;
    std::unordered_map<std::string_view, Candidates> known_;
};

class Check {
public:
    Check(const Analysis& analysis, Findings& findings)
        : analysis_(analysis), plan_(analysis.plan), findings_(findings), standing_(plan_) {
        const auto add = [this](const std::vector<CheckItem>& items, const Reference& around) {
            for (const CheckItem& item : items) items_.try_emplace(item.id.value, item.owner, around);
        };
        for (const Checklist& checklist : plan_.checklists) add(checklist.items, checklist.owner);
        for (const FollowUp& follow_up : plan_.follow_ups) add(follow_up.items, follow_up.owner);
    }

    void look_at(const RecordEntry& entry) {
        if (!entry.by.given() || plan_.find_person(entry.by.value) == nullptr) return;
        // What was left out was carried out by nobody.
        if (entry.result.given() && entry.result.value == EntryResult::skipped) return;
        const std::vector<Reference> owners = owners_of(entry.of.value);
        if (owners.empty()) return;
        for (const Reference& owner : owners)
            if (standing_.may_act(entry.by.value, owner.value)) return;
        const Reference& whole = plan_.header.owner;
        if (whole.given() && standing_.may_act(entry.by.value, whole.value)) return;
        if (!told_.emplace(entry.of.value, entry.by.value).second) return;
        report(entry, owners.front());
    }

private:
    /// Of a thing and of what it is part of, the nearest first; without the whole plan's.
    std::vector<Reference> owners_of(std::string_view id) const {
        std::vector<Reference> owners;
        const auto add = [&owners](const Reference& owner) {
            if (owner.given()) owners.push_back(owner);
        };
        const Target* const target = plan_.find(id);
        if (target == nullptr) return owners;
        if (target->kind == Target::Kind::work && !analysis_.cancelled[target->index]) {
            for (WorkIndex at = target->index; at != no_work; at = plan_.work[at].parent) add(plan_.work[at].owner);
        } else if (target->kind == Target::Kind::rollback_step) {
            add(plan_.rollback.steps[target->index].owner);
            add(plan_.rollback.owner);
        } else if (target->kind == Target::Kind::check_item) {
            const auto found = items_.find(id);
            if (found == items_.end()) return owners;
            add(found->second.first);
            add(found->second.second);
        }
        return owners;
    }

    void report(const RecordEntry& entry, const Reference& owner) {
        const WorkIndex work = plan_.find_work(entry.of.value);
        const std::string thing = work == no_work ? quoted(entry.of.value) : called(plan_.work[work]);
        const bool role = plan_.find_person(owner.value) == nullptr;
        const std::string who = quoted(entry.by.value);
        Diagnostic& finding = findings_.add(
            entry.by.span,
            role ? fmt::format("{} was carried out by {}, who is not in the role {} that owns it", thing, who,
                               quoted(owner.value))
                 : fmt::format("{} was carried out by {}, and its owner is {}", thing, who, quoted(owner.value)));
        finding.others.push_back({owner.span, "the owner"});
        if (const Role* const declared = role ? plan_.find_role(owner.value) : nullptr)
            finding.others.push_back({first_given({declared->id.span, declared->span}), "who is in the role"});
    }

    const Analysis& analysis_;
    const Plan& plan_;
    Findings& findings_;
    Standing standing_;
    /// Of each check item its owner and the owner of its list.
    std::unordered_map<std::string_view, std::pair<Reference, Reference>> items_;
    std::set<std::pair<std::string_view, std::string_view>> told_; ///< what, by whom
};

void check(const Analysis& analysis, Findings& findings) {
    const auto entries = entries_of(analysis.plan);
    if (entries.empty()) return;
    Check check(analysis, findings);
    for (const RecordEntry& entry : entries) check.look_at(entry);
}

} // namespace

const Rule rules::unauthorised_executor{
    .name = "unauthorised-executor",
    .group = "Record",
    .severity = Severity::warning,
    .finds =
        "an entry of the record by a person of the plan who neither owns what was carried out, holds the role that "
        "owns it, stands in for either, nor owns the whole plan.",
    .why = "Either somebody without the knowledge or the permission took the step, or the plan does not say who really "
           "does it, and the wrong one is called next time.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}, tao: {name: Tao}, wen: {name: Wen}}
roles: {operations: {title: Operations, people: [tao]}, development: {title: Development, people: [wen]}}
phases:
  - {id: build, title: Build, owner: development, start: 2026-03-02 20:00, duration: 30m}
  - {id: deploy, title: Deploy, owner: operations, start: 2026-03-02 22:00, duration: 30m}
record:
  entries:
    - {of: build, start: 2026-03-02 20:00, end: 20:25, by: wen, result: done}
    - {of: deploy, start: 2026-03-02 22:00, end: 22:25, by: wen, result: done}
)",
    .mend = "If the person does belong there, say so: in the role's `people`, or as its `backup` or that of the owner. "
            "Otherwise leave the record as it is and say in its `note` why; a record is not made to fit the plan.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}, tao: {name: Tao}, wen: {name: Wen}}
roles: {operations: {title: Operations, people: [tao], backup: wen}, development: {title: Development, people: [wen]}}
phases:
  - {id: build, title: Build, owner: development, start: 2026-03-02 20:00, duration: 30m}
  - {id: deploy, title: Deploy, owner: operations, start: 2026-03-02 22:00, duration: 30m}
record:
  entries:
    - {of: build, start: 2026-03-02 20:00, end: 20:25, by: wen, result: done}
    - {of: deploy, start: 2026-03-02 22:00, end: 22:25, by: wen, result: done}
)",
    .related = "unplanned-entry missing-owner",
    .check = check,
};

} // namespace planc
