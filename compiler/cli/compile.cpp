#include "cli/compile.h"

#include "rules/all.h"

#include <algorithm>
#include <utility>

namespace planc {

namespace {

/// What stands behind the place where reading stopped is unknown: of that, and of what seems to be missing, nothing is
/// said.
void keep_what_is_certain(Diagnostics& findings, std::uint32_t known_until) {
    std::erase_if(findings, [known_until](const Diagnostic& finding) {
        const bool from_binding = finding.rule != "bad-syntax" && finding.rule != "duplicate-key";
        const bool about_the_whole = finding.rule == "missing-key" || finding.rule == "unknown-reference";
        return from_binding && (about_the_whole || finding.span.end > known_until);
    });
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
    const std::optional<std::uint32_t> unread_from = result->tree.unread_from();
    if (result->tree.root() != nullptr) {
        result->plan = bind_plan(result->tree, result->files, file, findings);
        result->tree.forget_nodes();
        result->as_of = placed(as_of, result->plan.calendar.zone);
        result->schedule = make_schedule(result->plan);
        if (unread_from) {
            keep_what_is_certain(findings, *unread_from);
        } else {
            findings.insert(findings.end(), result->schedule.findings.begin(), result->schedule.findings.end());
            run_rules(analyse(result->files, result->plan, result->schedule, result->as_of), findings);
        }
    }
    sort_and_deduplicate(findings);
    return result;
}

} // namespace planc
