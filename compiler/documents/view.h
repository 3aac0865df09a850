// From a compiled plan to the values a template sees.
#pragma once

#include "documents/documents.h"
#include "documents/labels.h"
#include "documents/value.h"

namespace planc {

/// The whole view, as view_shape() describes it. Label texts and names are those of `labels`, which must outlive it.
Value make_view(const Compiled& compiled, const Labels& labels);

} // namespace planc
