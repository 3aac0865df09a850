#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

/// How many people a role stands for where that is more than one; 0 otherwise, and for roles of which that is unknown.
std::size_t people_in(const Role& role) {
    std::unordered_set<std::string_view> people;
    for (const Reference& person : role.people) people.insert(person.value);
    if (people.empty() && role.headcount.given()) return static_cast<std::size_t>(role.headcount.value);
    return people.size();
}

struct Charge {
    const Reference* owner = nullptr;
    std::string what; ///< "the release is owned", "what is done about … is decided"
};

/// The charges of one role, in the order of the language.
struct Held {
    const Role* role = nullptr;
    std::size_t people = 0;
    std::vector<Charge> charges;
};

class Check {
public:
    explicit Check(const Plan& plan) : plan_(plan) {
        look_at(plan.header.owner, "the release is owned");
        look_at(plan.rollback.owner, "the rollback is owned");
        for (const Contingency& one : plan.contingencies) {
            const std::string_view name = one.title.given() ? one.title.value : one.id.value;
            look_at(one.decided_by, fmt::format("what is done about {} is decided", quoted(name)));
        }
        std::erase_if(held_, [](const Held& held) { return held.people < 2; });
    }

    /// One finding for a role: who is named for one charge will mostly have the others too.
    void report(Findings& findings) const {
        for (const Held& held : held_) {
            const Role& role = *held.role;
            const Charge& first = held.charges.front();
            const std::string name = quoted(role.title.given() ? role.title.value : role.id.value);
            Diagnostic& finding = findings.add(
                first.owner->span, fmt::format("{} by {}, a role of {} people", first.what, name, held.people));
            finding.others.push_back({first_given({role.title.span, role.id.span, role.span}),
                                      fmt::format("stands for {} people", held.people)});
            for (std::size_t i = 1; i < held.charges.size() && i <= most_labels; ++i)
                finding.others.push_back(
                    {held.charges[i].owner->span, fmt::format("{} by them", held.charges[i].what)});
            if (held.charges.size() > most_labels + 1)
                finding.notes.push_back(fmt::format("and {} more by them", held.charges.size() - most_labels - 1));
            finding.help = role.people.empty() ? "name a person, or a role of one" : "name the one of them who decides";
        }
    }

private:
    void look_at(const Reference& owner, std::string what) {
        if (!owner.given() || plan_.find_person(owner.value) != nullptr) return;
        const Role* role = plan_.find_role(owner.value);
        if (role == nullptr) return;
        const auto [found, is_new] = places_.try_emplace(role, held_.size());
        if (is_new) held_.push_back({role, people_in(*role), {}});
        held_[found->second].charges.push_back({&owner, std::move(what)});
    }

    const Plan& plan_;
    std::vector<Held> held_;
    std::unordered_map<const Role*, std::size_t> places_;
};

void check(const Analysis& analysis, Findings& findings) {
    const PlanStatus status = analysis.plan.header.status.value;
    if (status == PlanStatus::done || status == PlanStatus::abandoned) return;
    Check(analysis.plan).report(findings);
}

} // namespace

const Rule rules::vague_owner{
    .name = "vague-owner",
    .group = "People",
    .severity = Severity::info,
    .finds = "a release or a rollback owned, or a contingency decided, by a role of several people with no one of them "
             "named.",
    .why = "Work can be shared, a decision cannot: at two in the morning each of them waits for the others to say it.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: operations}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
  tao: {name: Tao, phone: "+86 10 5550 0102"}
roles:
  operations: {title: Operations, people: [ning, tao]}
)",
    .mend = "Name the person who answers for it, or a role that one person holds. The work itself may well belong to "
            "all of them.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
  tao: {name: Tao, phone: "+86 10 5550 0102"}
roles:
  operations: {title: Operations, people: [ning, tao]}
)",
    .related = "missing-owner unstaffed-role",
    .check = check,
};

} // namespace planc
