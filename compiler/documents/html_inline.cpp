// Walks the inline nodes of one block.
#include "documents/html_inline.h"

#include "documents/html_text.h"
#include "documents/notes.h"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace planc {

namespace {

/// Calls `see(node, event)` for a block and all below it.
template <class See>
void walk(cmark_node* block, See see) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(block), &cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get()))
        see(cmark_iter_get_node(iter.get()), event);
}

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text != nullptr ? std::string_view(text) : std::string_view();
}

bool is_line_break(std::string_view html) { return html == "<br>" || html == "<br/>" || html == "<br />"; }

/// Behind a mark of a word stands the word, up to a blank.
void append_text(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t at = std::min(text.find(mark_border), text.size());
        append_html(out, text.substr(0, at));
        text.remove_prefix(at);
        if (text.empty()) return;
        const std::size_t end = std::min(text.find(mark_border, 1), text.size() - 1);
        const std::string_view word = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
        if (word != "progress" && word != "open") continue;
        const std::size_t blank = std::min(text.find(' '), text.size());
        fmt::format_to(std::back_inserter(out), "<span data-{}>", word);
        append_html(out, text.substr(0, blank));
        out += "</span>";
        text.remove_prefix(blank);
    }
}

/// The element of a node; none for those that are left out.
std::string_view element(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_EMPH) return "em";
    if (type == CMARK_NODE_STRONG) return "strong";
    return std::string_view(cmark_node_get_type_string(node)) == "strikethrough" ? "del" : "";
}

void append_link(std::string& out, cmark_node* node, bool enter) {
    const std::string_view url = cmark_node_get_url(node);
    if (url.empty() || !is_harmless_address(url)) return;
    if (!enter) {
        out += "</a>";
        return;
    }
    out += "<a href=\"";
    append_html(out, url);
    out += url.starts_with('#') ? "\">" : "\" rel=\"noreferrer\">";
}

} // namespace

void append_inline(std::string& out, cmark_node* block) {
    int links = 0; // an image may stand in a link, and becomes one here
    walk(block, [&](cmark_node* node, cmark_event_type event) {
        const bool enter = event == CMARK_EVENT_ENTER;
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT) {
            append_text(out, literal(node));
        } else if (type == CMARK_NODE_SOFTBREAK) {
            out += '\n';
        } else if (type == CMARK_NODE_LINEBREAK) {
            out += "<br>";
        } else if (type == CMARK_NODE_CODE) {
            out += "<code>";
            append_html(out, literal(node));
            out += "</code>";
        } else if (type == CMARK_NODE_HTML_INLINE) {
            if (is_line_break(literal(node)))
                out += "<br>";
            else if (!literal(node).starts_with("<!--"))
                append_html(out, literal(node));
        } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
            if (!enter) --links;
            if (links == 0) append_link(out, node, enter);
            if (enter) ++links;
        } else if (const std::string_view name = element(node); !name.empty()) {
            fmt::format_to(std::back_inserter(out), "<{}{}>", enter ? "" : "/", name);
        }
    });
}

std::vector<Mark> take_leading_marks(cmark_node* block) {
    cmark_node* node = block;
    while (node != nullptr && cmark_node_get_type(node) != CMARK_NODE_TEXT) node = cmark_node_first_child(node);
    if (node == nullptr || !literal(node).starts_with(mark_border)) return {};
    std::string text(literal(node));
    // Marks of words stay.
    std::vector<Mark> marks;
    while (text.starts_with(mark_border)) {
        const std::size_t end = std::min(text.find(mark_border, 1), text.size() - 1);
        std::string one = text.substr(0, end + 1);
        Mark mark = take_marks(one).at(0);
        if (mark.word == "progress" || mark.word == "open") break;
        marks.push_back(std::move(mark));
        text.erase(0, end + 1);
    }
    cmark_node_set_literal(node, text.c_str());
    return marks;
}

std::string plain_text(cmark_node* block) {
    std::string text;
    walk(block, [&](cmark_node* node, cmark_event_type) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += literal(node);
        if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
        if (type == CMARK_NODE_HTML_INLINE) text += is_line_break(literal(node)) ? " " : literal(node);
    });
    take_marks(text);
    return text;
}

std::size_t text_width(cmark_node* block) {
    std::size_t line = 0;
    std::size_t longest = 0;
    walk(block, [&](cmark_node* node, cmark_event_type) {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINEBREAK || (type == CMARK_NODE_HTML_INLINE && is_line_break(literal(node)))) line = 0;
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            for (const char c : literal(node)) {
                const auto byte = static_cast<unsigned char>(c);
                if (byte < 0x80 || byte >= 0xC0) line += byte >= 0xE2 ? 2 : 1;
            }
        longest = std::max(longest, line);
    });
    return longest;
}

void append_box(std::string& out, bool ticked, const Labels& labels) {
    fmt::format_to(std::back_inserter(out), R"(<span class="box{}" role="img" aria-label="{}"></span>)",
                   ticked ? " ticked" : "", escape_html(labels[ticked ? "page_ticked" : "page_not_ticked"]));
}

} // namespace planc
