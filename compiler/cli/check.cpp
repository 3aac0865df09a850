// planc check: reads plans and prints what is found.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/report.h"
#include "cli/run.h"
#include "gantt/chart.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace planc {

namespace {

struct Checked {
    Files files;
    Diagnostics findings;
    std::string dump;
    bool read = false;
};

std::string dumped(const Compilation& compilation, Dump stage) {
    switch (stage) {
    case Dump::none:
        return {};
    case Dump::tree: {
        Diagnostics told_already;
        return dump(parse_yaml(compilation.files, compilation.plan.file, told_already));
    }
    case Dump::plan:
        return dump(compilation.plan);
    case Dump::schedule:
        return dump(compilation.schedule, compilation.plan);
    case Dump::chart:
        return dump(make_chart(compilation.plan, compilation.schedule, compilation.as_of));
    }
    return {};
}

} // namespace

int run_check(const CheckOptions& options, Host& host) {
    Inputs found = find_inputs(options, host);
    std::vector<Checked> checked(found.inputs.size());
    std::optional<Timings> timings;
    if (options.timings) timings.emplace(host);
    Timings* const measured = timings ? &*timings : nullptr;
    const std::vector<std::string> unreadable = compile_all(
        found.inputs, options, host,
        [&](std::size_t number, std::unique_ptr<Compilation> compilation) {
            Checked& result = checked[number];
            result.read = true;
            result.dump = dumped(*compilation, options.dump);
            result.findings = std::move(compilation->findings);
            if (!result.findings.empty()) result.files = std::move(compilation->files);
        },
        measured);
    std::optional<Watch> watch(std::in_place, measured);
    Report report;
    for (Checked& one : checked) {
        if (!one.read) continue;
        if (options.dump != Dump::none) host.write_output(one.dump);
        report.add(std::move(one.files), std::move(one.findings));
    }
    complain(found.errors, host);
    complain(unreadable, host);
    if (options.dump == Dump::none && (report.plans > 0 || options.format == Format::json))
        print(report, options, host);
    watch->lap(RunStage::render);
    watch.reset();
    if (measured != nullptr) host.write_error(measured->table());
    if (!found.errors.empty() || !unreadable.empty()) return exit_usage;
    return exit_code(report.findings, options);
}

} // namespace planc
