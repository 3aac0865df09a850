// The inline parts of Markdown gathered into passages.
#pragma once

#include "documents/markdown_tree.h"
#include "documents/marks.h"
#include "print/content.h"

namespace planc {

/// The text below a block's node, added to `content`; what marks stood in it is added to `marks`.
TextPassage read_passage(cmark_node* parent, Content& content, std::vector<Mark>& marks);

/// Code as it stands, without the line feed at its end, tabs as blanks.
TextPassage read_code(std::string_view code, Content& content);

} // namespace planc
