// How a table's width is shared.
#include "print/columns.h"

#include <catch2/catch.hpp>
#include <numeric>

using namespace planc;

namespace {

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

} // namespace

TEST_CASE("columns that fit get at least their natural widths, and numbers no more") {
    const std::vector<ColumnNeed> needs{{20, 30, 30, 0}, {20, 200, 100, 0}, {20, 60, 30, 0}};
    const std::vector<double> widths = share_width(needs, 500);
    CHECK(widths[0] == Approx(30));
    CHECK(widths[1] > 300);
    CHECK(widths[2] > 60);
    CHECK(sum(widths) == Approx(500));
}

TEST_CASE("of many columns as many as possible stay whole, and the widest are broken") {
    const std::vector<ColumnNeed> needs{{20, 90, 80, 0}, {20, 100, 90, 0}, {20, 110, 100, 0}, {20, 230, 150, 0}};
    const std::vector<double> widths = share_width(needs, 420);
    CHECK(widths[0] == Approx(90));
    CHECK(widths[1] == Approx(100));
    CHECK(widths[2] == Approx(110));
    CHECK(widths[3] == Approx(120));
}

TEST_CASE("a long column takes what others leave, and short ones stay whole") {
    const std::vector<ColumnNeed> needs{{20, 40, 30, 0}, {20, 3'000, 1'500, 0}, {20, 70, 60, 0}};
    const std::vector<double> widths = share_width(needs, 500);
    CHECK(widths[0] == Approx(40));
    CHECK(widths[2] == Approx(70));
    CHECK(sum(widths) == Approx(500));
}

TEST_CASE("two long columns share as much as stands in them") {
    const std::vector<ColumnNeed> needs{{20, 2'000, 1'000, 0}, {20, 1'000, 500, 0}};
    const std::vector<double> widths = share_width(needs, 600);
    CHECK(widths[0] == Approx(400).margin(1));
    CHECK(widths[1] == Approx(200).margin(1));
}

TEST_CASE("room to write is kept, and grows where there is more") {
    const std::vector<ColumnNeed> needs{{20, 40, 30, 0}, {20, 30, 30, 66}, {20, 30, 30, 99}};
    const std::vector<double> widths = share_width(needs, 500);
    CHECK(widths[0] == Approx(40));
    CHECK(widths[1] > 66);
    CHECK(widths[2] == Approx(1.5 * widths[1]));
    CHECK(sum(widths) == Approx(500));
    const std::vector<ColumnNeed> crowded{{20, 2'000, 900, 0}, {20, 30, 30, 66}, {20, 30, 30, 99}};
    const std::vector<double> narrow = share_width(crowded, 300);
    CHECK(narrow[1] >= 66);
    CHECK(sum(narrow) == Approx(300));
}

TEST_CASE("widths always add up to what there is, as long as words are not broken") {
    for (unsigned seed = 1; seed < 500; ++seed) {
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
            need.usual = (need.least + need.natural) / 2;
            least += need.least;
        }
        const std::vector<double> widths = share_width(needs, 500);
        INFO(seed);
        if (least <= 500) CHECK(sum(widths) == Approx(500).margin(0.1));
        for (std::size_t i = 0; i < needs.size(); ++i) CHECK(widths[i] >= needs[i].least - 0.01);
    }
}
