// Headings, paragraphs, lists, quotes and code as slugs.
#include "print/composer.h"

#include "print/addresses.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr double list_indent = 16;
constexpr double tick_indent = 20;
constexpr double quote_indent = 12;
constexpr double least_width = 120; ///< blocks in blocks are not moved in further

Typeface face_of_heading(std::uint8_t level) {
    switch (level) {
    case 1:
        return Typeface::title;
    case 2:
        return Typeface::heading_2;
    case 3:
        return Typeface::heading_3;
    default:
        return Typeface::heading_4;
    }
}

double space_above(const Element& element) {
    switch (element.kind) {
    case ElementKind::heading:
        return element.level == 1 ? 0 : element.level == 2 ? 20 : element.level == 3 ? 14 : 11;
    case ElementKind::grid:
    case ElementKind::quote:
    case ElementKind::chart:
        return 8;
    case ElementKind::rule:
        return 10;
    default:
        return 6;
    }
}

double space_below(const Element& element) {
    switch (element.kind) {
    case ElementKind::heading:
        return element.level == 1 ? 10 : element.level == 2 ? 7 : 4;
    case ElementKind::grid:
    case ElementKind::quote:
    case ElementKind::chart:
    case ElementKind::rule:
        return 10;
    default:
        return 6;
    }
}

std::string_view part_of_heading(std::uint8_t level) {
    constexpr std::string_view names[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    return names[std::clamp<int>(level, 1, 6) - 1];
}

/// What it says ends with a colon: the rest comes behind it.
bool announces(std::string_view text) { return text.ends_with(':') || text.ends_with("\xEF\xBC\x9A"); }

} // namespace

void Composer::compose(Flow& flow, const PageNumbers& numbers) {
    flow_ = &flow;
    numbers_ = &numbers;
    space_ = 0;
    if (grids_.empty()) plan_alike(content().elements);
    open("Document");
    put_blocks(content().elements, {frame_.body.x, frame_.body.width, {}, 0});
    close("Document");
}

std::string Composer::page_of(std::string_view address) const {
    const std::uint32_t heading = heading_of(content(), address);
    return heading == 0 || heading >= numbers_->headings.size() ? std::string()
                                                                : std::to_string(numbers_->headings[heading]);
}

void Composer::put(Slug slug, const Place& place) {
    slug.space += space_;
    space_ = 0;
    slug.new_page = slug.new_page || new_page_;
    new_page_ = false;
    slug.keep = std::max(slug.keep, keep_);
    slug.grounds.insert(slug.grounds.begin(), place.grounds.begin(), place.grounds.end());
    slug.items.insert(slug.items.begin(), marker_.begin(), marker_.end());
    marker_.clear();
    flow_->add(std::move(slug));
}

void Composer::put_blocks(const std::vector<Element>& elements, const Place& place) {
    const Element* before = nullptr;
    const Keep kept = keep_;
    Keep of_section = kept;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Element& element = elements[i];
        if (element.kind == ElementKind::new_page) {
            new_page_ = true;
            continue;
        }
        if (element.kind == ElementKind::heading) {
            // A step with its few lines stays together.
            of_section = element.level >= 4 ? std::max(kept, Keep::softly) : kept;
            flow_->release();
        }
        const bool leads = before != nullptr && before->kind == ElementKind::heading && i + 1 < elements.size() &&
                           element.kind == ElementKind::paragraph && elements[i + 1].kind != ElementKind::heading;
        keep_ = leads ? std::max(of_section, Keep::softly) : of_section;
        if (before != nullptr) {
            double space = std::max(space_below(*before), space_above(element));
            if (before->kind == ElementKind::heading) space = space_below(*before);
            if (element.handwriting == Handwriting::sign) space = std::max(space, 12.0);
            space_ = std::max(space_, space);
        }
        put_block(element, place);
        before = &element;
    }
    keep_ = kept;
    if (keep_ == Keep::apart) flow_->release();
}

