// The whole way from bytes to documents, for libFuzzer: anything may come in, nothing may break.
#include "cli/run.h"
#include "host/memory_host.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

constexpr auto plan = "planc: 1\nplan: {id: demo, title: TBD, start: 2026-03-02}\nphases: [{id: build, title: Build, "
                      "lead_time: store}]\n";

// Fails the run as a crash would: a fault of ours, or documents written for a plan that was refused.
void demand(bool holds) {
    if (!holds) std::abort();
}

void demand_answer(planc::MemoryHost& host, const std::vector<std::string>& arguments) {
    const int code = planc::run(arguments, host);
    demand(code == planc::exit_clean || code == planc::exit_findings);
}

/// As the configuration of a plan, and as its baseline.
void use_beside_a_plan(const std::string& text) {
    planc::MemoryHost configured;
    configured.files = {{"fuzz.plan.yaml", plan}, {".planc.yaml", text}};
    demand_answer(configured, {"check", "fuzz.plan.yaml", "-j", "1"});
    demand_answer(configured, {"config", "fuzz.plan.yaml"});
    planc::MemoryHost known;
    known.files = {{"fuzz.plan.yaml", plan}, {"known.yaml", text}};
    demand_answer(known, {"check", "fuzz.plan.yaml", "--baseline", "known.yaml", "-j", "1"});
}

/// What was mended once has nothing left to mend, and a baseline of all findings leaves none but what cannot be read.
void mend_and_know(const std::string& text) {
    planc::MemoryHost host;
    host.files["fuzz.plan.yaml"] = text;
    demand_answer(host, {"check", "fuzz.plan.yaml", "--fix", "-j", "1"});
    const std::string mended = host.files["fuzz.plan.yaml"];
    demand_answer(host, {"check", "fuzz.plan.yaml", "--fix", "-j", "1"});
    demand(host.files["fuzz.plan.yaml"] == mended);
    demand_answer(host, {"check", "fuzz.plan.yaml", "--write-baseline", "known.yaml", "-j", "1"});
    host.output.clear();
    demand_answer(host, {"check", "fuzz.plan.yaml", "--baseline", "known.yaml", "--ignore", "bad-syntax", "--format",
                         "concise", "-j", "1"});
    demand(host.output.empty() || host.output.find("[bad-") != std::string::npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const char* format :
         {"text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson"}) {
        planc::MemoryHost host;
        host.files["fuzz.plan.yaml"] = text;
        const int code = planc::run({"check", "fuzz.plan.yaml", "--format", format, "-j", "1"}, host);
        demand(code == planc::exit_clean || code == planc::exit_findings);
    }
    planc::MemoryHost host;
    host.files["fuzz.plan.yaml"] = text;
    const int code = planc::run({"build", "fuzz.plan.yaml", "--out", "out", "--draft", "-j", "1", "--only",
                                 "md,html,svg,mmd,txt,json"}, // paper waits for fonts
                                host);
    demand(code == planc::exit_clean || code == planc::exit_findings);
    use_beside_a_plan(text);
    mend_and_know(text);
    for (const char* stage : {"tree", "plan", "schedule", "chart"}) {
        planc::MemoryHost again;
        again.files["fuzz.plan.yaml"] = text;
        planc::run({"check", "fuzz.plan.yaml", "--dump", stage, "-j", "1"}, again);
    }
    return 0;
}
