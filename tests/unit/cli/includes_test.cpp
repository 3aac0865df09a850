// Plans that share files: what they get from them, how often each is read, and what is said of those that cannot be
// had.
#include "cli/run.h"
#include "golden.h"
#include "host/memory_host.h"

#include <fmt/format.h>

using namespace planc;

namespace {

constexpr auto people = "people: {ann: {name: Ann, phone: '+86 10 5550 0101'}, bob: {name: Bob}}\n"
                        "roles: {ops: {title: Operations, people: [ann]}}\n";

std::string plan(const std::string& id, const std::string& include) {
    return fmt::format("planc: 1\ninclude: {}\nplan: {{id: {}, title: A plan, owner: ops}}\n"
                       "phases: [{{id: x, title: X, start: 2026-03-02, duration: 1d, owner: ann}}]\n",
                       include, id);
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("what is included joins the plan") {
    MemoryHost host;
    host.files = {
        {"shared/people.yaml", people}, {".git", ""}, {"plans/a.plan.yaml", plan("a", "../shared/people.yaml")}};
    CHECK(run({"check", "plans"}, host) == exit_clean);
    CHECK(host.output == "no findings in 1 file\n");
    CHECK(run({"build", "plans", "--out", "out"}, host) == exit_clean);
    CHECK(holds(host.files["out/a/plan.md"], "| Ann |"));
}

TEST_CASE("five hundred plans read what they share once, on any number of threads") {
    MemoryHost host;
    host.files = {{"people.yaml", people}, {".git", ""}};
    for (int i = 0; i < 500; ++i)
        host.files[fmt::format("plans/{:03}.plan.yaml", i)] = plan(fmt::format("p{}", i), "../people.yaml");
    CHECK(run({"check", "plans", "-j", "8"}, host) == exit_clean);
    CHECK(host.times_read["people.yaml"] == 1);
    CHECK(host.times_read["plans/007.plan.yaml"] == 1);
}

TEST_CASE("a mistake in a shared file is said once, whichever plans include it") {
    MemoryHost host;
    host.files = {{"people.yaml", "people: {ann: {nmae: Ann}}\nroles: {ops: {title: Operations, people: [nobody]}}\n"},
                  {".planc.yaml", ""}};
    for (int i = 0; i < 9; ++i)
        host.files[fmt::format("plans/{}.plan.yaml", i)] = plan(fmt::format("p{}", i), "../people.yaml");
    for (const char* jobs : {"1", "4"}) {
        for (const char* format : {"text", "concise", "json"}) {
            host.output.clear();
            CHECK(run({"check", "plans", "-j", jobs, "--format", format}, host) == exit_findings);
            CHECK(count(host.output, "has no key") == 1);
            CHECK(count(host.output, "`nobody` is not declared") == 1);
        }
    }
}

TEST_CASE("the order of findings does not depend on which thread read a file first") {
    MemoryHost host;
    host.files = {{"a.yaml", "people: {ann: {nmae: A}}\n"},
                  {"b.yaml", "roles: {ops: {titel: B, people: [ann]}}\n"},
                  {".git", ""}};
    for (int i = 0; i < 40; ++i)
        host.files[fmt::format("plans/{:02}.plan.yaml", i)] =
            plan(fmt::format("p{}", i), i % 2 == 0 ? "[../a.yaml, ../b.yaml]" : "[../b.yaml, ../a.yaml]");
    run({"check", "plans", "-j", "1"}, host);
    const std::string serial = std::exchange(host.output, {});
    for (int round = 0; round < 20; ++round) {
        run({"check", "plans", "-j", "8"}, host);
        REQUIRE(std::exchange(host.output, {}) == serial);
    }
}

TEST_CASE("what cannot be included is told at the include, and everything else is checked") {
    MemoryHost host;
    host.files = {{".git", ""},
                  {"plans/a.plan.yaml",
                   "planc: 1\ninclude:\n  - people.yaml\n  - ../elsewhere\n  - /etc/passwd\n  - ../../secret.yaml\n"
                   "  - gone.yaml\n  - loop-1.yaml\n  - link.yaml\n  - torn.yaml\n  - list.yaml\n  - ''\n"
                   "  - {a: b}\nplan: {id: a, title: TBD, owner: ann}\npeople: {zoe: {name: Zoe}}\n"
                   "phases: [{id: x, title: X, start: 2026-03-02, owner: whoever}]\n"},
                  {"plans/people.yaml", "people: {ann: {name: Ann}}\nplan: {id: b, title: B}\nplanc: 2\n"},
                  {"plans/loop-1.yaml", "include: loop-2.yaml\n"},
                  {"plans/loop-2.yaml", "include: [loop-1.yaml, a.plan.yaml]\n"},
                  {"plans/torn.yaml", "roles: {ops: {title: Operations\n"},
                  {"plans/list.yaml", "- a\n"},
                  {"elsewhere/b.yaml", "a: 1\n"},
                  {"/secret.yaml", "a: 1\n"}};
    host.links = {{"plans/link.yaml", "/secret.yaml"}};
    host.files["plans/link.yaml"] = "";
    CHECK(run({"check", "plans/a.plan.yaml"}, host) == exit_findings);
    testing::check_golden(testing::project() / "tests/plans/include/refused.out", host.output + host.error_output);
}

TEST_CASE("without a mark of a project, what lies above the plan is outside of it") {
    MemoryHost host;
    host.files = {{"people.yaml", people}, {"plans/a.plan.yaml", plan("a", "../people.yaml")}};
    CHECK(run({"check", "plans"}, host) == exit_findings);
    CHECK(holds(host.output, "it lies outside the project"));
    host.output.clear();
    host.files["plans/people.yaml"] = people;
    host.files["plans/a.plan.yaml"] = plan("a", "people.yaml");
    CHECK(run({"check", "plans"}, host) == exit_clean);
}

TEST_CASE("files are included up to a depth and a number") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan("a", "[0.yaml, people.yaml]")}, {"people.yaml", people}};
    for (int i = 0; i < 40; ++i) host.files[fmt::format("{}.yaml", i)] = fmt::format("include: {}.yaml\n", i + 1);
    CHECK(run({"check", "a.plan.yaml"}, host) == exit_findings);
    CHECK(holds(host.output, "it is included more than 16 files deep"));
    MemoryHost wide;
    std::string all = "[people.yaml";
    for (int i = 0; i < 300; ++i) {
        wide.files[fmt::format("{}.yaml", i)] = "planc: 1\n";
        all += fmt::format(", {}.yaml", i);
    }
    wide.files["people.yaml"] = people;
    wide.files["a.plan.yaml"] = plan("a", all + "]");
    CHECK(run({"check", "a.plan.yaml"}, wide) == exit_findings);
    CHECK(holds(wide.output, "the plan has more than 256 files"));
}

