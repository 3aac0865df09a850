// Prints the field tables as a JSON Schema.
#include "binding/bind.h"
#include "binding/example.h"
#include "binding/tables.h"
#include "binding/values.h"

#include <array>
#include <cctype>
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

/// What editors say of another value, in place of the pattern.
Json expecting(Json json, const ValueType& type) {
    json["errorMessage"] = "expected " + takes(type);
    return json;
}

/// Alternatives in one list, however they were nested: editors name them all in one message then.
Json any_of(const Json& first, const Json& second, const ValueType& type) {
    Json all = Json::array();
    for (const Json& one : {first, second}) {
        if (one.contains("anyOf"))
            all.insert(all.end(), one["anyOf"].begin(), one["anyOf"].end());
        else
            all.push_back(one);
    }
    for (Json& one : all)
        if (one.contains("errorMessage")) one = expecting(std::move(one), type);
    return {{"anyOf", std::move(all)}};
}

Json number(const ValueType& type) {
    if (type.minimum == type.maximum)
        return expecting({{"type", "integer"}, {"const", static_cast<std::int64_t>(type.minimum)}}, type);
    Json json{{"type", type.form == Form::whole_number ? "integer" : "number"}};
    json[type.above ? "exclusiveMinimum" : "minimum"] = static_cast<std::int64_t>(type.minimum);
    if (type.maximum > 0) json["maximum"] = static_cast<std::int64_t>(type.maximum);
    json = expecting(std::move(json), type);
    if (type.pattern.empty()) return json;
    return any_of(json, expecting({{"type", "string"}, {"pattern", expand(type.pattern)}}, type), type);
}

/// What YAML takes for a number or a flag is text where a text is wanted. A flag is what nothing else is: editors would
/// offer `true` and `false` as every title if it had its name.
Json text(const ValueType& type) {
    return any_of(expecting({{"type", {"string", "number"}}, {"pattern", expand(type.pattern)}}, type),
                  {{"not", {{"type", {"string", "number", "object", "array", "null"}}}}}, type);
}

Json choice(const Choices& choices) {
    Json names = Json::array();
    for (std::size_t i = 0; i < choices.meanings.size(); ++i) names.push_back(choices.name(i));
    return {{"enum", std::move(names)}, {"enumDescriptions", choices.meanings}};
}

Json describe(const ValueType& type) {
    switch (type.form) {
    case Form::text:
        return text(type);
    case Form::pattern:
        return expecting({{"type", "string"}, {"pattern", expand(type.pattern)}}, type);
    case Form::number:
    case Form::whole_number:
        return number(type);
    case Form::flag:
        return expecting({{"type", "boolean"}}, type);
    case Form::choice:
        return choice(*type.choices);
    case Form::list: {
        Json list{{"type", "array"}, {"items", describe(*type.item)}};
        if (type.minimum > 0) list["minItems"] = static_cast<std::int64_t>(type.minimum);
        return expecting(std::move(list), type);
    }
    case Form::one_or_list:
        return any_of(describe(*type.item), {{"type", "array"}, {"items", describe(*type.item)}}, type);
    case Form::map:
        return {{"type", "object"},
                {"propertyNames",
                 {{"title", "id"},
                  {"description", "A name of your own: lower-case letters, digits and `-`, a letter first."},
                  {"pattern", NewId::type.pattern}}},
                {"additionalProperties", describe(*type.item)}};
    case Form::record:
        if (type.record->short_form == nullptr) return reference(*type.record);
        return any_of(describe(*type.record->short_form->type), reference(*type.record), type);
    case Form::either:
        return any_of(describe(*type.item), describe(*type.other), type);
    }
    return true;
}

/// Whether an example shows how such values are written: a date, not somebody's words or a name of their own making.
bool has_notation(const ValueType& type) {
    switch (type.form) {
    case Form::pattern:
        return type.pattern != NewId::type.pattern && type.pattern != WorkId::type.pattern &&
               type.pattern != PlanId::type.pattern;
    case Form::number:
    case Form::whole_number:
        return type.minimum != type.maximum;
    case Form::flag:
        return true;
    case Form::either:
        return has_notation(*type.item) && has_notation(*type.other);
    default:
        return false;
    }
}

/// The values of the choices in a list with what they mean; where one is chosen, they stand beside the values.
std::string meanings(const ValueType& type) {
    std::string text;
    if (type.item == nullptr || type.item->form != Form::choice) return text;
    const Choices& choices = *type.item->choices;
    for (std::size_t i = 0; i < choices.meanings.size(); ++i)
        text += fmt::format("\n- {}: {}", choices.name(i), choices.meanings[i]);
    return text;
}

/// What is said of the key, put beside each reference too: editors would say there what the record says of itself.
void put_beside(const Json& said, Json& type) {
    type.update(said);
    if (type.contains("anyOf"))
        for (Json& one : type["anyOf"])
            if (one.contains("$ref")) one.update(said);
}

Json property(const Field& field) {
    const std::string meaning = std::string(field.meaning) + meanings(*field.type);
    Json json{{"description", meaning}};
    Json said = json;
    const bool notation = has_notation(*field.type);
    // Editors offer examples as values, too, which is of use only where they show how to write one.
    if (notation) json["examples"] = Json::array({example_value(field)});
    if (notation || field.type->form == Form::choice)
        said["markdownDescription"] = meaning;
    else
        said["markdownDescription"] = fmt::format("{}\n\n```yaml\n{}: {}\n```", meaning, field.key, field.example);
    json.update(describe(*field.type));
    put_beside(said, json);
    return json;
}

/// "Rollout stage"
std::string title(const Record& record) {
    std::string text;
    for (const char c : record.noun.substr(record.noun.find(' ') + 1))
        if (c != '`') text += c;
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

Json describe(const Record& record) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Field& field : record.fields) {
        properties[std::string(field.key)] = property(field);
        if (field.need == Need::required) required.push_back(field.key);
    }
    Json json{{"title", title(record)},
              {"description", record.meaning},
              {"type", "object"},
              {"properties", std::move(properties)}};
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
    Json whole = describe(root);
    whole.erase("title");
    schema.update(whole);
    Json definitions = Json::object();
    for (const Record* const record : all_records(root))
        if (record != &root) definitions[std::string(record->name)] = describe(*record);
    schema["definitions"] = std::move(definitions);
    return schema;
}

} // namespace

std::string plan_schema() {
    Json schema = schema_of(plan_record, plan_schema_id, "A release plan for planc");
    Json keys = Json::object();
    for (const Field& field : plan_record.fields)
        keys[std::string(field.key)] = {{"$ref", fmt::format("#/properties/{}", field.key)}};
    // For files that plans include, which name it with `#/definitions/part`.
    schema["definitions"]["part"] = {{"title", "A part of a release plan"},
                                     {"description", "The keys of a plan, of which none has to be there."},
                                     {"type", "object"},
                                     {"properties", std::move(keys)},
                                     {"additionalProperties", false}};
    return schema.dump(2) + "\n";
}

std::string configuration_schema(const std::vector<std::string_view>& rules) {
    Json schema =
        schema_of(configuration_record, "planc/configuration.schema.json", "What holds for the plans below a folder");
    schema["properties"]["rules"]["propertyNames"] = {{"enum", rules}};
    return schema.dump(2) + "\n";
}

} // namespace planc
