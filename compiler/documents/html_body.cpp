// The blocks of a document. Sections begin at its headings; a mark before a block says what becomes of it.
#include "documents/html_body.h"

#include "documents/contents.h"
#include "documents/html_inline.h"
#include "documents/html_table.h"
#include "documents/html_text.h"
#include "documents/markdown_tree.h"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>
#include <unordered_map>

namespace planc {

namespace {

/// Lists and quotes nested deeper than anybody writes are shown as plain text.
constexpr int deepest = 60;

/// Before what is ticked on paper.
constexpr std::string_view empty_box = "☐ ";

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text != nullptr ? std::string_view(text) : std::string_view();
}

std::string_view type_name(cmark_node* node) { return cmark_node_get_type_string(node); }

/// The marks of a paragraph that holds nothing else.
std::vector<Mark> marks_alone(cmark_node* node) {
    if (node == nullptr || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) return {};
    cmark_node* text = cmark_node_first_child(node);
    if (text == nullptr || cmark_node_next(text) != nullptr || cmark_node_get_type(text) != CMARK_NODE_TEXT) return {};
    std::string rest(literal(text));
    std::vector<Mark> marks = take_marks(rest);
    return rest.empty() ? marks : std::vector<Mark>();
}

bool says(const std::vector<Mark>& marks, std::string_view word) {
    return std::any_of(marks.begin(), marks.end(), [word](const Mark& mark) { return mark.word == word; });
}

class BodyWriter {
public:
    BodyWriter(const Page& page, const Labels& labels, std::string_view theme_css)
        : page_(page), labels_(labels), theme_css_(theme_css) {}

    HtmlBody write();

private:
    void write_top(cmark_node* node);
    void write_block(cmark_node* node, int depth);
    void write_children(cmark_node* node, int depth);
    void write_heading(cmark_node* node, bool top);
    void write_list(cmark_node* node, int depth);
    void write_item(cmark_node* node, bool tight, int depth);
    void write_code(cmark_node* node);
    void write_chart();
    std::string make_anchor(std::string_view text);
    void open_section(int level);
    void close_sections(int level);
    bool take(std::string_view word);

    const Page& page_;
    const Labels& labels_;
    std::string_view theme_css_;
    HtmlBody body_;
    std::string& out_ = body_.text;
    std::vector<Mark> marks_;                   ///< before the next block
    std::vector<int> sections_;                 ///< levels of those that are open
    bool part_open_ = false;                    ///< of the record, up to the end of its section
    std::unordered_map<std::string, int> seen_; ///< anchors, with the number the next of that name gets
    int headings_ = 0;
};

/// True if the mark stands before the block at hand.
bool BodyWriter::take(std::string_view word) { return says(marks_, word); }

HtmlBody BodyWriter::write() {
    const MarkdownTree tree = read_markdown(page_.markdown);
    cmark_consolidate_text_nodes(tree.get());
    out_.reserve(page_.markdown.size() * 2);
    for (cmark_node* node = cmark_node_first_child(tree.get()); node != nullptr; node = cmark_node_next(node)) {
        if (std::vector<Mark> marks = marks_alone(node); !marks.empty()) {
            marks_.insert(marks_.end(), marks.begin(), marks.end());
            if (says(marks, "wide")) body_.wide = true;
            continue;
        }
        write_top(node);
    }
    close_sections(1);
    return std::move(body_);
}

void BodyWriter::write_top(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    for (const std::string_view part : {"issues", "lessons", "suggestions", "outcome"}) {
        if (part_open_ || !take(part) || type == CMARK_NODE_HEADING) continue;
        fmt::format_to(std::back_inserter(out_), "<div data-part=\"{}\">\n", part);
        part_open_ = true;
    }
    if (take("page")) out_ += "<div class=\"new-page\"></div>\n";
    const bool is_table = type_name(node) == "table";
    const bool draws = take("chart") && page_.chart != nullptr;
    const bool signs = take("sign");
    if (draws) write_chart();
    if (type == CMARK_NODE_HEADING) {
        write_heading(node, true);
    } else if (take("contents")) {
        body_.has_contents = true;
    } else if (draws && type == CMARK_NODE_CODE_BLOCK) {
        // the chart as text
    } else if (is_table && take("facts")) {
        append_facts(out_, node);
    } else if (is_table) {
        append_table(out_, node, signs ? TableUse::sign : take("write") ? TableUse::write : TableUse::read, labels_);
    } else if (take("write") || signs) {
        out_ += signs ? "<div class=\"sign\">\n" : "<div class=\"write\">\n";
        write_block(node, 0);
        out_ += "</div>\n";
    } else {
        write_block(node, 0);
    }
    marks_.clear();
}

void BodyWriter::write_chart() {
    out_ += "<figure class=\"chart\"><div class=\"scroll\">";
    out_ += draw_svg(*page_.chart, theme_css_);
    out_ += "</div></figure>\n";
    append_chart_table(out_, *page_.chart, labels_);
}

void BodyWriter::write_block(cmark_node* node, int depth) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (depth > deepest) {
        append_html(out_, plain_text(node));
    } else if (type == CMARK_NODE_PARAGRAPH) {
        out_ += "<p>";
        append_inline(out_, node);
        out_ += "</p>\n";
    } else if (type == CMARK_NODE_HEADING) {
        write_heading(node, false);
    } else if (type == CMARK_NODE_LIST) {
        write_list(node, depth);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        out_ += "<blockquote>\n";
        write_children(node, depth);
        out_ += "</blockquote>\n";
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        write_code(node);
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        out_ += "<hr>\n";
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        if (literal(node).starts_with("<!--")) return; // parts two lists
        out_ += "<p>";
        append_html(out_, literal(node));
        out_ += "</p>\n";
    } else if (type_name(node) == "table") {
        append_table(out_, node, TableUse::read, labels_);
    } else {
        write_children(node, depth);
    }
}

