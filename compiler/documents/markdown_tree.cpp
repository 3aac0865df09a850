// Setting up cmark-gfm.
#include "documents/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cstdint>
#include <mutex>

namespace planc {

namespace {

struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

} // namespace

MarkdownTree read_markdown(std::string_view text) {
    // Registering and parsing change tables of the library itself: one thread at a time.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
    for (const char* name : {"table", "tasklist", "strikethrough", "autolink"})
        if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return MarkdownTree(cmark_parser_finish(parser.get()));
}

bool is_ticked(cmark_node* item) { return cmark_gfm_extensions_get_tasklist_item_checked(item); }

std::string column_alignments(cmark_node* table) {
    std::string out;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
    const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
    for (std::size_t i = 0; i < columns; ++i) out += letters[i] == 0 ? ' ' : static_cast<char>(letters[i]);
    return out;
}

std::string visible_heading(std::string_view line) {
    const MarkdownTree tree = read_markdown(line);
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(tree.get()), &cmark_iter_free);
    std::string text;
    while (cmark_iter_next(iter.get()) != CMARK_EVENT_DONE) {
        cmark_node* node = cmark_iter_get_node(iter.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type != CMARK_NODE_TEXT && type != CMARK_NODE_CODE) continue;
        if (const char* literal = cmark_node_get_literal(node)) text += literal;
    }
    return text;
}

} // namespace planc
