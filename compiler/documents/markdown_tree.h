// Markdown read by cmark-gfm with the extensions that our documents use.
#pragma once

#include <cmark-gfm.h>
#include <memory>
#include <string>
#include <string_view>

namespace planc {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, FreeNode>;

/// Tables, task lists, strikethrough and bare addresses are understood.
MarkdownTree read_markdown(std::string_view text);

/// Whether the box of a `tasklist` node is ticked.
bool is_ticked(cmark_node* item);

/// How the columns of a `table` node stand, a letter each: `l`, `c`, `r`, or a blank where it says nothing.
std::string column_alignments(cmark_node* table);

/// The visible text of a heading line such as `## 1\. **Import**`.
std::string visible_heading(std::string_view line);

} // namespace planc
