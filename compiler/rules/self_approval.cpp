#include "rules/list.h"
#include "rules/wording.h"

#include <array>
#include <fmt/format.h>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

constexpr std::array<std::string_view, 3> verbs{"prepared", "reviewed", "approved"};

/// Where one person stands among those who prepared, reviewed and approved; the first place of each.
using Signatures = std::array<const Reference*, 3>;

void report(const Signatures& signatures, Findings& findings) {
    std::vector<std::string> done;
    const Reference* last = nullptr;
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        if (signatures[i] == nullptr) continue;
        done.emplace_back(verbs[i]);
        last = signatures[i];
    }
    if (done.size() < 2) return;
    Diagnostic& finding = findings.add(last->span, fmt::format("{}{} {} the plan", quoted(last->value),
                                                               done.size() == 2 ? " both" : "", listed(done)));
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        if (signatures[i] != nullptr && signatures[i] != last)
            finding.others.push_back({signatures[i]->span, fmt::format("{} it here", verbs[i])});
    }
}

void check(const Analysis& analysis, Findings& findings) {
    const SignOff& sign_off = analysis.plan.sign_off;
    const std::array<const std::vector<Reference>*, 3> all{&sign_off.prepared_by, &sign_off.reviewed_by,
                                                           &sign_off.approved_by};
    std::unordered_map<std::string_view, Signatures> by_person;
    std::vector<std::string_view> people; // in the order written
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const Reference& person : *all[i]) {
            const auto [found, is_new] = by_person.try_emplace(person.value);
            if (is_new) people.push_back(person.value);
            if (found->second[i] == nullptr) found->second[i] = &person;
        }
    }
    for (const std::string_view person : people) report(by_person[person], findings);
}

} // namespace

const Rule rules::self_approval{
    .name = "self-approval",
    .group = "People",
    .severity = Severity::warning,
    .finds = "one person in two of prepared, reviewed and approved.",
    .why = "Nobody sees the mistakes in their own plan; that is what the second signature is for.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
  tao: {name: Tao, phone: "+86 10 5550 0102"}
sign_off: {prepared_by: ning, reviewed_by: tao, approved_by: tao}
)",
    .mend = "Let three different people sign.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
  tao: {name: Tao, phone: "+86 10 5550 0102"}
  wen: {name: Wen, phone: "+86 10 5550 0103"}
sign_off: {prepared_by: ning, reviewed_by: tao, approved_by: wen}
)",
    .related = "missing-approval",
    .check = check,
};

} // namespace planc
