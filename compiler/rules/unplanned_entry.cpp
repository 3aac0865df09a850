#include "diagnostics/suggestion.h"
#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

bool can_be_done(Target::Kind kind) {
    switch (kind) {
    case Target::Kind::work:
    case Target::Kind::checklist:
    case Target::Kind::check_item:
    case Target::Kind::rollback_step:
    case Target::Kind::contingency:
    case Target::Kind::notice:
    case Target::Kind::follow_up:
        return true;
    default:
        return false;
    }
}

constexpr std::size_t most_compared = 2'000'000;

class Check {
public:
    Check(const Analysis& analysis, Findings& findings) : plan_(analysis.plan), findings_(findings) {}

    void look_at(const Reference& of) {
        if (!of.given()) return;
        const Target* const target = plan_.find(of.value);
        if (target != nullptr && can_be_done(target->kind)) return;
        if (target != nullptr) {
            findings_.add(of.span, fmt::format("{} is nothing that is carried out", quoted(of.value)))
                .others.push_back({target->span, fmt::format("declared here, as {}", name(target->kind))});
            return;
        }
        Diagnostic& finding = findings_.add(of.span, fmt::format("the plan has no {}", quoted(of.value)));
        if (compared_ > most_compared) return;
        compared_ += plan_.work.size();
        std::vector<std::string_view> known;
        for (const Work& work : plan_.work) known.push_back(work.id.value);
        finding.help = did_you_mean(of.value, known);
    }

private:
    const Plan& plan_;
    Findings& findings_;
    std::size_t compared_ = 0; ///< a record with very many unknown ids gets no more suggestions
};

void check(const Analysis& analysis, Findings& findings) {
    Check check(analysis, findings);
    for (const RecordEntry& entry : analysis.plan.record.entries) check.look_at(entry.of);
    for (const RecordIssue& issue : analysis.plan.record.issues) check.look_at(issue.of);
}

} // namespace

const Rule rules::unplanned_entry{
    .name = "unplanned-entry",
    .group = "Record",
    .severity = Severity::error,
    .finds = "an entry of the record for something that the plan does not have.",
    .why = "What was done beside the plan is missing from its documents, and what was planned seems not to have been "
           "done.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-02 22:00, duration: 30m}
record:
  entries:
    - {of: deplyo, start: 2026-03-02 22:04, end: 22:31, by: ning, result: done}
)",
    .mend = "Write the id of what was carried out, as the plan has it; what came on top belongs to `issues` or into a "
            "`note`.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: deploy, title: Deploy, start: 2026-03-02 22:00, duration: 30m}
record:
  entries:
    - {of: deploy, start: 2026-03-02 22:04, end: 22:31, by: ning, result: done}
)",
    .related = "foreign-record unknown-reference",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
