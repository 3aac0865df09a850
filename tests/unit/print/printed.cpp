// The stages in a row.
#include "printed.h"

#include <stdexcept>

using namespace planc;

namespace {

std::uint32_t add(Files& files, const std::string& text) { return files.add("test.plan.yaml", text); }

} // namespace

Printed::Printed(const std::string& text) {
    const std::uint32_t file = add(files, text);
    tree = parse_yaml(files, file, findings);
    plan = bind_plan(tree, files, file, findings);
    schedule = make_schedule(plan);
    sort_and_deduplicate(findings);
    pages = make_pages({files, plan, schedule, findings, {}}, Templates(), wanted_files(plan));
}

const Page& Printed::page(DocumentName name) const {
    for (const Page& one : pages.pages)
        if (one.document == name) return one;
    throw std::logic_error("there is no such document");
}
