// .planc.yaml: where it is found, what it changes, what is said of a wrong one.
#include "binding/bind.h"
#include "golden.h"
#include "rules/all.h"
#include "run_on.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace planc;
using namespace planc::testing;

namespace {

constexpr auto plan = "planc: 1\nplan: {id: demo, title: TBD, start: 2026-03-02}\nphases:\n"
                      "  - {id: build, title: Build, duration: 1d}\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Run checked(const std::string& configuration, const std::string& text = plan) {
    MemoryHost host;
    host.files = {{"shop.plan.yaml", text}, {".planc.yaml", configuration}};
    return run_on(host, {"check", "--format", "concise"});
}

} // namespace

TEST_CASE("schemas/configuration.schema.json is what the field tables and the list of rules say") {
    check_golden(project() / "schemas/configuration.schema.json", configuration_schema(rule_names()));
    MemoryHost host;
    CHECK(run({"schema", "configuration"}, host) == exit_clean);
    CHECK(host.output == configuration_schema(rule_names()));
}

TEST_CASE("tests/configurations/NAME.yaml makes of a clean plan what is in NAME.out") {
    const auto cases = files_below(project() / "tests/configurations", ".yaml");
    REQUIRE_FALSE(cases.empty());
    const std::string shop = read_file(project() / "tests/configurations/shop.plan.txt");
    CHECK(checked("", shop).output == "");
    for (const auto& path : cases) {
        MemoryHost host;
        host.files = {{"shop.plan.yaml", shop}, {".planc.yaml", read_file(path)}};
        const Run check = run_on(host, {"check"});
        check_golden(std::filesystem::path(path).replace_extension(".out"),
                     fmt::format("{}{}exit code {}\n", check.output, check.error, check.code));
    }
}

TEST_CASE("planc config says what holds and from where, and what it says is a configuration that says the same") {
    MemoryHost host;
    host.files = {{"shop.plan.yaml", plan},
                  {".planc.yaml", read_file(project() / "tests/configurations/everything.yaml")}};
    const std::string said = run_on(host, {"config", "shop.plan.yaml"}).output;
    check_golden(project() / "tests/configurations/everything.config", said);
    host.files[".planc.yaml"] = said;
    const Run again = run_on(host, {"config"});
    CHECK(again.code == exit_clean);
    const auto without_places = [](const std::string& text) {
        std::istringstream lines(text);
        std::string kept;
        for (std::string line; std::getline(lines, line);) {
            line.erase(std::min(line.find('#'), line.size()));
            kept += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
        }
        return kept;
    };
    CHECK(without_places(again.output) == without_places(said));
    CHECK(run_on(host, {"config", "gone.plan.yaml"}).code == exit_usage);
}

TEST_CASE("work names a lead time of the configuration") {
    const std::string text = "planc: 1\nplan: {id: demo, title: Demo, owner: lin}\npeople: {lin: Lin}\nphases:\n"
                             "  - {id: review, title: Review, start: 2026-03-02, duration: 2d, lead_time: stoer}\n";
    CHECK(holds(checked("", text).output, "the configuration has no lead time `stoer`"));
    CHECK(holds(checked("lead_times: {stoer: 3d}", text).output,
                "`review` is planned for 2 days, but `stoer` takes 3 days"));
    CHECK(checked("lead_times: {stoer: 1d..2d}", text).output == "");
}

TEST_CASE("docs/configuration.md is what the field tables say, and its example is right") {
    const std::string page = configuration_reference();
    check_golden(project() / "docs/configuration.md", page);
    const std::size_t begin = page.find("```yaml\n") + 8;
    CHECK(checked(page.substr(begin, page.find("```", begin) - begin),
                  read_file(project() / "tests/configurations/shop.plan.txt"))
              .output.find(".planc.yaml:") == std::string::npos);
}

TEST_CASE("a rule's level decides what fails") {
    CHECK(checked("").code == exit_findings);
    CHECK(checked("rules: {placeholder-text: off, missing-owner: off}").output == "");
    CHECK(checked("rules: {placeholder-text: info, missing-owner: info}").code == exit_clean);
    CHECK(holds(checked("rules: {placeholder-text: error}").output, "error: "));
    CHECK(holds(checked("rules: {missing-owner: {level: warning}}").output, "warning: "));
}

