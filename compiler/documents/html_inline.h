// The inline part of cmark-gfm's tree as HTML.
#pragma once

#include "documents/labels.h"
#include "documents/marks.h"

#include <cmark-gfm.h>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// HTML of everything in a paragraph, heading or cell. Marks of words are understood.
void append_inline(std::string& out, cmark_node* block);

/// Takes the marks off the begin of a block's text.
std::vector<Mark> take_leading_marks(cmark_node* block);

/// What a reader sees of a block, without marks.
std::string plain_text(cmark_node* block);

/// The room the longest line of a block takes, in letters of the Latin script; Chinese ones count as two.
std::size_t text_width(cmark_node* block);

/// An empty box, or a ticked one.
void append_box(std::string& out, bool ticked, const Labels& labels);

} // namespace planc