TEST_CASE("a file that two ways lead to is taken once") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan("a", "[left.yaml, right.yaml]")},
                  {"left.yaml", "include: people.yaml\n"},
                  {"right.yaml", "include: people.yaml\n"},
                  {"people.yaml", people}};
    CHECK(run({"check", "a.plan.yaml"}, host) == exit_clean);
}

TEST_CASE("the fingerprint names all sources but the record") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan("a", "people.yaml")},
                  {"people.yaml", people},
                  {"night.record.yaml",
                   "planc: 1\nrecord: {plan: a, outcome: success, entries: [{of: x, start: 2026-03-02 "
                   "10:00, end: '11:00', by: ann, result: done}]}\n"}};
    const auto fingerprint = [&](std::vector<std::string> more) {
        std::vector<std::string> words{"build", "a.plan.yaml", "--out", "out"};
        words.insert(words.end(), more.begin(), more.end());
        REQUIRE(run(words, host) == exit_clean);
        const std::string& text = host.files["out/a/data.json"];
        return text.substr(text.find("\"fingerprint\""), 30);
    };
    const std::string before = fingerprint({});
    CHECK(fingerprint({"--record", "night.record.yaml"}) == before);
    CHECK(holds(host.files["out/a/record.md"], "10:00"));
    CHECK(holds(host.files["out/a/plan.md"], "10:00–11:00"));
    host.files["people.yaml"] += "# changed\n";
    CHECK(fingerprint({}) != before);
}

