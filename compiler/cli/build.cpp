// planc build: renders the documents of plans into a folder.
#include "cli/build_places.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/only.h"
#include "cli/outdated.h"
#include "cli/printing.h"
#include "cli/report.h"
#include "cli/run.h"
#include "documents/documents.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace planc {

namespace {

struct Built {
    Files files;
    Diagnostics findings;
    std::string plan_id;
    std::vector<Document> documents;
    std::size_t left_out = 0;
    bool read = false;
    std::string refused;   ///< why it is not rendered
    std::string unprinted; ///< why it could not be printed
    std::vector<std::string> notes;
    ComparedDocuments comparison; ///< of its documents with what is there, where nothing is to be written
};

/// Empty if the plan can be rendered.
std::string reason_to_refuse(const Compilation& compilation, bool draft) {
    // Documents of half a plan would look like all of it.
    if (!compilation.complete) return " cannot be read to its end, so it is not rendered";
    if (compilation.plan.header.id.value.empty()) return " has no `plan: {id: …}` to name its documents after";
    if (!draft && has_errors(compilation.findings)) return " has errors; mend them, or render it with --draft";
    return {};
}

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

std::vector<OutputFile> outputs(const std::vector<BuildPlace>& places, std::vector<Built>& built) {
    std::vector<OutputFile> files;
    for (std::size_t i = 0; i < built.size(); ++i) {
        for (Document& document : built[i].documents)
            files.push_back({fmt::format("{}/{}/{}", places[i].folder, built[i].plan_id, document.name),
                             std::move(document.text), places[i].root});
    }
    return files;
}

int write_outputs(const BuildOptions& options, const std::vector<OutputFile>& files, Host& host) {
    const auto written = host.write_files(files);
    if (const auto* error = std::get_if<HostError>(&written)) {
        complain({error->message + "; nothing was written"}, host);
        return exit_usage;
    }
    const auto& changed = std::get<std::vector<std::string>>(written);
    if (options.check.format == Format::json) return exit_clean;
    const std::set<std::string_view> is_new(changed.begin(), changed.end());
    std::string text;
    for (const OutputFile& file : files)
        text += fmt::format("{} {}\n", is_new.count(file.path) != 0 ? "wrote    " : "unchanged",
                            options.out.empty() ? path_from_here(file.path, host) : file.path);
    host.write_output(text);
    return exit_clean;
}

void render(const Compilation& compilation, const BuildPlace& place, const BuildOptions& options, Printing& printing,
            Built& result) {
    const Compiled compiled{compilation.files, compilation.plan, compilation.schedule, compilation.findings,
                            compilation.as_of};
    const std::vector<DocumentFile> files = chosen_files(compilation.plan, options.only);
    const Pages pages = make_pages(compiled, *place.templates, files);
    result.documents = render_documents(compiled, *place.templates, pages, files);
    result.unprinted = printing.print(pages, files, place.paper, result.documents, result.notes);
}

/// Compiles and renders all; gives what could not be read.
std::vector<std::string> build_all(const std::vector<Input>& inputs, const std::vector<BuildPlace>& places,
                                   const BuildOptions& options, SharedFiles& shared, std::vector<Built>& built) {
    Printing printing(shared.host());
    return compile_all(
        inputs, options.check, shared, [&](std::size_t number, std::unique_ptr<Compilation> compilation) {
            Built& result = built[number];
            result.read = true;
            result.refused = reason_to_refuse(*compilation, options.draft);
            if (result.refused.empty()) {
                result.plan_id = compilation->plan.header.id.value;
                render(*compilation, places[number], options, printing, result);
                if (options.compare) {
                    result.comparison =
                        compare_documents(fmt::format("{}/{}", places[number].folder, result.plan_id),
                                          std::exchange(result.documents, {}), options.only.empty(), shared.host());
                    return; // findings are for `planc check` to tell
                }
            }
            result.left_out = keep_chosen(*compilation, options.check); // from what is told, not from what is looked at
            result.findings = std::move(compilation->findings);
            result.files = std::move(compilation->files);
        });
}

int report_outdated(const BuildOptions& options, const std::vector<Input>& inputs, std::vector<Built>& built,
                    Host& host) {
    std::vector<ComparedDocuments> comparisons;
    for (Built& one : built) comparisons.push_back(std::move(one.comparison));
    return report_outdated(options, inputs, comparisons, host);
}

} // namespace

int run_build(const BuildOptions& options, Host& host) {
    const std::string nothing = fmt::format("planc: nothing was {}\n", options.compare ? "compared" : "written");
    if (options.compare && options.check.format != Format::text && options.check.format != Format::concise) {
        complain({"--check tells files and no findings; leave --format out"}, host);
        return exit_usage;
    }
    Inputs found = find_inputs(options.check, host);
    SharedFiles shared(host);
    const BuildPlaces places = find_places(found.inputs, options, shared);
    if (!places.errors.empty()) {
        complain(places.errors, host);
        host.write_error(nothing);
        return exit_usage;
    }
    std::vector<Built> built(found.inputs.size());
    const std::vector<std::string> unreadable = build_all(found.inputs, places.of_inputs, options, shared, built);
    Report report;
    std::vector<std::string> refused;
    std::vector<std::string> unprinted;
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < built.size(); ++i) {
        if (!built[i].read) continue;
        // What cannot be printed of one plan cannot of the others either.
        if (unprinted.empty() && !built[i].unprinted.empty()) unprinted.push_back(built[i].unprinted);
        if (!built[i].refused.empty())
            refused.push_back(found.inputs[i].name + built[i].refused);
        else if (options.compare)
            continue;
        report.left_out += built[i].left_out;
        report.add(std::move(built[i].files), std::move(built[i].findings));
        for (const std::string& note : built[i].notes)
            notes.push_back(fmt::format("{}: {}", found.inputs[i].name, note));
    }
    if (report.plans > 0) print(report, options.check, host);
    const std::vector<std::string> clashes = same_ids(found.inputs, places.of_inputs, built);
    for (const auto& errors : {found.errors, unreadable, clashes, refused, unprinted}) complain(errors, host);
    const bool wrong_use = !found.errors.empty() || !unreadable.empty() || !clashes.empty() || !unprinted.empty();
    if (wrong_use || (!refused.empty() && !options.compare)) {
        host.write_error(nothing);
        return wrong_use ? exit_usage : exit_findings;
    }
    if (options.compare) {
        const int compared = report_outdated(options, found.inputs, built, host);
        return refused.empty() ? compared : std::max(compared, exit_findings);
    }
    complain(notes, host);
    const int written = write_outputs(options, outputs(places.of_inputs, built), host);
    return written != exit_clean ? written : exit_code(report.findings, options.check);
}

} // namespace planc
