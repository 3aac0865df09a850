// Tables as slugs: a row each, or a line each where a row is higher than a page.
#include "print/composer.h"

#include <algorithm>
#include <map>

namespace planc {

namespace {

constexpr double thin = 0.5;
constexpr std::size_t many_rows = 2'000; ///< the structure of longer tables names rows alone: that of cells is large

/// What a table's rows have in common.
struct RowLook {
    const Grid& grid;
    const GridPart& part;
    Handwriting handwriting;
    double x = 0;
    double width = 0;

    bool framed() const { return handwriting != Handwriting::none; }
};

/// Rows that are written on are framed; others have a rule below.
void put_lines_of_row(const RowLook& look, bool head, bool first, bool last, Slug& slug) {
    const double right = look.x + look.width;
    const double height = slug.height;
    const Tint tint = look.framed() ? Tint::muted : Tint::rule;
    if (head && first)
        slug.items.emplace_back(PlacedStroke{
            {look.x, 0}, {right, 0}, look.framed() ? thin : 0.9, look.framed() ? tint : Tint::muted, false});
    if (last)
        slug.items.emplace_back(
            PlacedStroke{{look.x, height}, {right, height}, thin, head && !look.framed() ? Tint::muted : tint, false});
    if (!look.framed()) return;
    double x = look.x;
    slug.items.emplace_back(PlacedStroke{{x, 0}, {x, height}, thin, tint, false});
    for (const double width : look.part.widths) {
        x += width;
        slug.items.emplace_back(PlacedStroke{{x, 0}, {x, height}, thin, tint, false});
    }
}

Typeface face_of_row(const GridPart& part, bool head) {
    if (!head) return part.face;
    return part.face == Typeface::cell ? Typeface::head_cell : Typeface::small_head_cell;
}

/// Lines `first` to `first + count` of all cells of a row, from `top` on.
void put_cells(const RowLook& look, std::size_t row, int first, int count, double top, Typesetter& typesetter,
               Slug& slug) {
    const CellPadding padding = cell_padding(look.part.face);
    const Typeface face = face_of_row(look.part, row == 0);
    const double leading = metrics_of(face).leading;
    double x = look.x;
    for (std::size_t i = 0; i < look.part.columns.size(); ++i) {
        const std::size_t column = look.part.columns[i];
        const GridCell& cell = look.grid.cell(row, column);
        const double width = look.part.widths[i] - 2 * padding.side;
        const std::string_view tag = row == 0 ? "TH" : "TD";
        const bool tagged = look.grid.rows() <= many_rows;
        if (tagged) slug.items.emplace_back(OpenPart{tag});
        if (cell.tick != Tick::none && first == 0) {
            constexpr double size = 11;
            const double middle = x + look.part.widths[i] / 2;
            slug.items.emplace_back(
                PlacedTick{{middle - size / 2, top + (leading - size) / 2 + 0.3, size, size}, cell.tick == Tick::done});
        } else if (!cell.text.empty()) {
            const int lines = typesetter.lines(cell.text, face, width);
            // Where there is room to write, a text stands in the middle of its row.
            const double extra = look.framed() && row > 0 ? (slug.height - 2 * padding.above - lines * leading) / 2 : 0;
            if (first < lines)
                slug.items.emplace_back(PlacedLines{cell.text,
                                                    face,
                                                    Tint::ink,
                                                    look.grid.columns[column],
                                                    width,
                                                    first,
                                                    std::min(count, lines - first),
                                                    {x + padding.side, top + std::max(extra, 0.0)},
                                                    false});
        }
        if (tagged) slug.items.emplace_back(ClosePart{tag});
        x += look.part.widths[i];
    }
}

Slug make_row(const RowLook& look, std::size_t row, Typesetter& typesetter) {
    const CellPadding padding = cell_padding(look.part.face);
    const Typeface face = face_of_row(look.part, row == 0);
    const int lines = look.part.heights[row];
    bool ticks = false;
    for (const std::size_t column : look.part.columns) ticks = ticks || look.grid.cell(row, column).tick != Tick::none;
    Slug slug;
    slug.height = 2 * padding.above + lines * metrics_of(face).leading;
    if (row > 0) slug.height = std::max(slug.height, least_row_height(look.handwriting));
    if (ticks) slug.height = std::max(slug.height, 20.0);
    if (row == 0) slug.items.emplace_back(PlacedFill{{look.x, 0, look.width, slug.height}, Tint::shade});
    put_lines_of_row(look, row == 0, true, true, slug);
    slug.items.emplace_back(OpenPart{"TR"});
    put_cells(look, row, 0, lines, padding.above, typesetter, slug);
    slug.items.emplace_back(ClosePart{"TR"});
    return slug;
}

/// A line of a row that is higher than a page.
Slug make_row_line(const RowLook& look, std::size_t row, int line, Typesetter& typesetter) {
    const CellPadding padding = cell_padding(look.part.face);
    const bool first = line == 0;
    const bool last = line + 1 == look.part.heights[row];
    Slug slug;
    slug.height =
        metrics_of(face_of_row(look.part, false)).leading + (first ? padding.above : 0) + (last ? padding.above : 0);
    if (first) slug.keep = Keep::firmly;
    RowLook plain = look;
    put_lines_of_row(plain, false, first, last, slug);
    slug.items.emplace_back(OpenPart{"TR"});
    put_cells({look.grid, look.part, Handwriting::none, look.x, look.width}, row, line, 1, first ? padding.above : 0,
              typesetter, slug);
    slug.items.emplace_back(ClosePart{"TR"});
    return slug;
}

} // namespace

void Composer::plan_alike(const std::vector<Element>& elements) {
    std::map<std::string, AlikeGrids> alike;
    for (const Element& element : elements) {
        if (element.kind != ElementKind::grid) continue;
        const Grid& grid = element.grid.front();
        std::string head(1, static_cast<char>('0' + static_cast<int>(element.handwriting)));
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            head += content().text(grid.cell(0, column).text);
            head += '\n';
        }
        AlikeGrids& same = alike[head];
        same.grids.push_back(&grid);
        same.handwriting = element.handwriting;
    }
    for (const auto& [head, same] : alike) {
        std::vector<GridParts> parts = plan_grids(same, typesetter_, frame_.body.width);
        for (std::size_t i = 0; i < parts.size(); ++i) grids_[same.grids[i]] = std::move(parts[i]);
    }
}

