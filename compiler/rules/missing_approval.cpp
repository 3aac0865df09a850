#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Located<PlanStatus>& status = plan.header.status;
    const bool binding = status.value == PlanStatus::approved || status.value == PlanStatus::executing ||
                         status.value == PlanStatus::done;
    if (!status.given() || !binding) return;
    std::vector<std::string> missing;
    const auto need = [&missing](const std::vector<Reference>& people, std::string_view key) {
        if (people.empty()) missing.push_back(fmt::format("`{}`", key));
    };
    need(plan.sign_off.prepared_by, "prepared_by");
    need(plan.sign_off.reviewed_by, "reviewed_by");
    need(plan.sign_off.approved_by, "approved_by");
    if (missing.empty()) return;
    Diagnostic& finding = findings.add(
        status.span, missing.size() == 3 ? fmt::format("the plan is {}, but nobody has signed it", name(status.value))
                                         : fmt::format("the plan is {}, but its `sign_off` lacks {}",
                                                       name(status.value), listed(missing)));
    if (plan.sign_off.span) finding.others.push_back({plan.sign_off.span, "signed here"});
    finding.help = fmt::format("name who signed{}, or set the status back to `in_review`",
                               plan.sign_off.span ? "" : " under `sign_off`");
}

} // namespace

const Rule rules::missing_approval{
    .name = "missing-approval",
    .group = "People",
    .severity = Severity::error,
    .finds =
        "a plan that is approved, executing or done without the names of those who prepared, reviewed and approved it.",
    .why = "People act on it as if somebody had decided. Nobody has.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, status: approved}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
sign_off: {prepared_by: ning}
)",
    .mend = "Name the three, or set the status back.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, status: in_review}
people:
  ning: {name: Ning, phone: "+86 10 5550 0101"}
sign_off: {prepared_by: ning}
)",
    .related = "self-approval",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
