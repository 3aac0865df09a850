// Every rule: its examples are run, its findings are golden, its documentation is whole.
#include "cli/run.h"
#include "compiled.h"
#include "golden.h"
#include "host/memory_host.h"
#include "rules/all.h"
#include "rules/explain.h"

#include <algorithm>
#include <set>
#include <sstream>

using namespace planc;
using namespace planc::testing;

namespace {

bool finds(const Diagnostics& findings, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(),
                       [rule](const Diagnostic& finding) { return finding.rule == rule; });
}

std::string checked(const std::string& name, const std::string& text) {
    MemoryHost host;
    host.files[name] = text;
    const int code = run({"check", name, "--as-of", "2026-03-04"}, host);
    return host.output + host.error_output + "exit code " + std::to_string(code) + "\n";
}

std::vector<std::string> words(std::string_view text) {
    std::istringstream stream{std::string(text)};
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

constexpr Date time_of_golden_files{std::chrono::year{2026} / 3 / 4};

} // namespace

TEST_CASE("a rule's example gives its finding, and the mended one gives none at all of the rule") {
    for (const Rule* rule : all_rules()) {
        INFO(rule->name);
        CHECK(finds(compiled(rule->example, time_of_golden_files)->findings, rule->name));
        const auto mended = compiled(rule->mended, time_of_golden_files);
        CHECK_FALSE(finds(mended->findings, rule->name));
        // A mended example that does not follow the language would mend nothing.
        for (const Diagnostic& finding : mended->findings) {
            const Rule* other = find_rule(finding.rule);
            REQUIRE(other != nullptr);
            CHECK((other->group != "Structure" || finding.severity != Severity::error));
        }
    }
}

TEST_CASE("what the examples give is golden") {
    for (const Rule* rule : all_rules()) {
        const std::string name(rule->name);
        check_golden(project() / "tests/rules" / name / "example.out",
                     checked(name + ".plan.yaml", std::string(rule->example)));
    }
}

TEST_CASE("every case of tests/rules gives what its golden file says") {
    for (const auto& path : files_below(project() / "tests/rules", ".plan.yaml")) {
        const std::string rule = path.parent_path().filename().string();
        INFO(path);
        REQUIRE(find_rule(rule) != nullptr);
        const std::string text = read_file(path);
        const bool found = finds(compiled(text, time_of_golden_files)->findings, rule);
        // A case called clean-… is one that the rule must leave alone.
        CHECK(found != path.filename().string().starts_with("clean"));
        std::string golden = path.string();
        golden.replace(golden.size() - std::string(".plan.yaml").size(), std::string::npos, ".out");
        check_golden(golden, checked(path.filename().string(), text));
    }
}

TEST_CASE("every rule is documented whole") {
    std::set<std::string_view> names;
    for (const Rule* rule : all_rules()) {
        INFO(rule->name);
        CHECK(names.insert(rule->name).second);
        for (const std::string_view text :
             {rule->group, rule->finds, rule->why, rule->example, rule->mend, rule->mended})
            CHECK_FALSE(text.empty());
        CHECK(rule->finds.back() == '.');
        const std::string page = explain(*rule, PageForm::text);
        for (const std::string_view example : {rule->example, rule->mended}) {
            std::istringstream lines{std::string(example)};
            for (std::string line; std::getline(lines, line);) CHECK(page.find("    " + line) != std::string::npos);
        }
        for (const std::string& related : words(rule->related)) {
            CHECK(find_rule(related) != nullptr);
            CHECK(related != rule->name);
        }
    }
}

TEST_CASE("docs/rules is what the rules say of themselves, and nothing else") {
    const auto folder = project() / "docs/rules";
    check_golden(folder / "README.md", explain_all(PageForm::markdown));
    std::set<std::string> pages{"README.md"};
    for (const Rule* rule : all_rules()) {
        pages.insert(std::string(rule->name) + ".md");
        check_golden(folder / (std::string(rule->name) + ".md"), explain(*rule, PageForm::markdown));
    }
    for (const auto& path : files_below(folder, ".md")) {
        INFO(path);
        CHECK(pages.count(path.filename().string()) == 1);
    }
}
