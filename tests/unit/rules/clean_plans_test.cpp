// Plans in which nothing is wrong, however odd: none of them gives a warning or an error.
#include "cli/run.h"
#include "golden.h"
#include "host/memory_host.h"

#include <sstream>

using namespace planc;
using namespace planc::testing;

namespace {

/// What the line `# KEY: …` of a plan says, parted by commas.
std::vector<std::string> said(const std::string& text, const std::string& key) {
    std::vector<std::string> values;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line) && line.starts_with("#");) {
        if (!line.starts_with("# " + key + ": ")) continue;
        std::istringstream parts(line.substr(key.size() + 4));
        for (std::string part; std::getline(parts >> std::ws, part, ',');) values.push_back(part);
    }
    return values;
}

void check_clean(MemoryHost& host, const std::vector<std::string>& arguments) {
    host.output.clear();
    host.error_output.clear();
    std::string command;
    for (const std::string& argument : arguments) command += " " + argument;
    const int code = run(arguments, host);
    INFO("planc" << command << "\n" << host.output << host.error_output);
    CHECK(code == exit_clean);
    CHECK(host.error_output.empty());
}

} // namespace

TEST_CASE("a plan of tests/plans/clean gives nothing above info, at no time of its story") {
    const auto folder = project() / "tests/plans/clean";
    MemoryHost host;
    for (const auto& path : files_below(folder, ".yaml"))
        host.files[std::filesystem::relative(path, folder).string()] = read_file(path);
    const auto plans = files_below(folder, ".plan.yaml");
    REQUIRE(plans.size() > 20);
    for (const auto& path : plans) {
        const std::string name = std::filesystem::relative(path, folder).string();
        const std::string& text = host.files[name];
        std::vector<std::string> arguments{"check", name};
        for (const std::string& record : said(text, "record")) arguments.insert(arguments.end(), {"--record", record});
        check_clean(host, arguments);
        const std::vector<std::string> times = said(text, "as-of");
        INFO(name << " says at which times it is looked at: # as-of: 2026-03-02, 2026-03-04 22:00");
        CHECK_FALSE(times.empty());
        arguments.emplace_back("--as-of");
        for (const std::string& time : times) {
            arguments.push_back(time);
            check_clean(host, arguments);
            arguments.pop_back();
        }
    }
}

TEST_CASE("what planc init writes gives nothing above info") {
    for (const std::string language : {"en", "zh-CN"}) {
        MemoryHost host;
        REQUIRE(run({"init", "first.plan.yaml", "--language", language}, host) == exit_clean);
        check_clean(host, {"check", "first.plan.yaml"});
        check_clean(host, {"check", "first.plan.yaml", "--as-of", "2020-01-01"});
    }
}
