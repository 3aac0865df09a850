// The examples of the field tables as JSON.
#pragma once

#include "binding/fields.h"

#include <nlohmann/json.hpp>

namespace planc {

/// The field's example, which is written in YAML, as JSON.
nlohmann::ordered_json example_value(const Field& field);

} // namespace planc
