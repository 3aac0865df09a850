// Pages: every row on its pages, no text cut or lost or overlapping, nothing outside, the parts of bars make the whole.
#include "gantt/tiles.h"

#include "gantt/lettering.h"
#include "random_chart.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

using namespace planc;

namespace {

bool overlap(const Box& a, const Box& b) {
    constexpr double touching = 0.01;
    return a.x + touching < b.right() && b.x + touching < a.right() && a.y + touching < b.bottom() &&
           b.y + touching < a.bottom();
}

void check_page(const PageTile& tile, double width, double height) {
    const Picture& picture = tile.picture;
    REQUIRE(picture.width * tile.scale <= width + 0.01);
    REQUIRE(picture.height * tile.scale <= height + 0.01);
    for (std::size_t i = 0; i < picture.texts.size(); ++i) {
        const PlacedText& text = picture.texts[i];
        INFO("page " << tile.across << " " << tile.down << " text `" << text.text << "` at " << text.box.x << " "
                     << text.box.y << " to " << text.box.right() << " of " << picture.width);
        REQUIRE(text.box.x >= -0.01);
        REQUIRE(text.box.y >= -0.01);
        REQUIRE(text.box.right() <= picture.width + 0.01);
        REQUIRE(text.box.bottom() <= picture.height + 0.01);
        for (std::size_t j = i + 1; j < picture.texts.size(); ++j) {
            INFO("and `" << picture.texts[j].text << "`");
            REQUIRE_FALSE(overlap(text.box, picture.texts[j].box));
        }
        for (const PlacedBar& bar : picture.bars) {
            INFO("bar at " << bar.box.x << " to " << bar.box.right());
            if (text.row == bar.row && text.inside_bar) {
                REQUIRE(text.box.x >= bar.box.x);
                REQUIRE(text.box.right() <= bar.box.right());
            } else if (bar.box.width > 0) {
                REQUIRE_FALSE(overlap(text.box, bar.box));
            }
        }
    }
    const auto inside = [&](double x, double y) {
        REQUIRE(x >= picture.plot.x - 0.01);
        REQUIRE(x <= picture.plot.right() + 0.01);
        REQUIRE(y >= picture.plot.y - 0.01);
        REQUIRE(y <= picture.plot.bottom() + 0.01);
    };
    for (const PlacedBar& bar : picture.bars) {
        inside(bar.box.x, bar.box.y);
        inside(bar.box.right(), bar.box.bottom());
    }
    for (const Route& route : picture.routes)
        for (std::size_t i = 0; i < route.count; ++i) inside(route.points[i].x, route.points[i].y);
}

/// The rows that say something in these inks, with how often.
std::map<std::size_t, std::size_t> told(const Picture& picture, Ink ink) {
    std::map<std::size_t, std::size_t> rows;
    for (const PlacedText& text : picture.texts)
        if (text.ink == ink && text.row != PlacedText::no_row) ++rows[text.row];
    return rows;
}

} // namespace

TEST_CASE("pages hold every row whole, and no text is cut, lost or laid over another") {
    std::mt19937 random(5);
    for (int round = 0; round < 300; ++round) {
        const Chart chart = planc_test::random_chart(random, 40);
        const double width = 200 + static_cast<double>(random() % 1'200);
        const double height = 150 + static_cast<double>(random() % 900);
        INFO("round " << round << " on " << width << " x " << height << "\n" << dump(chart));
        const Picture whole = lay_out(chart);
        const std::vector<PageTile> tiles = tile(whole, width, height);
        REQUIRE(!tiles.empty());
        std::size_t next_row = 0;
        std::map<std::size_t, std::size_t> dates;
        std::map<std::size_t, double> widths;
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            const PageTile& page = tiles[i];
            check_page(page, width, height);
            REQUIRE((page.across == 0 || (page.across == tiles[i - 1].across + 1 && page.down == tiles[i - 1].down)));
            if (page.across == 0) {
                REQUIRE(page.first_row == next_row);
                next_row = page.end_row;
            }
            std::set<std::size_t> labelled;
            for (const PlacedText& text : page.picture.texts)
                if (text.ink == Ink::label || text.ink == Ink::group_label) labelled.insert(text.row);
            for (const std::size_t row : labelled) REQUIRE((page.first_row <= row && row < page.end_row));
            for (std::size_t row = page.first_row; row < page.end_row; ++row)
                REQUIRE((labelled.contains(row) || printable(chart.rows[row].label + chart.rows[row].id).empty()));
            for (const auto& [row, count] : told(page.picture, Ink::dates)) dates[row] += count;
            for (const PlacedBar& bar : page.picture.bars) widths[bar.row] += bar.box.width;
        }
        REQUIRE(next_row == chart.rows.size());
        REQUIRE(dates == told(whole, Ink::dates));
        for (const PlacedBar& bar : whole.bars) REQUIRE(widths[bar.row] == Approx(bar.box.width).margin(0.01));
    }
}

TEST_CASE("a chart that is legible on one page is on one") {
    Chart chart;
    std::mt19937 random(1);
    const auto smallest = [](const PageTile& page) { return page.scale * lettering(Ink::dates).size; };
    for (int round = 0; round < 60; ++round) {
        chart = planc_test::random_chart(random, 30);
        const Picture whole = lay_out(chart);
        const std::vector<PageTile> pages = tile(whole, 780, 500);
        const bool legible = whole.width - 48 <= 780 * 11 / 6.5 && whole.height - 48 <= 500 * 11 / 6.5;
        CHECK((pages.size() == 1) >= legible);
        for (const PageTile& page : pages) CHECK((smallest(page) >= 6.49 || whole.height > 800));
    }
}

TEST_CASE("a long chart is laid out for the paper's width") {
    std::mt19937 random(11);
    std::size_t wide = 0;
    for (int round = 0; round < 60; ++round) {
        const Chart chart = planc_test::random_chart(random, 30);
        for (const PageTile& page : tile(chart, 780, 500)) {
            check_page(page, 780, 500);
            wide += page.across;
        }
    }
    CHECK(wide == 0);
}

TEST_CASE("an arrow that goes on on the next page has one head, and its parts meet no edge but the cut") {
    std::mt19937 random(17);
    for (int round = 0; round < 100; ++round) {
        const Chart chart = planc_test::random_chart(random, 40);
        const Picture whole = lay_out(chart);
        const std::vector<PageTile> tiles = tile(whole, 400, 300);
        std::size_t heads = 0;
        std::size_t columns = 0;
        for (const PageTile& page : tiles) {
            columns = std::max(columns, page.across + 1);
            for (const Route& route : page.picture.routes) heads += route.head ? 1U : 0U;
        }
        // Beside a cut a head may be seen on both pages.
        REQUIRE(heads >= whole.routes.size());
        if (columns == 1) REQUIRE(heads == whole.routes.size());
    }
}
