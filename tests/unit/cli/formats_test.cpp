// The formats of findings as a user meets them: several at once, into files, with one exit code and nothing beside.
#include "golden.h"
#include "run_on.h"
#include "source/utf8.h"

#include <nlohmann/json.hpp>
#include <set>

using namespace planc;
using namespace planc::testing;
using Json = nlohmann::json;

namespace {

constexpr auto clean = "planc: 1\nplan: {id: demo, title: Demo, start: 2026-03-02}\n";
constexpr auto warned = "planc: 1\nplan: {id: warned, title: TBD}\n";
constexpr auto broken = "planc: 1\nplan: {id: broken, titel: Demo}\n";

const std::vector<std::string> for_programs{"json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

/// The findings of a SARIF log.
Json results(const std::string& text) { return Json::parse(text)["runs"][0]["results"]; }

using Fingerprints = std::set<std::pair<std::string, std::string>>;

/// What each finding is recognised by, by its file and message; no two by the same.
Fingerprints fingerprints(MemoryHost& host, std::vector<std::string> words) {
    words.insert(words.begin(), {"check", "--format", "sarif"});
    Fingerprints found;
    std::set<std::string> unlike;
    for (const Json& one : results(run_on(host, words).output)) {
        const std::string text = one["message"]["text"];
        const std::string file = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
        const std::string print = one["partialFingerprints"].begin().value();
        CHECK(unlike.insert(print).second);
        found.emplace(file + ": " + text, print);
    }
    return found;
}

/// Whether what stands on standard output is one whole document of its format.
bool is_document(const std::string& format, const std::string& text) {
    if (format == "github") return !holds(text, "wrote ");
    if (format == "junit") return text.starts_with("<?xml") && text.ends_with("</testsuites>\n");
    if (format == "checkstyle") return text.starts_with("<?xml") && text.ends_with("</checkstyle>\n");
    return Json::accept(text) && text.ends_with("\n");
}

} // namespace

TEST_CASE("every format gives the same exit code") {
    const std::vector<std::pair<std::vector<std::string>, int>> cases{
        {{"clean.plan.yaml"}, exit_clean},
        {{"warned.plan.yaml"}, exit_findings},
        {{"warned.plan.yaml", "--fail-on", "error"}, exit_clean},
        {{"warned.plan.yaml", "--fail-on", "never"}, exit_clean},
        {{"torn.plan.yaml"}, exit_findings},
        {{"empty.plan.yaml"}, exit_findings},
        {{"bytes.plan.yaml"}, exit_findings},
        {{"gone.plan.yaml"}, exit_usage},
        {{"locked.plan.yaml", "clean.plan.yaml"}, exit_usage},
        {{"nothing"}, exit_usage},
    };
    for (const auto& [words, code] : cases) {
        for (const char* const format :
             {"text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"}) {
            MemoryHost host;
            host.files = {{"clean.plan.yaml", clean},
                          {"warned.plan.yaml", warned},
                          {"torn.plan.yaml", "planc: 1\nplan: {id: [\n"},
                          {"empty.plan.yaml", ""},
                          {"bytes.plan.yaml", "planc: 1\nplan: {id: a, title: \xFF\xFE}\n"},
                          {"nothing/else.txt", ""}};
            host.errors["locked.plan.yaml"] = "no permission";
            std::vector<std::string> all{"check", "--format", format};
            all.insert(all.end(), words.begin(), words.end());
            INFO(format << (words.empty() ? "" : words.front()));
            const Run run = run_on(host, all);
            CHECK(run.code == code);
            CHECK_FALSE(first_malformed_utf8(run.output));
            const bool for_readers = std::string(format) == "text" || std::string(format) == "concise";
            if (!for_readers) CHECK(is_document(format, run.output));
        }
    }
}

TEST_CASE("standard output holds the document and nothing else, of build as well") {
    for (const std::string& format : for_programs) {
        INFO(format);
        MemoryHost host;
        host.files = {{"clean.plan.yaml", clean}, {"odd.plan.yaml", broken}};
        const Run built = run_on(host, {"build", "clean.plan.yaml", "--out", "out", "--format", format});
        CHECK(built.code == exit_clean);
        CHECK(is_document(format, built.output));
        CHECK(host.files.count("out/demo/plan.md") == 1);
        const Run refused = run_on(host, {"build", "--out", "out2", "--format", format});
        CHECK(refused.code == exit_findings);
        CHECK(is_document(format, refused.output));
        const Run gone = run_on(host, {"build", "gone.plan.yaml", "--out", "out2", "--format", format});
        CHECK(gone.code == exit_usage);
        CHECK(is_document(format, gone.output));
        const Run no_folder = run_on(host, {"build", "clean.plan.yaml", "--templates", "gone", "--format", format});
        CHECK(no_folder.code == exit_usage);
        CHECK(is_document(format, no_folder.output));
    }
}

TEST_CASE("several formats go each to its file, and standard output still gets text") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", warned}};
    const Run plain = run_on(host, {"check"});
    const Run run = run_on(host, {"check", "--color", "always", "--format", "sarif=out/a.sarif", "--format",
                                  "junit=out/a.xml", "--format=text=a.txt", "--format", "concise=a.log"});
    CHECK(run.code == exit_findings);
    CHECK(holds(run.output, "\x1b["));
    CHECK(host.files.at("a.txt") == plain.output);
    CHECK(host.files.at("a.log") == run_on(host, {"check", "--format", "concise"}).output);
    CHECK(host.files.at("out/a.sarif") == run_on(host, {"check", "--format", "sarif"}).output);
    CHECK(host.files.at("out/a.xml") == run_on(host, {"check", "--format", "junit"}).output);
    const Run both = run_on(host, {"check", "--format", "json", "--format", "sarif=b.sarif"});
    CHECK(Json::parse(both.output)["findings"].size() == 1);
    CHECK(host.files.at("b.sarif") == host.files.at("out/a.sarif"));
}

