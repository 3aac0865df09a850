// The examples: what is found in them, and the documents they give, are golden.
#include "cli/run.h"
#include "golden.h"
#include "host/memory_host.h"

using namespace planc;
using namespace planc::testing;

TEST_CASE("every example is checked as its golden file says") {
    const auto examples = files_below(project() / "examples", ".plan.yaml");
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
    for (const auto& path : files_below(project() / "examples", ".plan.yaml")) {
        const std::string name = path.filename().string();
        if (name.find("-as-written") != std::string::npos) continue;
        INFO(name);
        MemoryHost host;
        host.files[name] = read_file(path);
        const int code = run({"build", "--draft", name, "--out", "out", "--fail-on", "never"}, host);
        CHECK(code == exit_clean);
        CHECK(host.files.size() > 5);
        for (const auto& [file, text] : host.files) {
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
