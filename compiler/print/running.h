// What stands on every page: the header, the footer, the stamp of drafts.
#pragma once

#include "documents/page.h"
#include "print/flow.h"
#include "print/typesetter.h"

namespace planc {

enum class Paper : std::uint8_t;

/// A sheet with its margins.
PageFrame frame_of(Paper paper, bool wide);

/// Adds to a page what stands at its edges. `number` is from 1.
void add_running(PrintedPage& printed, const Page& page, std::size_t number, std::size_t total, Typesetter& typesetter);

} // namespace planc
