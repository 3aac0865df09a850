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

struct MeasuredGrid {
    std::vector<ColumnNeed> needs;
    std::vector<float> natural; ///< of all cells, row by row
};

double room_in(const Grid& grid, Handwriting handwriting, std::size_t column) {
    if (handwriting == Handwriting::none || !is_written_by_hand(grid, column)) return 0;
    if (handwriting == Handwriting::sign)
        return column + 1 == grid.columns.size() ? room_for_times : room_for_signatures;
    return grid.remarks[column] ? room_for_remarks : room_for_times;
}

MeasuredGrid measure(const Grid& grid, Handwriting handwriting, Typesetter& typesetter, Typeface face) {
    const double sides = 2 * cell_padding(face).side;
    MeasuredGrid measured;
    measured.needs.resize(grid.columns.size());
    measured.natural.resize(grid.cells.size());
    std::vector<double> squares(grid.columns.size());
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            const GridCell& cell = grid.cell(row, column);
            ColumnNeed& need = measured.needs[column];
            TextWidths widths = typesetter.widths(cell.text, row == 0 ? head_of(face) : face);
            if (cell.tick != Tick::none) widths = {tick_column - sides, tick_column - sides};
            measured.natural[row * grid.columns.size() + column] = static_cast<float>(widths.natural);
            need.least = std::max(need.least, widths.least + sides);
            need.natural = std::max(need.natural, widths.natural + sides);
            squares[column] += (widths.natural + sides) * (widths.natural + sides);
        }
    }
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
        ColumnNeed& need = measured.needs[column];
        need.usual = std::sqrt(squares[column] / static_cast<double>(std::max<std::size_t>(grid.rows(), 1)));
        need.room = room_in(grid, handwriting, column);
    }
    return measured;
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

std::vector<std::uint16_t> count_lines(const Grid& grid, const GridPart& part, const MeasuredGrid& measured,
                                       Typesetter& typesetter) {
    const double sides = 2 * cell_padding(part.face).side;
    std::vector<std::uint16_t> heights(grid.rows(), 1);
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        for (std::size_t i = 0; i < part.columns.size(); ++i) {
            const std::size_t column = part.columns[i];
            const GridCell& cell = grid.cell(row, column);
            if (cell.text.empty() || cell.tick != Tick::none) continue;
            const double width = part.widths[i] - sides;
            const bool one_line = measured.natural[row * grid.columns.size() + column] <= width &&
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

GridParts plan_grid(const Grid& grid, Handwriting handwriting, Typesetter& typesetter, double width) {
    GridParts parts;
    Typeface face = Typeface::cell;
    const double longest_word = width / 4;
    MeasuredGrid measured = measure(grid, handwriting, typesetter, face);
    break_words(measured.needs, longest_word);
    if (bearable_sum(measured.needs) > width) {
        face = Typeface::small_cell;
        measured = measure(grid, handwriting, typesetter, face);
        break_words(measured.needs, longest_word);
    }
    for (std::vector<std::size_t>& columns : split_columns(measured.needs, width)) {
        GridPart part;
        part.columns = std::move(columns);
        part.face = face;
        std::vector<ColumnNeed> needs;
        for (const std::size_t column : part.columns) needs.push_back(measured.needs[column]);
        part.widths = share_width(needs, width);
        part.heights = count_lines(grid, part, measured, typesetter);
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace planc
