#include "rules/list.h"
#include "rules/wording.h"
#include "source/fingerprint.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const ExecutionRecord& record = plan.record;
    if (record.plan.given() && plan.header.id.given() && record.plan.value != plan.header.id.value) {
        findings
            .add(Severity::error, record.plan.span,
                 fmt::format("the record is of {}, and the plan is {}", quoted(record.plan.value),
                             quoted(plan.header.id.value)))
            .others.push_back({plan.header.id.span, "the plan's id"});
        return;
    }
    if (!record.fingerprint.given()) return;
    const auto& apart = plan.record_files;
    if (std::find(apart.begin(), apart.end(), record.span.file) == apart.end()) {
        Diagnostic& finding = findings.add(
            record.fingerprint.span,
            "a record in a file with other parts of the plan changes the plan's fingerprint with each entry");
        finding.help = "leave the fingerprint out, or keep the record in a file of its own";
        return;
    }
    const std::string now = fingerprint(analysis.files, plan.outside_fingerprint);
    if (record.fingerprint.value == now) return;
    Diagnostic& finding =
        findings.add(record.fingerprint.span, fmt::format("the record was kept for another revision of the plan: {}, "
                                                          "and this one is `{}`",
                                                          quoted(record.fingerprint.value), now));
    finding.notes.push_back("steps may have been added, moved or taken out since");
    finding.help = "look through the entries; if they still hold, write the new fingerprint";
}

} // namespace

const Rule rules::foreign_record{
    .name = "foreign-record",
    .group = "Record",
    .severity = Severity::warning,
    .finds = "a record that was kept for another plan (an error) or for another revision of this one.",
    .why = "Entries may stand beside steps that somebody else carried out, or that were different then.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
record: {plan: shop-2.3, outcome: success}
)",
    .mend = "Take the record of this plan. If only its revision differs, look through the entries and write the "
            "fingerprint of the plan as it is now; documents show it.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
record: {plan: shop-2.4, outcome: success}
)",
    .related = "unplanned-entry",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
