// The program as a user meets it, on a machine in memory.
#include "binding/bind.h"
#include "cli/run.h"
#include "cli/timings.h"
#include "golden.h"
#include "host/memory_host.h"
#include "paper.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace planc;
using namespace planc::testing;

namespace {

constexpr auto clean = "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n";
constexpr auto warned = "planc: 1\nplan: {id: warned, title: TBD}\n";
constexpr auto broken = "planc: 1\nplan: {id: broken, titel: Demo}\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("exit codes say what was found") {
    MemoryHost host;
    host.files = {{"clean.plan.yaml", clean}, {"warned.plan.yaml", warned}, {"broken.plan.yaml", broken}};
    CHECK(run({"check", "clean.plan.yaml"}, host) == exit_clean);
    CHECK(run({"check", "warned.plan.yaml"}, host) == exit_findings);
    CHECK(run({"check", "warned.plan.yaml", "--fail-on", "error"}, host) == exit_clean);
    CHECK(run({"check", "broken.plan.yaml", "--fail-on", "error"}, host) == exit_findings);
    CHECK(run({"check", "broken.plan.yaml", "--fail-on", "never"}, host) == exit_clean);
    CHECK(run({"check", "gone.plan.yaml", "clean.plan.yaml"}, host) == exit_usage);
    CHECK(run({"check", "--no-such-option"}, host) == exit_usage);
    CHECK(run({"chek"}, host) == exit_usage);
    CHECK(holds(host.error_output, "did you mean `check`?"));
}

TEST_CASE("without a path the current folder is searched") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", clean}, {"below/b.plan.yaml", warned}, {"other.yaml", "no plan"}};
    CHECK(run({"check"}, host) == exit_findings);
    CHECK(holds(host.output, "1 warning in 2 files"));
    MemoryHost empty;
    CHECK(run({"check"}, empty) == exit_usage);
    CHECK(holds(empty.error_output, "*.plan.yaml"));
}

TEST_CASE("standard input is checked under the name given") {
    MemoryHost host;
    host.input = warned;
    CHECK(run({"check", "-", "--stdin-filename", "shop.plan.yaml", "--format", "concise"}, host) == exit_findings);
    CHECK(holds(host.output, "shop.plan.yaml:2:"));
}

TEST_CASE("several threads say the same as one") {
    MemoryHost host;
    for (int i = 0; i < 60; ++i)
        host.files["p" + std::to_string(i) + ".plan.yaml"] = i % 3 == 0 ? broken : i % 3 == 1 ? warned : clean;
    for (const char* format :
         {"text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"}) {
        host.output.clear();
        run({"check", "-j", "1", "--format", format}, host);
        const std::string serial = std::exchange(host.output, {});
        run({"check", "-j", "7", "--format", format}, host);
        CHECK(host.output == serial);
    }
}

TEST_CASE("several threads build the same documents as one") {
    const auto build = [](const char* jobs) {
        MemoryHost host;
        give_paper(host);
        for (int i = 0; i < 24; ++i) {
            const std::string id = "p" + std::to_string(i);
            host.files[id + ".plan.yaml"] = "planc: 1\nplan:\n  id: " + id +
                                            "\n  title: Demo\n  notes: |\n    | a | b |\n    |-|-|\n    | ~~c~~ | "
                                            "https://example.com |\n";
        }
        REQUIRE(run({"build", "-j", jobs, "--out", "out"}, host) == exit_clean);
        return host.files;
    };
    const auto serial = build("1");
    CHECK(serial.at("out/p0/plan.md").find("~~c~~") != std::string::npos);
    for (int round = 0; round < 5; ++round) CHECK(build("8") == serial);
}

TEST_CASE("what was not read is not missed, and what was is checked in spite of a slip") {
    MemoryHost host;
    const std::string begin = "planc: 1\nplan: {id: a, title: b}\nphases:\n  - {title: T, owner: lin}\n";
    host.files["two.plan.yaml"] = begin + "---\npeople: {lin: Lin}\n";
    run({"check", "two.plan.yaml", "--format", "concise"}, host);
    CHECK(host.output == "two.plan.yaml:5:1: error: a second document begins here [bad-syntax]\n");
    host.output.clear();
    host.files["tag.plan.yaml"] = "planc: 1\nplan: {id: a, title: !x b}\nphases:\n  - {title: T, owner: lin}\n";
    run({"check", "tag.plan.yaml", "--format", "concise"}, host);
    CHECK(holds(host.output, "[bad-syntax]"));
    CHECK(holds(host.output, "[unknown-reference]"));
}