TEST_CASE("a file that cannot be written is told, no other is, and the text is printed all the same") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", clean}};
    host.errors["locked.sarif"] = "no permission";
    const Run run = run_on(host, {"check", "--format", "junit=a.xml", "--format", "sarif=locked.sarif"});
    CHECK(run.code == exit_usage);
    CHECK(run.output == "no findings in 1 file\n");
    CHECK(holds(run.error, "no permission; no file of --format was written"));
    CHECK(host.files.count("a.xml") == 0);
}

TEST_CASE("wrong uses of --format are told, with what would do") {
    const auto complaint = [](const std::vector<std::string>& words) {
        MemoryHost host;
        host.files = {{"a.plan.yaml", "planc: 1\ninclude: [b.yaml]\nplan: {id: a, title: TBD}\n"},
                      {"b.yaml", "people: {ann: Ann}\n"},
                      {".planc.yaml", "rules: {missing-owner: off}\n"},
                      {"known.yaml", "baseline: 1\nentries: []\n"}};
        host.links["link.sarif"] = "a.plan.yaml";
        const auto before = host.files;
        std::vector<std::string> all{"check"};
        all.insert(all.end(), words.begin(), words.end());
        const Run run = run_on(host, all);
        CHECK(run.code == exit_usage);
        for (const auto& [name, text] : before) CHECK(host.files.at(name) == text);
        return run.error;
    };
    CHECK(holds(complaint({"--format", "sarf"}), "`sarf` is none of them: did you mean `sarif`?"));
    CHECK(holds(complaint({"--format", "sarf=x"}), "`sarf` is none of them: did you mean `sarif`?"));
    CHECK(holds(complaint({"--format", "sarif="}), "names no file"));
    CHECK(holds(complaint({"--format", "sarif", "--format", "json"}), "`--format json=FILE`"));
    CHECK(holds(complaint({"--format", "sarif=x", "--format", "json=./x"}), "also that of --format sarif=x"));
    CHECK(holds(complaint({"--format", "sarif=a.plan.yaml"}), "this file is read as well"));
    CHECK(holds(complaint({"--format", "sarif=link.sarif"}), "this file is read as well"));
    CHECK(holds(complaint({"--format", "sarif=b.yaml"}), "this file is read as well"));
    CHECK(holds(complaint({"--format", "sarif=.planc.yaml"}), "this file is read as well"));
    CHECK(holds(complaint({"--baseline", "known.yaml", "--format", "json=known.yaml"}), "is read as well"));
    CHECK(holds(complaint({"--diff", "--format", "sarif=x"}), "--diff tells no findings"));
    CHECK(holds(complaint({"--dump", "plan", "--format", "gitlab"}), "--dump tells no findings"));
    CHECK(holds(complaint({"--write-baseline", "new.yaml", "--format", "json"}), "--write-baseline tells no findings"));
    for (const std::string& format : for_programs) {
        CHECK(holds(complaint({"--statistics", "--format", format}), "are for readers"));
        CHECK(holds(complaint({"--max-findings", "1", "--format", format}), "are for readers"));
    }
}

