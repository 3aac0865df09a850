// What holds for every picture: letters never touch, nothing is cut or lost, arrows turn at right angles.
#include "gantt/layout.h"

#include "gantt/lettering.h"
#include "random_chart.h"

#include <catch2/catch.hpp>
#include <map>

using namespace planc;

namespace {

bool overlap(const Box& a, const Box& b) {
    constexpr double touching = 0.01;
    return a.x + touching < b.right() && b.x + touching < a.right() && a.y + touching < b.bottom() &&
           b.y + touching < a.bottom();
}

std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != ' ') out += c;
    return out;
}

/// What the picture says in some ink for every row, lines joined.
std::map<std::size_t, std::string> said(const Picture& picture, std::initializer_list<Ink> inks) {
    std::map<std::size_t, std::string> out;
    for (const PlacedText& text : picture.texts)
        if (std::find(inks.begin(), inks.end(), text.ink) != inks.end() && text.row != PlacedText::no_row)
            out[text.row] += without_blanks(text.text);
    return out;
}

void check_texts(const Picture& picture) {
    for (std::size_t i = 0; i < picture.texts.size(); ++i) {
        const PlacedText& text = picture.texts[i];
        INFO("text `" << text.text << "` at " << text.box.x << " " << text.box.y);
        REQUIRE(text.box.x >= 0);
        REQUIRE(text.box.y >= 0);
        REQUIRE(text.box.right() <= picture.width);
        REQUIRE(text.box.bottom() <= picture.height);
        for (std::size_t j = i + 1; j < picture.texts.size(); ++j) {
            INFO("and `" << picture.texts[j].text << "` at " << picture.texts[j].box.x << " "
                         << picture.texts[j].box.y);
            REQUIRE_FALSE(overlap(text.box, picture.texts[j].box));
        }
    }
}

void check_bars(const Chart& chart, const Picture& picture) {
    std::map<std::size_t, const PlacedBar*> bars;
    for (const PlacedBar& bar : picture.bars) {
        REQUIRE(bars.emplace(bar.row, &bar).second);
        REQUIRE(bar.box.width > 0);
        REQUIRE(bar.box.x >= picture.plot.x);
        REQUIRE(bar.box.right() <= picture.plot.right());
        REQUIRE(bar.rise > 0);
        REQUIRE(bar.rise <= 1);
        for (const PlacedText& text : picture.texts) {
            if (text.row == bar.row && text.inside_bar) {
                REQUIRE(text.box.x >= bar.box.x);
                REQUIRE(text.box.right() <= bar.box.right());
            } else {
                REQUIRE_FALSE(overlap(text.box, bar.box));
            }
        }
    }
    for (std::size_t i = 0; i < chart.rows.size(); ++i)
        REQUIRE(bars.contains(i) == (chart.rows[i].dated && chart.rows[i].kind != BarKind::heading));
}

} // namespace

TEST_CASE("letters never overlap, lie on the sheet and clear of other bars") {
    std::mt19937 random(20251208);
    for (int round = 0; round < 400; ++round) {
        const Chart chart = planc_test::random_chart(random, 24);
        INFO("round " << round << "\n" << dump(chart));
        const Picture picture = lay_out(chart);
        check_texts(picture);
        check_bars(chart, picture);
    }
}

TEST_CASE("every row says its whole label, and whether it has a date") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const Chart chart = planc_test::random_chart(random, 24);
        const Picture picture = lay_out(chart);
        auto labels = said(picture, {Ink::label, Ink::group_label});
        auto dates = said(picture, {Ink::dates, Ink::no_date});
        for (std::size_t i = 0; i < chart.rows.size(); ++i) {
            const std::string label = printable(chart.rows[i].label);
            REQUIRE(labels[i] == without_blanks(label.empty() ? chart.rows[i].id : label));
            REQUIRE(dates[i].empty() == (chart.rows[i].kind == BarKind::heading));
        }
    }
}

TEST_CASE("every arrow between two bars goes from one to the other in right angles") {
    std::mt19937 random(99);
    for (int round = 0; round < 200; ++round) {
        const Chart chart = planc_test::random_chart(random, 20);
        const Picture picture = lay_out(chart);
        std::map<std::size_t, Box> bars;
        for (const PlacedBar& bar : picture.bars) bars[bar.row] = bar.box;
        std::size_t next = 0;
        for (const ChartArrow& arrow : chart.arrows) {
            if (arrow.from == arrow.to || !bars.contains(arrow.from) || !bars.contains(arrow.to)) continue;
            REQUIRE(next < picture.routes.size());
            const Route& route = picture.routes[next++];
            REQUIRE(route.count >= 2);
            for (std::size_t i = 1; i < route.count; ++i) {
                const Point a = route.points[i - 1];
                const Point b = route.points[i];
                REQUIRE(((a.x == b.x) != (a.y == b.y)));
            }
            const auto touches = [](const Box& box, Point point) {
                return point.x >= box.x - 0.01 && point.x <= box.right() + 0.01 && point.y >= box.y - 0.01 &&
                       point.y <= box.bottom() + 0.01;
            };
            REQUIRE(touches(bars[arrow.from], route.points[0]));
            REQUIRE(touches(bars[arrow.to], route.points[route.count - 1]));
        }
        REQUIRE(next == picture.routes.size());
    }
}

TEST_CASE("a stage with more users stands higher") {
    Chart chart;
    for (const double percent : {1.0, 5.0, 20.0, 100.0}) {
        ChartRow row;
        row.kind = BarKind::stage;
        row.dated = true;
        row.end = row.begin + minutes{60};
        row.percent = NumberRange{percent, percent};
        chart.rows.push_back(row);
    }
    chart.end = LocalTime{} + minutes{60};
    const Picture picture = lay_out(chart);
    REQUIRE(picture.bars.size() == 4);
    for (std::size_t i = 1; i < 4; ++i) CHECK(picture.bars[i].rise > picture.bars[i - 1].rise + 0.05);
    CHECK(picture.bars[3].rise == 1);
}
