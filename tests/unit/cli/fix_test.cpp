// planc check --fix and --diff: what has exactly one mend is mended, and nothing else is touched.
#include "golden.h"
#include "run_on.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

using namespace planc;
using namespace planc::testing;

namespace {

/// Rule and message of what is worse than worth a look.
std::multiset<std::string> problems(MemoryHost& host) {
    std::multiset<std::string> all;
    const Run checked = run_on(host, {"check", "shop.plan.yaml", "--format", "json"});
    const auto told = nlohmann::json::parse(checked.output);
    for (const auto& finding : told.at("findings"))
        if (finding["severity"] != "info")
            all.insert(finding["rule"].get<std::string>() + " " + finding["message"].get<std::string>());
    return all;
}

} // namespace

TEST_CASE("tests/fixes/NAME.plan.yaml becomes NAME.fixed, with the diff in NAME.diff") {
    const std::string ending = ".plan.yaml";
    const auto cases = files_below(project() / "tests/fixes", ending);
    REQUIRE_FALSE(cases.empty());
    for (const auto& path : cases) {
        const std::string name = path.filename().string();
        const auto beside = [&](const std::string& kind) {
            return path.parent_path() / (name.substr(0, name.size() - ending.size()) + kind);
        };
        const std::string before = read_file(path);
        MemoryHost host;
        host.files = {{"shop.plan.yaml", before}};
        const Run diff = run_on(host, {"check", "--diff"});
        CHECK(host.files.at("shop.plan.yaml") == before);
        check_golden(beside(".diff"), diff.output + diff.error);
        const Run fixed = run_on(host, {"check", "--fix", "--format", "concise"});
        check_golden(beside(".fixed"), host.files.at("shop.plan.yaml"));
        check_golden(beside(".out"), fmt::format("{}{}exit code {}\n", fixed.output, fixed.error, fixed.code));
    }
}

TEST_CASE("fixing leaves nothing worse, changes nothing the second time, and keeps what it has no business with") {
    std::size_t mended = 0;
    for (const char* folder : {"tests/rules", "tests/plans", "tests/fixes", "examples"}) {
        for (const auto& path : files_below(project() / folder, ".plan.yaml")) {
            INFO(path.string());
            const std::string before = read_file(path);
            MemoryHost host;
            host.files = {{"shop.plan.yaml", before}};
            const auto had = problems(host);
            run_on(host, {"check", "--fix"});
            const std::string once = host.files.at("shop.plan.yaml");
            // Where more can be read now, there is more to find.
            const bool unread = std::any_of(
                had.begin(), had.end(), [](const std::string& problem) { return problem.starts_with("bad-syntax "); });
            for (const std::string& problem : unread ? std::multiset<std::string>() : problems(host)) {
                INFO(problem);
                CHECK(had.count(problem) > 0);
            }
            if (once == before) continue;
            ++mended;
            CHECK(run_on(host, {"check", "--diff"}).output == "");
            run_on(host, {"check", "--fix"});
            CHECK(host.files.at("shop.plan.yaml") == once);
        }
    }
    CHECK(mended > 20);
}

TEST_CASE("only what chosen rules find is mended") {
    MemoryHost host;
    const std::string text = "planc: 1\nplan: {id: demo, titel: Demo, start: 2026/03/02}\n";
    host.files = {{"shop.plan.yaml", text}};
    run_on(host, {"check", "--fix", "--select", "unknown-key"});
    CHECK(host.files.at("shop.plan.yaml") == "planc: 1\nplan: {id: demo, title: Demo, start: 2026/03/02}\n");
    host.files = {{"shop.plan.yaml", text}};
    run_on(host, {"check", "--fix", "--ignore", "unknown-key"});
    CHECK(host.files.at("shop.plan.yaml") == "planc: 1\nplan: {id: demo, titel: Demo, start: 2026-03-02}\n");
}

TEST_CASE("all files are mended or none, a link stays one, and standard input is no file") {
    MemoryHost host;
    const std::string wrong = "planc: 1\nplan: {id: demo, titel: Demo}\n";
    host.files = {{"a.plan.yaml", wrong}, {"sub/real.plan.yaml", wrong}};
    host.links["b.plan.yaml"] = "sub/real.plan.yaml";
    host.errors["sub/real.plan.yaml"] = "no permission";
    CHECK(run_on(host, {"check", "--fix", "a.plan.yaml", "sub/real.plan.yaml"}).code == exit_usage);
    host.errors.clear();
    CHECK(run_on(host, {"check", "--fix", "a.plan.yaml"}).code == exit_clean);
    CHECK(host.files.at("a.plan.yaml") == "planc: 1\nplan: {id: demo, title: Demo}\n");
    host.input = wrong;
    CHECK(run_on(host, {"check", "--fix", "-"}).code == exit_usage);
    const Run diff = run_on(host, {"check", "--diff", "-"});
    CHECK(diff.code == exit_findings);
    CHECK(diff.output.find("+plan: {id: demo, title: Demo}") != std::string::npos);
    CHECK(run_on(host, {"check", "--diff", "--fix"}).code == exit_usage);
    CHECK(run_on(host, {"check", "--diff", "--format", "json"}).code == exit_usage);
}
