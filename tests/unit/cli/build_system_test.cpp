// What build systems are told: the depfile, and the list of what would be made.
#include "cli/depfile.h"
#include "documents/documents.h"
#include "golden.h"
#include "run_on.h"

using namespace planc;
using namespace planc::testing;

namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string plan(const std::string& id, const std::string& more = {}) {
    return "planc: 1\nplan: {id: " + id + ", title: Demo, language: en}\n" + more;
}

/// Who cannot read a name, as one word.
std::string unreadable(std::string_view name) {
    const Unreadable by = unreadable_in_depfile(name);
    return by.by_make && by.by_ninja ? "both" : by.by_make ? "Make" : by.by_ninja ? "Ninja" : "";
}

/// The name as it stands in a rule, on its right side.
std::string written(const std::string& name) {
    const std::string rule = depfile({{{"out"}, {name}}}, {});
    const std::string begin = "out: \\\n  ";
    REQUIRE(rule.starts_with(begin));
    return rule.substr(begin.size(), rule.find('\n', begin.size()) - begin.size());
}

std::string list_of(const MemoryHost& host, const std::string& folder) {
    std::string list;
    for (const auto& [name, text] : host.files)
        if (name.starts_with(folder)) list += name + "\n";
    return list;
}

std::string sorted_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        lines.push_back(text.substr(at, text.find('\n', at) + 1 - at));
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) all += line;
    return all;
}

} // namespace

TEST_CASE("names are escaped as Make and Ninja read them") {
    CHECK(written("plans/a.plan.yaml") == "plans/a.plan.yaml");
    CHECK(written("夜 间/一.yaml") == "夜\\ 间/一.yaml");
    CHECK(written("a  b") == "a\\ \\ b");
    CHECK(written("#1 $b: c") == "\\#1\\ $$b\\:\\ c");
    CHECK(written("$(x) [a] {b} %c @d !e +f,g~") == "$$(x)\\ [a]\\ {b}\\ %c\\ @d\\ !e\\ +f,g~");
    CHECK(written("a\\b") == "a\\b");
    CHECK(written("a\\ b") == "a\\\\\\ b");
    CHECK(written("a\\") == "a\\\\");
    CHECK(depfile({{{"50%/a b"}, {}}}, {}) == "50\\%/a\\ b:\n");
}

TEST_CASE("a name that a program takes for another is known") {
    for (const char* name :
         {"a.yaml", "夜 间", "a$b#c:d", "[a] (b) {c}", "a%b@c!d+e,f~g", "a\\b", "a\\ b", "./~a", "(a)"})
        CHECK(unreadable(name).empty());
    for (const char* name : {"a\nb", "a\tb", "a;b", "a|b", "a\x7f", "a=b'c"}) CHECK(unreadable(name) == "both");
    for (const char* name : {"it's", "a\"b", "a&b", "a*b", "a<b", "a>b", "a?b", "a^b", "a`b", "a:", "a\\", "a\\#b"})
        CHECK(unreadable(name) == "Ninja");
    for (const char* name : {"a=b", "~a", "lib(a)"}) CHECK(unreadable(name) == "Make");
}

TEST_CASE("each plan has a rule, and each file that was read an empty one, once") {
    const std::vector<Dependencies> plans{{{"out/a.md", "out/a.svg"}, {"a.yaml", "all.yaml", "a.yaml"}},
                                          {{"out/b.md"}, {"b.yaml", "all.yaml"}}};
    CHECK(depfile(plans, {}) == "out/a.md out/a.svg: \\\n  a.yaml \\\n  all.yaml\n"
                                "out/b.md: \\\n  b.yaml \\\n  all.yaml\n"
                                "\na.yaml:\n\nall.yaml:\n\nb.yaml:\n");
    CHECK(depfile(plans, "a stamp") == "a\\ stamp: \\\n  a.yaml \\\n  all.yaml \\\n  b.yaml\n"
                                       "\na.yaml:\n\nall.yaml:\n\nb.yaml:\n");
}