TEST_CASE("colour is for terminals, unless asked for otherwise") {
    MemoryHost host;
    host.files["warned.plan.yaml"] = warned;
    const auto coloured = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"check", "warned.plan.yaml"};
        words.insert(words.end(), more.begin(), more.end());
        host.output.clear();
        run(words, host);
        return holds(host.output, "\x1b[");
    };
    CHECK_FALSE(coloured({}));
    CHECK(coloured({"--color", "always"}));
    host.terminal = true;
    CHECK(coloured({}));
    CHECK_FALSE(coloured({"--color", "never"}));
    host.variables["NO_COLOR"] = "1";
    CHECK_FALSE(coloured({}));
    CHECK(coloured({"--color", "always"}));
}

TEST_CASE("the progress line shows on a terminal when the work takes longer than a second, and goes away") {
    MemoryHost host;
    for (int i = 0; i < 20; ++i) host.files["p" + std::to_string(i) + ".plan.yaml"] = clean;
    host.step = 0.4;
    run({"check", "-j", "1"}, host);
    CHECK(host.error_output.empty());
    host.terminal = true;
    run({"check", "-j", "1"}, host);
    CHECK(holds(host.error_output, "of 20 plans"));
    CHECK(host.error_output.ends_with("\r\x1b[K"));
    host.error_output.clear();
    host.step = 0.01;
    run({"check", "-j", "1"}, host);
    CHECK(host.error_output.empty());
}

TEST_CASE("json is one document with the counts") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", broken}, {"b.plan.yaml", warned}};
    run({"check", "--format", "json"}, host);
    const auto json = nlohmann::json::parse(host.output);
    CHECK(json["version"] == 1);
    CHECK(json["counts"]["warning"] == 1);
    CHECK(json["findings"].size() >= 3);
    CHECK(host.error_output.empty());
}

TEST_CASE("build writes every document once, and leaves unchanged ones alone") {
    MemoryHost host;
    give_paper(host);
    host.files["clean.plan.yaml"] = clean;
    CHECK(run({"build", "clean.plan.yaml", "--out", "out/"}, host) == exit_clean);
    for (const char* name : {"plan.md", "checklist.md", "record.md", "signoff.md", "gantt.svg", "data.json"}) {
        CHECK(host.files.count(std::string("out/demo/") + name) == 1);
    }
    CHECK(holds(host.output, "wrote     out/demo/plan.md"));
    host.output.clear();
    CHECK(run({"build", "clean.plan.yaml", "--out", "out"}, host) == exit_clean);
    CHECK(holds(host.output, "unchanged out/demo/plan.md"));
}

TEST_CASE("build refuses a plan with errors, and writes nothing of the others either") {
    MemoryHost host;
    give_paper(host);
    host.files = {{"broken.plan.yaml", broken}, {"clean.plan.yaml", clean}};
    CHECK(run({"build", "broken.plan.yaml", "clean.plan.yaml", "--out", "out"}, host) == exit_findings);
    CHECK(host.files.size() == 2);
    CHECK(holds(host.error_output, "--draft"));
    CHECK(run({"build", "broken.plan.yaml", "--out", "out", "--draft"}, host) == exit_findings);
    CHECK(host.files.count("out/broken/plan.md") == 1);
}

TEST_CASE("build tells two plans of one id, and an output that cannot be written") {
    MemoryHost host;
    give_paper(host);
    host.files = {{"a.plan.yaml", clean}, {"b.plan.yaml", clean}};
    CHECK(run({"build", "a.plan.yaml", "b.plan.yaml", "--out", "out"}, host) == exit_usage);
    CHECK(holds(host.error_output, "a.plan.yaml and b.plan.yaml are both the plan `demo`"));
    host.errors["out/demo/gantt.svg"] = "the disk is full";
    CHECK(run({"build", "a.plan.yaml", "--out", "out"}, host) == exit_usage);
    CHECK(holds(host.error_output, "cannot write out/demo/gantt.svg: the disk is full; nothing was written"));
    CHECK(host.files.size() == 2);
}

TEST_CASE("init writes a plan that checks clean in both languages, and never over a file") {
    for (const char* language : {"en", "zh-CN"}) {
        MemoryHost host;
        give_paper(host);
        CHECK(run({"init", "shop.plan.yaml", "--language", language}, host) == exit_clean);
        CHECK(run({"check", "shop.plan.yaml", "--fail-on", "info"}, host) == exit_clean);
        CHECK(run({"build", "shop.plan.yaml", "--out", "out"}, host) == exit_clean);
        CHECK(run({"init", "shop.plan.yaml"}, host) == exit_usage);
    }
    MemoryHost host;
    give_paper(host);
    CHECK(run({"init", "shop.plan.yaml", "--language", "fr"}, host) == exit_usage);
}

