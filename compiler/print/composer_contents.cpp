// The table of contents: with the numbers of pages, and in two columns where it is long.
#include "print/composer.h"

#include <algorithm>

namespace planc {

namespace {

constexpr double indent = 14;       ///< of each level
constexpr double for_number = 22;   ///< at the right
constexpr double gutter = 26;       ///< between two columns
constexpr double above_section = 3; ///< entries of the first level stand a little apart
constexpr std::size_t many = 9;     ///< entries; more are set in two columns
constexpr double least_room = 90;   ///< of a page, for a part of the contents

/// A paragraph that is one link to a heading of the document.
bool is_entry(const Content& content, const Element& item) {
    if (item.children.empty() || item.children.front().kind != ElementKind::paragraph) return false;
    const TextPassage& text = item.children.front().text;
    if (text.empty() || text.last_style == text.first_style) return false;
    for (std::uint32_t i = text.first_style; i < text.last_style; ++i)
        if (!content.links[content.styles[i].link].starts_with('#')) return false;
    const Styled& first = content.styles[text.first_style];
    const Styled& last = content.styles[text.last_style - 1];
    const bool nested = item.children.size() == 2 && item.children.back().kind == ElementKind::list;
    return first.begin <= text.begin && last.end >= text.end && (item.children.size() == 1 || nested);
}

/// One line of the contents, or more where its heading is long.
struct Entry {
    TextPassage text;
    int level = 0;
    int lines = 1;
    double height = 0;
};

} // namespace

bool is_contents(const Content& content, const Element& list) {
    return std::all_of(list.children.begin(), list.children.end(),
                       [&](const Element& item) { return is_entry(content, item); });
}

namespace {

void collect(const Element& list, int level, std::vector<Entry>& entries) {
    for (const Element& item : list.children) {
        entries.push_back({item.children.front().text, level, 1, 0});
        if (item.children.size() == 2) collect(item.children.back(), level + 1, entries);
    }
}

double text_width(const Entry& entry, double width) {
    return std::max(width - entry.level * indent - for_number - 12, width / 3);
}

double measure(std::vector<Entry>& entries, Typesetter& typesetter, double width) {
    double height = 0;
    for (Entry& entry : entries) {
        entry.lines = std::max(typesetter.lines(entry.text, Typeface::body, text_width(entry, width)), 1);
        entry.height = entry.lines * metrics_of(Typeface::body).leading + (entry.level == 0 ? above_section : 0);
        height += entry.height;
    }
    return height;
}

/// Where the second column begins: with a part of the first level where that leaves the columns about equally high.
std::size_t half_way(const std::vector<Entry>& entries, double height) {
    std::size_t best = 0;
    double best_cost = 2 * height;
    double above = 0;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double taller = std::max(above, height - above);
        const double cost = taller + (entries[i].level == 0 ? 0 : 0.12 * height);
        if (cost < best_cost) {
            best = i;
            best_cost = cost;
        }
        above += entries[i].height;
    }
    return best;
}

/// The end of what fits into a column of this height; at least one.
std::size_t fill_column(const std::vector<Entry>& entries, std::size_t begin, double room) {
    std::size_t end = begin;
    double height = 0;
    while (end < entries.size() && (end == begin || height + entries[end].height <= room))
        height += entries[end++].height;
    return end;
}

} // namespace

void Composer::put_entry(const TextPassage& text, int level, int lines, Box box, Slug& slug) {
    const double leading = metrics_of(Typeface::body).leading;
    const double x = box.x + level * indent;
    const double top = box.y + (level == 0 ? above_section : 0);
    const double width = text_width({text, level, lines, 0}, box.width);
    const Tint tint = level == 0 ? Tint::ink : Tint::muted;
    for (const std::string_view part : {"LI", "LBody", "P"}) slug.items.emplace_back(OpenPart{part});
    slug.items.emplace_back(
        PlacedLines{text, Typeface::body, tint, Alignment::start, width, 0, lines, {x, top}, false});
    const double last = top + (lines - 1) * leading;
    const double end = x + typesetter_.line_end(text, Typeface::body, width, lines - 1) + 6;
    const double y = last + leading * 0.68;
    if (box.right() - for_number > end)
        slug.items.emplace_back(PlacedStroke{{end, y}, {box.right() - for_number, y}, 0.7, Tint::muted, true});
    const std::string number = page_of(content().links[content().styles[text.first_style].link]);
    slug.items.emplace_back(OpenPart{"Span"});
    slug.items.emplace_back(PlacedWord{number, Typeface::body, tint, Alignment::end, {box.right(), last}, 0});
    for (const std::string_view part : {"Span", "P", "LBody", "LI"}) slug.items.emplace_back(ClosePart{part});
}

void Composer::put_contents(const Element& list, const Place& place) {
    std::vector<Entry> entries;
    collect(list, 0, entries);
    open("L");
    const bool parted = entries.size() > many;
    const double width = parted ? (place.width - gutter) / 2 : place.width;
    double height = measure(entries, typesetter_, width);
    if (!parted) {
        for (const Entry& entry : entries) {
            Slug slug;
            slug.height = entry.height;
            put_entry(entry.text, entry.level, entry.lines, {place.x, 0, width, entry.height}, slug);
            put(std::move(slug), place);
        }
    }
    // Both columns as high as the page has room, until what is left fits.
    const double first_room = flow_->room();
    double room = first_room < least_room ? frame_.body.height : first_room;
    while (parted && !entries.empty()) {
        const bool last = 0.55 * height <= room;
        std::size_t second = last ? half_way(entries, height) : 0;
        std::size_t end = last ? entries.size() : 0;
        if (!last) {
            second = fill_column(entries, 0, room);
            end = fill_column(entries, second, room);
        }
        Slug slug;
        double y = 0;
        for (std::size_t i = 0; i < end; ++i) {
            const Entry& entry = entries[i];
            if (i == second) y = 0;
            const double x = place.x + (i < second ? 0 : width + gutter);
            put_entry(entry.text, entry.level, entry.lines, {x, y, width, entry.height}, slug);
            y += entry.height;
            height -= entry.height;
            slug.height = std::max(slug.height, y);
        }
        entries.erase(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(end));
        room = frame_.body.height;
        put(std::move(slug), place);
    }
    close("L");
}

} // namespace planc