TEST_CASE("the depfile names all that was read for a plan") {
    MemoryHost host;
    host.files = {
        {"plans/a.plan.yaml", plan("a", "include: ../shared/team.yaml\n")},
        {"plans/b.plan.yaml", plan("b")},
        {"shared/team.yaml", "include: people.yaml\n"},
        {"shared/people.yaml", "people: {ana: {name: Ana}}\n"},
        {"a.record.yaml", "record: {outcome: success}\n"},
        {"look/plan.md.mustache", "# {{plan.title}}\n"},
        {"look/labels.en.json", *Templates().find("labels.en.json")},
        {"look/theme.css", ":root { --accent: #123456; }\n"},
        {".planc.yaml", "build: {out: docs, documents: [{document: plan, formats: [md]}], templates: look}\n"}};
    const Run both = run_on(host, {"build", "plans", "--depfile", "deps/all.d"});
    CHECK(both.code == exit_clean);
    CHECK(both.error == "");
    const std::string own =
        " \\\n  .planc.yaml \\\n  look/plan.md.mustache \\\n  look/labels.en.json \\\n  look/theme.css\n";
    const std::string rules =
        "docs/a/plan.md: \\\n  plans/a.plan.yaml \\\n  shared/team.yaml \\\n  shared/people.yaml" + own +
        "docs/b/plan.md: \\\n  plans/b.plan.yaml" + own;
    CHECK(host.files["deps/all.d"].substr(0, rules.size()) == rules);

    run_on(host,
           {"build", "plans/a.plan.yaml", "--record", "a.record.yaml", "--depfile", "a.d", "--depfile-target", "a"});
    CHECK(
        host.files["a.d"].starts_with("a: \\\n  plans/a.plan.yaml \\\n  shared/team.yaml \\\n  shared/people.yaml \\\n"
                                      "  a.record.yaml" +
                                      own));
    // A build system that names plans from the root reads names in a folder of its own.
    run_on(host, {"build", "/here/plans/a.plan.yaml", "--depfile", "a.d"});
    CHECK(
        host.files["a.d"].starts_with("/here/docs/a/plan.md: \\\n  /here/plans/a.plan.yaml \\\n  /here/shared/team.yaml"
                                      " \\\n  /here/shared/people.yaml \\\n  /here/.planc.yaml \\\n  /here/look/"));
    host.input = plan("piped", "include: shared/people.yaml\n");
    run_on(host, {"build", "-", "--depfile", "a.d"});
    CHECK(host.files["a.d"].starts_with("docs/piped/plan.md: \\\n  shared/people.yaml \\\n  .planc.yaml"));
}

TEST_CASE("a depfile is written with the documents or not at all") {
    const auto refused = [](MemoryHost& host, const std::vector<std::string>& arguments, int code) {
        const std::map<std::string, std::string> before = host.files;
        const Run build = run_on(host, arguments);
        CHECK(build.code == code);
        CHECK(host.files == before);
        CHECK(holds(build.error, "nothing was written"));
        return build.error;
    };
    MemoryHost host;
    host.files = {{"wrong.plan.yaml", plan("wrong", "phases: [{title: A, start: 2026-13-01}]\n")},
                  {"gone.plan.yaml", plan("gone", "include: gone.yaml\n")},
                  {"line\nbreak.plan.yaml", plan("break")},
                  {"it's.plan.yaml", plan("quote")},
                  {"a.plan.yaml", plan("a")}};
    const auto build = [](const std::string& name, const std::string& depfile) {
        return std::vector<std::string>{"build", name, "--out", "out", "--only", "plan.md", "--depfile", depfile};
    };
    refused(host, build("wrong.plan.yaml", "x.d"), exit_findings);
    refused(host, build("gone.plan.yaml", "x.d"), exit_findings);
    CHECK(holds(refused(host, build("line\nbreak.plan.yaml", "x.d"), exit_usage),
                "neither Make nor Ninja can read the name `line␊break.plan.yaml` there"));
    CHECK(holds(refused(host, build("a.plan.yaml", "./a.plan.yaml"), exit_usage), "is read for a plan"));
    CHECK(holds(refused(host, build("a.plan.yaml", "/here/a.plan.yaml"), exit_usage), "is read for a plan"));
    CHECK(holds(refused(host, build("a.plan.yaml", "out/a/plan.md"), exit_usage), "is a document"));
    std::vector<std::string> report = build("a.plan.yaml", "x.d");
    report.insert(report.end(), {"--format", "sarif=x.d"});
    CHECK(holds(refused(host, report, exit_usage), "this file is also that of --depfile x.d"));
    report.back() = "sarif=out/a/plan.md";
    CHECK(holds(refused(host, report, exit_usage), "is a document"));
    host.errors["full.d"] = "the disk is full";
    refused(host, build("a.plan.yaml", "full.d"), exit_usage);
    host.errors.clear();

    const Run quote = run_on(host, build("it's.plan.yaml", "x.d"));
    CHECK(quote.code == exit_clean);
    CHECK(quote.error == "planc: --depfile: Ninja cannot read the name `it's.plan.yaml` there; Make can\n");
    CHECK(host.files.count("x.d") == 1);
}