TEST_CASE("what is cut for readers is whole for programs") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", broken}, {"b.plan.yaml", warned}};
    const Run run = run_on(host, {"check", "--max-findings", "1", "--format", "json=all.json"});
    CHECK(holds(run.output, "left out"));
    CHECK(Json::parse(host.files.at("all.json"))["findings"].size() > 1);
    const Run known = run_on(host, {"check", "--write-baseline", "known.yaml"});
    CHECK(known.code == exit_clean);
    CHECK(results(run_on(host, {"check", "--baseline", "known.yaml", "--format", "sarif"}).output).empty());
    const Run mended = run_on(host, {"check", "--fix", "--format", "rdjson"});
    CHECK(is_document("rdjson", mended.output));
    CHECK(holds(host.files.at("a.plan.yaml"), "title: Demo"));
}

TEST_CASE("paths are from the repository's root, and the names of links stay") {
    MemoryHost host;
    host.files = {{"/.git/config", ""}, {"我 的#1?.plan.yaml", warned}, {"real.plan.yaml", warned}};
    host.files["link.plan.yaml"] = warned;
    host.links["link.plan.yaml"] = "real.plan.yaml";
    const std::vector<std::string> inputs{"我 的#1?.plan.yaml", "link.plan.yaml"};
    const auto run = [&](const std::string& format) {
        std::vector<std::string> words{"check", "--format", format};
        words.insert(words.end(), inputs.begin(), inputs.end());
        return run_on(host, words).output;
    };
    const Json sarif = results(run("sarif"));
    const auto uri = [&](std::size_t i) {
        return sarif[i]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].get<std::string>();
    };
    CHECK(uri(0) == "here/%E6%88%91%20%E7%9A%84%231%3F.plan.yaml");
    CHECK(uri(1) == "here/link.plan.yaml");
    const Json gitlab = Json::parse(run("gitlab"));
    CHECK(gitlab[0]["location"]["path"] == "here/我 的#1?.plan.yaml");
    CHECK(holds(run("github"), "::warning file=here/我 的#1?.plan.yaml,line=2,"));
    CHECK(holds(run("checkstyle"), "<file name=\"我 的#1?.plan.yaml\">"));
    CHECK(Json::parse(run("rdjson"))["diagnostics"][1]["location"]["path"] == "link.plan.yaml");

    host.files.erase("/.git/config");
    host.files[".git/config"] = "";
    host.files["/off/b.plan.yaml"] = warned;
    const Json outside = results(run_on(host, {"check", "--format", "sarif", "/off/b.plan.yaml"}).output);
    const Json location = outside[0]["locations"][0]["physicalLocation"]["artifactLocation"];
    CHECK(location["uri"] == "file:///off/b.plan.yaml");
    CHECK_FALSE(location.contains("uriBaseId"));
}

TEST_CASE("fingerprints stay when lines move, other findings go and messages change") {
    const std::string head = "planc: 1\nplan: {id: shop, title: Shop}\n";
    const std::string phases = "phases:\n"
                               "  - {id: build, title: TBD, duration: 2d}\n"
                               "  - {id: test, title: 'TBD, TODO', duration: 1d, depends_on: build}\n"
                               "  - {id: ship, title: Ship, owner: ghost, start: 2026-03-01, depends_on: test}\n";
    MemoryHost host;
    host.files = {{"a.plan.yaml", head + phases}};
    const auto before = fingerprints(host, {"a.plan.yaml"});
    CHECK(before.size() == 8);

    host.files["a.plan.yaml"] = "# a comment\n\n" + head + "new-lines: which nobody knows\n" + phases;
    const auto moved = fingerprints(host, {"a.plan.yaml"});
    CHECK(moved.size() == before.size() + 1);
    CHECK(std::includes(moved.begin(), moved.end(), before.begin(), before.end()));

    std::string mended = head + phases;
    mended.replace(mended.find("title: TBD,"), 11, "title: Make,");
    host.files["a.plan.yaml"] = mended;
    const auto after = fingerprints(host, {"a.plan.yaml"});
    CHECK(after.size() == before.size() - 1);
    CHECK(std::includes(before.begin(), before.end(), after.begin(), after.end()));

    host.files["a.plan.yaml"] = head + phases;
    host.files["b.plan.yaml"] = head + phases;
    CHECK(fingerprints(host, {"a.plan.yaml", "b.plan.yaml"}) == fingerprints(host, {"b.plan.yaml", "a.plan.yaml"}));
}

