// Users' own Markdown, read by cmark-gfm, made harmless in its tree and written again.
#include "documents/notes.h"

#include "documents/escape.h"
#include "documents/markdown_tree.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace planc {

namespace {

constexpr std::size_t most_bytes = 32 * 1024;
constexpr std::size_t deepest = 20;
constexpr std::size_t most_columns = 60;
constexpr std::size_t most_cells = 20000;

std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// What cmark-gfm would take quadratic time for, or nest deeper than anybody writes.
bool is_pathological(std::string_view text) {
    if (text.size() > most_bytes) return true;
    // Every line behind a table's head may be a row, and a row is filled up to all its columns.
    std::size_t widest = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        widest = std::max(widest, count_of(rest.substr(0, end), "|"));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (widest * count_of(text, "\n") > most_cells) return true;
    if (count_of(text, "<!") + count_of(text, "<?") > 50 || count_of(text, "))))))))") > 20) return true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (count_of(line, "|") > most_columns) return true;
        std::size_t marks = 0;
        for (const char c : line) {
            if (c == ' ' || c == '\t' || (c >= '0' && c <= '9')) continue;
            if (std::string_view(">-*+.)").find(c) == std::string_view::npos) break;
            ++marks;
        }
        const bool rule = !line.empty() && line.find_first_not_of("-*_ \t") == std::string_view::npos &&
                          line.find_first_not_of(line[0]) == std::string_view::npos;
        if (marks > deepest && !(rule && marks < 200)) return true;
        if (line.find_first_not_of(" \t") != std::string_view::npos && line.find_first_not_of(" \t") > 4 * deepest)
            return true;
    }
    return false;
}

/// Puts the children of a node in its place.
void unwrap(cmark_node* node) {
    while (cmark_node* child = cmark_node_first_child(node)) {
        cmark_node_unlink(child);
        cmark_node_insert_before(node, child);
    }
    cmark_node_unlink(node);
    cmark_node_free(node);
}

void become_text(cmark_node* node) {
    const std::string literal = cmark_node_get_literal(node);
    if (literal == "<br>" || literal == "<br/>" || literal == "<br />") return;
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, literal.c_str());
    cmark_node_replace(node, text);
    cmark_node_free(node);
}

void become_paragraph(cmark_node* node) {
    std::string literal = cmark_node_get_literal(node);
    while (!literal.empty() && literal.back() == '\n') literal.pop_back();
    std::replace(literal.begin(), literal.end(), '\n', ' ');
    cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, literal.c_str());
    cmark_node_append_child(paragraph, text);
    cmark_node_replace(node, paragraph);
    cmark_node_free(node);
}

/// The highest heading becomes one of `top_level`, those below it as far below as they were.
void make_harmless(cmark_node* root, int top_level) {
    std::vector<cmark_node*> nodes;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root), &cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get()))
        if (event == CMARK_EVENT_ENTER) nodes.push_back(cmark_iter_get_node(iter.get()));
    int highest = 6;
    for (cmark_node* node : nodes)
        if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            highest = std::min(highest, cmark_node_get_heading_level(node));
    for (cmark_node* node : nodes) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING) {
            cmark_node_set_heading_level(node, std::min(6, cmark_node_get_heading_level(node) - highest + top_level));
        } else if (type == CMARK_NODE_HTML_BLOCK) {
            become_paragraph(node);
        } else if (type == CMARK_NODE_HTML_INLINE) {
            become_text(node);
        } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
            const char* url = cmark_node_get_url(node);
            if (url != nullptr && !is_harmless_address(url)) unwrap(node);
        }
    }
}

} // namespace

bool is_harmless_address(std::string_view url) {
    const std::size_t colon = url.find(':');
    if (colon == std::string_view::npos || url.find_first_of("/?#") < colon) return true;
    std::string scheme(url.substr(0, colon));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

std::string bounded_markdown(std::string_view text, int top_level) {
    const std::string visible = without_odd_characters(text);
    if (is_pathological(visible)) return escape_paragraphs(visible);
    const MarkdownTree tree = read_markdown(visible);
    make_harmless(tree.get(), top_level);
    const std::unique_ptr<char, decltype(&std::free)> rendered(
        cmark_render_commonmark(tree.get(), CMARK_OPT_DEFAULT, 0), &std::free);
    std::string out = rendered.get();
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

} // namespace planc