TEST_CASE("what cannot be read is told whatever the configuration says") {
    const Run run = checked("rules: {bad-syntax: off}", "planc: 1\nplan: {id: [demo\n");
    CHECK(holds(run.output, "shop.plan.yaml:"));
    CHECK(holds(run.output, "[bad-syntax]"));
    CHECK(holds(run.output, ".planc.yaml:1:21: error: `bad-syntax` is always told"));
    CHECK(holds(checked("rules: {mising-owner: off}").output, "there is no rule `mising-owner`"));
}

TEST_CASE("findings in the configuration are told whichever rules are chosen, once for all plans") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan}, {"b.plan.yaml", plan}, {".planc.yaml", "rulez: {}\n"}};
    const Run run = run_on(host, {"check", "--select", "absent-owner", "--format", "concise"});
    CHECK(run.output == ".planc.yaml:1:1: error: the configuration has no key `rulez` [unknown-key]\n");
    CHECK(run.code == exit_findings);
}

TEST_CASE("the nearest configuration holds, up to the repository's root") {
    MemoryHost host;
    const std::string off = "rules: {placeholder-text: off, missing-owner: off}\n";
    host.files = {{"/shop/.planc.yaml", off}, {"/shop/a/shop.plan.yaml", plan}};
    CHECK(run_on(host, {"check", "/shop/a/shop.plan.yaml"}).code == exit_clean);
    SECTION("a nearer one") {
        host.files["/shop/a/.planc.yaml"] = "planc: 1\n";
        CHECK(run_on(host, {"check", "/shop/a/shop.plan.yaml"}).code == exit_findings);
    }
    SECTION("a repository in between") {
        host.files["/shop/a/.git/HEAD"] = "";
        CHECK(run_on(host, {"check", "/shop/a/shop.plan.yaml"}).code == exit_findings);
    }
    SECTION("the other ending") {
        host.files["/shop/a/.planc.yml"] = "planc: 1\n";
        CHECK(run_on(host, {"check", "/shop/a/shop.plan.yaml"}).code == exit_findings);
    }
    SECTION("standard input lies where its name says") {
        host.input = plan;
        CHECK(run_on(host, {"check", "-", "--stdin-filename", "/shop/a/b.plan.yaml"}).code == exit_clean);
    }
}

TEST_CASE("two configurations in one folder, and one that cannot be read, are said once, and plans are checked") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan}, {"b.plan.yaml", plan}, {".planc.yaml", "planc: 1"}, {".planc.yml", ""}};
    const Run two = run_on(host, {"check"});
    CHECK(two.code == exit_usage);
    CHECK(two.error == "planc: .planc.yaml and .planc.yml are both there: keep one of them\n");
    CHECK(holds(two.output, "2 errors"));
    host.files.erase(".planc.yml");
    host.errors[".planc.yaml"] = "no permission to read it";
    const Run unreadable = run_on(host, {"check"});
    CHECK(unreadable.code == exit_usage);
    CHECK(unreadable.error == "planc: cannot read .planc.yaml: no permission to read it\n");
    CHECK(run_on(host, {"config"}).code == exit_usage);
}

TEST_CASE("documents go where the configuration says, and the command line goes before it") {
    MemoryHost host;
    const std::string owned = "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n";
    host.files = {{"p/shop.plan.yaml", owned},
                  {"p/.planc.yaml", "build: {out: docs, documents: [plan], templates: ours}\n"},
                  {"p/ours/section_overview.md.mustache", "OURS\n"}};
    CHECK(run_on(host, {"build", "p/shop.plan.yaml"}).code == exit_clean);
    CHECK(holds(host.files.at("p/docs/demo/plan.md"), "OURS"));
    CHECK(host.files.count("p/docs/demo/record.md") == 0);
    CHECK(run_on(host, {"build", "p/shop.plan.yaml", "--out", "q"}).code == exit_clean);
    CHECK(host.files.count("q/demo/plan.md") == 1);
    host.files["p/.planc.yaml"] = "build: {documents: [plan]}\n";
    const Run nowhere = run_on(host, {"build", "p/shop.plan.yaml"});
    CHECK(nowhere.code == exit_usage);
    CHECK(holds(nowhere.error, "nothing says where the documents of p/shop.plan.yaml go: name a folder with --out"));
    for (const char* out : {"../docs", "/etc", "a/../../b", "\"\"", "[docs]", ".git/hooks", "\"a\\nb\""}) {
        host.files["p/.planc.yaml"] = fmt::format("build: {{out: {}}}\n", out);
        INFO(out);
        CHECK(run_on(host, {"build", "p/shop.plan.yaml"}).code == exit_usage);
    }
}

