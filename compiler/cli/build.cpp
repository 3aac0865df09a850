// planc build: renders the documents of plans into a folder.
#include "cli/build_places.h"
#include "cli/commands.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/only.h"
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
    if (!is_for_readers(options.check.format)) return exit_clean;
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

} // namespace

int run_build(const BuildOptions& options, Host& host) {
    Inputs found = find_inputs(options.check, host);
    if (const std::string wrong = misplaced_format(options.check, found.inputs, host); !wrong.empty()) {
        complain({wrong}, host);
        return exit_usage;
    }
    SharedFiles shared(host);
    Report report;
    const BuildPlaces places = find_places(found.inputs, options, shared);
    if (!places.errors.empty()) {
        report.unreadable = places.errors;
        print(report, options.check, shared);
        complain(places.errors, host);
        host.write_error("planc: nothing was written\n");
        return exit_usage;
    }
    std::vector<Built> built(found.inputs.size());
    Printing printing(host);
    const std::vector<std::string> unreadable = compile_all(
        found.inputs, options.check, shared, [&](std::size_t number, std::unique_ptr<Compilation> compilation) {
            Built& result = built[number];
            result.read = true;
            result.refused = reason_to_refuse(*compilation, options.draft);
            if (result.refused.empty()) {
                result.plan_id = compilation->plan.header.id.value;
                render(*compilation, places.of_inputs[number], options, printing, result);
            }
            result.left_out = keep_chosen(*compilation, options.check); // from what is told, not from what is looked at
            result.findings = std::move(compilation->findings);
            result.files = std::move(compilation->files);
        });
    for (const auto& errors : {found.errors, unreadable})
        report.unreadable.insert(report.unreadable.end(), errors.begin(), errors.end());
    std::vector<std::string> refused;
    std::vector<std::string> unprinted;
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < built.size(); ++i) {
        if (!built[i].read) continue;
        report.left_out += built[i].left_out;
        report.add(found.inputs[i].name, std::move(built[i].files), std::move(built[i].findings));
        if (!built[i].refused.empty()) refused.push_back(found.inputs[i].name + built[i].refused);
        // What cannot be printed of one plan cannot of the others either.
        if (unprinted.empty() && !built[i].unprinted.empty()) unprinted.push_back(built[i].unprinted);
        for (const std::string& note : built[i].notes)
            notes.push_back(fmt::format("{}: {}", found.inputs[i].name, note));
    }
    const bool told = print(report, options.check, shared);
    const std::vector<std::string> clashes = same_ids(found.inputs, places.of_inputs, built);
    for (const auto& errors : {report.unreadable, clashes, refused, unprinted}) complain(errors, host);
    const bool wrong_use = !told || !report.unreadable.empty() || !clashes.empty() || !unprinted.empty();
    if (wrong_use || !refused.empty()) {
        host.write_error("planc: nothing was written\n");
        return wrong_use ? exit_usage : exit_findings;
    }
    complain(notes, host);
    const int written = write_outputs(options, outputs(places.of_inputs, built), host);
    return written != exit_clean ? written : exit_code(report.findings, options.check);
}

} // namespace planc
