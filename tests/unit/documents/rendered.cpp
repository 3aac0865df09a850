// The stages in a row, and a walk over cmark-gfm's tree.
#include "rendered.h"

#include "documents/markdown_tree.h"

#include <catch2/catch.hpp>
#include <cmark-gfm-core-extensions.h>
#include <fstream>
#include <sstream>

using namespace planc;

namespace {

std::uint32_t add(Files& files, const std::string& text) { return files.add("test.plan.yaml", text); }

std::string type_of(cmark_node* node) { return cmark_node_get_type_string(node); }

/// The text below a node, line breaks as "\n".
std::string text_of(cmark_node* node) {
    const std::string type = type_of(node);
    std::string text;
    if (type == "text" || type == "code") text += cmark_node_get_literal(node);
    if (type == "softbreak") text += ' ';
    if (type == "linebreak") text += '\n';
    if (type == "html_inline")
        text += std::string(cmark_node_get_literal(node)) == "<br>" ? "\n" : cmark_node_get_literal(node);
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
        text += text_of(child);
    return text;
}

/// A column may be widened by wide blanks, so that there is room to write.
std::string without_room(std::string text) {
    while (text.ends_with("\xE2\x80\x83")) text.resize(text.size() - 3);
    return text;
}

std::vector<std::string> cells_of(cmark_node* row) {
    std::vector<std::string> cells;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
        cells.push_back(without_room(text_of(cell)));
    return cells;
}

Table table_of(cmark_node* node) {
    Table table;
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
        if (cmark_gfm_extensions_get_table_row_is_header(row) != 0) {
            table.header = cells_of(row);
        } else {
            table.rows.push_back(cells_of(row));
        }
    }
    return table;
}

void walk(cmark_node* node, Seen& seen) {
    const std::string type = type_of(node);
    if (type == "table") seen.tables.push_back(table_of(node));
    if (type == "heading") {
        seen.headings.push_back(std::string(static_cast<std::size_t>(cmark_node_get_heading_level(node)), '#') + " " +
                                text_of(node));
    }
    if (type == "tasklist") {
        seen.tasks.push_back((cmark_gfm_extensions_get_tasklist_item_checked(node) ? "[x] " : "[ ] ") + text_of(node));
    }
    if (type == "item") seen.items.push_back(text_of(node));
    if (type == "paragraph") seen.paragraphs.push_back(text_of(node));
    if (type == "link") seen.links.push_back({text_of(node), cmark_node_get_url(node)});
    if (type == "image") seen.images.emplace_back(cmark_node_get_url(node));
    if (type == "html_block") seen.html.emplace_back(cmark_node_get_literal(node));
    if (type == "html_inline" && std::string(cmark_node_get_literal(node)) != "<br>")
        seen.html.emplace_back(cmark_node_get_literal(node));
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
        walk(child, seen);
}

} // namespace

Rendered::Rendered(const std::string& text) {
    const std::uint32_t file = add(files, text);
    tree = parse_yaml(files, file, findings);
    plan = bind_plan(tree, files, file, findings);
    schedule = make_schedule(plan);
    sort_and_deduplicate(findings);
    documents = render_with(Templates());
}

std::vector<Document> Rendered::render_with(const Templates& templates) const {
    const Compiled compiled{files, plan, schedule, findings, {}};
    const std::vector<DocumentFile> wanted = wanted_files(plan);
    return render_documents(compiled, templates, make_pages(compiled, templates, wanted), wanted);
}

const std::string& Rendered::document(std::string_view name) const {
    for (const Document& one : documents)
        if (one.name == name) return one.text;
    FAIL("there is no document " << name);
    throw std::logic_error("not reached");
}

std::vector<std::string> Table::column(const std::string& name) const {
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (header[i] != name) continue;
        std::vector<std::string> cells;
        for (const auto& row : rows) cells.push_back(row.at(i));
        return cells;
    }
    FAIL("the table has no column " << name);
    return {};
}

Seen::Seen(const std::string& markdown) {
    const MarkdownTree tree = read_markdown(markdown);
    walk(tree.get(), *this);
}

const Table& Seen::table(const std::vector<std::string>& header) const {
    for (const Table& one : tables)
        if (one.header.size() >= header.size() && std::equal(header.begin(), header.end(), one.header.begin()))
            return one;
    FAIL("there is no table that begins with " << header.at(0));
    throw std::logic_error("not reached");
}

std::string read_text_file(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Labels labels_of(std::string_view language) {
    Labels labels;
    std::string message;
    std::size_t at = 0;
    REQUIRE(read_labels(*Templates().find("labels." + std::string(language) + ".json"), labels, message, at));
    return labels;
}
