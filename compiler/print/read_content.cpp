// Walks over the blocks of cmark-gfm's tree and resolves the layout marks between them.
#include "print/content.h"

#include "documents/contents.h"
#include "documents/markdown_tree.h"
#include "print/passages.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

namespace planc {

namespace {

constexpr int deepest = 60; ///< of blocks in blocks; what is deeper is read as text

std::string_view type_of(cmark_node* node) { return cmark_node_get_type_string(node); }

Tick tick_of(std::string_view text) {
    if (text == "\xE2\x98\x90") return Tick::open;                           // ☐
    if (text == "\xE2\x98\x91" || text == "\xE2\x98\x92") return Tick::done; // ☑ ☒
    return Tick::none;
}

class ContentReader {
public:
    explicit ContentReader(Content& content) : content_(content) {}

    void read_blocks(cmark_node* parent, std::vector<Element>& out, int depth) {
        Handwriting handwriting = Handwriting::none;
        bool after_chart = false;
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
            if (after_chart && type_of(node) == "code_block") { // the text form of the chart
                after_chart = false;
                continue;
            }
            const std::size_t before = out.size();
            if (type_of(node) == "paragraph" && read_marks(node, out, handwriting)) {
                after_chart = out.size() > before && out.back().kind == ElementKind::chart;
                continue;
            }
            after_chart = false;
            read_block(node, out, depth);
            for (std::size_t i = before; i < out.size(); ++i) out[i].handwriting = handwriting;
            handwriting = Handwriting::none;
        }
    }

private:
    /// Whether the paragraph is layout marks alone; they are obeyed.
    bool read_marks(cmark_node* node, std::vector<Element>& out, Handwriting& handwriting) {
        cmark_node* text = cmark_node_first_child(node);
        if (text == nullptr || type_of(text) != "text") return false;
        const char* literal = cmark_node_get_literal(text);
        if (literal == nullptr || literal[0] != '\x03') return false;
        Content aside;
        std::vector<Mark> marks;
        if (!read_passage(node, aside, marks).empty()) return false;
        for (const Mark& mark : marks) {
            if (mark.word == "wide") content_.wide = true;
            if (mark.word == "write") handwriting = Handwriting::write;
            if (mark.word == "sign") handwriting = Handwriting::sign;
            if (mark.word == "page") out.emplace_back().kind = ElementKind::new_page;
            if (mark.word == "chart") out.emplace_back().kind = ElementKind::chart;
        }
        return true;
    }

    void read_block(cmark_node* node, std::vector<Element>& out, int depth) {
        const std::string_view type = type_of(node);
        if (type == "table") return read_grid(node, out);
        Element& element = out.emplace_back();
        if (type == "heading") {
            element.kind = ElementKind::heading;
            element.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
            element.text = read_text(node);
            add_heading(element);
        } else if (type == "code_block") {
            element.kind = ElementKind::code;
            element.text = read_code(cmark_node_get_literal(node), content_);
        } else if (type == "html_block") {
            element.kind = ElementKind::code; // nothing of ours; shown as it stands
            element.text = read_code(cmark_node_get_literal(node), content_);
        } else if (type == "thematic_break") {
            element.kind = ElementKind::rule;
        } else if (type == "paragraph" || depth == deepest) {
            element.text = read_text(node);
        } else if (type == "list") {
            read_list(node, element, depth);
        } else {
            element.kind = ElementKind::quote;
            read_blocks(node, element.children, depth + 1);
        }
    }

    TextPassage read_text(cmark_node* node) {
        std::vector<Mark> marks;
        return read_passage(node, content_, marks);
    }

    void add_heading(Element& element) {
        const std::string title(content_.text(element.text));
        std::string anchor = anchor_of(title);
        const int before = anchors_[anchor]++;
        if (before > 0) anchor += fmt::format("-{}", before);
        content_.headings.push_back({element.level, title});
        element.heading = static_cast<std::uint32_t>(content_.headings.size());
        content_.anchors.emplace(std::move(anchor), element.heading);
    }

    void read_list(cmark_node* node, Element& list, int depth) {
        list.kind = ElementKind::list;
        list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        list.tight = cmark_node_get_list_tight(node) != 0;
        auto number = static_cast<std::uint32_t>(std::max(cmark_node_get_list_start(node), 0));
        for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
            Element& item = list.children.emplace_back();
            item.kind = ElementKind::item;
            item.number = number++;
            if (type_of(child) == "tasklist") item.tick = is_ticked(child) ? Tick::done : Tick::open;
            read_blocks(child, item.children, depth + 1);
        }
    }

    void read_grid(cmark_node* node, std::vector<Element>& out) {
        Grid grid;
        for (const char letter : column_alignments(node))
            grid.columns.push_back(letter == 'c'   ? Alignment::middle
                                   : letter == 'r' ? Alignment::end
                                                   : Alignment::start);
        grid.remarks.resize(grid.columns.size());
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            std::size_t count = 0;
            for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr && count < grid.columns.size();
                 cell = cmark_node_next(cell), ++count) {
                GridCell& placed = grid.cells.emplace_back();
                std::vector<Mark> marks;
                placed.text = read_passage(cell, content_, marks);
                for (const Mark& mark : marks)
                    if (mark.word == "note") grid.remarks[count] = true;
                placed.tick = tick_of(content_.text(placed.text));
            }
            grid.cells.resize(grid.cells.size() + grid.columns.size() - count);
        }
        Element& element = out.emplace_back();
        element.kind = ElementKind::grid;
        element.grid.push_back(std::move(grid));
    }

    Content& content_;
    std::unordered_map<std::string, int> anchors_; ///< how often each was wanted
};

} // namespace

Content read_content(std::string_view markdown) {
    Content content;
    content.letters.reserve(markdown.size());
    const MarkdownTree tree = read_markdown(markdown);
    cmark_consolidate_text_nodes(tree.get());
    ContentReader(content).read_blocks(tree.get(), content.elements, 0);
    return content;
}

} // namespace planc