void BodyWriter::write_children(cmark_node* node, int depth) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
        write_block(child, depth + 1);
}

void BodyWriter::write_list(cmark_node* node, int depth) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    const int start = cmark_node_get_list_start(node);
    if (!ordered)
        out_ += "<ul>\n";
    else
        out_ += start == 1 ? "<ol>\n" : fmt::format("<ol start=\"{}\">\n", start);
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item))
        write_item(item, cmark_node_get_list_tight(node) != 0, depth + 1);
    out_ += ordered ? "</ol>\n" : "</ul>\n";
}

void BodyWriter::write_item(cmark_node* node, bool tight, int depth) {
    const bool task = type_name(node) == "tasklist";
    out_ += task ? "<li class=\"task\"" : "<li";
    for (const Mark& mark : take_leading_marks(node)) {
        if (mark.word == "of") fmt::format_to(std::back_inserter(out_), " data-of=\"{}\"", escape_html(mark.argument));
        if (mark.word == "choice")
            fmt::format_to(std::back_inserter(out_), " data-choice=\"{}\"", escape_html(mark.argument));
    }
    out_ += '>';
    if (task) append_box(out_, cmark_gfm_extensions_get_tasklist_item_checked(node), labels_);
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
        const bool bare = tight && !task && cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH;
        if (bare)
            append_inline(out_, child);
        else
            write_block(child, depth + 1);
    }
    out_ += "</li>\n";
}

void BodyWriter::write_code(cmark_node* node) {
    out_ += "<div class=\"code\"><pre><code>";
    append_html(out_, literal(node));
    out_ += "</code></pre></div>\n";
}

std::string BodyWriter::make_anchor(std::string_view text) {
    const std::string anchor = anchor_of(text);
    ++headings_;
    // Capital letters, which no anchor has, name what has no letters at all.
    if (anchor.empty()) return fmt::format("H{}", headings_);
    std::string unique = anchor;
    while (seen_.count(unique) != 0) unique = fmt::format("{}-{}", anchor, seen_[anchor]++);
    seen_.emplace(unique, 1);
    return unique;
}

void BodyWriter::open_section(int level) {
    close_sections(level);
    out_ += "<section>\n";
    sections_.push_back(level);
}

void BodyWriter::close_sections(int level) {
    if (part_open_) out_ += "</div>\n";
    part_open_ = false;
    while (!sections_.empty() && sections_.back() >= level) {
        out_ += "</section>\n";
        sections_.pop_back();
    }
}

void BodyWriter::write_heading(cmark_node* node, bool top) {
    const int level = cmark_node_get_heading_level(node);
    const std::string text = plain_text(node);
    std::string anchor = make_anchor(text);
    if (top && level == 1 && body_.title.empty()) {
        append_inline(body_.title, node);
        return;
    }
    if (says(marks_alone(cmark_node_next(node)), "contents")) return;
    const bool listed = top && (level == 2 || level == 3);
    if (listed) open_section(level);
    fmt::format_to(std::back_inserter(out_), "<h{} id=\"{}\">", level, escape_html(anchor));
    append_inline(out_, node);
    fmt::format_to(std::back_inserter(out_), "</h{}>\n", level);
    if (!listed) return;
    const std::size_t box = text.starts_with(empty_box) ? empty_box.size() : 0; // nothing is ticked in the contents
    body_.headings.push_back({level, std::move(anchor), text.substr(box)});
}

} // namespace

HtmlBody write_body(const Page& page, const Labels& labels, std::string_view theme_css) {
    return BodyWriter(page, labels, theme_css).write();
}

} // namespace planc
