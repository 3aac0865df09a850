#include "rules/list.h"
#include "rules/wording.h"

#include <array>
#include <fmt/format.h>

namespace planc {

namespace {

struct Signatures {
    std::string_view verb;
    const std::vector<Reference>* people;
};

void check(const Analysis& analysis, Findings& findings) {
    const SignOff& sign_off = analysis.plan.sign_off;
    const std::array<Signatures, 3> all{{{"prepared", &sign_off.prepared_by},
                                         {"reviewed", &sign_off.reviewed_by},
                                         {"approved", &sign_off.approved_by}}};
    for (std::size_t later = 1; later < all.size(); ++later) {
        for (const Reference& person : *all[later].people) {
            for (std::size_t earlier = 0; earlier < later; ++earlier) {
                for (const Reference& other : *all[earlier].people) {
                    if (other.value != person.value) continue;
                    Diagnostic& finding =
                        findings.add(person.span, fmt::format("{} both {} and {} the plan", quoted(person.value),
                                                              all[earlier].verb, all[later].verb));
                    finding.others.push_back({other.span, fmt::format("{} it here", all[earlier].verb)});
                }
            }
        }
    }
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
