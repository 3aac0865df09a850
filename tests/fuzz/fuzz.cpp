// The whole way from bytes to documents, for libFuzzer: anything may come in, nothing may break.
#include "cli/run.h"
#include "host/memory_host.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

// Fails the run as a crash would: a fault of ours, or documents written for a plan that was refused.
void demand(bool holds) {
    if (!holds) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    for (const char* format : {"text", "concise", "json"}) {
        planc::MemoryHost host;
        host.files["fuzz.plan.yaml"] = text;
        const int code = planc::run({"check", "fuzz.plan.yaml", "--format", format, "-j", "1"}, host);
        demand(code == planc::exit_clean || code == planc::exit_findings);
    }
    planc::MemoryHost host;
    host.files["fuzz.plan.yaml"] = text;
    const int code = planc::run({"build", "fuzz.plan.yaml", "--out", "out", "--draft", "-j", "1"}, host);
    demand(code == planc::exit_clean || code == planc::exit_findings);
    for (const char* stage : {"tree", "plan", "schedule", "chart"}) {
        planc::MemoryHost again;
        again.files["fuzz.plan.yaml"] = text;
        planc::run({"check", "fuzz.plan.yaml", "--dump", stage, "-j", "1"}, again);
    }
    return 0;
}