TEST_CASE("init calls a plan after its file, and says what to type for it") {
    const std::vector<std::pair<std::string, std::string>> ids{
        {"shop.plan.yaml", "shop"},          {"My Shop 2.0.plan.yaml", "my-shop-2.0"}, {"1.plan.yml", "release-1"},
        {"商店.plan.yaml", "first-release"}, {"商店--app_v2-.plan.yaml", "app-v2"},
    };
    for (const auto& [path, id] : ids) {
        INFO(path);
        MemoryHost host;
        CHECK(run({"init", path}, host) == exit_clean);
        CHECK(holds(host.files.at(path), "\n  id: " + id + "\n"));
        CHECK(run({"check", path, "--fail-on", "info"}, host) == exit_clean);
    }
    MemoryHost host;
    CHECK(run({"init", "发布 计划.plan.yaml"}, host) == exit_clean);
    CHECK(holds(host.output, "next: planc check '发布 计划.plan.yaml'\n"));
}

TEST_CASE("init writes the schema into the project, and the first line of the plan leads to it") {
    const auto first_line = [](const MemoryHost& host, const std::string& path) {
        return host.files.at(path).substr(0, host.files.at(path).find('\n'));
    };
    MemoryHost host;
    give_paper(host);
    host.files["release/.planc.yaml"] = "planc: 1\n";
    CHECK(run({"init", "release/华东 区/深圳/shop.plan.yaml"}, host) == exit_clean);
    CHECK(first_line(host, "release/华东 区/深圳/shop.plan.yaml") ==
          "# yaml-language-server: $schema=../../.planc.schema.json");
    CHECK(host.files.at("release/.planc.schema.json") == plan_schema());
    CHECK(holds(host.output, "wrote release/华东 区/深圳/shop.plan.yaml\n"));
    CHECK(holds(host.output, "wrote release/.planc.schema.json, by which"));

    // In no project, beside the plan. One that is there already is not spoken of.
    for (const char* plan : {"other/one.plan.yaml", "other/two.plan.yaml"}) {
        host.output.clear();
        CHECK(run({"init", plan}, host) == exit_clean);
        CHECK(first_line(host, plan) == "# yaml-language-server: $schema=.planc.schema.json");
    }
    CHECK(host.files.at("other/.planc.schema.json") == plan_schema());
    CHECK_FALSE(holds(host.output, ".planc.schema.json"));
}

TEST_CASE("init renews a schema of planc, and leaves alone what is not one") {
    MemoryHost host;
    give_paper(host);
    std::string old = plan_schema();
    old.resize(old.size() / 2);
    host.files[".planc.schema.json"] = old;
    CHECK(run({"init", "shop.plan.yaml"}, host) == exit_clean);
    CHECK(host.files.at(".planc.schema.json") == plan_schema());

    host.files[".planc.schema.json"] = "{}";
    CHECK(run({"init", "other.plan.yaml"}, host) == exit_clean);
    CHECK(host.files.at(".planc.schema.json") == "{}");
    CHECK_FALSE(holds(host.files.at("other.plan.yaml"), "$schema"));
    CHECK(holds(host.error_output, ".planc.schema.json is not a schema of planc and was left as it is"));

    // Where the plan is there already nothing is written at all.
    host.files[".planc.schema.json"] = old;
    CHECK(run({"init", "shop.plan.yaml"}, host) == exit_usage);
    CHECK(host.files.at(".planc.schema.json") == old);
    CHECK(run({"init", "new/.planc.schema.json"}, host) == exit_usage);
    CHECK(host.files.count("new/.planc.schema.json") == 0);
}

