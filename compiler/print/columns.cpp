// Columns begin as narrow as they can be read, and what is left goes to the column where it saves most lines.
#include "print/columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace planc {

namespace {

constexpr double narrow_column = 40; ///< no column of longer texts is narrower if possible
constexpr double tiny_column = 40;   ///< numbers and boxes to tick
constexpr double short_column = 82;
constexpr double loss = 1.06;        ///< lines are not quite full
constexpr double of_each_cell = 0.2; ///< what a broken cell costs beside the height of its row, in lines

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

double lines(double natural, double width) {
    return natural <= width + 0.01 ? 1 : std::max(2.0, std::ceil(loss * natural / std::max(width, 1.0)));
}

/// The rows as they are with the widths chosen so far.
class Saving {
public:
    Saving(std::span<const ColumnNeed> needs, std::span<const float> cells, std::vector<double> widths)
        : needs_(needs), cells_(cells), widths_(std::move(widths)), rows_(cells.size() / needs.size()) {
        for (std::size_t column = 0; column < needs.size(); ++column) steps_.push_back(steps_of(column));
    }

    /// Gives `rest` away, step by step; what saves nothing is left.
    std::vector<double> spend(double rest) {
        for (;;) {
            find_tallest();
            double best = 0;
            std::size_t best_column = 0;
            double best_width = 0;
            for (std::size_t column = 0; column < needs_.size(); ++column) {
                for (const double width : steps_[column]) {
                    const double more = width - widths_[column];
                    if (more <= 0.01 || more > rest + 0.01) continue;
                    const double gain = saved(column, width) / more;
                    if (gain <= best) continue;
                    best = gain;
                    best_column = column;
                    best_width = width;
                }
            }
            if (best <= 0) return std::move(widths_);
            rest -= best_width - widths_[best_column];
            widths_[best_column] = best_width;
        }
    }

private:
    /// Widths at which some of the column's cells have a line less.
    std::vector<double> steps_of(std::size_t column) const {
        std::vector<double> natural;
        for (std::size_t row = 0; row < rows_; ++row) natural.push_back(cells_[row * needs_.size() + column]);
        std::sort(natural.begin(), natural.end());
        std::vector<double> steps{needs_[column].natural, needs_[column].natural * loss / 2};
        constexpr std::array parts{0.3, 0.5, 0.65, 0.8, 0.9, 0.95, 1.0};
        for (const double part : parts) {
            if (natural.empty()) break;
            const double width = natural[static_cast<std::size_t>(part * static_cast<double>(natural.size() - 1))];
            steps.push_back(width + 0.5); // a float may be a little too small
            for (const int count : {2, 3, 4, 6}) steps.push_back(loss * width / count + 0.5);
        }
        for (double& step : steps) step = std::min(step, needs_[column].natural);
        std::sort(steps.begin(), steps.end());
        steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
        return steps;
    }

    /// Of each row the lines of its tallest cell and of the next.
    void find_tallest() {
        tallest_.assign(rows_, {1, 1});
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t column = 0; column < needs_.size(); ++column) {
                const double count = lines(cells_[row * needs_.size() + column], widths_[column]);
                auto& [first, second] = tallest_[row];
                if (count > first) {
                    second = first;
                    first = count;
                } else {
                    second = std::max(second, count);
                }
            }
        }
    }

    double saved(std::size_t column, double width) const {
        double total = 0;
        for (std::size_t row = 0; row < rows_; ++row) {
            const double natural = cells_[row * needs_.size() + column];
            const double before = lines(natural, widths_[column]);
            if (before <= 1) continue;
            const double after = lines(natural, width);
            const auto& [first, second] = tallest_[row];
            total += of_each_cell * (before - after);
            if (before >= first) total += first - std::max(after, second);
        }
        return total;
    }

    std::span<const ColumnNeed> needs_;
    std::span<const float> cells_;
    std::vector<double> widths_;
    std::size_t rows_;
    std::vector<std::vector<double>> steps_;
    std::vector<std::array<double, 2>> tallest_;
};

/// Columns to write in grow where there are any; otherwise those of longer texts most, and tiny ones not at all.
double weight_of(const ColumnNeed& need, bool by_hand) {
    if (by_hand) return need.room;
    if (need.natural <= tiny_column) return 0;
    return need.natural <= short_column ? 0.3 * need.natural : need.natural;
}

void stretch(std::vector<double>& widths, std::span<const ColumnNeed> needs, double available) {
    const double rest = available - sum(widths);
    const bool by_hand = std::any_of(needs.begin(), needs.end(), [](const ColumnNeed& need) { return need.room > 0; });
    double weights = 0;
    for (const ColumnNeed& need : needs) weights += weight_of(need, by_hand);
    for (std::size_t i = 0; i < needs.size(); ++i)
        widths[i] +=
            weights > 0 ? rest * weight_of(needs[i], by_hand) / weights : rest / static_cast<double>(needs.size());
}

} // namespace

std::vector<double> share_width(std::span<const ColumnNeed> needs, std::span<const float> cells, double available) {
    std::vector<double> bare;
    std::vector<double> lowest;
    for (const ColumnNeed& need : needs) {
        bare.push_back(need.least);
        lowest.push_back(std::max({need.least, need.room, std::min(need.natural, narrow_column)}));
    }
    if (sum(bare) >= available) return bare;
    if (sum(lowest) > available) { // a part of what they would like to have
        const double part = (available - sum(bare)) / (sum(lowest) - sum(bare));
        for (std::size_t i = 0; i < bare.size(); ++i) bare[i] += part * (lowest[i] - bare[i]);
        return bare;
    }
    const double rest = available - sum(lowest);
    std::vector<double> widths = Saving(needs, cells, std::move(lowest)).spend(rest);
    stretch(widths, needs, available);
    return widths;
}

} // namespace planc