void Composer::put_block(const Element& element, const Place& place) {
    switch (element.kind) {
    case ElementKind::heading:
        return put_heading(element, place);
    case ElementKind::list:
        return place.depth == 0 && is_contents(content(), element) ? put_contents(element, place)
                                                                   : put_list(element, place);
    case ElementKind::quote:
        return put_quote(element, place);
    case ElementKind::code:
        return put_code(element, place);
    case ElementKind::grid:
        return put_grid(element, place);
    case ElementKind::chart:
        return put_chart(place);
    case ElementKind::rule: {
        Slug slug;
        slug.height = 1;
        slug.items.emplace_back(PlacedStroke{{place.x, 0.5}, {place.x + place.width, 0.5}, 0.75, Tint::rule, false});
        return put(std::move(slug), place);
    }
    default:
        open("P");
        put_paragraph(element.text, Typeface::body, place, element.handwriting != Handwriting::none);
        close("P");
    }
}

void Composer::put_heading(const Element& element, const Place& place) {
    const Typeface face = face_of_heading(element.level);
    const double leading = metrics_of(face).leading;
    const double beside = element.heading == 1 && beside_title_ > 0 ? beside_title_ + 16 : 0;
    const double width = std::max(place.width - beside, place.width / 3);
    const int count = std::max(typesetter_.lines(element.text, face, width), 1);
    open(part_of_heading(element.level));
    for (int line = 0; line < count; ++line) {
        Slug slug;
        slug.height = leading;
        slug.keep = Keep::firmly;
        if (line == 0) slug.items.emplace_back(PlacedAnchor{element.heading, {place.x, 0}});
        const Tint tint = element.level == 2 ? Tint::accent : Tint::ink;
        slug.items.emplace_back(
            PlacedLines{element.text, face, tint, Alignment::start, width, line, 1, {place.x, 0}, false});
        if (line + 1 == count && element.level <= 2) {
            const bool title = element.level == 1;
            const double y = leading + (title ? 5 : 2.5);
            slug.height = y + 1;
            slug.items.emplace_back(PlacedStroke{
                {place.x, y}, {place.x + place.width, y}, title ? 1.6 : 0.6, title ? Tint::accent : Tint::rule, false});
        }
        put(std::move(slug), place);
    }
    close(part_of_heading(element.level));
}

void Composer::put_paragraph(const TextPassage& text, Typeface face, const Place& place, bool ruled_by_hand) {
    const double leading = metrics_of(face).leading;
    const int count = typesetter_.lines(text, face, place.width);
    const bool ruled = text.rule || (text.empty() && ruled_by_hand);
    const double room_above = ruled_by_hand ? 9 : 0; // for letters by hand
    for (int line = 0; line < std::max(count, 1); ++line) {
        Slug slug;
        const bool last = line + 1 >= count;
        const double top = last && ruled ? room_above : 0;
        slug.height = top + (text.empty() && !ruled ? 0 : leading);
        if (count > 1 && (line == 0 || line + 2 == count)) slug.keep = Keep::firmly; // no line stands alone
        if (last && announces(content().text(text))) slug.keep = Keep::firmly;
        if (line < count)
            slug.items.emplace_back(
                PlacedLines{text, face, Tint::ink, Alignment::start, place.width, line, 1, {place.x, top}, false});
        if (last && ruled) {
            const double end = count == 0 ? 0 : typesetter_.line_end(text, face, place.width, line) + 6;
            const double y = top + leading - 2;
            slug.items.emplace_back(
                PlacedStroke{{place.x + end, y}, {place.x + place.width, y}, 0.6, Tint::muted, false});
        }
        put(std::move(slug), place);
    }
}

