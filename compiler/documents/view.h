// From a compiled plan to the values a template sees.
#pragma once

#include "documents/documents.h"
#include "documents/labels.h"
#include "documents/value.h"
#include "gantt/chart.h"

namespace planc {

/// The whole view, as view_shape() describes it. `chart` is the plan's. Label texts and names are those of `labels`,
/// which must outlive it.
Value make_view(const Compiled& compiled, const Labels& labels, const Chart& chart);

} // namespace planc
