#include "cli/compile.h"

#include "rules/all.h"
#include "rules/hide_secrets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace planc {

namespace {

/// Where reading stopped, of the files that were not read to their end.
struct Unread {
    std::uint32_t file = 0;
    std::uint32_t from = 0;
};

/// What stands behind the place where reading stopped is unknown: of that, and of what seems to be missing, nothing is
/// said.
void keep_what_is_certain(Diagnostics& findings, const std::vector<Unread>& unread, bool main_unread) {
    std::erase_if(findings, [&](const Diagnostic& finding) {
        if (finding.rule == "unknown-reference") return true;
        if (finding.rule == "bad-syntax" || finding.rule == "duplicate-key") return false;
        if (finding.rule == "missing-key" && main_unread) return true;
        return std::any_of(unread.begin(), unread.end(), [&](const Unread& one) {
            return finding.span.file == one.file && finding.span.end > one.from;
        });
    });
}

/// What is missing may stand in the part that could not be read.
bool speaks_of_absence(const Diagnostic& finding) {
    constexpr std::array<std::string_view, 9> rules{"missing-rollback",   "missing-owner",   "missing-approval",
                                                    "missing-contact",    "unstaffed-role",  "unused-declaration",
                                                    "unfinished-rollout", "unplanned-entry", "foreign-record"};
    return std::find(rules.begin(), rules.end(), finding.rule) != rules.end();
}

std::optional<Instant> placed(const WrittenInstant& as_of, const Zone& zone) {
    if (!as_of.given()) return std::nullopt;
    return zone.to_instant(LocalTime{as_of.date} + std::chrono::minutes{as_of.minute});
}

} // namespace

std::unique_ptr<Compilation> compile(Source source, const std::string& record, const WrittenInstant& as_of,
                                     SharedFiles& shared) {
    auto result = std::make_unique<Compilation>();
    Diagnostics& findings = result->findings;
    const std::uint32_t file = result->files.add(std::move(source.name), std::move(source.text));
    result->tree = parse_yaml(result->files, file, findings);
    const bool main_unread = result->tree.unread_from().has_value();
    std::vector<std::string> added;
    if (!record.empty()) added.push_back(record);
    const Includes includes = read_includes(result->tree, source.path, added, shared, findings);
    std::vector<FileRoot> roots{{result->tree.root(), nullptr}};
    std::vector<std::uint32_t> numbers{file};
    std::vector<Unread> unread;
    if (main_unread) unread.push_back({file, *result->tree.unread_from()});
    for (const SharedFile* one : includes.files) {
        result->files.add(one->entry);
        numbers.push_back(one->entry.number);
        roots.push_back({one->tree.root(), one->part.get()});
        if (const auto from = one->tree.unread_from()) unread.push_back({one->entry.number, *from});
    }
    result->complete = unread.empty() && includes.complete;
    if (result->tree.root() != nullptr) {
        result->plan = bind_plan(roots, result->files, file, findings);
        result->tree.forget_nodes();
        result->as_of = placed(as_of, result->plan.calendar.zone);
        result->schedule = make_schedule(result->plan);
        if (!result->complete) keep_what_is_certain(findings, unread, main_unread);
        if (!main_unread) {
            findings.insert(findings.end(), result->schedule.findings.begin(), result->schedule.findings.end());
            run_rules(analyse(result->files, result->plan, result->schedule, result->as_of), findings);
            if (!result->complete) std::erase_if(findings, speaks_of_absence);
        }
    }
    sort_and_deduplicate(findings, numbers);
    hide_secrets(findings, result->files);
    return result;
}

} // namespace planc
