#include "cli/compile.h"

#include "binding/place.h"
#include "rules/all.h"
#include "rules/hide_secrets.h"
#include "rules/levels.h"

#include <algorithm>
#include <map>
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

std::optional<Instant> placed(const WrittenInstant& as_of, const Zone& zone) {
    if (!as_of.given()) return std::nullopt;
    return zone.to_instant(LocalTime{as_of.date} + std::chrono::minutes{as_of.minute});
}

struct Suppressions {
    std::vector<Suppression> own;
    std::vector<Suppression> of_others{}; ///< in files that the plan includes
};

void apply(const Suppressions& suppressions, Compilation& compilation) {
    // What another plan finds in a file that both include may be what is suppressed there.
    suppress(suppressions.of_others, compilation.findings);
    std::vector<Suppression> unused = suppress(suppressions.own, compilation.findings);
    // What it would suppress may not have been looked for.
    if (!compilation.complete) return;
    std::erase_if(unused, [&](const Suppression& one) { return one.rule->needs_as_of && !compilation.as_of; });
    report_unused(unused, compilation.files, compilation.findings);
}

} // namespace

std::unique_ptr<Compilation> compile(Source source, const std::string& record, const WrittenInstant& as_of,
                                     SharedFiles& shared, Watch* timed) {
    Watch untimed(nullptr);
    Watch& watch = timed != nullptr ? *timed : untimed;
    auto result = std::make_unique<Compilation>();
    Diagnostics& findings = result->findings;
    const std::uint32_t file = result->files.add(std::move(source.name), std::move(source.text));
    result->tree = parse_yaml(result->files, file, findings);
    watch.lap(RunStage::parse);
    const bool main_unread = result->tree.unread_from().has_value();
    std::vector<std::string> added;
    if (!record.empty()) added.push_back(record);
    Suppressions suppressions{read_suppressions(result->tree, result->files, findings)};
    const Settings& settings = shared.settings_for(source.path);
    result->settings = &settings;
    const Includes includes = read_includes(result->tree, source.path, added, shared, settings, findings);
    if (!includes.files.empty()) watch.lap(RunStage::include);
    std::vector<FileRoot> roots{{result->tree.root(), nullptr}};
    std::vector<std::uint32_t> numbers{file};
    std::vector<Unread> unread;
    if (main_unread) unread.push_back({file, *result->tree.unread_from()});
    for (const SharedFile* one : includes.files) {
        result->files.add(one->entry);
        numbers.push_back(one->entry.number);
        roots.push_back({one->tree.root(), one->part.get()});
        suppressions.of_others.insert(suppressions.of_others.end(), one->suppressions.begin(), one->suppressions.end());
        if (const auto from = one->tree.unread_from()) unread.push_back({one->entry.number, *from});
    }
    if (settings.entry.file != nullptr) {
        result->files.add(settings.entry);
        numbers.push_back(settings.entry.number);
    }
    result->complete = unread.empty() && includes.complete;
    if (result->tree.root() != nullptr) {
        result->plan = bind_plan(roots, result->files, file, settings.configuration, findings);
        if (!source.with_places) result->tree.forget_nodes();
        result->as_of = placed(as_of, result->plan.calendar.zone);
        watch.lap(RunStage::bind);
        result->schedule = make_schedule(result->plan);
        watch.lap(RunStage::schedule);
        if (!result->complete) keep_what_is_certain(findings, unread, main_unread);
        if (!main_unread) {
            findings.insert(findings.end(), result->schedule.findings.begin(), result->schedule.findings.end());
            const Analysis analysis =
                analyse(result->files, result->plan, result->schedule, settings.configuration, result->as_of);
            if (watch.runs()) {
                watch.lap(RunStage::rules);
                run_rules(analysis, findings, [&watch](const Rule& rule) { watch.lap(rule.name); });
            } else {
                run_rules(analysis, findings);
            }
            if (!result->complete)
                std::erase_if(findings,
                              [](const Diagnostic& found) { return find_rule(found.rule)->needs_whole_plan; });
        }
    }
    // What is suppressed or off hides its secrets all the same.
    std::vector<Span> masked = masked_by(findings);
    apply(suppressions, *result);
    apply_levels(settings.configuration, findings);
    findings.insert(findings.end(), settings.findings.begin(), settings.findings.end());
    sort_and_deduplicate(findings, numbers);
    if (!findings.empty()) findings.front().masked = std::move(masked);
    std::map<std::uint32_t, const std::vector<Span>*> known;
    for (const SharedFile* one : includes.files) known.emplace(one->entry.number, &one->secrets);
    hide_secrets(findings, result->files, known);
    if (source.with_places) {
        std::vector<const Node*> trees{result->tree.root(), settings.tree.root()};
        for (const SharedFile* one : includes.files) trees.push_back(one->tree.root());
        std::erase(trees, nullptr);
        add_places(findings, trees);
        result->tree.forget_nodes();
    }
    watch.lap(RunStage::render);
    return result;
}

} // namespace planc
