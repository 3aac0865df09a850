// What a page that can be filled in knows of its plan.
#pragma once

#include "documents/documents.h"
#include "documents/labels.h"

#include <string>

namespace planc {

/// As JSON: the plan's id, fingerprint and time zone, everything the record may speak of in the order of the plan,
/// whom it may name, the record so far, and the labels of the page.
std::string filling_data(const Compiled& compiled, const Labels& labels);

/// The labels of the page alone.
std::string page_labels(const Labels& labels);

} // namespace planc
