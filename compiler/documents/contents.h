// The list of contents, made from the headings a document really has.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// What stands in a document where the contents go, with headings of level 2 to `depth` (2 or 3).
std::string contents_mark(int depth = 3);

/// Replaces the first such mark by a list of the headings behind it, linked as GitHub names their anchors.
std::string fill_contents(std::string document);

/// GitHub's anchor for a heading with this visible text, without the number it adds to repeated ones.
std::string anchor_of(std::string_view heading);

} // namespace planc
