// What holds for every picture: letters never touch, nothing is cut or lost, arrows turn at right angles.
#include "gantt/layout.h"

#include "chart_file.h"
#include "gantt/lettering.h"
#include "gantt/scale.h"
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
        REQUIRE(bar.actual.x + 0.01 >= (bar.actual.width > 0 ? picture.plot.x : 0));
        REQUIRE(bar.actual.right() <= picture.plot.right());
        REQUIRE(bar.done_to <= bar.box.right() + 0.01);
        for (const PlacedText& text : picture.texts) REQUIRE_FALSE(overlap(text.box, bar.actual));
        REQUIRE(bar.box.x >= picture.plot.x);
        REQUIRE(bar.box.right() <= picture.plot.right());
        REQUIRE(bar.rise > 0);
        REQUIRE(bar.rise <= 1);
        for (const PlacedText& text : picture.texts) {
            if (text.row == bar.row && text.inside_bar) {
                REQUIRE(text.box.x >= bar.box.x);
                REQUIRE(text.box.right() <= bar.box.right());
            } else if (bar.box.width > 0) {
                REQUIRE_FALSE(overlap(text.box, bar.box));
            }
        }
    }
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const ChartRow& row = chart.rows[i];
        REQUIRE(bars.contains(i) == ((row.dated || row.actual) && row.kind != BarKind::heading));
        if (bars.contains(i)) REQUIRE((bars[i]->box.width > 0) == row.dated);
        if (bars.contains(i)) REQUIRE((bars[i]->actual.width > 0) == row.actual.has_value());
    }
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

