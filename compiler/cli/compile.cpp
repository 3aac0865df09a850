#include "cli/compile.h"

#include "rules/all.h"

#include <algorithm>
#include <utility>

namespace planc {

namespace {

bool depends_on_the_whole_file(const Diagnostic& finding) {
    return finding.rule == "missing-key" || finding.rule == "unknown-reference";
}

std::optional<Instant> placed(const WrittenInstant& as_of, const Zone& zone) {
    if (!as_of.given()) return std::nullopt;
    return zone.to_instant(LocalTime{as_of.date} + std::chrono::minutes{as_of.minute});
}

} // namespace

std::unique_ptr<Compilation> compile(std::string name, std::string text, const WrittenInstant& as_of) {
    auto result = std::make_unique<Compilation>();
    Diagnostics& findings = result->findings;
    const std::uint32_t file = result->files.add(std::move(name), std::move(text));
    result->tree = parse_yaml(result->files, file, findings);
    const bool readable = std::none_of(findings.begin(), findings.end(),
                                       [](const Diagnostic& finding) { return finding.rule == "bad-syntax"; });
    if (result->tree.root() != nullptr) {
        result->plan = bind_plan(result->tree, result->files, file, findings);
        result->tree.forget_nodes();
        result->as_of = placed(as_of, result->plan.calendar.zone);
        // What stands behind the place where reading stopped is unknown, so nothing is said of what seems to be
        // missing.
        if (!readable) {
            std::erase_if(findings, depends_on_the_whole_file);
        } else {
            result->schedule = make_schedule(result->plan);
            findings.insert(findings.end(), result->schedule.findings.begin(), result->schedule.findings.end());
            run_rules({result->files, result->plan, result->schedule, result->as_of}, findings);
        }
    }
    sort_and_deduplicate(findings);
    return result;
}

} // namespace planc
