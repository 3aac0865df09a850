// The examples: what is found in them, and the documents they give, are golden.
#include "cli/run.h"
#include "golden.h"
#include "host/memory_host.h"

#include <sstream>

using namespace planc;
using namespace planc::testing;

namespace {

/// Those that stand alone; the plans below are part of an example of a build.
std::vector<std::filesystem::path> example_plans() {
    auto plans = files_below(project() / "examples", ".plan.yaml");
    std::erase_if(plans, [](const auto& path) { return path.parent_path() != project() / "examples"; });
    return plans;
}

} // namespace

TEST_CASE("every example is checked as its golden file says") {
    const auto examples = example_plans();
    REQUIRE_FALSE(examples.empty());
    for (const auto& path : examples) {
        const std::string name = "examples/" + path.filename().string();
        INFO(name);
        MemoryHost host;
        host.files[name] = read_file(path);
        const int code = run({"check", name}, host);
        const bool clean = name.find("-as-written") == std::string::npos && name != "examples/small.plan.yaml";
        if (clean) CHECK(code == exit_clean);
        std::string golden = path.filename().string();
        golden.replace(golden.size() - std::string(".plan.yaml").size(), std::string::npos, ".findings.txt");
        check_golden(project() / "examples/golden" / golden,
                     host.output + host.error_output + "exit code " + std::to_string(code) + "\n");
    }
}

TEST_CASE("the documents of every example are golden") {
    for (const auto& path : example_plans()) {
        const std::string name = path.filename().string();
        if (name.find("-as-written") != std::string::npos) continue;
        INFO(name);
        MemoryHost host;
        host.files[name] = read_file(path);
        const int code =
            run({"build", "--draft", name, "--out", "out", "--fail-on", "never", "--only", "md,html,svg,mmd,txt,json"},
                host);
        CHECK(code == exit_clean);
        CHECK(host.files.size() > 5);
        for (const auto& [file, text] : host.files) {
            // Pages hold style and script; one plan's show a change well enough.
            if (file.ends_with(".html") && name != "exam-buddy.plan.yaml") continue;
            if (file != name) check_golden(project() / "examples/golden" / file.substr(4), text);
        }
    }
}

TEST_CASE("the README shows what planc says of the small plan") {
    const std::string said = read_file(project() / "examples/golden/small.findings.txt");
    const std::string shown = said.substr(0, said.rfind("exit code"));
    REQUIRE_FALSE(shown.empty());
    CHECK(read_file(project() / "README.md").find(shown) != std::string::npos);
}

namespace {

/// The ids a code span of docs/coverage.md names: `phases: gray > wait-review, watch` -> gray, wait-review, watch.
std::vector<std::string> ids_in(const std::string& span) {
    std::vector<std::string> ids;
    const std::size_t colon = span.find(": ");
    if (colon == std::string::npos) return ids;
    std::string word;
    for (const char c : span.substr(colon + 2) + " ") {
        const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        if (part) {
            word += c;
        } else {
            if (word.size() > 2 && (c == ' ' || c == ',')) ids.push_back(word);
            word.clear();
        }
    }
    return ids;
}

bool declares(const std::string& plan, const std::string& id) {
    const auto has = [&](const std::string& text) { return plan.find(text) != std::string::npos; };
    return has("id: " + id + ",") || has("id: " + id + "\n") || has("\n  " + id + ":") || has("id: " + id + "}");
}

} // namespace

TEST_CASE("what docs/coverage.md says of the examples is in them") {
    std::istringstream lines(read_file(project() / "docs/coverage.md"));
    std::string plan;
    std::size_t named = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("## ")) plan = read_file(project() / "examples" / (line.substr(3) + ".plan.yaml"));
        if (!line.starts_with("| ") || plan.empty()) continue;
        const std::size_t second = line.find(" | ") + 3;
        std::istringstream spans(line.substr(second, line.find(" | ", second) - second));
        std::string span;
        for (bool code = false; std::getline(spans, span, '`'); code = !code) {
            if (!code) continue;
            for (const std::string& id : ids_in(span)) {
                ++named;
                INFO(line);
                INFO(id);
                CHECK(declares(plan, id));
            }
        }
    }
    CHECK(named > 150);
}
