#include "formats.h"

#include "documents.h"
#include "process.h"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>
#include <vector>

namespace planc::bench {

namespace {

constexpr std::size_t tasks = 10000;
constexpr int turns = 21;

/// A plan with a finding in each task: a text that is still to be written, an owner whom nobody knows, dates the wrong
/// way round.
std::string make_wrong_plan() {
    std::string text = "planc: 1\nplan: {id: wrong, title: Wrong, owner: lin}\npeople: {lin: {name: Lin}}\nphases:\n";
    for (std::size_t i = 0; i < tasks; ++i) {
        if (i % 50 == 0) text += fmt::format("  - id: p-{}\n    title: Phase {}\n    tasks:\n", i / 50, i / 50);
        text += fmt::format("      - id: t-{}\n        title: {}\n        owner: {}\n        start: 2026-03-10\n"
                            "        end: 2026-03-{}\n",
                            i, i % 3 == 0 ? "TBD" : "Write it down", i % 3 == 1 ? "ghost" : "lin",
                            i % 3 == 2 ? "09" : "12");
    }
    return text;
}

} // namespace

void measure_formats(const std::filesystem::path& folder, const std::string& planc) {
    const std::string plan = (folder / "wrong.plan.yaml").string();
    write(plan, make_wrong_plan());
    const std::vector<std::string> formats{"text",   "concise", "json",       "sarif", "github",
                                           "gitlab", "junit",   "checkstyle", "rdjson"};
    // Counting them instead of telling them is the check alone.
    const auto processor = [&](const std::vector<std::string>& words) {
        std::vector<std::string> command{planc, "check", plan};
        command.insert(command.end(), words.begin(), words.end());
        const Run run = run_once(command);
        if (run.exit_code != 1) throw std::runtime_error("the plan with findings has none");
        return run.processor;
    };
    // Each run stands beside one of the check alone, so that a slow moment of the machine strikes both.
    std::vector<std::vector<double>> beyond(formats.size());
    for (int turn = 0; turn < turns; ++turn) {
        for (std::size_t i = 0; i < formats.size(); ++i) {
            const double check = processor({"--statistics"});
            beyond[i].push_back((processor({"--format", formats[i]}) - check) / check);
        }
    }
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const auto middle = beyond[i].begin() + turns / 2;
        std::nth_element(beyond[i].begin(), middle, beyond[i].end());
        line(fmt::format("10,000 findings as {} beyond the check / check", formats[i]), *middle, "x", "at most 0.2");
    }
}

} // namespace planc::bench
