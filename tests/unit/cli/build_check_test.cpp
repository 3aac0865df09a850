// planc build --check: whether the documents that are there are those that the plans make.
#include "cli/shell_words.h"
#include "run_on.h"

#include <catch2/catch.hpp>

using namespace planc;
using namespace planc::testing;

namespace {

constexpr auto plan = "planc: 1\nplan: {id: shop, title: Shop}\ndocuments:\n"
                      "  - {document: plan, formats: [md, pdf]}\n  - {document: gantt, formats: [svg]}\n";

/// Makes the documents of `shop.plan.yaml` current, in `docs`.
void build_shop(MemoryHost& host) {
    host.files = {{"shop.plan.yaml", plan}, {".planc.yaml", "build: {out: docs}\n"}};
    REQUIRE(run_on(host, {"build"}).code == exit_clean);
    REQUIRE(host.files.size() == 5);
}

} // namespace

TEST_CASE("documents that are current pass, and nothing is written") {
    MemoryHost host;
    build_shop(host);
    const auto before = host.files;
    const Run run = run_on(host, {"build", "--check"});
    CHECK(run.code == exit_clean);
    CHECK(run.output == "3 documents are current\n");
    CHECK(run.error.empty());
    CHECK(host.files == before);
}

TEST_CASE("a document that is missing, edited or out of date is told, with what renews it") {
    MemoryHost host;
    build_shop(host);
    host.files.erase("docs/shop/gantt.svg");
    host.files["docs/shop/plan.md"] += "by hand\n";
    host.files["docs/shop/plan.pdf"].back() = '!'; // of the same length
    const auto before = host.files;
    const Run run = run_on(host, {"build", "--check"});
    CHECK(run.code == exit_findings);
    CHECK(run.output == "differs   docs/shop/plan.md of shop.plan.yaml\n"
                        "missing   docs/shop/gantt.svg of shop.plan.yaml\n"
                        "differs   docs/shop/plan.pdf of shop.plan.yaml\n"
                        "3 of 3 documents are not current; this renews them:\n"
                        "  planc build\n");
    CHECK(host.files == before);
    CHECK(run_on(host, {"build"}).code == exit_clean);
    CHECK(run_on(host, {"build", "--check"}).code == exit_clean);
    host.files["shop.plan.yaml"] = std::string(plan) + "risks: [{title: The queue overflows}]\n";
    CHECK(run_on(host, {"build", "--check"}).code == exit_findings);
}

TEST_CASE("the command that renews names only plans that need it, with the options that were given") {
    MemoryHost host;
    build_shop(host);
    host.files["a b/心.plan.yaml"] = "planc: 1\nplan: {id: heart, title: Heart}\n";
    const Run run = run_on(host, {"build", "--check", "--only", "md", "--out=docs", "--as-of", "2026-03-02 22:00", "--",
                                  "shop.plan.yaml", "a b/心.plan.yaml"});
    CHECK(run.code == exit_findings);
    INFO(run.output << run.error);
    CHECK(run.output.ends_with("5 of 6 documents are not current; this renews them:\n"
                               "  planc build --only md --out=docs --as-of '2026-03-02 22:00' -- "
                               "'a b/心.plan.yaml'\n"));
}

TEST_CASE("a document that is no longer wanted is told, unless only some are looked at") {
    MemoryHost host;
    build_shop(host);
    host.files["docs/shop/plan.html"] = "<p>of last month</p>\n";
    host.files["docs/shop/notes.md"] = "no document of ours\n";
    const Run run = run_on(host, {"build", "--check"});
    CHECK(run.code == exit_findings);
    CHECK(run.output == "unwanted  docs/shop/plan.html of shop.plan.yaml\n"
                        "1 document is no longer wanted; this removes it:\n"
                        "  rm -- docs/shop/plan.html\n");
    CHECK(run_on(host, {"build", "--check", "--only", "plan"}).code == exit_clean);
}

TEST_CASE("findings are left to check; a plan that cannot be rendered fails, and the others are compared") {
    MemoryHost host;
    build_shop(host);
    host.files["warned.plan.yaml"] = "planc: 1\nplan: {id: warned, title: TBD}\n";
    host.files["broken.plan.yaml"] = "planc: 1\nplan: {id: broken, titel: Demo}\n";
    const Run both = run_on(host, {"build", "--check", "--only", "data"});
    CHECK(both.code == exit_findings);
    CHECK(both.output.find("placeholder-text") == std::string::npos);
    CHECK(both.output.find("unknown-key") == std::string::npos);
    CHECK(both.error.find("broken.plan.yaml has errors") != std::string::npos);
    CHECK(both.output.find("missing   docs/warned/data.json") != std::string::npos);
    run_on(host, {"build", "shop.plan.yaml", "warned.plan.yaml"});
    CHECK(run_on(host, {"build", "--check", "shop.plan.yaml", "warned.plan.yaml"}).code == exit_clean);
    CHECK(run_on(host, {"build", "--check", "shop.plan.yaml", "broken.plan.yaml"}).code == exit_findings);
    CHECK(run_on(host, {"build", "--check", "--format", "json"}).error ==
          "planc: --check tells of files, which --format has nothing for; leave it out\n");
    const Run gone = run_on(host, {"build", "--check", "shop.plan.yaml", "gone.plan.yaml"});
    CHECK(gone.code == exit_usage);
    CHECK(gone.error == "planc: cannot read gone.plan.yaml: there is no such file\nplanc: nothing was compared\n");
}

TEST_CASE("a document that cannot be read, and a form that findings alone have, are told") {
    MemoryHost host;
    build_shop(host);
    host.errors["docs/shop/plan.md"] = "no permission";
    const Run unread = run_on(host, {"build", "--check"});
    CHECK(unread.code == exit_usage);
    CHECK(unread.error.find("docs/shop/plan.md: no permission") != std::string::npos);
    CHECK(run_on(host, {"build", "--check", "--format", "json"}).code == exit_usage);
}

TEST_CASE("a shell reads the words of a command as they were") {
    CHECK(shell_command({"planc", "build", "--out=a/b", "x-1.0.plan.yaml"}) == "planc build --out=a/b x-1.0.plan.yaml");
    CHECK(shell_command({"a b", "", "it's", "$(x)", "~", "=x", "心"}) == "'a b' '' 'it'\\''s' '$(x)' '~' '=x' '心'");
    CHECK(shell_word("a\x1b[1m'\\\n") == "$'a\\033[1m\\'\\\\\\012'");
}
