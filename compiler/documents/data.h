// The compiled plan for other programs.
#pragma once

#include "documents/documents.h"

#include <string>

namespace planc {

/// One JSON document, described by schemas/data.schema.json; ends in a line break.
std::string compiled_data(const Compiled& compiled);

} // namespace planc