TEST_CASE("rules can be chosen and left out, but what cannot be read is always told") {
    const auto told = [](std::vector<std::string> words, const std::string& text) {
        MemoryHost host;
        give_paper(host);
        host.files["shop.plan.yaml"] = text;
        words.insert(words.begin(), {"check", "shop.plan.yaml", "--format", "concise"});
        const int code = run(words, host);
        return host.output + host.error_output + std::to_string(code);
    };
    const std::string text =
        "planc: 1\nplan: {id: shop, title: TBD}\nphases: [{id: build, title: Build, duration: 1d}]\n";
    CHECK(holds(told({}, text), "[placeholder-text]"));
    CHECK(holds(told({}, text), "[missing-owner]"));
    CHECK_FALSE(holds(told({"--select", "missing-owner"}, text), "[placeholder-text]"));
    CHECK(holds(told({"--select", "missing-owner"}, text), "[missing-owner]"));
    CHECK(holds(told({"--select", "missing-owner,placeholder-text"}, text), "[placeholder-text]"));
    CHECK_FALSE(holds(told({"--ignore", "missing-owner", "--ignore", "placeholder-text"}, text), "[missing-owner]"));
    CHECK(holds(told({"--select", "double-booked"}, text), "no findings in 1 file; 2 of other rules not told\n0"));
    CHECK(holds(told({"--select", "double-booked", "--ignore", "bad-syntax"}, "plan: {"), "[bad-syntax]"));
    CHECK(holds(told({"--ignore", "mising-owner"}, text), "--ignore: there is no rule `mising-owner`; did you mean"));
    CHECK(holds(told({"--select", "zzz"}, text), "`planc explain` lists them all"));
    CHECK(told({"--select", "zzz"}, text).ends_with("2"));
}

TEST_CASE("an error that is not told keeps a plan from being built, one that is allowed or off does not") {
    MemoryHost host;
    give_paper(host);
    const std::string plan = "planc: 1\nplan: {id: shop, title: Shop}\nphases:\n";
    const std::string build = "  - {id: build, title: Build, duration: 1d}\n";
    host.files["shop.plan.yaml"] = plan + build;
    CHECK(run({"build", "--out", "out"}, host) == exit_findings);
    CHECK(run({"build", "--out", "out", "--ignore", "missing-owner"}, host) == exit_findings);
    CHECK(run({"build", "--out", "out", "--select", "double-booked"}, host) == exit_findings);
    CHECK(holds(host.error_output, "shop.plan.yaml has errors"));
    CHECK(host.files.count("out/shop/plan.md") == 0);
    host.files["shop.plan.yaml"] = plan + "  # planc: allow missing-owner -- the vendor names them\n" + build;
    CHECK(run({"build", "--out", "out"}, host) == exit_clean);
    CHECK_FALSE(holds(host.files["out/shop/plan.md"], "missing-owner"));
    host.files["shop.plan.yaml"] = plan + build;
    host.files[".planc.yaml"] = "rules: {missing-owner: off}\n";
    CHECK(run({"build", "--out", "off"}, host) == exit_clean);
}

TEST_CASE("a long list of findings can be cut or counted, and still fails") {
    MemoryHost host;
    give_paper(host);
    host.files["shop.plan.yaml"] =
        "planc: 1\nplan: {id: shop, title: TBD}\nphases:\n"
        "  - {id: build, title: Build, duration: 1d}\n  - {id: test, title: Test, duration: 1d}\n";
    CHECK(run({"check", "--max-findings", "1"}, host) == exit_findings);
    CHECK(holds(host.output, "[placeholder-text]"));
    CHECK_FALSE(holds(host.output, "[missing-owner]"));
    CHECK(holds(host.output, "2 errors and 1 warning in 1 file\n--max-findings 1 left out 2 of them\n"));
    host.output.clear();
    CHECK(run({"check", "--max-findings", "3"}, host) == exit_findings);
    CHECK_FALSE(holds(host.output, "left out"));
    host.output.clear();
    CHECK(run({"check", "--statistics"}, host) == exit_findings);
    CHECK(host.output == "     2  error    missing-owner\n     1  warning  placeholder-text\n\n"
                         "2 errors and 1 warning in 1 file\n");
    CHECK(run({"check", "--statistics", "--format", "json"}, host) == exit_usage);
    CHECK(run({"check", "--max-findings", "-1"}, host) == exit_usage);
}

TEST_CASE("timings stand on standard error alone, and nobody looks at the clock without them") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", clean}, {"b.plan.yaml", warned}};
    host.step = 0.001;
    run({"check", "-j", "2", "--format", "json"}, host);
    const std::string untimed = std::exchange(host.output, {});
    CHECK(host.now == 0);
    CHECK(host.error_output.empty());
    CHECK(run({"check", "-j", "1", "--format", "json", "--timings"}, host) == exit_findings);
    CHECK(host.output == untimed);
    // Each look at the clock takes a millisecond, so that each stage and each rule took one a plan.
    const std::string& table = host.error_output;
    CHECK(table.starts_with("time  "));
    std::size_t last = 0;
    for (const char* stage :
         {"\nread  ", "\nparse  ", "\nbind  ", "\nschedule  ", "\nrules  ", "\n  ", "\nrender  ", "\nall  "}) {
        const std::size_t place = table.find(stage);
        CHECK(place != std::string::npos);
        CHECK(place >= last);
        last = place;
    }
    CHECK(holds(table, "\n  double-booked                         2.00  "));
    CHECK_FALSE(holds(table, "include"));
    CHECK(holds(table, "   100.0 %\n"));
}

