#include "rules/levels.h"

#include "diagnostics/quote.h"
#include "rules/all.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace planc {

namespace {

void report(Diagnostics& diagnostics, std::string_view rule, Span span, std::string message, std::string help) {
    Diagnostic& finding = diagnostics.emplace_back();
    finding.rule = rule;
    finding.message = std::move(message);
    finding.span = span;
    finding.help = std::move(help);
}

const RuleSetting* setting_of(const Configuration& configuration, std::string_view rule) {
    for (const RuleSetting& setting : configuration.rules)
        if (setting.id.value == rule && setting.level.given()) return &setting;
    return nullptr;
}

Severity severity_of(RuleLevel level) {
    return level == RuleLevel::error     ? Severity::error
           : level == RuleLevel::warning ? Severity::warning
                                         : Severity::info;
}

} // namespace

void check_rule_settings(const Configuration& configuration, Diagnostics& diagnostics) {
    for (const RuleSetting& setting : configuration.rules) {
        const std::string_view name = setting.id.value;
        if (name.empty()) continue; // told when it was read
        const Rule* const rule = find_rule(name);
        if (rule == nullptr) {
            report(diagnostics, "unknown-key", setting.id.span, fmt::format("there is no rule {}", quoted(name)),
                   hint_for_rule(name));
            continue;
        }
        if (setting.factor.given() && rule->factor == 0)
            report(diagnostics, "unknown-key", setting.factor.span,
                   fmt::format("{} compares nothing, so it has no `factor`", quoted(name)), "take it out");
        if (is_always_told(name) && setting.level.given() && setting.level.value != RuleLevel::error)
            report(diagnostics, "bad-value", setting.level.span,
                   fmt::format("{} is always told, as an error: of what cannot be read nothing is known", quoted(name)),
                   "take it out");
    }
}

void apply_levels(const Configuration& configuration, Diagnostics& findings) {
    if (configuration.rules.empty()) return;
    std::erase_if(findings, [&](Diagnostic& finding) {
        if (is_always_told(finding.rule)) return false;
        const RuleSetting* const setting = setting_of(configuration, finding.rule);
        if (setting == nullptr) return false;
        if (setting->level.value == RuleLevel::off) return true;
        finding.severity = severity_of(setting->level.value);
        return false;
    });
}

} // namespace planc
