// The documents of a plan: which there are, and rendering one.
#pragma once

#include "diagnostics/diagnostic.h"
#include "documents/labels.h"
#include "documents/page.h"
#include "documents/theme.h"
#include "plan/plan.h"
#include "schedule/schedule.h"
#include "source/file.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// What documents are made of.
struct Compiled {
    const Files& files;
    const Plan& plan;
    const Schedule& schedule;
    const Diagnostics& findings;
    std::optional<Instant> as_of;
};

/// One file of a build.
struct Document {
    std::string name; ///< `plan.md`, `gantt.svg`, `data.json`
    std::string text;
};

/// A file that a document is made as.
struct DocumentFile {
    DocumentName document = DocumentName::plan;
    DocumentFormat format = DocumentFormat::md;
};

/// One line for lists.
std::string_view meaning(DocumentName document);

/// True for documents made by `DOCUMENT.md.mustache`; the others are pictures and data.
bool has_template(DocumentName document);

/// `plan.md`
std::string file_name(DocumentFile file);

/// What the plan asks for, all of it where it says nothing; in the order of the documentation.
std::vector<DocumentFile> wanted_files(const Plan& plan);

/// True for what is drawn by print/, not here.
bool is_printed(DocumentFile file);

/// Where templates and label files come from: the built-in ones, or a text given for the same name.
class Templates {
public:
    /// The built-in templates.
    Templates();
    /// Replaces one file, as `plan.md.mustache` or `labels.en.json`.
    void replace(std::string name, std::string text);
    /// Null if there is none of this name.
    const std::string* find(std::string_view name) const;
    std::vector<std::string_view> names() const;

private:
    std::vector<std::pair<std::string, std::string>> files_;
};

/// A file that documents are made from.
struct TemplateFile {
    std::string name;
    std::string meaning; ///< a few words
};

/// By name.
std::vector<TemplateFile> list_templates(const Templates& templates);

/// A mistake in a template or label file, found before rendering.
struct TemplateError {
    std::string file;
    std::size_t line = 0;   ///< from 1
    std::size_t column = 0; ///< from 1, in characters
    std::string message;
};

/// Checks every template and label file: names against the documented view, tags, partials, depth.
std::vector<TemplateError> check_templates(const Templates& templates);

/// The documents of a plan before they have a format.
struct Pages {
    std::unique_ptr<const Chart> chart;      ///< every row
    std::unique_ptr<const Chart> page_chart; ///< what fits into a document beside its texts
    std::vector<Page> pages;                 ///< in the order of DocumentName
    Page about;                              ///< what holds for all pages, without a text
    Theme theme;
    Labels labels;           ///< of the plan's language
    std::string filling;     ///< what pages that can be filled in know of the plan, as JSON
    std::string page_labels; ///< what all other pages know

    /// Null if it is not among them.
    const Page* find(DocumentName document) const;
};

/// Renders the templates, which have been checked, of the documents among `files`.
Pages make_pages(const Compiled& compiled, const Templates& templates, std::span<const DocumentFile> files);

/// Renders those of the files that are not printed, from the pages made for them.
std::vector<Document> render_documents(const Compiled& compiled, const Templates& templates, const Pages& pages,
                                       std::span<const DocumentFile> files);

} // namespace planc
