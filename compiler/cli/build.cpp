// planc build: renders the documents of plans into a folder, or says what would become of them.
#include "cli/baseline.h"
#include "cli/build_places.h"
#include "cli/build_system.h"
#include "cli/commands.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/outdated.h"
#include "cli/render_plans.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/settings.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace planc {

namespace {

/// Two plans of one id in one folder would write over each other.
std::vector<std::string> same_ids(const std::vector<Input>& inputs, const std::vector<BuildPlace>& places,
                                  const std::vector<Built>& built) {
    std::vector<std::string> errors;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> first;
    for (std::size_t i = 0; i < built.size(); ++i) {
        if (built[i].plan_id.empty()) continue;
        const auto [place, added] = first.try_emplace({places[i].folder, built[i].plan_id}, i);
        if (!added) {
            errors.push_back(fmt::format("{} and {} are both the plan `{}`: their documents would overwrite each other",
                                         inputs[place->second].name, inputs[i].name, built[i].plan_id));
        }
    }
    return errors;
}

std::vector<Dependencies> dependencies(const std::vector<Input>& inputs, const std::vector<BuildPlace>& places,
                                       const std::vector<Built>& built, const BuildOptions& options, Host& host) {
    std::vector<Dependencies> plans(built.size());
    for (std::size_t i = 0; i < built.size(); ++i) {
        for (const std::string& name : built[i].files_made) {
            const std::string path = fmt::format("{}/{}", folder_of(places[i], built[i]), name);
            plans[i].made.push_back(inputs[i].path.starts_with('/') ? path : shown_path(path, options, host));
        }
        plans[i].read = built[i].files_read;
    }
    return plans;
}

std::vector<OutputFile> outputs(const std::vector<BuildPlace>& places, std::vector<Built>& built) {
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < built.size(); ++i) {
        for (Document& document : built[i].documents)
            files.push_back({fmt::format("{}/{}", folder_of(places[i], built[i]), document.name),
                             std::move(document.text), places[i].root});
    }
    return files;
}

int write_outputs(const BuildOptions& options, std::vector<OutputFile> files, const Depfile& depfile, Host& host) {
    if (!options.depfile.empty()) files.push_back({absolute_path(options.depfile, host), depfile.text, {}});
    const auto written = host.write_files(files);
    if (const auto* error = std::get_if<HostError>(&written)) {
        complain({error->message + "; nothing was written"}, host);
        return exit_usage;
    }
    const auto& changed = std::get<std::vector<std::string>>(written);
    if (!is_for_readers(options.check.format)) return exit_clean;
    const std::set<std::string_view> is_new(changed.begin(), changed.end());
    std::string text;
    for (const OutputFile& file : files)
        text += fmt::format("{} {}\n", is_new.count(file.path) != 0 ? "wrote    " : "unchanged",
                            shown_path(file.path, options, host));
    host.write_output(text);
    return exit_clean;
}

int compare(const BuildOptions& options, const std::vector<Input>& inputs, std::vector<Built>& built, Host& host) {
    std::vector<ComparedDocuments> comparisons;
    for (Built& one : built) comparisons.push_back(std::move(one.comparison));
    return report_outdated(options, inputs, comparisons, host);
}

/// What is told of all plans together.
struct Told {
    Report report;
    std::vector<std::string> refused;
    std::vector<std::string> unprinted;
    std::vector<std::string> notes;
    std::vector<std::string> complete; ///< the plans of which all is known
};

Told gather(const std::vector<Input>& inputs, std::vector<Built>& built) {
    Told told;
    for (std::size_t i = 0; i < built.size(); ++i) {
        Built& one = built[i];
        if (!one.read) continue;
        if (one.complete) told.complete.push_back(path_of(inputs[i]));
        if (!one.refused.empty()) told.refused.push_back(inputs[i].name + one.refused);
        // What cannot be printed of one plan cannot of the others either.
        if (told.unprinted.empty() && !one.unprinted.empty()) told.unprinted.push_back(one.unprinted);
        for (const std::string& note : one.notes) told.notes.push_back(fmt::format("{}: {}", inputs[i].name, note));
        told.report.left_out += one.left_out;
        told.report.add(inputs[i].name, std::move(one.files), std::move(one.findings));
    }
    return told;
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// The word for what is done to documents.
std::string_view done(BuildAim aim) {
    return aim == BuildAim::compare ? "compared" : aim == BuildAim::list ? "listed" : "written";
}

/// Tells why nothing becomes of the documents, in the formats that are asked for too.
int give_up(const BuildOptions& options, Report& report, const std::vector<std::string>& errors, SharedFiles& shared) {
    append(report.unreadable, errors);
    if (options.aim == BuildAim::write) print(report, options.check, shared);
    complain(report.unreadable, shared.host());
    return exit_usage;
}

} // namespace

int run_build(const BuildOptions& options, Host& host) {
    const std::string nothing = fmt::format("planc: nothing was {}\n", done(options.aim));
    Inputs found = find_inputs(options.check, host);
    if (const std::string wrong = misplaced_format(options.check, found.inputs, host); !wrong.empty()) {
        complain({wrong}, host);
        return exit_usage;
    }
    SharedFiles shared(host);
    const BuildPlaces places = find_places(found.inputs, options, shared);
    if (!places.errors.empty()) {
        Report report;
        report.unreadable = found.errors;
        const int code = give_up(options, report, places.errors, shared);
        host.write_error(nothing);
        return code;
    }
    std::vector<Built> built(found.inputs.size());
    const std::vector<std::string> unreadable = render_plans(found.inputs, places.of_inputs, options, shared, built);
    Told told = gather(found.inputs, built);
    const std::vector<Dependencies> plans = dependencies(found.inputs, places.of_inputs, built, options, host);
    if (const auto errors = overwritten(options, plans, host); !errors.empty()) {
        complain(errors, host);
        host.write_error(nothing);
        return exit_usage;
    }
    const Depfile depfile = options.depfile.empty() ? Depfile{} : make_depfile(options, plans);
    std::vector<std::string> errors = found.errors;
    for (const auto& more :
         {unreadable, same_ids(found.inputs, places.of_inputs, built), told.unprinted, depfile.errors})
        append(errors, more);
    if (options.aim == BuildAim::write) {
        const std::string wrong = use_baseline(options.check, told.complete, host, told.report);
        if (!wrong.empty()) errors.push_back(wrong);
    }
    if (!errors.empty()) {
        give_up(options, told.report, errors, shared);
        complain(told.refused, host);
        host.write_error(nothing);
        return exit_usage;
    }
    const bool printed = options.aim != BuildAim::write || print(told.report, options.check, shared);
    complain(told.refused, host);
    if (options.aim == BuildAim::compare) {
        const int compared = compare(options, found.inputs, built, host);
        return told.refused.empty() ? compared : std::max(compared, exit_findings);
    }
    if (!told.refused.empty() || !printed) {
        host.write_error(nothing);
        return printed ? exit_findings : exit_usage;
    }
    if (options.aim == BuildAim::list) return list_outputs(plans, host);
    append(told.notes, depfile.notes);
    complain(told.notes, host);
    const int written = write_outputs(options, outputs(places.of_inputs, built), depfile, host);
    return written != exit_clean ? written : exit_code(told.report.findings, options.check);
}

} // namespace planc
