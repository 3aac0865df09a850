// Laying out with the fonts of the machine.
#include "laid.h"

#include "documents/marks.h"
#include "print/running.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

Page page_of(const std::string& markdown) {
    Page page;
    page.title = "Harbour 2.0 · Plan";
    page.header = "Harbour 2.0 · Revision 3";
    page.fingerprint = "0123456789ab";
    page.markdown = markdown;
    return page;
}

struct BoxOf {
    Box operator()(const PlacedLines& one) const {
        const double width = std::max(one.width, 0.0);
        return {one.at.x, one.at.y, width, one.count * metrics_of(one.face).leading};
    }
    Box operator()(const PlacedWord& one) const { return {one.at.x, one.at.y, 0, metrics_of(one.face).leading}; }
    Box operator()(const PlacedFill& one) const { return one.box; }
    Box operator()(const PlacedStroke& one) const {
        return {one.from.x, one.from.y, one.to.x - one.from.x, one.to.y - one.from.y};
    }
    Box operator()(const PlacedDot& one) const { return {one.middle.x, one.middle.y, 0, 0}; }
    Box operator()(const PlacedTick& one) const { return one.box; }
    Box operator()(const PlacedChart& one) const { return one.box; }
    Box operator()(const PlacedLogo& one) const { return one.box; }
    Box operator()(const OpenPart&) const { return {-1, 0, 0, 0}; }
    Box operator()(const ClosePart&) const { return {-1, 0, 0, 0}; }
    Box operator()(const PlacedAnchor& one) const { return {one.at.x, one.at.y, 0, 0}; }
};

template <class Thing>
std::vector<Thing> things(const PrintedPage& page) {
    std::vector<Thing> found;
    for (const Placed& item : page.items)
        if (const auto* one = std::get_if<Thing>(&item)) found.push_back(*one);
    return found;
}

} // namespace

Laid::Laid(const std::string& markdown, Paper paper) : Laid(page_of(markdown), paper) {}

Laid::Laid(const Page& page, Paper paper) : content(read_content(page.markdown)) {
    const FontFamilies families = find_families("Noto Sans CJK SC", "Noto Sans Mono CJK SC", true);
    REQUIRE(families.missing.empty());
    Typesetter typesetter(content, families, page.language == Language::zh_cn ? "zh-CN" : "en");
    lay_out_document(page, typesetter, {}, paper, [this](PrintedPage printed) { pages.push_back(std::move(printed)); });
}

std::vector<Seen> passages(const Laid& laid, std::size_t page) {
    std::vector<Seen> found;
    for (const PlacedLines& lines : things<PlacedLines>(laid.pages.at(page)))
        found.push_back({std::string(laid.content.text(lines.passage)), lines, BoxOf()(lines)});
    return found;
}

std::vector<std::string> texts(const Laid& laid, std::size_t page) {
    std::vector<std::string> found;
    for (const Seen& seen : passages(laid, page))
        if (seen.lines.first == 0) found.push_back(seen.text);
    return found;
}

std::size_t page_with(const Laid& laid, const std::string& text) {
    for (std::size_t page = 0; page < laid.pages.size(); ++page)
        for (const std::string& one : texts(laid, page))
            if (one == text) return page;
    FAIL("nowhere: " << text);
    return 0;
}

std::vector<PlacedTick> ticks(const PrintedPage& page) { return things<PlacedTick>(page); }
std::vector<PlacedStroke> strokes(const PrintedPage& page) { return things<PlacedStroke>(page); }

std::vector<Box> boxes(const PrintedPage& page) {
    std::vector<Box> found;
    for (const PlacedFill& ground : page.grounds) found.push_back(ground.box);
    for (const Placed& item : page.items)
        if (const Box box = std::visit(BoxOf(), item); box.x >= 0) found.push_back(box);
    return found;
}

Box body_of(Paper paper, bool wide) { return frame_of(paper, wide).body; }

std::string marked(const std::string& word) { return mark(word) + "\n\n"; }
