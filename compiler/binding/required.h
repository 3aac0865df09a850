// Which keys a configuration asks for: each kind of item by its name, with the keys of its table.
#pragma once

#include "binding/collections.h"
#include "plan/configuration.h"

#include <vector>

namespace planc {

/// What `required` of a configuration holds.
struct RequiredKeys {
    static const ValueType type;
    static bool read(PlanReader& reader, const Node& node, std::vector<RequiredKey>& keys);
    static void write(std::string& out, const std::vector<RequiredKey>& keys);
};

} // namespace planc
