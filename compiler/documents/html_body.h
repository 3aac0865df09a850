// The content of a document as HTML: cmark-gfm's tree with the layout marks understood.
#pragma once

#include "documents/labels.h"
#include "documents/page.h"

#include <string>
#include <string_view>
#include <vector>

namespace planc {

struct HtmlHeading {
    int level = 2;      ///< 2 or 3
    std::string anchor; ///< unique in the page
    std::string text;   ///< plain
};

struct HtmlBody {
    std::string title; ///< HTML of the first heading of level 1, which the text is without
    std::string text;  ///< HTML of everything else
    std::vector<HtmlHeading> headings;
    bool has_contents = false; ///< the document has a list of contents, which the text is without
    bool wide = false;
};

/// Raw HTML in the Markdown is shown as text, and links lead only to where is_harmless_address() lets them.
/// `theme_css` colours the chart.
HtmlBody write_body(const Page& page, const Labels& labels, std::string_view theme_css = {});

} // namespace planc
