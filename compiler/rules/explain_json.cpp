#include "rules/all.h"
#include "rules/explain_page.h"

#include <nlohmann/json.hpp>

namespace planc {

namespace {

using Json = nlohmann::ordered_json;

Json object_of(const Rule& rule) {
    return {{"name", rule.name},
            {"group", rule.group},
            {"severity", name(rule.severity)},
            {"finds", rule.finds},
            {"why", rule.why},
            {"example", rule.example},
            {"mend", rule.mend},
            {"mended", rule.mended},
            {"options", options_of(rule)},
            {"related", related_names(rule)}};
}

std::string printed(const Json& value) { return value.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

} // namespace

std::string json_page(const Rule& rule) { return printed(object_of(rule)); }

std::string json_index() {
    Json list = Json::array();
    for (const Rule* rule : all_rules()) list.push_back(object_of(*rule));
    return printed(list);
}

} // namespace planc
