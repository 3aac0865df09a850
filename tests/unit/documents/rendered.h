// A plan from its text to its documents, and looking into rendered Markdown.
#pragma once

#include "binding/bind.h"
#include "documents/documents.h"
#include "documents/labels.h"
#include "schedule/schedule.h"
#include "syntax/tree.h"

#include <string>
#include <vector>

/// Every stage from the text to the documents, without the rules.
struct Rendered {
    explicit Rendered(const std::string& text);

    const std::string& document(std::string_view name) const;
    std::vector<planc::Document> render_with(const planc::Templates& templates) const;

    planc::Files files;
    planc::Diagnostics findings;
    planc::Tree tree;
    planc::Plan plan;
    planc::Schedule schedule;
    std::vector<planc::Document> documents;
};

struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;

    /// The cells of a column by its header; fails the test if there is no such column.
    std::vector<std::string> column(const std::string& name) const;
};

struct Link {
    std::string text;
    std::string url;
};

/// What cmark-gfm sees in a document. Text is as a reader sees it: `<br>` is a line break, other HTML stands out as it
/// is.
struct Seen {
    explicit Seen(const std::string& markdown);

    /// The first table whose header begins with these cells; fails the test if there is none.
    const Table& table(const std::vector<std::string>& header) const;

    std::vector<Table> tables;
    std::vector<std::string> headings; ///< `## Goals`
    std::vector<std::string> tasks;    ///< `[x] text` or `[ ] text`
    std::vector<std::string> items;    ///< other list items
    std::vector<std::string> paragraphs;
    std::vector<Link> links;
    std::vector<std::string> html;   ///< raw HTML other than `<br>`
    std::vector<std::string> images; ///< addresses
};

std::string read_text_file(const std::string& path);
planc::Labels labels_of(std::string_view language);