TEST_CASE("a fingerprint does not change with the dates that a message gives") {
    const auto plan = [](const std::string& date) {
        return "planc: 1\nplan: {id: a, title: A, owner: ann}\npeople: {ann: Ann}\nphases:\n"
               "  - {id: one, title: One, start: " +
               date + ", end: 2026-03-02}\n";
    };
    const auto of = [&](const std::string& date) {
        MemoryHost host;
        host.files = {{"a.plan.yaml", plan(date)}};
        const Json found =
            results(run_on(host, {"check", "--select", "reversed-span", "--format", "sarif", "a.plan.yaml"}).output);
        REQUIRE(found.size() == 1);
        return std::pair(found[0]["message"]["text"].get<std::string>(),
                         found[0]["partialFingerprints"].begin().value().get<std::string>());
    };
    CHECK(of("2026-03-09").first != of("2026-03-10").first);
    CHECK(of("2026-03-09").second == of("2026-03-10").second);
}

TEST_CASE("findings in included files and in the configuration are recognised whichever plan comes first") {
    MemoryHost host;
    host.files = {{".planc.yaml", "rulez: {}\nrules: {missing-owner: often}\n"},
                  {"people.yaml", "people: {ann: {nmae: Ann, role: TBD}, bo: {nmae: Bo}}\n"},
                  {"a.plan.yaml", "planc: 1\ninclude: people.yaml\nplan: {id: a, title: A, owner: ann}\n"},
                  {"b.plan.yaml", "planc: 1\ninclude: people.yaml\nplan: {id: b, title: B, owner: cy}\n"}};
    const auto one = fingerprints(host, {"a.plan.yaml", "b.plan.yaml", "-j", "1"});
    CHECK(one.size() >= 5);
    CHECK(fingerprints(host, {"b.plan.yaml", "a.plan.yaml", "-j", "8"}) == one);
}

TEST_CASE("no fingerprint says anything of a secret") {
    const auto prints = [](const std::string& password) {
        MemoryHost host;
        host.files = {{"a.plan.yaml", "planc: 1\nplan: {id: a, title: A, owner: ghost}\nphases:\n"
                                      "  - title: \"Log in, password: " +
                                          password + "\"\n    owner: nobody\n    tasks: [{title: TBD}]\n"}};
        std::vector<std::string> all;
        for (const Json& one : results(run_on(host, {"check", "--format", "sarif"}).output))
            all.push_back(one["partialFingerprints"].begin().value());
        return all;
    };
    CHECK(prints("Moss@7788").size() >= 3);
    CHECK(prints("Moss@7788") == prints("Fern@8899"));
}

TEST_CASE("github gets the text as it is, where nothing in it is a command, and the worst first") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", "planc: 1\nplan: {id: a, title: 'TBD ::set-output name=x::y'}\n"},
                  {"b.plan.yaml", broken}};
    const std::string text = run_on(host, {"check"}).output;
    const std::string out = run_on(host, {"check", "--format", "github"}).output;
    CHECK(holds(out, text));
    REQUIRE(out.starts_with("::stop-commands::"));
    const std::string token = out.substr(17, out.find('\n') - 17);
    CHECK(count(out, token) == 2);
    CHECK(out.find("\n::" + token + "::\n") > out.find("set-output"));
    CHECK(out.find("::error file=b") < out.find("::warning file=a"));
    CHECK(count(out, "\n::error ") + count(out, "\n::warning ") + count(out, "\n::notice ") ==
          Json::parse(run_on(host, {"check", "--format", "json"}).output)["findings"].size());
}

