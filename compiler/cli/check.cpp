// planc check: reads plans and prints what is found.
#include "cli/baseline.h"
#include "cli/commands.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/report.h"
#include "cli/run.h"
#include "gantt/chart.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace planc {

namespace {

struct Checked {
    Files files;
    Diagnostics findings;
    std::string dump;
    std::optional<std::string> mended;
    std::string diff;
    std::size_t fixes = 0;
    std::size_t refused = 0;
    std::size_t left_out = 0;
    bool read = false;
    bool complete = false; ///< and to its end
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

bool is_named(const std::string& path, const CheckOptions& options) {
    return std::find(options.paths.begin(), options.paths.end(), path) != options.paths.end();
}

/// Whether the last part of the path is a link.
bool is_link(const std::string& path, const std::string& real, Host& host) {
    const std::filesystem::path written(path);
    const auto folder = host.real_path(written.has_parent_path() ? written.parent_path().string() : ".");
    const auto* const real_folder = std::get_if<std::string>(&folder);
    return real_folder != nullptr && (std::filesystem::path(*real_folder) / written.filename()).string() != real;
}

/// Writes what was mended; false if that cannot be.
bool write_mended(const CheckOptions& options, const std::vector<Input>& inputs, std::vector<Checked>& checked,
                  Host& host) {
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < checked.size(); ++i) {
        if (!checked[i].mended) continue;
        // Of a link, what it leads to is changed.
        const auto real = host.real_path(inputs[i].path);
        const auto* const path = std::get_if<std::string>(&real);
        if (path != nullptr && !is_named(inputs[i].path, options) && is_link(inputs[i].path, *path, host)) {
            complain({inputs[i].name + " is a link; name it to mend what it leads to"}, host);
            checked[i].fixes = 0;
            continue;
        }
        files.push_back({path != nullptr ? *path : inputs[i].path, std::move(*checked[i].mended), {}});
    }
    const auto written = host.write_files(files);
    const auto* const error = std::get_if<HostError>(&written);
    if (error != nullptr) complain({error->message + "; no file was changed"}, host);
    return error == nullptr;
}

/// Prints what --fix would do. The exit code is that of findings where it would do something.
int show_diffs(const std::vector<Checked>& checked, Host& host) {
    std::size_t fixes = 0;
    std::size_t files = 0;
    for (const Checked& one : checked) {
        host.write_output(one.diff);
        fixes += one.fixes;
        if (one.fixes > 0) ++files;
    }
    host.write_error(fmt::format("--fix would mend {} finding{} in {} file{}\n", fixes, fixes == 1 ? "" : "s", files,
                                 files == 1 ? "" : "s"));
    return fixes > 0 ? exit_findings : exit_clean;
}

/// The plans of which all is known.
std::vector<std::string> complete_plans(const std::vector<Input>& inputs, const std::vector<Checked>& checked) {
    std::vector<std::string> complete;
    for (std::size_t i = 0; i < checked.size(); ++i)
        if (checked[i].read && checked[i].complete) complete.push_back(path_of(inputs[i]));
    return complete;
}

} // namespace

int run_check(const CheckOptions& options, Host& host) {
    Inputs found = find_inputs(options, host);
    if (const std::string wrong = misplaced_format(options, found.inputs, host); !wrong.empty()) {
        complain({wrong}, host);
        return exit_usage;
    }
    std::vector<Checked> checked(found.inputs.size());
    SharedFiles shared(host);
    std::optional<Timings> timings;
    if (options.timings) timings.emplace(host);
    Timings* const measured = timings ? &*timings : nullptr;
    const std::vector<std::string> unreadable = compile_all(
        found.inputs, options, shared,
        [&](std::size_t number, std::unique_ptr<Compilation> compilation) {
            Checked& result = checked[number];
            result.read = true;
            result.complete = compilation->complete;
            result.left_out = keep_chosen(*compilation, options);
            result.refused = compilation->refused;
            result.dump = dumped(*compilation, options.dump);
            if (compilation->mended && options.fix == Fix::show)
                result.diff = render_diff(found.inputs[number].name, compilation->unmended, *compilation->mended);
            result.mended = std::move(compilation->mended);
            result.fixes = compilation->fixes;
            result.findings = std::move(compilation->findings);
            if (!result.findings.empty()) result.files = std::move(compilation->files);
        },
        measured);
    if (options.fix == Fix::write && !write_mended(options, found.inputs, checked, host)) return exit_usage;
    if (options.fix == Fix::show) {
        complain(found.errors, host);
        complain(unreadable, host);
        const int code = show_diffs(checked, host);
        return found.errors.empty() && unreadable.empty() ? code : exit_usage;
    }
    std::optional<Watch> watch(std::in_place, measured);
    Report report;
    for (const auto& errors : {found.errors, unreadable})
        report.unreadable.insert(report.unreadable.end(), errors.begin(), errors.end());
    for (std::size_t i = 0; i < checked.size(); ++i) {
        Checked& one = checked[i];
        if (!one.read) continue;
        if (options.dump != Dump::none) host.write_output(one.dump);
        report.fixes += one.fixes;
        report.refused += one.refused;
        report.left_out += one.left_out;
        report.add(found.inputs[i].name, std::move(one.files), std::move(one.findings));
    }
    complain(report.unreadable, host);
    if (const std::string wrong = use_baseline(options, complete_plans(found.inputs, checked), host, report);
        !wrong.empty()) {
        complain({wrong}, host);
        report.unreadable.push_back(wrong);
        if (is_for_programs(options)) print(report, options, shared);
        return exit_usage;
    }
    if (!options.write_baseline.empty()) return report.unreadable.empty() ? exit_clean : exit_usage;
    const bool written = options.dump != Dump::none || print(report, options, shared);
    watch->lap(RunStage::render);
    watch.reset();
    if (measured != nullptr) host.write_error(measured->table());
    if (!report.unreadable.empty() || !written) return exit_usage;
    return exit_code(report.findings, options);
}

} // namespace planc
