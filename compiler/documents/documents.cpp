// The list of all documents, and rendering them.
#include "documents/documents.h"

#include "documents/contents.h"
#include "documents/data.h"
#include "documents/filling.h"
#include "documents/html.h"
#include "documents/labels.h"
#include "documents/marks.h"
#include "documents/template_render.h"
#include "documents/template_tags.h"
#include "documents/view.h"
#include "documents/view_sections.h"
#include "gantt/chart.h"
#include "source/fingerprint.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr DocumentKind documents[] = {
    {DocumentName::plan, "md", "the whole release plan"},
    {DocumentName::checklist, "md", "what to tick before, during and after, by group and by owner"},
    {DocumentName::runbook, "md", "the day itself, step by step, with commands to copy"},
    {DocumentName::record, "md", "planned times beside columns for what really happened"},
    {DocumentName::signoff, "md", "one sheet to sign: what, when, conditions, risks, rollback"},
    {DocumentName::plan, "html", "the same as pages for a browser, each one file that needs nothing else"},
    {DocumentName::checklist, "html", "can be ticked in the browser and saved as a record"},
    {DocumentName::runbook, "html", "with buttons that copy the commands"},
    {DocumentName::record, "html", "can be filled in in the browser and saved as a record"},
    {DocumentName::signoff, "html", "for the screen, and to print from the browser"},
    {DocumentName::gantt, "svg", "the schedule as a picture"},
    {DocumentName::data, "json", "the compiled plan with all computed values"},
};

/// What stands over every page of a plan with errors; nothing if it has none.
std::string draft_text(const Diagnostics& findings, const Labels& labels) {
    const bool errors = std::any_of(findings.begin(), findings.end(),
                                    [](const Diagnostic& finding) { return finding.severity == Severity::error; });
    return errors ? std::string(labels["draft_with_errors"]) : std::string();
}

/// What every page says of the plan.
std::string header_text(const Plan& plan, const Labels& labels) {
    const Header& header = plan.header;
    const std::string revision =
        header.revision.given() ? fmt::format("{} {}", labels["revision"], header.revision.value) : std::string();
    return join({std::string(header.title.value), revision,
                 std::string(labels[fmt::format("plan_status_{}", name(header.status.value))])},
                " · ");
}

/// All are, where the plan names none.
bool is_wanted(const Plan& plan, const DocumentKind& kind) {
    return plan.documents.empty() ||
           std::any_of(plan.documents.begin(), plan.documents.end(),
                       [&kind](const WantedDocument& wanted) { return wanted.document.value == kind.document; });
}

} // namespace

std::span<const DocumentKind> all_documents() { return documents; }

Pages make_pages(const Compiled& compiled, const Templates& templates) {
    const Plan& plan = compiled.plan;
    Labels labels;
    std::string message;
    std::size_t at = 0;
    const std::string* words = templates.find(fmt::format("labels.{}.json", name(plan.header.language.value)));
    if (words != nullptr) read_labels(*words, labels, message, at);
    Pages made;
    made.labels = labels;
    made.filling = filling_data(compiled, labels);
    made.page_labels = page_labels(labels);
    made.chart = std::make_unique<Chart>(make_chart(plan, compiled.schedule, compiled.as_of));
    made.page_chart = std::make_unique<Chart>(chart_for_page(*made.chart));
    const std::string* css = templates.find("theme.css");
    made.theme = read_theme(css != nullptr ? *css : std::string());
    const Value view = make_view(compiled, labels, *made.chart);
    const std::string mark_of_drafts = draft_text(compiled.findings, labels);
    for (const DocumentKind& kind : all_documents()) {
        const std::string* text = templates.find(fmt::format("{}.md.mustache", name(kind.document)));
        if (kind.format != "md" || text == nullptr || !is_wanted(plan, kind)) continue;
        Page& page = made.pages.emplace_back();
        page.document = kind.document;
        page.language = plan.header.language.value;
        page.title = join({std::string(plan.header.title.value), std::string(labels[name(kind.document)])}, " · ");
        page.header = header_text(plan, labels);
        page.fingerprint = fingerprint(compiled.files, plan.outside_fingerprint);
        page.draft = mark_of_drafts;
        page.markdown = fill_contents(tidy_lines(render_template(prepare_template(templates, *text), view)));
        page.summary = plan.header.summary.value;
        if (has_dates(*made.page_chart)) page.chart = made.page_chart.get();
    }
    return made;
}

std::vector<Document> render_documents(const Compiled& compiled, const Templates& templates) {
    const Pages made = make_pages(compiled, templates);
    std::vector<Document> rendered;
    auto page = made.pages.begin();
    auto html = made.pages.begin();
    for (const DocumentKind& kind : all_documents()) {
        if (!is_wanted(compiled.plan, kind)) continue;
        const std::string file = fmt::format("{}.{}", name(kind.document), kind.format);
        if (kind.format == "svg") rendered.push_back({file, draw_svg(*made.chart)});
        if (kind.format == "json") rendered.push_back({file, compiled_data(compiled)});
        if (kind.format == "html" && html != made.pages.end())
            rendered.push_back({file, draw_html(*html++, made, templates)});
        if (kind.format == "md" && page != made.pages.end())
            rendered.push_back({file, tidy_lines(without_marks((page++)->markdown))});
    }
    return rendered;
}

} // namespace planc
