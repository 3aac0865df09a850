// The pages of a document, laid out.
#pragma once

#include "documents/page.h"
#include "print/flow.h"
#include "print/logo.h"
#include "print/typesetter.h"

namespace planc {

enum class Paper : std::uint8_t;

/// Lays out the content of `typesetter` twice: once to learn on which page everything stands, once for `sink`, which
/// gets page by page, so that never all are in memory.
void lay_out_document(const Page& page, Typesetter& typesetter, const Logo& logo, Paper paper, const Flow::Sink& sink);

} // namespace planc
