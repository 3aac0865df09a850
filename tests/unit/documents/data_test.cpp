// data.json is JSON, holds the computed values, and follows its schema.
#include "diagnostics/json_writer.h"
#include "golden.h"
#include "rendered.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>

using namespace planc;
using nlohmann::json;

namespace {

/// Enough of JSON Schema for our own schema: type, enum, const, required, properties, additionalProperties, items,
/// $ref.
std::string violation(const json& value, const json& schema, const json& root, const std::string& path) {
    if (schema.contains("$ref")) {
        const std::string ref = schema["$ref"];
        return violation(value, root.at(json::json_pointer(ref.substr(1))), root, path);
    }
    if (schema.contains("const") && value != schema["const"]) return path + ": not " + schema["const"].dump();
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
        return path + ": " + value.dump() + " is none of " + schema["enum"].dump();
    const std::string type = schema.value("type", "");
    const bool fits = type.empty() || (type == "object" && value.is_object()) ||
                      (type == "array" && value.is_array()) || (type == "string" && value.is_string()) ||
                      (type == "integer" && value.is_number_integer()) || (type == "number" && value.is_number()) ||
                      (type == "boolean" && value.is_boolean());
    if (!fits) return path + ": not of type " + type;
    if (value.is_object()) {
        for (const auto& key : schema.value("required", json::array()))
            if (!value.contains(key.get<std::string>())) return path + ": has no " + key.get<std::string>();
        for (const auto& [key, member] : value.items()) {
            if (!schema.at("properties").contains(key)) return path + ": " + key + " is not in the schema";
            if (std::string found = violation(member, schema["properties"][key], root, path + "/" + key);
                !found.empty())
                return found;
        }
    }
    if (value.is_array())
        for (const auto& item : value)
            if (std::string found = violation(item, schema.at("items"), root, path + "/-"); !found.empty())
                return found;
    return {};
}

} // namespace

TEST_CASE("the data of every example follows the schema") {
    const json schema = json::parse(testing::read_file(testing::project() / "schemas/data.schema.json"));
    std::vector<std::filesystem::path> plans = testing::files_below(testing::project() / "examples", ".plan.yaml");
    plans.push_back(testing::project() / "tests/plans/documents/everything.plan.yaml");
    for (const auto& path : plans) {
        INFO(path.string());
        const Rendered rendered(testing::read_file(path));
        CHECK(violation(json::parse(rendered.document("data.json")), schema, schema, "").empty());
    }
    CHECK(violation(json::parse(R"({"version": 2})"), schema, schema, "") != "");
}

TEST_CASE("the data holds what was computed") {
    const Rendered rendered(testing::read_file(testing::project() / "examples/small.plan.yaml"));
    const json data = json::parse(rendered.document("data.json"));
    CHECK(data["version"] == 1);
    CHECK(data["fingerprint"].get<std::string>().size() == 12);
    CHECK(data["plan"]["title"] == "Tide Tables 2.0 release plan");
    const json& hardening = data["work"][2];
    CHECK(hardening["id"] == "hardening");
    CHECK(hardening["parent"] == "build");
    CHECK(hardening["owner"] == "developer");
    CHECK(hardening["start"] == "2026-05-22 00:00");
    CHECK(hardening["end"] == "2026-05-30 00:00");
    CHECK(hardening["duration"] == "6wd");
    CHECK(data["rollback"]["total_minutes"] == 15);
    CHECK(data["rollout"]["stages"][0]["percent"]["first"] == 5);
}

TEST_CASE("the writer's JSON reads back as what was written") {
    const std::vector<std::string> parts{"a", "\"", "\\", "\n", "\t", "\x01", "\x7F", "中", "😀", "/", "\u2028", "\xFF"};
    std::mt19937 random(7);
    for (int i = 0; i < 500; ++i) {
        std::string text;
        for (std::size_t k = random() % 12; k > 0; --k) text += parts[random() % parts.size()];
        JsonWriter writer;
        writer.open_object();
        writer.text(text + "k", text);
        writer.open_list("empty");
        writer.close_list();
        writer.open_list("list");
        writer.number({}, std::int64_t{-5});
        writer.number({}, 0.25);
        writer.flag({}, true);
        writer.open_object();
        writer.close_object();
        writer.close_list();
        writer.close_object();
        const json read = json::parse(writer.take());
        std::string expected;
        for (std::size_t k = 0; k < text.size(); ++k)
            expected += text[k] == '\xFF' ? "\uFFFD" : std::string(1, text[k]);
        CHECK(read[expected + "k"] == expected);
        CHECK(read["list"] == json::parse("[-5, 0.25, true, {}]"));
        CHECK(read["empty"] == json::array());
    }
}
