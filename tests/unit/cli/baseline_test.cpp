// --write-baseline and --baseline: what is known is not told, what is new is, wherever lines move.
#include "golden.h"
#include "run_on.h"

#include <fmt/format.h>

using namespace planc;
using namespace planc::testing;

namespace {

constexpr auto shop = "planc: 1\n"
                      "plan: {id: shop-2.4, title: TBD}\n"
                      "phases:\n"
                      "  - {id: build, title: Build}\n"
                      "  - {title: 测试：导入 \"题库\", notes: TODO one}\n"
                      "  - {title: 测试：导入 \"题库\", notes: TODO two}\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Run check(MemoryHost& host) { return run_on(host, {"check", "--format", "concise", "--baseline", "known.yaml"}); }

} // namespace

TEST_CASE("what is known is not told, also when lines move and other items come") {
    MemoryHost host;
    host.files = {{"plans/shop.plan.yaml", shop}};
    const Run written = run_on(host, {"check", "--write-baseline", "known.yaml"});
    CHECK(written.code == exit_clean);
    CHECK(written.output == "");
    check_golden(project() / "tests/fixes/baseline.txt", host.files.at("known.yaml"));
    CHECK(check(host).output == "");
    CHECK(check(host).code == exit_clean);
    std::string& text = host.files.at("plans/shop.plan.yaml");
    text.insert(text.find("  - {id: build"), "# a comment\n\n  - {id: new, title: New, owner: lin, notes: Words}\n");
    text.insert(0, "people: {lin: Lin}\n# moved\n");
    CHECK(check(host).output == "");
    text += "  - {title: Third, owner: lin, notes: TODO}\n";
    CHECK(holds(check(host).output, "`TODO` is still to be filled in"));
    CHECK(check(host).code == exit_findings);
}

TEST_CASE("a second finding of a kind at one place is told") {
    MemoryHost host;
    host.files = {
        {"shop.plan.yaml", "planc: 1\nplan: {id: shop, title: Demo}\nphases: [{title: A, depends_on: [x]}]\n"}};
    run_on(host, {"check", "--write-baseline", "known.yaml"});
    CHECK(check(host).output == "");
    host.files["shop.plan.yaml"] =
        "planc: 1\nplan: {id: shop, title: Demo}\nphases: [{title: A, depends_on: [x, x]}]\n";
    CHECK(holds(check(host).output, "[unknown-reference]"));
}

TEST_CASE("entries that no longer apply are told, as worth a look, for plans that were checked") {
    MemoryHost host;
    host.files = {{"a.plan.yaml", shop}, {"b.plan.yaml", shop}};
    run_on(host, {"check", "--write-baseline", "known.yaml"});
    host.files["a.plan.yaml"] = "planc: 1\nplan: {id: a, title: A, start: 2026-03-02}\n";
    const Run all = check(host);
    CHECK(all.code == exit_clean);
    CHECK(holds(all.output, "known.yaml:5:5: info: "));
    CHECK(holds(all.output, "finds nothing here any more [unused-suppression]"));
    CHECK_FALSE(holds(all.output, "b.plan.yaml"));
    const Run other = run_on(host, {"check", "b.plan.yaml", "--baseline", "known.yaml", "--format", "concise"});
    CHECK(other.output == "");
    host.files.erase("a.plan.yaml");
    CHECK(holds(check(host).output, "there is no file `a.plan.yaml` any more"));
    // Written anew, it forgets them, and keeps what was not checked.
    host.files["c.plan.yaml"] = shop;
    CHECK(run_on(host, {"check", "c.plan.yaml", "--write-baseline", "known.yaml"}).code == exit_clean);
    CHECK(check(host).output == "");
    CHECK_FALSE(holds(host.files.at("known.yaml"), "a.plan.yaml"));
    CHECK(holds(host.files.at("known.yaml"), "b.plan.yaml"));
}

TEST_CASE("what cannot be read is never known") {
    MemoryHost host;
    host.files = {{"shop.plan.yaml", "planc: 1\nplan: {id: shop, title: [Demo\n"}};
    run_on(host, {"check", "--write-baseline", "known.yaml"});
    CHECK(holds(check(host).output, "[bad-syntax]"));
}

TEST_CASE("a baseline that is none is told where it is wrong, and everything else with it") {
    MemoryHost host;
    host.files = {{"shop.plan.yaml", "planc: 1\nplan: {id: shop, title: TBD, start: 2026-03-02}\n"}};
    const auto told = [&host](const std::string& baseline) {
        host.files["known.yaml"] = baseline;
        const Run run = check(host);
        CHECK(run.code == exit_findings);
        CHECK(holds(run.output, "shop.plan.yaml:2:25: warning"));
        return run.output;
    };
    CHECK(
        holds(told("baseline: 2\nentries: []\n"), "known.yaml:1:11: error: `baseline` is `2`; it takes the number 1"));
    CHECK(holds(told("baseline: 1\n<<<<<<< ours\nentries: []\n=======\nentries: []\n>>>>>>> theirs\n"),
                "known.yaml:2:1: error: a merge was not finished"));
    CHECK(
        holds(told("baseline: 1\nentries: [{file: shop.plan.yaml, rule: mising-owner}]\n"), "no rule `mising-owner`"));
    CHECK(
        holds(told("baseline: 1\nentries: [{fil: shop.plan.yaml, rule: missing-owner, count: 0}]\n"), "no key `fil`"));
    CHECK(holds(told("- a list"), "known.yaml:1:1: error: the file is a list"));
    CHECK(holds(told(""), "known.yaml:1:1: error: the file is empty"));
    // What cannot be read is not overwritten.
    const Run kept = run_on(host, {"check", "--write-baseline", "known.yaml"});
    CHECK(kept.code == exit_usage);
    CHECK(host.files.at("known.yaml") == "");
    host.files.erase("known.yaml");
    CHECK(check(host).code == exit_usage);
    CHECK(run_on(host, {"check", "--baseline", "a", "--write-baseline", "b"}).code == exit_usage);
}

TEST_CASE("a build does not tell what the baseline knows either") {
    MemoryHost host;
    host.files["a.plan.yaml"] = "planc: 1\nplan: {id: a, title: TBD}\n";
    CHECK(run_on(host, {"build", "--out", "out", "--only", "md"}).code == exit_findings);
    CHECK(run_on(host, {"check", "--write-baseline", "known.yaml"}).code == exit_clean);
    const Run build = run_on(host, {"build", "--out", "out", "--only", "md", "--baseline", "known.yaml"});
    CHECK(build.code == exit_clean);
    CHECK(build.output.find("no findings in 1 file; 1 known to the baseline") != std::string::npos);
}