TEST_CASE("every row says its label, whole or with an ellipsis after six lines, and whether it has a date") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        const Chart chart = planc_test::random_chart(random, 24);
        const Picture picture = lay_out(chart);
        auto labels = said(picture, {Ink::label, Ink::group_label});
        auto dates = said(picture, {Ink::dates, Ink::no_date});
        std::map<std::size_t, int> lines;
        for (const PlacedText& text : picture.texts)
            if (text.ink == Ink::label || text.ink == Ink::group_label) ++lines[text.row];
        for (std::size_t i = 0; i < chart.rows.size(); ++i) {
            const std::string label = printable(chart.rows[i].label);
            const std::string whole = without_blanks(label.empty() ? chart.rows[i].id : label);
            const std::string ellipsis = "…";
            if (labels[i] != whole) {
                REQUIRE(labels[i].ends_with(ellipsis));
                REQUIRE(whole.starts_with(labels[i].substr(0, labels[i].size() - ellipsis.size())));
                REQUIRE(lines[i] == 6);
            }
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
        for (const PlacedBar& bar : picture.bars)
            if (bar.box.width > 0) bars[bar.row] = bar.box;
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

TEST_CASE("no arrow crosses a text, nor a bar but the two it joins, nor what really happened of others") {
    std::mt19937 random(4711);
    std::size_t ways = 0;
    for (int round = 0; round < 400; ++round) {
        const Chart chart = planc_test::random_chart(random, 40);
        const Picture picture = lay_out(chart);
        std::map<std::size_t, const PlacedBar*> bars;
        for (const PlacedBar& bar : picture.bars) bars[bar.row] = &bar;
        std::size_t next = 0;
        for (const ChartArrow& arrow : chart.arrows) {
            const auto has_bar = [&](std::size_t row) { return bars.contains(row) && bars[row]->box.width > 0; };
            if (arrow.from == arrow.to || !has_bar(arrow.from) || !has_bar(arrow.to)) continue;
            const Route& route = picture.routes.at(next++);
            ++ways;
            for (std::size_t i = 1; i < route.count; ++i) {
                const Point a = route.points[i - 1];
                const Point b = route.points[i];
                constexpr double beside = 0.5;
                const Box way{std::min(a.x, b.x) - beside, std::min(a.y, b.y) - beside,
                              std::abs(a.x - b.x) + 2 * beside, std::abs(a.y - b.y) + 2 * beside};
                INFO("arrow " << arrow.from << " to " << arrow.to << " of\n" << dump(chart));
                for (const PlacedText& text : picture.texts)
                    if (!text.inside_bar || (text.row != arrow.from && text.row != arrow.to))
                        REQUIRE_FALSE(overlap(text.box, way));
                for (const auto& [row, bar] : bars) {
                    if (row == arrow.from || row == arrow.to) continue;
                    REQUIRE_FALSE(overlap(bar->box, way));
                    REQUIRE_FALSE(overlap(bar->actual, way));
                }
            }
        }
    }
    REQUIRE(ways > 2'000);
}

TEST_CASE("a sheet keeps to a width where its columns can") {
    std::mt19937 random(3);
    int narrower = 0;
    for (int round = 0; round < 100; ++round) {
        const Chart chart = planc_test::random_chart(random, 20);
        const Picture usual = lay_out(chart);
        const Picture narrow = lay_out(chart, 1'000);
        REQUIRE(narrow.width <= std::max(usual.width, 1'000.0) + 0.01);
        check_texts(narrow);
        narrower += usual.width > 1'000 && narrow.width <= 1'000.01 ? 1 : 0;
    }
    CHECK(narrower > 20);
}

TEST_CASE("a bar is dark as far as its work is done") {
    const Chart chart = planc_test::read_chart("task 0 | a | | 2025-12-01 .. 2025-12-04 | active progress=25\n"
                                               "task 0 | b | | 2025-12-01 .. 2025-12-04 | done progress=100\n"
                                               "task 0 | c | | 2025-12-01 .. 2025-12-04\n");
    const Picture picture = lay_out(chart);
    const auto part = [&](std::size_t i) {
        return (picture.bars[i].done_to - picture.bars[i].box.x) / picture.bars[i].box.width;
    };
    CHECK(part(0) == Approx(0.25));
    CHECK(part(1) == Approx(1));
    CHECK(part(2) == Approx(0));
}

TEST_CASE("what really happened stands below its bar, and what goes on reaches the chart's line") {
    const Chart chart =
        planc_test::read_chart("as_of | 2025-12-10\n"
                               "task 0 | a | | 2025-12-01 .. 2025-12-04 | done | 2025-12-02 .. 2025-12-06\n"
                               "task 0 | b | | 2025-12-05 .. 2025-12-12 | active | 2025-12-07 ..\n");
    const Picture picture = lay_out(chart);
    const PlacedBar& late = picture.bars.at(0);
    const PlacedBar& open = picture.bars.at(1);
    CHECK(late.actual.y >= late.box.bottom());
    CHECK(late.actual.x > late.box.x);
    CHECK(late.actual.right() > late.box.right());
    CHECK_FALSE(late.actual_open);
    CHECK(open.actual_open);
    CHECK(open.actual.right() == Approx(picture.as_of));
    const auto samples = [&](Sample sample) {
        return std::count_if(picture.legend.begin(), picture.legend.end(),
                             [&](const LegendItem& item) { return item.sample == sample; });
    };
    CHECK(samples(Sample::actual) == 1);
    CHECK(samples(Sample::progress) == 0);
}

TEST_CASE("three hundred stages and ten thousand rows stand each in their row") {
    Chart chart;
    for (int i = 0; i < 10'000; ++i) {
        ChartRow row;
        row.kind = i < 300 ? BarKind::stage : BarKind::task;
        row.label = "第" + std::to_string(i) + "项";
        row.dated = true;
        row.begin = LocalTime{} + minutes{30 * i};
        row.end = row.begin + minutes{45};
        if (i < 300) row.percent = NumberRange{i / 3.0, i / 3.0};
        chart.rows.push_back(row);
        if (i >= 10) chart.arrows.push_back({chart.rows.size() - 1 - 7, chart.rows.size() - 1, {}, false});
        if (i >= 2'000 && i % 100 == 0)
            chart.arrows.push_back({chart.rows.size() - 2'000, chart.rows.size() - 1, {}, false});
    }
    fit_axis(chart);
    const Picture picture = lay_out(chart);
    REQUIRE(picture.row_lines.size() == chart.rows.size());
    for (const PlacedText& text : picture.texts) {
        REQUIRE(text.box.right() <= picture.width);
        if (text.row == PlacedText::no_row) continue;
        REQUIRE(text.box.bottom() <= picture.row_lines[text.row]);
        REQUIRE(text.box.y >= (text.row == 0 ? picture.plot.y : picture.row_lines[text.row - 1]));
    }
    REQUIRE(picture.routes.size() == chart.arrows.size());
}
