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

constexpr std::string_view meanings[document_names] = {
    "the whole release plan",
    "what to tick before, during and after, by group and by owner",
    "the day itself, step by step, with commands to copy",
    "planned times beside columns for what really happened",
    "one sheet to sign: what, when, conditions, risks, rollback",
    "the schedule as a picture",
    "the compiled plan with all computed values",
};

/// What stands over every page of a plan with errors; nothing if it has none.
std::string draft_text(const Diagnostics& findings, const Labels& labels) {
    return has_errors(findings) ? std::string(labels["draft_with_errors"]) : std::string();
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

/// Whether a wish of the plan is for this file.
bool asks_for(const WantedDocument& wanted, DocumentFile file) {
    return wanted.document.value == file.document &&
           (wanted.formats.empty() ||
            std::any_of(wanted.formats.begin(), wanted.formats.end(),
                        [&](const Located<DocumentFormat>& one) { return one.value == file.format; }));
}

/// A chart of this many columns stands in a terminal and in a mail.
constexpr int text_columns = 100;

std::string render(const Compiled& compiled, const Templates& templates, const Pages& pages, DocumentFile file) {
    switch (file.format) {
    case DocumentFormat::svg:
        return draw_svg(*pages.chart, pages.theme.css);
    case DocumentFormat::mmd:
        return draw_mermaid(*pages.chart);
    case DocumentFormat::txt:
        return draw_text(*pages.chart, text_columns);
    case DocumentFormat::json:
        return compiled_data(compiled);
    case DocumentFormat::md:
        return tidy_lines(without_marks(pages.find(file.document)->markdown));
    case DocumentFormat::html:
        return draw_html(*pages.find(file.document), pages, templates);
    case DocumentFormat::pdf:
    case DocumentFormat::png:
        break;
    }
    return {};
}

} // namespace

std::string_view meaning(DocumentName document) { return meanings[static_cast<std::size_t>(document)]; }

bool has_template(DocumentName document) { return formats_of(document).front() == DocumentFormat::md; }

std::string file_name(DocumentFile file) { return fmt::format("{}.{}", name(file.document), name(file.format)); }

std::vector<DocumentFile> wanted_files(const Plan& plan) {
    std::vector<DocumentFile> files;
    for (std::size_t i = 0; i < document_names; ++i) {
        const auto document = static_cast<DocumentName>(i);
        for (const DocumentFormat format : formats_of(document)) {
            const DocumentFile file{document, format};
            if (plan.documents.empty() || std::any_of(plan.documents.begin(), plan.documents.end(),
                                                      [&](const auto& wanted) { return asks_for(wanted, file); }))
                files.push_back(file);
        }
    }
    return files;
}

bool is_printed(DocumentFile file) { return file.format == DocumentFormat::pdf || file.format == DocumentFormat::png; }

const Page* Pages::find(DocumentName document) const {
    const auto found =
        std::find_if(pages.begin(), pages.end(), [&](const Page& page) { return page.document == document; });
    return found == pages.end() ? nullptr : &*found;
}

Pages make_pages(const Compiled& compiled, const Templates& templates, std::span<const DocumentFile> files) {
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
    const std::string mark_of_drafts = draft_text(compiled.findings, labels);
    auto chart = std::make_unique<Chart>(make_chart(plan, compiled.schedule, compiled.as_of));
    if (!mark_of_drafts.empty()) chart->title = fmt::format("{} · {}", mark_of_drafts, chart->title);
    made.chart = std::move(chart);
    made.page_chart = std::make_unique<Chart>(chart_for_page(*made.chart));
    const std::string* css = templates.find("theme.css");
    const std::string* logo = templates.find("logo.png");
    made.theme = read_theme(css != nullptr ? *css : std::string(), logo != nullptr ? *logo : std::string());
    const Value view = make_view(compiled, labels, *made.chart);
    made.about.document = DocumentName::gantt;
    made.about.language = plan.header.language.value;
    made.about.title = join({std::string(plan.header.title.value), std::string(labels["gantt"])}, " · ");
    made.about.header = header_text(plan, labels);
    made.about.fingerprint = fingerprint(compiled.files, plan.outside_fingerprint);
    made.about.draft = mark_of_drafts;
    made.about.summary = plan.header.summary.value;
    if (has_dates(*made.page_chart)) made.about.chart = made.page_chart.get();
    for (std::size_t i = 0; i < document_names; ++i) {
        const auto document = static_cast<DocumentName>(i);
        const std::string* text = templates.find(fmt::format("{}.md.mustache", name(document)));
        const bool wanted =
            std::any_of(files.begin(), files.end(), [&](DocumentFile file) { return file.document == document; });
        if (text == nullptr || !wanted || !has_template(document)) continue;
        Page& page = made.pages.emplace_back(made.about);
        page.document = document;
        page.title = join({std::string(plan.header.title.value), std::string(labels[name(document)])}, " · ");
        page.markdown = fill_contents(tidy_lines(render_template(prepare_template(templates, *text), view)));
    }
    return made;
}

std::vector<Document> render_documents(const Compiled& compiled, const Templates& templates, const Pages& pages,
                                       std::span<const DocumentFile> files) {
    std::vector<Document> rendered;
    for (const DocumentFile& file : files)
        if (!is_printed(file)) rendered.push_back({file_name(file), render(compiled, templates, pages, file)});
    return rendered;
}

} // namespace planc