TEST_CASE("a record that belongs elsewhere is told") {
    MemoryHost host;
    host.files = {
        {"a.plan.yaml", plan("a", "people.yaml")},
        {"b.plan.yaml", plan("b", "people.yaml")},
        {"people.yaml", people},
        {"other.record.yaml", "record: {plan: b}\n"},
        {"old.record.yaml", "record: {plan: a, fingerprint: '0123456789ab', entries: [{of: gone, result: done}]}\n"}};
    CHECK(run({"check", "a.plan.yaml", "--record", "other.record.yaml"}, host) == exit_findings);
    CHECK(holds(host.output, "the record is of `b`, and the plan is `a`"));
    host.output.clear();
    CHECK(run({"check", "a.plan.yaml", "--record", "old.record.yaml"}, host) == exit_findings);
    CHECK(holds(host.output, "the record was kept for another revision of the plan: `0123456789ab`"));
    CHECK(holds(host.output, "the plan has no `gone`"));
    CHECK(run({"check", "a.plan.yaml", "--record", "nowhere.yaml"}, host) == exit_usage);
    CHECK(holds(host.error_output, "cannot read nowhere.yaml: there is no such file"));
    CHECK(run({"check", "a.plan.yaml", "b.plan.yaml", "--record", "old.record.yaml"}, host) == exit_usage);
    CHECK(holds(host.error_output, "--record belongs to one plan"));
}

TEST_CASE("a plan says which documents it wants, and in which order its sections stand") {
    MemoryHost host;
    host.files["a.plan.yaml"] =
        "planc: 1\nplan: {id: a, title: A, owner: ann, summary: Short, language: en, start: 2026-03-02}\n"
        "people: {ann: {name: Ann}}\nrisks: [{title: Rain}]\n"
        "sections: [{title: Free, after: risks, body: Text}]\n"
        "documents: [checklist, {document: plan, sections: [risks, rest, overview]}]\n";
    REQUIRE(run({"build", "a.plan.yaml", "--out", "out"}, host) == exit_clean);
    CHECK(host.files.count("out/a/plan.md") == 1);
    CHECK(host.files.count("out/a/checklist.md") == 1);
    CHECK(host.files.count("out/a/checklist.html") == 1);
    CHECK(host.files.count("out/a/signoff.html") == 0);
    const std::string& text = host.files["out/a/plan.md"];
    const auto at = [&](const std::string& heading) { return text.find("\n## " + heading); };
    CHECK(at("Risks") < at("Free"));
    CHECK(at("Free") < at("People"));
    CHECK(at("People") < at("Overview"));
    CHECK(at("Overview") != std::string::npos);
}

TEST_CASE("templates of a folder replace the built-in ones, and mistakes in them are told with their place") {
    MemoryHost host;
    host.files["a.plan.yaml"] = "planc: 1\nplan: {id: a, title: A, language: en, start: 2026-03-02}\n";
    host.files["mine/signoff.md.mustache"] = "Sign here: {{plan.title}}\n";
    REQUIRE(run({"build", "a.plan.yaml", "--out", "out", "--templates", "mine"}, host) == exit_clean);
    CHECK(host.files["out/a/signoff.md"] == "Sign here: A\n");
    const auto refused = [&](const std::string& name, const std::string& text) {
        MemoryHost one;
        one.files["a.plan.yaml"] = host.files["a.plan.yaml"];
        if (!name.empty()) one.files["mine/" + name] = text;
        CHECK(run({"build", "a.plan.yaml", "--out", "out", "--templates", "mine"}, one) == exit_usage);
        CHECK(one.files.count("out/a/plan.md") == 0);
        return one.error_output;
    };
    CHECK(refused("plan.md.mustache", "{{plan.titel}}\n") ==
          "planc: mine/plan.md.mustache:1:1: there is no `plan.titel` here; did you mean `plan.title`?\nplanc: nothing was "
          "written\n");
    CHECK(holds(refused("facts.md.mustache", "{{> facts}}\n"), "mine/facts.md.mustache:1:1: "));
    CHECK(holds(refused("plan.md.mustache", "{{#plan}}"), "mine/plan.md.mustache:1:1: "));
    CHECK(holds(refused("plan.md.mustache", std::string(10U << 20U, 'x')), "it has 10 MiB; a template has at most 1"));
    CHECK(holds(refused("labels.fr.json", "{}"), "there is no label file of this name"));
    CHECK(holds(refused("labels.en.json", "{"), "mine/labels.en.json:1:"));
    CHECK(holds(refused("notes.txt", "x"), "no file there is called *.mustache"));
    CHECK(holds(refused("", ""), "it is no folder"));
}
