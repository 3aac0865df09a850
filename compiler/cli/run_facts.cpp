#include "cli/run_facts.h"

#include "cli/formats.h"
#include "cli/version.h"
#include "diagnostics/finding_fingerprints.h"
#include "rules/all.h"
#include "rules/explain.h"

#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace planc {

namespace {

using Path = std::filesystem::path; // for its arithmetic alone; the host goes to the disk

/// The root that services count paths from: the folder with `.git`, or where a checkout is without it, the one they
/// name.
Path repository_above(const Path& folder, Host& host) {
    for (Path at = folder;; at = at.parent_path()) {
        if (host.kind((at / ".git").string()) != PathKind::missing) return at;
        if (at == at.parent_path()) break;
    }
    for (const char* const variable : {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
        const auto named = host.environment(variable);
        if (!named || named->empty()) continue;
        const auto found = host.real_path(*named);
        const auto* const root = std::get_if<std::string>(&found);
        if (root != nullptr && *folder.lexically_relative(*root).begin() != "..") return *root;
    }
    return folder;
}

std::vector<std::string> paths_of(const Files& files, Host& host) {
    const auto found = host.real_path(".");
    const auto* const real = std::get_if<std::string>(&found);
    const Path here = real != nullptr ? *real : "/";
    const Path root = repository_above(here, host);
    std::vector<std::string> paths;
    for (const Files::Entry& entry : files.entries()) {
        // A link keeps its name; the folders above it count as what they are.
        const Path name = entry.file->name();
        const auto folder = host.real_path(name.has_parent_path() ? name.parent_path().string() : ".");
        const auto* const known = std::get_if<std::string>(&folder);
        const Path absolute = known != nullptr ? Path(*known) / name.filename() : (here / name).lexically_normal();
        const Path relative = absolute.lexically_relative(root);
        const bool outside = relative.empty() || *relative.begin() == "..";
        paths.push_back((outside ? absolute : relative).string());
    }
    return paths;
}

std::vector<RuleFacts> rules_of(const Diagnostics& findings) {
    std::set<std::string_view> found;
    for (const Diagnostic& finding : findings) found.insert(finding.rule);
    std::vector<RuleFacts> rules;
    for (const Rule* const rule : all_rules()) {
        if (found.count(rule->name) == 0) continue;
        rules.push_back({rule->name, rule->group, rule->severity, fmt::format("Finds {}", rule->finds),
                         explain(*rule, PageForm::text), explanation(*rule)});
    }
    return rules;
}

} // namespace

RunFacts facts_of(const Report& report, const CheckOptions& options, Host& host) {
    RunFacts facts;
    facts.version = version();
    facts.homepage = homepage();
    facts.rules = rules_of(report.findings);
    facts.plans = report.plans;
    facts.unreadable = report.unreadable;
    facts.paths = paths_of(report.files, host);
    if (wants_places(options)) facts.fingerprints = fingerprints_of(report.findings, facts.paths);
    facts.fail_on = options.fail_on;
    return facts;
}

} // namespace planc