void Composer::put_list(const Element& list, const Place& place) {
    const std::uint32_t last = list.children.empty() ? 0 : list.children.back().number;
    double indent = list_indent;
    if (list.ordered) indent = std::max(indent, 10 + 6.0 * static_cast<double>(std::to_string(last).size()));
    if (std::any_of(list.children.begin(), list.children.end(),
                    [](const Element& item) { return item.tick != Tick::none; }))
        indent = list.handwriting == Handwriting::sign ? 26 : tick_indent;
    if (place.width - indent < least_width) indent = std::min(indent, std::max(place.width - least_width, 0.0));
    open("L");
    bool first = true;
    for (const Element& item : list.children) {
        const bool tall = list.handwriting != Handwriting::none;
        if (!first) space_ = tall ? 8 : item.tick != Tick::none ? 4.5 : list.tight ? 2 : 5;
        first = false;
        const Keep kept = keep_;
        if (list.handwriting == Handwriting::sign) keep_ = Keep::firmly;
        if (list.handwriting == Handwriting::write) keep_ = std::max(keep_, Keep::softly);
        open("LI");
        open("LBody");
        put_item(item, list, place, indent);
        close("LBody");
        close("LI");
        keep_ = kept;
    }
    if (keep_ == Keep::apart) flow_->release();
    close("L");
}

void Composer::put_item(const Element& item, const Element& list, const Place& place, double indent) {
    Place inner{place.x + indent, place.width - indent, place.grounds, place.depth + 1};
    const bool signing = list.handwriting == Handwriting::sign;
    const double leading = metrics_of(Typeface::body).leading;
    const bool by_hand = list.handwriting != Handwriting::none;
    const bool ruled =
        !item.children.empty() && (item.children.front().text.rule || item.children.front().text.empty());
    const double top = by_hand && ruled ? 9 : 0;
    if (item.tick != Tick::none) {
        const double size = signing ? 15 : 11;
        marker_.emplace_back(
            PlacedTick{{place.x + 0.5, top + (leading - size) / 2 + 0.3, size, size}, item.tick == Tick::done});
    } else if (list.ordered) {
        marker_.emplace_back(PlacedWord{fmt::format("{}.", item.number),
                                        Typeface::body,
                                        Tint::ink,
                                        Alignment::end,
                                        {place.x + indent - 5, top},
                                        0});
    } else {
        marker_.emplace_back(PlacedDot{{place.x + indent - 9, top + leading * 0.53}, 1.7, place.depth % 2 == 1});
    }
    if (item.children.empty()) {
        put_paragraph({}, Typeface::body, inner, by_hand);
        return;
    }
    bool first = true;
    for (const Element& child : item.children) {
        if (!first) space_ = child.kind == ElementKind::list && list.tight ? 2 : 5;
        if (child.kind == ElementKind::paragraph) {
            open("P");
            put_paragraph(child.text, Typeface::body, inner, by_hand);
            close("P");
        } else {
            put_block(child, inner);
        }
        first = false;
    }
}

void Composer::put_code(const Element& element, const Place& place) {
    constexpr double padding = 6;
    const double leading = metrics_of(Typeface::code).leading;
    Place inner = place;
    inner.grounds.push_back({place.x, place.width, Tint::shade});
    const double width = place.width - 2 * padding - 4;
    const int count = std::max(typesetter_.lines(element.text, Typeface::code, width), 1);
    open("Code");
    for (int line = 0; line < count; ++line) {
        Slug slug;
        const double top = line == 0 ? padding : 0;
        slug.height = top + leading + (line + 1 == count ? padding : 0);
        if (count > 1 && (line == 0 || line + 2 == count)) slug.keep = Keep::firmly;
        if (!element.text.empty())
            slug.items.emplace_back(PlacedLines{element.text,
                                                Typeface::code,
                                                Tint::ink,
                                                Alignment::start,
                                                width,
                                                line,
                                                1,
                                                {place.x + padding + 4, top},
                                                true});
        put(std::move(slug), inner);
    }
    close("Code");
}

void Composer::put_quote(const Element& element, const Place& place) {
    const double indent = place.width - quote_indent < least_width ? 0 : quote_indent;
    Place inner{place.x + indent, place.width - indent, place.grounds, place.depth};
    inner.grounds.push_back({place.x, 2.5, Tint::accent});
    open("BlockQuote");
    put_blocks(element.children, inner);
    close("BlockQuote");
}

} // namespace planc
