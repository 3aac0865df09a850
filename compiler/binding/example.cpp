// Parses examples with our own YAML reader, and types scalars as YAML's core schema does.
#include "binding/example.h"

#include "binding/numbers.h"
#include "syntax/tree.h"

#include <cmath>
#include <cstdint>

namespace planc {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Node& node) {
    switch (node.kind()) {
    case NodeKind::null:
        return nullptr;
    case NodeKind::sequence: {
        Json list = Json::array();
        for (const Node& item : node.items()) list.push_back(to_json(item));
        return list;
    }
    case NodeKind::mapping: {
        Json object = Json::object();
        for (const Pair& pair : node.pairs()) object[std::string(pair.key.text())] = to_json(pair.value);
        return object;
    }
    case NodeKind::scalar:
        break;
    }
    if (node.style() == ScalarStyle::plain) {
        if (node.text() == "true" || node.text() == "false") return node.text() == "true";
        if (const auto number = read_decimal(node.text()))
            return *number == std::floor(*number) ? Json(static_cast<std::int64_t>(*number)) : Json(*number);
    }
    return node.text();
}

} // namespace

Json example_value(const Field& field) {
    Files files;
    Diagnostics diagnostics;
    const Tree tree = parse_yaml(files, files.add("example", std::string(field.example)), diagnostics);
    return tree.root() == nullptr ? Json() : to_json(*tree.root());
}

} // namespace planc