TEST_CASE("holidays of the configuration date the plan, and belong to its fingerprint") {
    MemoryHost host;
    const std::string text = "planc: 1\nplan: {id: demo, title: Demo, owner: lin}\npeople: {lin: Lin}\n"
                             "phases: [{id: build, title: Build, start: 2026-02-13, duration: 2wd}]\n";
    const auto end_of = [&host] {
        run_on(host, {"check", "shop.plan.yaml", "--dump", "schedule"});
        return host.output;
    };
    const auto data = [&host] {
        REQUIRE(run_on(host, {"build", "shop.plan.yaml", "--out", "out"}).code == exit_clean);
        return nlohmann::json::parse(host.files.at("out/demo/data.json"));
    };
    host.files["shop.plan.yaml"] = text;
    const std::string plain = end_of();
    const auto before = data().at("fingerprint");
    host.files[".planc.yaml"] = "rules: {after-hours: off}\n";
    CHECK(end_of() == plain);
    CHECK(data().at("fingerprint") == before);
    host.files[".planc.yaml"] = "public_holidays: china-mainland\n";
    CHECK(end_of() != plain);
    CHECK(data().at("fingerprint") != before);
    host.files["shop.plan.yaml"] = text + "calendar: {public_holidays: []}\n";
    CHECK(end_of() == plain);
}

TEST_CASE("what lies nowhere yet belongs to the project around it, and nothing is written outside") {
    MemoryHost host;
    host.files = {{".git/HEAD", ""}, {".planc.yaml", "build: {out: tmp}\n"}};
    host.input = "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n";
    CHECK(run_on(host, {"build", "-", "--stdin-filename", "nosuch/deep/x.plan.yaml"}).code == exit_clean);
    CHECK(host.files.count("tmp/demo/plan.md") == 1);
    CHECK(host.files.count("/tmp/demo/plan.md") == 0);
}

TEST_CASE("templates and configurations that are links out of the project are refused") {
    MemoryHost host;
    const std::string demo = "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n";
    host.files = {{"p/shop.plan.yaml", demo},
                  {"p/.planc.yaml", "build: {out: docs, templates: ours}\n"},
                  {"p/ours/plan.md.mustache", "anything"},
                  {"/outside/secret", "SECRET"}};
    host.links["p/ours/plan.md.mustache"] = "/outside/secret";
    const Run linked = run_on(host, {"build", "p/shop.plan.yaml"});
    CHECK(linked.code == exit_usage);
    CHECK(holds(linked.error, "it is a link out of the project"));
    host.links = {{"p/.planc.yaml", "/outside/secret"}};
    const Run configured = run_on(host, {"check", "p/shop.plan.yaml"});
    CHECK(configured.code == exit_usage);
    CHECK_FALSE(holds(configured.output + configured.error, "SECRET"));
}

TEST_CASE("two projects whose documents would meet are told") {
    MemoryHost host;
    const std::string demo = "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n";
    host.files = {{"a.plan.yaml", demo},
                  {".planc.yaml", "build: {out: ./sub//docs}\n"},
                  {"sub/b.plan.yaml", demo},
                  {"sub/.planc.yaml", "build: {out: docs}\n"}};
    const Run both = run_on(host, {"build"});
    CHECK(both.code == exit_usage);
    CHECK(holds(both.error, "are both the plan `demo`"));
}

TEST_CASE("required keys hold for short forms and for what is included, each asked for once") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", "planc: 1\ninclude: sub/people.yaml\nplan: {id: a, title: A, owner: ning}\n"},
                  {"sub/people.yaml", "people: {ning: Ning}\n"},
                  {"sub/.planc.yaml", "required: {person: [email]}\n"},
                  {".planc.yaml", "required: {person: [phone, phone]}\n"}};
    const Run run = run_on(host, {"check", "a.plan.yaml", "--format", "concise"});
    CHECK(holds(run.output, "sub/people.yaml:1:10: error: `ning` has no `phone` [missing-key]"));
    CHECK_FALSE(holds(run.output, "email"));
    CHECK(holds(run.output, ".planc.yaml:1:28: error: `phone` is named twice"));
}
