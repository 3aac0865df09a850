// Measures the cells of a table, shares the width among its columns and counts the lines of its rows.
#include "print/columns.h"
#include "print/composer.h"

#include <algorithm>
#include <cmath>

namespace planc {

namespace {

constexpr double millimetre = 72 / 25.4;
constexpr double room_for_times = 23 * millimetre;
constexpr double room_for_remarks = 34 * millimetre;
constexpr double room_for_dates = 32 * millimetre;
constexpr double room_for_names = 28 * millimetre;
constexpr double room_for_signatures = 45 * millimetre;
constexpr double tick_column = 30;

/// Head cells are bold.
Typeface head_of(Typeface face) { return face == Typeface::cell ? Typeface::head_cell : Typeface::small_head_cell; }

/// Most of its cells are empty.
bool is_written_by_hand(const Grid& grid, std::size_t column) {
    std::size_t empty = 0;
    for (std::size_t row = 1; row < grid.rows(); ++row)
        if (grid.cell(row, column).text.empty()) ++empty;
    return grid.rows() > 1 && 2 * empty >= grid.rows() - 1 && empty > 0;
}

/// Of the cells of a table, row by row: how wide they are when nothing is broken.
using NaturalWidths = std::vector<float>;

struct MeasuredGrids {
    std::vector<ColumnNeed> needs; ///< of all tables together
    std::vector<NaturalWidths> natural;
};

double room_in(const Grid& grid, Handwriting handwriting, std::size_t column) {
    if (handwriting == Handwriting::none || !is_written_by_hand(grid, column)) return 0;
    if (handwriting == Handwriting::sign)
        return column + 1 == grid.columns.size() ? room_for_dates : room_for_signatures;
    return grid.remarks[column] ? room_for_remarks : room_for_times;
}

NaturalWidths measure(const Grid& grid, Typesetter& typesetter, Typeface face, std::vector<ColumnNeed>& needs) {
    const double sides = 2 * cell_padding(face).side;
    NaturalWidths natural(grid.cells.size());
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const GridCell& cell = grid.cell(row, column);
            ColumnNeed& need = needs[column];
            TextWidths widths = typesetter.widths(cell.text, row == 0 ? head_of(face) : face);
            if (cell.tick != Tick::none) widths = {tick_column - sides, tick_column - sides};
            natural[row * grid.columns.size() + column] = static_cast<float>(widths.natural);
            need.least = std::max(need.least, widths.least + sides);
            need.natural = std::max(need.natural, widths.natural + sides);
        }
    }
    return natural;
}

MeasuredGrids measure(const AlikeGrids& alike, Typesetter& typesetter, Typeface face) {
    const std::size_t columns = alike.grids.front()->columns.size();
    MeasuredGrids measured;
    measured.needs.resize(columns);
    for (const Grid* grid : alike.grids) measured.natural.push_back(measure(*grid, typesetter, face, measured.needs));
    for (std::size_t column = 0; column < columns; ++column) {
        ColumnNeed& need = measured.needs[column];
        for (const Grid* grid : alike.grids) need.room = std::max(need.room, room_in(*grid, alike.handwriting, column));
        // Printed names have room around them, as those that are written have.
        if (alike.handwriting == Handwriting::sign && column > 0) need.room = std::max(need.room, room_for_names);
    }
    return measured;
}

/// Of some rows of all tables, evenly taken, the natural widths of these columns with the room at their sides.
std::vector<float> sample(const MeasuredGrids& measured, const std::vector<std::size_t>& columns, double sides) {
    constexpr std::size_t enough = 240; // rows
    const std::size_t width = measured.needs.size();
    std::size_t rows = 0;
    for (const NaturalWidths& natural : measured.natural) rows += natural.size() / width;
    const std::size_t step = std::max<std::size_t>(rows / enough, 1);
    std::vector<float> cells;
    std::size_t number = 0;
    for (const NaturalWidths& natural : measured.natural)
        for (std::size_t row = 0; row < natural.size() / width; ++row)
            if (number++ % step == 0)
                for (const std::size_t column : columns)
                    cells.push_back(natural[row * width + column] + static_cast<float>(sides));
    return cells;
}

