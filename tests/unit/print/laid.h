// Markdown laid out on pages, and looking at what stands on them.
#pragma once

#include "print/document_pages.h"
#include "print/print.h"

#include <string>
#include <vector>

/// A document with layout marks, laid out.
struct Laid {
    explicit Laid(const std::string& markdown, planc::Paper paper = planc::Paper::a4);
    Laid(const planc::Page& page, planc::Paper paper);

    planc::Content content;
    std::vector<planc::PrintedPage> pages;
};

/// A word of the document where it stands, in the order of reading.
struct Seen {
    std::string text; ///< the lines of the passage, whole
    planc::PlacedLines lines;
    planc::Box box; ///< of these lines
};

/// The passages of a page. With `first` alone those whose first line stands there.
std::vector<Seen> passages(const Laid& laid, std::size_t page);
/// Of the whole document, the texts whose first line is on the page.
std::vector<std::string> texts(const Laid& laid, std::size_t page);
/// The page, from 0, on which a text begins first; fails the test if it is nowhere.
std::size_t page_with(const Laid& laid, const std::string& text);
/// What of a page is not text.
std::vector<planc::PlacedTick> ticks(const planc::PrintedPage& page);
std::vector<planc::PlacedStroke> strokes(const planc::PrintedPage& page);
/// Where a thing stands; nothing for what is of the structure alone.
std::vector<planc::Box> boxes(const planc::PrintedPage& page);

/// Where documents stand on a sheet.
planc::Box body_of(planc::Paper paper, bool wide);

/// A layout mark alone in its paragraph.
std::string marked(const std::string& word);
