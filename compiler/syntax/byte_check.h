// Looks at the bytes of a file before yaml-cpp sees them: it accepts much that is not text.
#pragma once

#include "syntax/report.h"

#include <cstddef>

namespace planc {

/// Reports bytes that no YAML text has. Returns false if the file is no UTF-8 text at all, so that reading on would
/// only give followers of the same mistake. `origin` is where the text begins behind a byte-order mark.
bool check_bytes(const SyntaxReport& report, std::size_t origin);

} // namespace planc