TEST_CASE("timings name the rules that take more than a hundredth, the longest first") {
    MemoryHost host;
    host.step = 1;
    Timings timings(host);
    {
        Watch watch(&timings);
        for (int i = 0; i < 200; ++i) watch.lap(RunStage::parse);
        for (const char* rule : {"a", "b", "b", "b", "c", "d", "d", "d", "d"}) watch.lap(rule);
    }
    CHECK(timings.table() == "time                                      ms     share\n"
                             "parse                              200000.00    95.7 %\n"
                             "rules                                9000.00     4.3 %\n"
                             "  d                                  4000.00     1.9 %\n"
                             "  b                                  3000.00     1.4 %\n"
                             "  2 others                           2000.00     1.0 %\n"
                             "all                                209000.00   100.0 %\n");
}

TEST_CASE("explain knows every rule by name, and near misses") {
    MemoryHost host;
    CHECK(run({"explain", "missing-owner"}, host) == exit_clean);
    CHECK(holds(host.output, "Why it hurts"));
    CHECK(run({"explain", "mising-owner"}, host) == exit_usage);
    CHECK(holds(host.error_output, "did you mean `missing-owner`?"));
    host.output.clear();
    CHECK(run({"explain"}, host) == exit_clean);
    CHECK(holds(host.output, "plaintext-secret"));
}

TEST_CASE("explain gives a rule's page and its facts to other programs") {
    MemoryHost host;
    CHECK(run({"explain", "missing-owner", "--format", "markdown"}, host) == exit_clean);
    CHECK(host.output == read_file(project() / "docs/rules/missing-owner.md"));
    host.output.clear();
    CHECK(run({"explain", "missing-owner", "--format", "json"}, host) == exit_clean);
    const auto rule = nlohmann::json::parse(host.output);
    CHECK(rule["severity"] == "error");
    CHECK(rule["related"] == nlohmann::json::array({"unstaffed-role"}));
    host.output.clear();
    CHECK(run({"explain", "--format", "json"}, host) == exit_clean);
    const auto rules = nlohmann::json::parse(host.output);
    CHECK(std::count(rules.begin(), rules.end(), rule) == 1);
    CHECK(run({"explain", "--format", "yaml"}, host) == exit_usage);
}

TEST_CASE("help, version and schema go to standard output") {
    MemoryHost host;
    give_paper(host);
    CHECK(run({"--help"}, host) == exit_clean);
    const std::string help = host.output;
    for (const char* command : {"check", "build", "explain", "schema", "init"}) {
        CHECK(holds(help, command));
        host.output.clear();
        CHECK(run({command, "--help"}, host) == exit_clean);
    }
    host.output.clear();
    CHECK(run({"--version"}, host) == exit_clean);
    CHECK(host.output.starts_with("planc "));
    host.output.clear();
    CHECK(run({"schema"}, host) == exit_clean);
    CHECK(host.output == testing::read_file(testing::project() / "schemas/plan.schema.json"));
    CHECK(host.error_output.empty());
}

TEST_CASE("--as-of takes a date or a minute and nothing else") {
    MemoryHost host;
    host.files["clean.plan.yaml"] = clean;
    CHECK(run({"check", "clean.plan.yaml", "--as-of", "2026-03-02"}, host) == exit_clean);
    CHECK(run({"check", "clean.plan.yaml", "--as-of", "2026-03-02 22:00"}, host) == exit_clean);
    CHECK(run({"check", "clean.plan.yaml", "--as-of", "2026/03/02"}, host) == exit_usage);
    CHECK(holds(host.error_output, "2026-03-02"));
    CHECK(run({"check", "clean.plan.yaml", "--as-of", "launch - 2d"}, host) == exit_usage);
}

TEST_CASE("every stage can be looked into") {
    MemoryHost host;
    host.files["clean.plan.yaml"] = std::string(clean) + "phases:\n  - {id: deploy, title: Deploy, duration: 1d}\n";
    for (const char* stage : {"tree", "plan", "schedule", "chart"}) {
        host.output.clear();
        run({"check", "clean.plan.yaml", "--dump", stage}, host);
        CHECK(holds(host.output, "eploy"));
    }
}
