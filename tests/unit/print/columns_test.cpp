// How a table's width is shared.
#include "print/columns.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace planc;

namespace {

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

/// Widths of columns for rows that all look like the longest cells.
std::vector<double> shared(const std::vector<ColumnNeed>& needs, double available) {
    std::vector<float> row;
    for (const ColumnNeed& need : needs) row.push_back(static_cast<float>(need.natural));
    return share_width(needs, row, available);
}

} // namespace

TEST_CASE("columns that fit get at least their natural widths, and numbers no more") {
    const std::vector<double> widths = shared({{20, 30, 0}, {20, 200, 0}, {20, 60, 0}}, 500);
    CHECK(widths[0] == Approx(30));
    CHECK(widths[1] > 300);
    CHECK(widths[2] > 60);
    CHECK(sum(widths) == Approx(500));
}

TEST_CASE("a long column takes what others leave, and short ones stay whole") {
    const std::vector<double> widths = shared({{20, 40, 0}, {20, 3'000, 0}, {20, 70, 0}}, 500);
    CHECK(widths[0] == Approx(40).margin(1));
    CHECK(widths[2] == Approx(70).margin(3));
    CHECK(sum(widths) == Approx(500));
}

TEST_CASE("two long columns share about as much as stands in them") {
    const std::vector<double> widths = shared({{20, 2'000, 0}, {20, 1'000, 0}}, 600);
    CHECK(widths[0] == Approx(400).margin(40));
    CHECK(sum(widths) == Approx(600));
}

TEST_CASE("one cell that is far longer than the others of its column is broken, not all of another column") {
    const std::vector<ColumnNeed> needs{{20, 300, 0}, {20, 150, 0}};
    std::vector<float> cells{300, 150};
    for (int row = 0; row < 20; ++row) cells.insert(cells.end(), {60, 150});
    const std::vector<double> widths = share_width(needs, cells, 320);
    CHECK(widths[1] >= 150);
    CHECK(widths[0] >= 60);
}

TEST_CASE("room to write is kept, and grows where there is more") {
    const std::vector<double> widths = shared({{20, 40, 0}, {20, 30, 66}, {20, 30, 99}}, 500);
    CHECK(widths[0] == Approx(40));
    CHECK(widths[1] > 66);
    CHECK(widths[2] == Approx(1.5 * widths[1]));
    CHECK(sum(widths) == Approx(500));
    const std::vector<double> narrow = shared({{20, 2'000, 0}, {20, 30, 66}, {20, 30, 99}}, 300);
    CHECK(narrow[1] >= 66);
    CHECK(narrow[2] >= 99);
    CHECK(sum(narrow) == Approx(300));
}

TEST_CASE("widths always add up to what there is, as long as words are not broken") {
    for (unsigned seed = 1; seed < 300; ++seed) {
        unsigned state = seed;
        const auto next = [&state](unsigned below) {
            state = state * 1'664'525U + 1'013'904'223U;
            return static_cast<double>((state >> 8U) % below);
        };
        std::vector<ColumnNeed> needs(1 + seed % 12);
        double least = 0;
        for (ColumnNeed& need : needs) {
            need.least = 5 + next(40);
            need.natural = need.least + next(seed % 3 == 0 ? 2'000 : 60);
            least += need.least;
        }
        const std::vector<double> widths = shared(needs, 500);
        INFO(seed);
        if (least <= 500) CHECK(sum(widths) == Approx(500).margin(0.1));
        for (std::size_t i = 0; i < needs.size(); ++i) CHECK(widths[i] >= needs[i].least - 0.01);
    }
}
