#include "cli/render_plans.h"

#include "cli/build_system.h"
#include "cli/only.h"
#include "cli/printing.h"
#include "documents/documents.h"

#include <fmt/format.h>
#include <utility>

namespace planc {

namespace {

/// Empty if the plan can be rendered.
std::string reason_to_refuse(const Compilation& compilation, const BuildOptions& options) {
    // Documents of half a plan would look like all of it.
    if (!compilation.complete)
        return fmt::format(" cannot be read to its end{}",
                           options.aim == BuildAim::write ? ", so it is not rendered" : "; `planc check` says why");
    if (compilation.plan.header.id.value.empty()) return " has no `plan: {id: …}` to name its documents after";
    const bool errors_matter = !options.draft && options.aim != BuildAim::list;
    if (errors_matter && has_errors(compilation.findings))
        return options.aim == BuildAim::compare
                   ? " has errors, so its documents are not compared; `planc check` tells them"
                   : " has errors; mend them, or render it with --draft";
    return {};
}

void render(const Compilation& compilation, const BuildPlace& place, const BuildOptions& options, Printing& printing,
            Host& host, Built& result) {
    const Compiled compiled{compilation.files, compilation.plan, compilation.schedule, compilation.findings,
                            compilation.as_of};
    const std::vector<DocumentFile> files = chosen_files(compilation.plan, options.only);
    for (const DocumentFile file : files) result.files_made.push_back(file_name(file));
    if (options.aim == BuildAim::list) return;
    const Templates& templates = place.templates->templates;
    const Pages pages = make_pages(compiled, templates, files);
    result.documents = render_documents(compiled, templates, pages, files);
    result.unprinted = printing.print(pages, files, place.paper, result.documents, result.notes);
    if (options.aim == BuildAim::compare)
        result.comparison = compare_documents(folder_of(place, result), std::exchange(result.documents, {}),
                                              options.only.empty(), host);
}

} // namespace

std::string folder_of(const BuildPlace& place, const Built& built) {
    return fmt::format("{}/{}", place.folder, built.plan_id);
}

std::vector<std::string> render_plans(const std::vector<Input>& inputs, const std::vector<BuildPlace>& places,
                                      const BuildOptions& options, SharedFiles& shared, std::vector<Built>& built) {
    Host& host = shared.host();
    Printing printing(host);
    return compile_all(
        inputs, options.check, shared, [&](std::size_t number, std::unique_ptr<Compilation> compilation) {
            Built& result = built[number];
            result.read = true;
            result.complete = compilation->complete;
            result.refused = reason_to_refuse(*compilation, options);
            if (result.refused.empty()) {
                result.plan_id = compilation->plan.header.id.value;
                render(*compilation, places[number], options, printing, host, result);
                result.files_read = files_read(inputs[number], *compilation, places[number], host);
            }
            if (options.aim != BuildAim::write) return;
            result.left_out = keep_chosen(*compilation, options.check); // from what is told, not from what is looked at
            result.findings = std::move(compilation->findings);
            result.files = std::move(compilation->files);
        });
}

} // namespace planc
