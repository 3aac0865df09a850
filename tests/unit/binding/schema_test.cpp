// The checked-in schema and the field tables behind it.
#include "bound.h"

#include "binding/example.h"
#include "binding/tables.h"
#include "diagnostics/render.h"
#include "golden.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>
#include <sstream>

using namespace planc;
using namespace planc::testing;

TEST_CASE("schemas/plan.schema.json is what the field tables say") {
    check_golden(project() / "schemas/plan.schema.json", plan_schema());
}

TEST_CASE("docs/language.md is what the field tables say, and links to headings it has") {
    const std::string page = language_reference();
    check_golden(project() / "docs/language.md", page);
    std::set<std::string> headings;
    for (std::size_t at = page.find("\n## "); at != std::string::npos; at = page.find("\n## ", at + 1)) {
        std::string anchor;
        for (const char c : page.substr(at + 4, page.find('\n', at + 1) - at - 4)) {
            if (c == ' ') anchor += '-';
            if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-')
                anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        CHECK(headings.insert(anchor).second);
    }
    for (std::size_t at = page.find("](#"); at != std::string::npos; at = page.find("](#", at + 1))
        CHECK(headings.count(page.substr(at + 3, page.find(')', at) - at - 3)) == 1);
}

namespace {

/// The records of plans and of configurations, each once.
std::vector<const Record*> records_of_both() {
    std::vector<const Record*> records = all_records();
    for (const Record* const record : all_records(configuration_record))
        if (std::find(records.begin(), records.end(), record) == records.end()) records.push_back(record);
    return records;
}

} // namespace

TEST_CASE("every record has its own name, every key of a record too") {
    CHECK(all_records().size() == 38);
    std::set<std::string_view> names;
    for (const Record* const record : records_of_both()) {
        CHECK(names.insert(record->name).second);
        std::set<std::string_view> keys;
        for (const Field& field : record->fields) CHECK(keys.insert(field.key).second);
    }
}

TEST_CASE("every key says in one sentence what it means") {
    for (const Record* const record : records_of_both())
        for (const Field& field : record->fields) {
            INFO(record->name << "." << field.key);
            CHECK(field.meaning.size() > 10);
            CHECK(field.meaning.ends_with('.'));
            CHECK(std::count(field.meaning.begin(), field.meaning.end(), '.') <= 2); // `1.0` may be in it
        }
}

TEST_CASE("words that people write for a key are not keys of the same record") {
    for (const Record* const record : records_of_both())
        for (const Field& field : record->fields) {
            std::istringstream words{std::string(field.also)};
            for (std::string word; words >> word;) CHECK(find_field(*record, word) == nullptr);
        }
}

namespace {

/// How a value of `type` that holds `inner`, a value of `record`, is written; empty if it can hold none.
std::string holding(const ValueType& type, const Record& record, const std::string& inner) {
    if (type.record == &record) return inner;
    for (const ValueType* const part : {type.item, type.other}) {
        if (part == nullptr) continue;
        const std::string held = holding(*part, record, inner);
        if (held.empty()) continue;
        if (type.form == Form::either) return held;
        return type.form == Form::map ? fmt::format("{{x: {}}}", held) : fmt::format("[{}]", held);
    }
    return {};
}

/// A mapping with this key and value, and all keys that the record requires.
std::string mapping(const Record& record, const Field& field, const std::string& value) {
    std::string text = fmt::format("{}: {}", field.key, value);
    for (const Field& other : record.fields)
        if (other.need == Need::required && &other != &field)
            text += fmt::format(", {}: {}", other.key,
                                field.key == "rows" && other.key == "document" ? "record" : other.example);
    if (!record.any_of.empty() && field.key != "metric") text += ", metric: crash-rate";
    return fmt::format("{{{}}}", text);
}

/// A whole file around a value of `record`, of the kind that `root` is.
std::string file_around(const Record& root, const Record& record, const std::string& value) {
    if (&record == &root) return value;
    for (const Record* const outer : all_records(root))
        for (const Field& field : outer->fields)
            if (const std::string held = holding(*field.type, record, value); outer != &record && !held.empty())
                return file_around(root, *outer, mapping(*outer, field, held));
    return {};
}

} // namespace

TEST_CASE("every example can stand in a plan") {
    for (const Record* const record : all_records())
        for (const Field& field : record->fields) {
            const std::string text =
                file_around(plan_record, *record, mapping(*record, field, std::string(field.example)));
            INFO(text);
            const Bound bound(text);
            std::string found;
            for (const Diagnostic& finding : bound.findings)
                if (finding.rule != "unknown-reference") found += finding.message + "\n";
            CHECK(found == "");
            CHECK_FALSE(example_value(field).is_null());
        }
}

TEST_CASE("every example can stand in a configuration") {
    for (const Record* const record : all_records(configuration_record))
        for (const Field& field : record->fields) {
            const std::string text =
                file_around(configuration_record, *record, mapping(*record, field, std::string(field.example)));
            INFO(text);
            Files files;
            Diagnostics findings;
            const std::uint32_t file = files.add(".planc.yaml", text);
            const Tree tree = parse_yaml(files, file, findings);
            bind_configuration(tree, files, file, findings);
            CHECK(render_concise(findings, files) == "");
            CHECK_FALSE(example_value(field).is_null());
        }
}