TEST_CASE("what is listed is what a build makes") {
    const std::map<std::string, std::string> files{
        {"all.plan.yaml", plan("all")},
        {"some.plan.yaml", plan("some", "documents: [{document: gantt, formats: [svg, png]}, signoff]\n")},
        {"below/own.plan.yaml", plan("own")},
        {"below/.planc.yaml", "build: {out: docs, documents: [record]}\n"}};
    const std::vector<std::vector<std::string>> builds{
        {"build", "--out", "out"},
        {"build", "--out", "./out/", "--only", "md,svg"},
        {"build", "some.plan.yaml", "--out", "out", "--only", "checklist"},
        {"build", "below"}};
    for (std::vector<std::string> arguments : builds) {
        MemoryHost built;
        built.files = files;
        REQUIRE(run_on(built, arguments).code == exit_clean);
        arguments.push_back("--list-outputs");
        MemoryHost listed;
        listed.files = files;
        const Run list = run_on(listed, arguments);
        CHECK(list.code == exit_clean);
        CHECK(list.error == "");
        CHECK(listed.files == files);
        CHECK(sorted_lines(list.output) == list_of(built, arguments[1] == "below" ? "below/docs" : "out"));
    }
}

TEST_CASE("a list needs what names the documents, and no more") {
    MemoryHost host;
    host.files = {{"wrong.plan.yaml", plan("wrong", "phases: [{title: A, start: 2026-13-01}]\n")},
                  {"torn.plan.yaml", plan("torn", "phases: [{title: A\n")},
                  {"nameless.plan.yaml", "planc: 1\nplan: {title: A}\n"},
                  {"look/plan.md.mustache", "{{no.such.name}}"}};
    const auto list = [&](const std::string& name) {
        return run_on(host,
                      {"build", name, "--out", "out", "--only", "plan.md", "--templates", "look", "--list-outputs"});
    };
    const Run wrong = list("wrong.plan.yaml");
    CHECK(wrong.code == exit_clean);
    CHECK(wrong.output == "out/wrong/plan.md\n");
    CHECK(wrong.error == "");
    const Run torn = list("torn.plan.yaml");
    CHECK(torn.code == exit_findings);
    CHECK(torn.output == "");
    CHECK(holds(torn.error, "torn.plan.yaml cannot be read to its end"));
    CHECK(list("nameless.plan.yaml").code == exit_findings);
    CHECK(list("gone.plan.yaml").code == exit_usage);
    host.files = {{"a.plan.yaml", plan("a")}};
    const Run broken = run_on(host, {"build", "--out", "a\nb", "--list-outputs"});
    CHECK(broken.code == exit_usage);
    CHECK(broken.output == "");
    CHECK(holds(broken.error, "a line break in its name"));
}

TEST_CASE("options for build systems that say nothing together are refused") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", plan("a")}};
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"--list-outputs", "--depfile", "a.d"}, {"--depfile-target", "a"}, {"--depfile", ""}}) {
        std::vector<std::string> arguments{"build", "--out", "out"};
        arguments.insert(arguments.end(), words.begin(), words.end());
        CHECK(run_on(host, arguments).code == exit_usage);
        CHECK(host.files.size() == 1);
    }
}
