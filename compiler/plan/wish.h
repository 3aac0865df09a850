// Which documents a plan asks for, and what documents there are.
#pragma once

#include "plan/background.h"

#include <span>

namespace planc {

enum class DocumentName : std::uint8_t { plan, checklist, runbook, record, signoff, gantt, data };
inline constexpr std::size_t document_names = 7;

/// `name()` of it ends the name of its file.
enum class DocumentFormat : std::uint8_t { md, html, pdf, svg, mmd, txt, png, json };
inline constexpr std::size_t document_formats = 8;

/// What the rows of the execution record are.
enum class RecordRows : std::uint8_t { steps, phases };

/// What documents are printed on.
enum class Paper : std::uint8_t { a4, letter };

/// A document the plan wants; those it does not list are not made.
struct WantedDocument {
    Located<DocumentName> document;
    std::vector<Located<Place>> sections;         ///< of the plan document, in this order; empty for the usual order
    std::vector<Located<DocumentFormat>> formats; ///< empty for all it comes in
    Located<RecordRows> rows;                     ///< of the record
    Span span;
};

/// What a document comes in, in the order of the documentation.
std::span<const DocumentFormat> formats_of(DocumentName document);

} // namespace planc
