// What is said of wrong words on the command line, and the manual.
#include "golden.h"
#include "run_on.h"

using namespace planc;
using planc::testing::Run;
using planc::testing::run_on;

TEST_CASE("wrong words are told with what there is, and nothing else happens") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{"chek"}, "planc: there is no command `chek`; did you mean `check`?\n`planc --help` says what there is\n"},
        {{"lint", "check"}, "planc: there is no command `lint`\n`planc --help` says what there is\n"},
        {{"check", "--fromat", "json"},
         "planc: there is no option `--fromat`; did you mean `--format`?\n`planc check --help` says what there is\n"},
        {{"check", "--as-of"}, "planc: what --as-of takes is missing\n`planc check --help` says what there is\n"},
        {{"check", "--color", "red"},
         "planc: --color takes auto, always, never; `red` is none of them\n`planc check --help` says what there is\n"},
        {{"check", "--color", "never", "--color", "always"}, "planc: --color is given 2 times; once is enough\n"},
        {{"check", "-j", "257"},
         "planc: --jobs takes a whole number up to 256; `257` is none\n`planc check --help` says what there is\n"},
        {{"check", "-j", "-1"},
         "planc: --jobs takes a whole number up to 256; `-1` is none\n`planc check --help` says what there is\n"},
        {{"check", "--max-findings", "3x"},
         "planc: --max-findings takes a whole number up to 1000000000; `3x` is none\n"
         "`planc check --help` says what there is\n"},
        {{"templates"}, "planc: `templates` needs a command\n`planc templates --help` says what there is\n"},
        {{"templates", "exprt"},
         "planc: there is no command `exprt`; did you mean `export`?\n`planc templates --help` says what there is\n"},
        {{"templates", "export"}, "planc: DIR is required\n`planc templates export --help` says what there is\n"},
        {{"init", "a", "b"}, "planc: `b` is one word too many\n`planc init --help` says what there is\n"},
        {{"build", "--out", ""}, "planc: --out takes a folder; an empty name is none\n"},
        {{"check", "--fix=false"}, "planc: --fix takes no value\n`planc check --help` says what there is\n"},
        {{"check", "--only", "md"},
         "planc: there is no option `--only`; `planc build` has it\n`planc check --help` says what there is\n"},
        {{"check", "--format", "json=-"}, "planc: `--format json=-`: without `=-` it goes to standard output\n"},
        {{"init", "shop", "--language", "zh"},
         "planc: --language takes zh-CN, en; `zh` is none of them\n`planc init --help` says what there is\n"},
        {{"init", "shop"}, "planc: `planc check` looks for files called *.plan.yaml; call the plan `shop.plan.yaml`\n"},
        {{"init", "plans/.planc.yaml"},
         "planc: `planc check` looks for files called *.plan.yaml; call the plan `plans/shop.plan.yaml`\n"},
        {{"manual", "chek"}, "planc: there is no command `chek`; did you mean `check`?\n"},
    };
    for (const auto& [arguments, message] : cases) {
        MemoryHost host;
        const Run told = run_on(host, arguments);
        CHECK(told.error == message);
        CHECK(told.output.empty());
        CHECK(told.code == exit_usage);
        CHECK(host.files.empty());
    }
}

TEST_CASE("behind -- every word is a path") {
    MemoryHost host;
    host.files["./-j.plan.yaml"] = "planc: 1\nplan: {id: one, title: One}\n";
    CHECK(run_on(host, {"check", "--", "-j.plan.yaml"}).output == "no findings in 1 file\n");
    CHECK(run_on(host, {"check", "--", "--fix"}).error == "planc: cannot read ./--fix: there is no such file\n");
}

TEST_CASE("docs/cli.md is what the table of options says") {
    MemoryHost host;
    const Run markdown = run_on(host, {"manual", "--format", "markdown"});
    testing::check_golden(testing::project() / "docs/cli.md", markdown.output);
}

TEST_CASE("the manual has a page for every command, written together or not at all") {
    MemoryHost host;
    CHECK(run_on(host, {"manual", "--out", "pages"}).code == exit_clean);
    CHECK(host.files.count("pages/planc.1") == 1);
    CHECK(host.files.count("pages/planc-templates.1") == 1);
    CHECK(run_on(host, {"manual", "check"}).output == host.files["pages/planc-check.1"]);
    host.files.clear();
    host.errors["pages/planc-build.1"] = "no permission to write it";
    const Run refused = run_on(host, {"manual", "--out", "pages"});
    CHECK(refused.code == exit_usage);
    CHECK(refused.error.find("nothing was written") != std::string::npos);
    CHECK(host.files.empty());
}
