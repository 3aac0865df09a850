// Prints the field tables as a JSON Schema.
#include "binding/bind.h"
#include "binding/example.h"
#include "binding/tables.h"

#include <array>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace planc {
namespace {

using Json = nlohmann::ordered_json;

/// The parts that patterns name.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> parts{{
    {"{relative}",
     "({id}(\\.(start|end))?( [+-] {duration})?|{id}( [+-] {days})?( {clock})|T([+-]{duration}| [+-] {duration})?|"
     "T([+-]{days}| [+-] {days})?( {clock})|W[1-9][0-9]?[0-9]?( D[1-7])?( {clock})?)"},
    {"{days}", "{decimal}(wd|w( ?{decimal}d)?|d)"},
    {"{duration}",
     "{decimal}(wd|w( ?{decimal}d)?( ?{decimal}h)?( ?{decimal}m)?|d( ?{decimal}h)?( ?{decimal}m)?|h( ?{decimal}m)?|m)"},
    {"{decimal}", "[0-9]+(\\.[0-9]+)?"},
    {"{date}", "(19|2[0-9])[0-9][0-9]-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"},
    {"{clock}", "([01][0-9]|2[0-3]):[0-5][0-9]"},
    {"{id}", "[a-z][a-z0-9-]*(\\.[0-9]+)*"},
}};

std::string expand(std::string_view pattern) {
    std::string text(pattern);
    for (const auto& [name, part] : parts)
        for (std::size_t at = 0; !name.empty() && (at = text.find(name, at)) != std::string::npos;)
            text.replace(at, name.size(), part);
    return text;
}

Json reference(const Record& record) { return {{"$ref", fmt::format("#/definitions/{}", record.name)}}; }

Json any_of(Json first, Json second) { return {{"anyOf", Json::array({std::move(first), std::move(second)})}}; }

Json number(const ValueType& type) {
    Json json{{"type", type.form == Form::whole_number ? "integer" : "number"}};
    json[type.above ? "exclusiveMinimum" : "minimum"] = static_cast<std::int64_t>(type.minimum);
    if (type.maximum > 0) json["maximum"] = static_cast<std::int64_t>(type.maximum);
    if (type.pattern.empty()) return json;
    return any_of(std::move(json), {{"type", "string"}, {"pattern", expand(type.pattern)}});
}

Json describe(const ValueType& type) {
    switch (type.form) {
    case Form::text:
        // What YAML takes for a number or a flag is text where a text is wanted.
        return {{"type", {"string", "number", "boolean"}}, {"pattern", expand(type.pattern)}};
    case Form::pattern:
        return {{"type", "string"}, {"pattern", expand(type.pattern)}};
    case Form::number:
    case Form::whole_number:
        return number(type);
    case Form::flag:
        return {{"type", "boolean"}};
    case Form::choice: {
        Json names = Json::array();
        for (std::size_t i = 0; i < type.choices->meanings.size(); ++i) names.push_back(type.choices->name(i));
        return {{"enum", std::move(names)}};
    }
    case Form::list: {
        Json list{{"type", "array"}, {"items", describe(*type.item)}};
        if (type.minimum > 0) list["minItems"] = static_cast<std::int64_t>(type.minimum);
        return list;
    }
    case Form::one_or_list:
        return any_of(describe(*type.item), {{"type", "array"}, {"items", describe(*type.item)}});
    case Form::map:
        return {{"type", "object"},
                {"propertyNames", {{"pattern", "^[a-z][a-z0-9-]*$"}}},
                {"additionalProperties", describe(*type.item)}};
    case Form::record:
        if (type.record->short_form == nullptr) return reference(*type.record);
        return any_of(describe(*type.record->short_form->type), reference(*type.record));
    case Form::either:
        return any_of(describe(*type.item), describe(*type.other));
    }
    return true;
}

/// The values of a choice with what they mean, for a description.
std::string meanings(const ValueType& type) {
    const ValueType& one = type.form == Form::list || type.form == Form::one_or_list ? *type.item : type;
    std::string text;
    if (one.form != Form::choice) return text;
    for (std::size_t i = 0; i < one.choices->meanings.size(); ++i)
        text += fmt::format("\n- {}: {}", one.choices->name(i), one.choices->meanings[i]);
    return text;
}

Json property(const Field& field) {
    Json json{{"description", std::string(field.meaning) + meanings(*field.type)},
              {"examples", Json::array({example_value(field)})}};
    Json type = describe(*field.type);
    // Beside `$ref` draft-07 ignores everything, so it stands alone.
    if (type.contains("$ref"))
        json["allOf"] = Json::array({std::move(type)});
    else
        json.update(type);
    return json;
}

Json describe(const Record& record) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : record.fields) {
        properties[std::string(field.key)] = property(field);
        if (field.need == Need::required) required.push_back(field.key);
    }
    Json json{{"description", record.meaning}, {"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) json["required"] = std::move(required);
    if (!record.any_of.empty()) {
        json["anyOf"] = Json::array();
        for (const std::string_view key : record.any_of) json["anyOf"].push_back({{"required", {key}}});
    }
    json["additionalProperties"] = false;
    return json;
}

Json schema_of(const Record& root, std::string_view id, std::string_view title) {
    Json schema{{"$schema", "http://json-schema.org/draft-07/schema#"},
                {"$id", id},
                {"$comment", "written by planc; change nothing here, planc writes it anew"},
                {"title", title}};
    schema.update(describe(root));
    Json definitions = Json::object();
    for (const Record* const record : all_records(root))
        if (record != &root) definitions[std::string(record->name)] = describe(*record);
    schema["definitions"] = std::move(definitions);
    return schema;
}

} // namespace

std::string plan_schema() { return schema_of(plan_record, plan_schema_id, "A release plan for planc").dump(2) + "\n"; }

std::string configuration_schema(const std::vector<std::string_view>& rules) {
    Json schema =
        schema_of(configuration_record, "planc/configuration.schema.json", "What holds for the plans below a folder");
    schema["properties"]["rules"]["propertyNames"] = {{"enum", rules}};
    return schema.dump(2) + "\n";
}

} // namespace planc
