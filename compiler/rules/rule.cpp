#include "rules/rule.h"

#include <utility>

namespace planc {

double factor(const Analysis& analysis, const Rule& rule) {
    for (const RuleSetting& setting : analysis.configuration.rules)
        if (setting.id.value == rule.name && setting.factor.given()) return setting.factor.value;
    return rule.factor;
}

Diagnostic& Findings::add(Span span, std::string message) { return add(rule_.severity, span, std::move(message)); }

Diagnostic& Findings::add(Severity severity, Span span, std::string message) {
    Diagnostic& finding = out_.emplace_back();
    finding.rule = rule_.name;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.span = span;
    return finding;
}

} // namespace planc