/// Narrower is no longer a column.
double bearable(const ColumnNeed& need) { return std::max(need.least, std::min(need.natural, 36.0)); }

double bearable_sum(const std::vector<ColumnNeed>& needs) {
    double sum = 0;
    for (const ColumnNeed& need : needs) sum += bearable(need);
    return sum;
}

/// A long word may be broken, but not in a column that is hardly wider than a letter.
void break_words(std::vector<ColumnNeed>& needs, double longest) {
    for (ColumnNeed& need : needs) need.least = std::min(need.least, longest);
}

/// The first column, which says what a row is, again in each.
std::vector<std::vector<std::size_t>> split_columns(const std::vector<ColumnNeed>& needs, double width) {
    std::vector<std::vector<std::size_t>> groups(1);
    double taken = 0;
    for (std::size_t column = 0; column < needs.size(); ++column) {
        if (taken + bearable(needs[column]) > width && groups.back().size() > 1) {
            groups.push_back({0});
            taken = bearable(needs[0]);
        }
        groups.back().push_back(column);
        taken += bearable(needs[column]);
    }
    return groups;
}

std::vector<std::uint16_t> count_lines(const Grid& grid, const GridPart& part, const NaturalWidths& natural,
                                       Typesetter& typesetter) {
    const double sides = 2 * cell_padding(part.face).side;
    std::vector<std::uint16_t> heights(grid.rows(), 1);
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        for (std::size_t i = 0; i < part.columns.size(); ++i) {
            const std::size_t column = part.columns[i];
            const GridCell& cell = grid.cell(row, column);
            if (cell.text.empty() || cell.tick != Tick::none) continue;
            const double width = part.widths[i] - sides;
            const bool one_line = natural[row * grid.columns.size() + column] <= width &&
                                  typesetter.content().text(cell.text).find('\n') == std::string_view::npos;
            if (one_line) continue;
            const int lines = typesetter.lines(cell.text, row == 0 ? head_of(part.face) : part.face, width);
            heights[row] = std::max(heights[row], static_cast<std::uint16_t>(std::min(lines, 60'000)));
        }
    }
    return heights;
}

} // namespace

CellPadding cell_padding(Typeface face) { return face == Typeface::cell ? CellPadding{5, 3.2} : CellPadding{3, 2.2}; }

double least_row_height(Handwriting handwriting) {
    switch (handwriting) {
    case Handwriting::write:
        return 9.5 * millimetre;
    case Handwriting::sign:
        return 15 * millimetre;
    case Handwriting::none:
        break;
    }
    return 0;
}

std::vector<GridParts> plan_grids(const AlikeGrids& alike, Typesetter& typesetter, double width) {
    Typeface face = Typeface::cell;
    const double longest_word = width / 4;
    MeasuredGrids measured = measure(alike, typesetter, face);
    break_words(measured.needs, longest_word);
    if (bearable_sum(measured.needs) > width) {
        face = Typeface::small_cell;
        measured = measure(alike, typesetter, face);
        break_words(measured.needs, longest_word);
    }
    std::vector<GridParts> planned(alike.grids.size());
    for (const std::vector<std::size_t>& columns : split_columns(measured.needs, width)) {
        std::vector<ColumnNeed> needs;
        for (const std::size_t column : columns) needs.push_back(measured.needs[column]);
        const std::vector<float> cells = sample(measured, columns, 2 * cell_padding(face).side);
        const std::vector<double> widths = share_width(needs, cells, width);
        for (std::size_t i = 0; i < alike.grids.size(); ++i) {
            GridPart part{columns, widths, face, {}};
            part.heights = count_lines(*alike.grids[i], part, measured.natural[i], typesetter);
            planned[i].push_back(std::move(part));
        }
    }
    return planned;
}

} // namespace planc
