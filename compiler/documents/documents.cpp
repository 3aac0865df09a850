// The list of all documents, and rendering them.
#include "documents/documents.h"

#include "documents/contents.h"
#include "documents/data.h"
#include "documents/labels.h"
#include "documents/template_render.h"
#include "documents/template_tags.h"
#include "documents/view.h"
#include "gantt/chart.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr DocumentKind documents[] = {
    {"plan", "md", "the whole release plan"},
    {"checklist", "md", "what to tick before, during and after, by group and by owner"},
    {"runbook", "md", "the day itself, step by step, with commands to copy"},
    {"record", "md", "planned times beside columns for what really happened"},
    {"signoff", "md", "one sheet to sign: what, when, conditions, risks, rollback"},
    {"gantt", "svg", "the schedule as a picture"},
    {"data", "json", "the compiled plan with all computed values"},
};

std::string render(const Compiled& compiled, const Templates& templates, const DocumentKind& kind, const Value& view,
                   const Chart& chart) {
    if (kind.format == "svg") return draw_svg(chart);
    if (kind.format == "json") return compiled_data(compiled);
    const std::string* text = templates.find(fmt::format("{}.{}.mustache", kind.name, kind.format));
    if (text == nullptr) return {};
    return fill_contents(tidy_lines(render_template(prepare_template(templates, *text), view)));
}

/// All are, where the plan names none.
bool is_wanted(const Plan& plan, const DocumentKind& kind) {
    return plan.documents.empty() ||
           std::any_of(plan.documents.begin(), plan.documents.end(),
                       [&kind](const WantedDocument& wanted) { return name(wanted.document.value) == kind.name; });
}

} // namespace

std::span<const DocumentKind> all_documents() { return documents; }

std::vector<Document> render_documents(const Compiled& compiled, const Templates& templates) {
    Labels labels;
    std::string message;
    std::size_t at = 0;
    const std::string* words = templates.find(fmt::format("labels.{}.json", name(compiled.plan.header.language.value)));
    if (words != nullptr) read_labels(*words, labels, message, at);
    const Chart chart = make_chart(compiled.plan, compiled.schedule, compiled.as_of);
    const Value view = make_view(compiled, labels, chart);
    std::vector<Document> rendered;
    for (const DocumentKind& kind : all_documents())
        if (is_wanted(compiled.plan, kind))
            rendered.push_back(
                {fmt::format("{}.{}", kind.name, kind.format), render(compiled, templates, kind, view, chart)});
    return rendered;
}

} // namespace planc