TEST_CASE("junit counts what fails the run as failures") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", warned}, {"b.plan.yaml", broken}, {"c.plan.yaml", clean}};
    const auto counts = [&](const std::string& fail_on) {
        const std::string out = run_on(host, {"check", "a.plan.yaml", "b.plan.yaml", "c.plan.yaml", "gone.plan.yaml",
                                              "--format", "junit", "--fail-on", fail_on})
                                    .output;
        CHECK(count(out, "<testsuite ") == 4);
        CHECK(count(out, "<error ") == 1);
        CHECK(holds(out, "tests=\"" + std::to_string(count(out, "<testcase ")) + "\" failures=\"" +
                             std::to_string(count(out, "<failure ")) + "\" errors=\"1\">"));
        return count(out, "<failure ");
    };
    CHECK(counts("never") == 0);
    CHECK(counts("error") > 0);
    CHECK(counts("warning") > counts("error"));
}

TEST_CASE("rdjson counts bytes and sarif counts characters") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", "planc: 1\nplan: {id: a, summary: 中文, titel: Demo}\n"}};
    const Json rdjson = Json::parse(run_on(host, {"check", "--format", "rdjson"}).output)["diagnostics"];
    const Json sarif = results(run_on(host, {"check", "--format", "sarif"}).output);
    for (std::size_t i = 0; i < rdjson.size(); ++i) {
        if (rdjson[i]["code"]["value"] != "unknown-key") continue;
        CHECK(rdjson[i]["location"]["range"]["start"]["column"] == 32);
        CHECK(rdjson[i]["suggestions"][0]["text"] == "title");
        CHECK(sarif[i]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 28);
        CHECK(sarif[i]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "title");
        return;
    }
    FAIL("`titel` was not found");
}

TEST_CASE("what cannot be read is in the SARIF log, which says that the run failed") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", clean}};
    const Run run = run_on(host, {"check", "a.plan.yaml", "gone.plan.yaml", "--format", "sarif"});
    const Json invocation = Json::parse(run.output)["runs"][0]["invocations"][0];
    CHECK(invocation["executionSuccessful"] == false);
    CHECK(invocation["toolExecutionNotifications"][0]["message"]["text"] ==
          "cannot read gone.plan.yaml: there is no such file");
    const Run good = run_on(host, {"check", "a.plan.yaml", "--format", "sarif"});
    CHECK(Json::parse(good.output)["runs"][0]["invocations"][0]["executionSuccessful"] == true);
}

TEST_CASE("each SARIF result points at the rule that it names") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", broken}, {"b.plan.yaml", warned}};
    const Json log = Json::parse(run_on(host, {"check", "--format", "sarif"}).output)["runs"][0];
    CHECK(log["results"].size() >= 3);
    for (const Json& result : log["results"])
        CHECK(log["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
}

TEST_CASE("standard output that takes nothing does not keep the files from being written") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", warned}};
    host.full = true;
    CHECK(run_on(host, {"check", "--format", "sarif=a.sarif"}).code == exit_usage);
    CHECK(Json::accept(host.files.at("a.sarif")));
}

TEST_CASE("a build that fails says so in every report") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", clean}, {"b.plan.yaml", clean}};
    const Run clash =
        run_on(host, {"build", "--out", "out", "--only", "md", "--format", "sarif", "--format", "junit=j.xml"});
    CHECK(clash.code == exit_usage);
    CHECK(Json::parse(clash.output)["runs"][0]["invocations"][0]["executionSuccessful"] == false);
    CHECK(holds(host.files.at("j.xml"), "errors=\"1\""));
    const Run nowhere = run_on(host, {"build", "--format", "json"});
    CHECK(nowhere.code == exit_usage);
    CHECK(holds(Json::parse(nowhere.output)["unreadable"][0], "a.plan.yaml and 1 more"));
}

TEST_CASE("a baseline that cannot be read is in the report, with all that was found") {
    MemoryHost host;
    host.files["warned.plan.yaml"] = warned;
    const Run check = run_on(host, {"check", "--baseline", "none.yaml", "--format", "json"});
    CHECK(check.code == exit_usage);
    const Json report = Json::parse(check.output);
    CHECK(report["unreadable"] == Json::array({"cannot read none.yaml: there is no such file"}));
    CHECK_FALSE(report["findings"].empty());
}

TEST_CASE("a junit case keeps its name when lines move") {
    MemoryHost host;
    host.files["warned.plan.yaml"] = warned;
    const std::string name = "<testcase name=\"placeholder-text plan/title\" classname=\"warned\">";
    CHECK(holds(run_on(host, {"check", "--format", "junit"}).output, name));
    host.files["warned.plan.yaml"] = std::string("# a line\n") + warned;
    CHECK(holds(run_on(host, {"check", "--format", "junit"}).output, name));
}
