// No form of the findings shows a secret that stands in a plan, whichever findings are told.
#include "cli/run.h"
#include "host/memory_host.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

std::string plan(const std::string& password) {
    return "planc: 1\ninclude: people.yaml\n"
           "plan: {id: shop-2.4, title: Shop 2.4, owner: ghost} # password: " +
           password +
           "\nphases:\n  - id: deploy\n    title: Deploy\n    owner: ann\n    steps:\n      - {do: \"Log in, "
           "password: " +
           password + "\", owner: ghost}\n";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a secret is shown in no format, and whatever findings are left out") {
    MemoryHost host;
    host.files = {{"people.yaml", "people: {ann: {nmae: Ann, password: Moss@7788}}\n"},
                  {"a.plan.yaml", plan("Fern@8899")},
                  {"b.plan.yaml", plan("Reed@9911")},
                  {"cut.plan.yaml", plan("Sedge@2233") + "x: ["}};
    const std::vector<std::vector<std::string>> ways{
        {},
        {"--ascii"},
        {"--format", "concise"},
        {"--format", "json"},
        {"--format", "sarif"},
        {"--format", "github"},
        {"--format", "gitlab"},
        {"--format", "junit"},
        {"--format", "checkstyle"},
        {"--format", "rdjson"},
        {"--max-findings", "1"},
        {"--ignore", "plaintext-secret"},
        {"--select", "unknown-reference"},
        {"--select", "unverifiable-step"},
    };
    for (const std::vector<std::string>& way : ways) {
        host.output.clear();
        std::vector<std::string> words{"check", "a.plan.yaml", "b.plan.yaml", "cut.plan.yaml"};
        words.insert(words.end(), way.begin(), way.end());
        INFO(words.back());
        CHECK(run(words, host) == exit_findings);
        INFO(host.output);
        CHECK_FALSE(host.output.empty());
        for (const char* password : {"Moss@", "Fern@", "Reed@", "Sedge@"}) CHECK_FALSE(holds(host.output, password));
    }
}

TEST_CASE("a baseline holds no secret, and what is known to it hides its own") {
    MemoryHost host;
    const std::string before =
        "planc: 1\nplan: {id: shop-2.4, title: Shop 2.4, owner: ghost}\nphases:\n  - id: deploy\n"
        "    title: \"Log in, pwd: Moss@7788\"\n    steps:\n";
    const std::string step = "      - {do: \"Log in, password: Fern@8899\", verify: TBD";
    const std::string cell = "matrices: [{title: A, columns: [Account, Password], rows: [[TBD, Reed@9911], [a, b]";
    host.files = {
        {"a.plan.yaml", before + step + "}\n      - &again \"pwd: Fern@8899\"\n      - *again\n" + cell + "]}]\n"}};
    CHECK(run({"check", "a.plan.yaml", "--write-baseline", "known.yaml"}, host) == exit_clean);
    INFO(host.files.at("known.yaml"));
    CHECK(holds(host.files.at("known.yaml"), "place: \"phases/deploy/steps/1"));
    for (const char* password : {"Moss@", "Fern@", "Reed@"}) CHECK_FALSE(holds(host.files.at("known.yaml"), password));
    CHECK(run({"check", "a.plan.yaml", "--baseline", "known.yaml"}, host) == exit_clean);
    host.files["a.plan.yaml"] = before + step + ", owner: nobody}\n" + cell + ", [TODO, Reed@9911]]}]\n";
    host.output.clear();
    CHECK(run({"check", "a.plan.yaml", "--baseline", "known.yaml"}, host) == exit_findings);
    INFO(host.output);
    CHECK(holds(host.output, "nobody"));
    for (const char* password : {"Moss@", "Fern@", "Reed@"}) CHECK_FALSE(holds(host.output, password));
}

TEST_CASE("a secret in a cell is hidden where its finding is suppressed or off") {
    const std::string plan_of_cells = "planc: 1\nplan: {id: shop-2.4, title: Shop 2.4, owner: ghost}\n"
                                      "matrices: [{title: A, columns: [Account, Password], rows: [[TBD, Reed@9911]]}]";
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan_of_cells + " # planc: allow plaintext-secret -- only a test\n"},
                  {"off/.planc.yaml", "rules: {plaintext-secret: off}\n"},
                  {"off/b.plan.yaml", plan_of_cells + "\n"}};
    for (const char* name : {"a.plan.yaml", "off/b.plan.yaml"}) {
        host.output.clear();
        CHECK(run({"check", name}, host) == exit_findings);
        INFO(host.output);
        CHECK(holds(host.output, "TBD"));
        CHECK_FALSE(holds(host.output, "stands here in clear text"));
        CHECK_FALSE(holds(host.output, "Reed@"));
    }
}
