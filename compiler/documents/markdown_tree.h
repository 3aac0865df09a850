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

/// The visible text of a heading line such as `## 1\. **Import**`.
std::string visible_heading(std::string_view line);

} // namespace planc
