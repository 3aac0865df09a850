// Which documents a plan asks for.
#pragma once

#include "plan/background.h"

namespace planc {

enum class DocumentName : std::uint8_t { plan, checklist, runbook, record, signoff, gantt, data };
inline constexpr std::size_t document_names = 7;

/// A document the plan wants; those it does not list are not made.
struct WantedDocument {
    Located<DocumentName> document;
    std::vector<Located<Place>> sections; ///< of the plan document, in this order; empty for the usual order
    Span span;
};

} // namespace planc
