#include "rules/rule.h"

#include <utility>

namespace planc {

Diagnostic& Findings::add(Span span, std::string message) { return add(rule_.severity, span, std::move(message)); }

Diagnostic& Findings::add(Severity severity, Span span, std::string message) {
    out_.push_back({rule_.name, severity, std::move(message), span, {}, {}, {}, {}, {}});
    return out_.back();
}

} // namespace planc