void Composer::put_grid(const Element& element, const Place& place) {
    const Grid& grid = element.grid.front();
    if (grid.rows() == 0) return;
    const auto [found, is_new] = grids_.try_emplace(&grid);
    if (is_new) found->second = plan_grids({{&grid}, element.handwriting}, typesetter_, place.width).front();
    bool first = true;
    for (const GridPart& part : found->second) {
        if (!first) space_ = 10;
        first = false;
        put_grid_part(grid, part, element.handwriting, place);
    }
}

void Composer::put_grid_part(const Grid& grid, const GridPart& part, Handwriting handwriting, const Place& place) {
    double width = 0;
    for (const double one : part.widths) width += one;
    const RowLook look{grid, part, handwriting, place.x, width};
    open("Table");
    Slug head = make_row(look, 0, typesetter_);
    if (grid.rows() > 1) head.keep = Keep::firmly;
    const double page = frame_.body.height - head.height;
    const bool giant_head = page < 100;
    const auto repeated = giant_head ? nullptr : std::make_shared<const Slug>(head);
    put(std::move(head), place);
    for (std::size_t row = 1; row < grid.rows(); ++row) {
        const bool last = row + 1 == grid.rows();
        // A row alone at the end of a page, or at its begin, is easily overlooked.
        Keep keep = row == 1 || row + 2 == grid.rows() ? Keep::softly : Keep::apart;
        if (handwriting == Handwriting::sign) keep = Keep::firmly;
        if (last) keep = Keep::apart;
        const double height = 2 * cell_padding(part.face).above + part.heights[row] * metrics_of(part.face).leading;
        const bool torn = height > page && !giant_head;
        for (int line = 0; line < (torn ? part.heights[row] : 1); ++line) {
            Slug slug = torn ? make_row_line(look, row, line, typesetter_) : make_row(look, row, typesetter_);
            if (!torn) slug.keep = keep;
            slug.repeated = repeated;
            put(std::move(slug), place);
        }
    }
    if (keep_ == Keep::apart) flow_->release();
    close("Table");
}

} // namespace planc
