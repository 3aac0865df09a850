// The JSON format says everything a finding holds, and agrees with its schema and with the count line.
#include "diagnostics/render.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace planc {
namespace {

using Json = nlohmann::json;

Json schema() {
    std::ifstream in(PLANC_SOURCE_DIR "/schemas/findings.schema.json");
    return Json::parse(in);
}

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

/// Whether `value` has exactly the keys that `described` declares and requires.
void check_keys(const Json& value, const Json& described) {
    CHECK(keys_of(value) == keys_of(described.at("properties")));
    CHECK(described.at("additionalProperties") == false);
    std::set<std::string> required = described.at("required");
    CHECK(required == keys_of(value));
}

Diagnostics findings_in(Files& files) {
    files.add("计划.plan.yaml", "标题: x\nend: 2025-12-08\n");
    Diagnostic d;
    d.rule = "early-start";
    d.message = "bytes \xFF and \x1b";
    d.span = {0, 8, 9};
    d.label = "here";
    d.others = {{{0, 15, 25}, "there"}, {{}, "nowhere"}};
    d.notes = {"one", "two"};
    d.help = "mend it";
    Diagnostic placeless;
    placeless.rule = "missing-key";
    placeless.severity = Severity::warning;
    placeless.span.file = 5;
    return {d, placeless};
}

TEST_CASE("a finding's JSON holds all of it") {
    Files files;
    const Json json = Json::parse(render_json(findings_in(files), files));
    CHECK(json.at("version") == 1);
    CHECK(json.at("tool") == "planc");
    CHECK(json.at("files") == Json{"计划.plan.yaml"});
    const Json& finding = json.at("findings").at(0);
    CHECK(finding.at("rule") == "early-start");
    CHECK(finding.at("severity") == "error");
    CHECK(finding.at("message") == "bytes \xEF\xBF\xBD and \x1b");
    CHECK(finding.at("file") == "计划.plan.yaml");
    CHECK(finding.at("span").at("begin") == Json{{"line", 1}, {"column", 5}, {"byte", 8}});
    CHECK(finding.at("span").at("end") == Json{{"line", 1}, {"column", 6}, {"byte", 9}});
    CHECK(finding.at("others").at(0).at("span").at("begin") == Json{{"line", 2}, {"column", 6}, {"byte", 15}});
    CHECK(finding.at("others").at(1).at("span").is_null());
    CHECK(finding.at("notes") == Json{"one", "two"});
    CHECK(finding.at("help") == "mend it");
    CHECK(json.at("findings").at(1).at("file").is_null());
    CHECK(json.at("counts") == Json{{"error", 1}, {"warning", 1}, {"info", 0}});
}

TEST_CASE("the schema declares exactly the keys that are written") {
    Files files;
    const Json json = Json::parse(render_json(findings_in(files), files));
    const Json described = schema();
    const Json& definitions = described.at("definitions");
    check_keys(json, described);
    check_keys(json.at("counts"), described.at("properties").at("counts"));
    for (const Json& finding : json.at("findings")) check_keys(finding, definitions.at("finding"));
    const Json& finding = json.at("findings").at(0);
    for (const Json& other : finding.at("others")) check_keys(other, definitions.at("label"));
    check_keys(finding.at("span"), definitions.at("span"));
    check_keys(finding.at("span").at("begin"), definitions.at("position"));
}

TEST_CASE("no findings is a document too") {
    Files files;
    const std::string text = render_json({}, files);
    CHECK(text.back() == '\n');
    CHECK(Json::parse(text).at("findings") == Json::array());
    CHECK(render_text({}, files, {}).empty());
    CHECK(render_concise({}, files).empty());
}

Diagnostics counted(std::size_t errors, std::size_t warnings, std::size_t infos) {
    Diagnostics diagnostics(errors + warnings + infos);
    for (std::size_t index = 0; index < diagnostics.size(); ++index)
        diagnostics[index].severity = index < errors              ? Severity::error
                                      : index < errors + warnings ? Severity::warning
                                                                  : Severity::info;
    return diagnostics;
}

TEST_CASE("the count line is plain English") {
    CHECK(count_line(counted(3, 1, 2), 2) == "3 errors, 1 warning and 2 infos in 2 files");
    CHECK(count_line(counted(3, 1, 0), 2) == "3 errors and 1 warning in 2 files");
    CHECK(count_line(counted(1, 0, 1), 1) == "1 error and 1 info in 1 file");
    CHECK(count_line(counted(0, 2, 0), 1) == "2 warnings in 1 file");
    CHECK(count_line({}, 1) == "no findings in 1 file");
    CHECK(count_line({}, 0) == "no findings in 0 files");
}

} // namespace
} // namespace planc
