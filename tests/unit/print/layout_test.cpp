// What people rely on when they hold a printed document: nothing is torn, nothing is lost, nothing runs over an edge.
#include "laid.h"
#include "printed.h"

#include "golden.h"

#include <cmath>
#include <fmt/format.h>
#include <set>

using namespace planc;

namespace {

constexpr double millimetre = 72 / 25.4;

std::string table(std::size_t rows, const std::string& cell = "content") {
    std::string out = "| number | text |\n| :-- | :-- |\n";
    for (std::size_t i = 1; i <= rows; ++i) out += fmt::format("| row {} | {} |\n", i, cell);
    return out + "\n";
}

std::string words(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += "word ";
    return out;
}

/// The parts of the structure, nested as they are opened and closed; checks that each closes what was opened last.
std::string structure(const Laid& laid) {
    std::string out;
    std::vector<std::string_view> open;
    for (const PrintedPage& page : laid.pages) {
        for (const Placed& item : page.items) {
            if (const auto* one = std::get_if<OpenPart>(&item)) {
                out += fmt::format("<{}>", one->name);
                open.push_back(one->name);
            }
            if (const auto* one = std::get_if<ClosePart>(&item)) {
                REQUIRE_FALSE(open.empty());
                CHECK(open.back() == one->name);
                open.pop_back();
            }
        }
    }
    CHECK(open.empty());
    return out;
}

} // namespace

TEST_CASE("everything of every document stands within the margins") {
    const std::filesystem::path everything = testing::project() / "tests/plans/documents/everything.plan.yaml";
    std::vector<std::filesystem::path> plans{everything};
    for (const char* name : {"exam-buddy", "home-care"})
        plans.push_back(testing::project() / "examples" / (std::string(name) + ".plan.yaml"));
    for (const auto& plan : plans) {
        const Printed printed(testing::read_file(plan));
        for (const Paper paper : {Paper::a4, Paper::letter}) {
            for (const Page& page : printed.pages.pages) {
                const Laid laid(page, paper);
                INFO(plan.filename() << " " << page.title);
                for (const PrintedPage& sheet : laid.pages) {
                    const Box body = body_of(paper, sheet.size.width > sheet.size.height);
                    for (const Box& box : boxes(sheet)) {
                        CHECK(box.x >= body.x - 0.01);
                        CHECK(box.right() <= body.right() + 0.01);
                        CHECK(box.y >= 20);
                        CHECK(box.bottom() <= sheet.size.height - 20);
                    }
                }
                CHECK_FALSE(structure(laid).empty());
            }
        }
    }
}

TEST_CASE("a table's head stands on each of its pages, and no row is torn") {
    const Laid laid(table(120, words(30)));
    REQUIRE(laid.pages.size() > 3);
    std::size_t rows = 0;
    for (std::size_t page = 0; page < laid.pages.size(); ++page) {
        const std::vector<std::string> seen = texts(laid, page);
        CHECK(std::count(seen.begin(), seen.end(), "number") == 1);
        for (const Seen& one : passages(laid, page)) CHECK(one.lines.first == 0);
        rows += seen.size() / 2 - 1;
    }
    CHECK(rows == 120);
}

TEST_CASE("a row that is higher than a page goes on on the next, and none of its lines is lost or doubled") {
    const Laid laid(table(1, words(6'000)));
    REQUIRE(laid.pages.size() > 2);
    int next = 0;
    for (std::size_t page = 0; page < laid.pages.size(); ++page)
        for (const Seen& one : passages(laid, page))
            if (one.text.starts_with("word")) {
                CHECK(one.lines.first == next);
                next += one.lines.count;
            }
    CHECK(next > 100);
}

TEST_CASE("a heading is never the last on its page") {
    for (int lines = 30; lines < 50; ++lines) {
        std::string markdown;
        for (int i = 0; i < lines; ++i) markdown += "A line.\n\n";
        markdown += "## Part\n\n### Chapter\n\nIts text.\n";
        const Laid laid(markdown);
        INFO(lines);
        CHECK(page_with(laid, "Part") == page_with(laid, "Its text."));
        CHECK(page_with(laid, "Chapter") == page_with(laid, "Its text."));
    }
}

TEST_CASE("no line of a paragraph stands alone on a page") {
    for (int lines = 30; lines < 50; ++lines) {
        std::string markdown;
        for (int i = 0; i < lines; ++i) markdown += "A line.\n\n";
        const Laid laid(markdown + words(90));
        INFO(lines);
        std::vector<int> on_page(laid.pages.size());
        for (std::size_t page = 0; page < laid.pages.size(); ++page)
            for (const Seen& one : passages(laid, page))
                if (one.text.starts_with("word")) on_page[page] += one.lines.count;
        for (const int count : on_page) CHECK(count != 1);
    }
}

TEST_CASE("what is signed stays together with its heading") {
    for (int lines = 20; lines < 50; ++lines) {
        std::string markdown;
        for (int i = 0; i < lines; ++i) markdown += "A line.\n\n";
        markdown += "## Decision\n\n" + marked("sign") +
                    "- [ ] Go\n- [ ] No go, because: \\_\\_\\_\\_\\_\\_\\_\\_\n\n" + marked("sign") +
                    "| | Name | Signature |\n| :-- | :-- | :-- |\n| Prepared | Ann | |\n| Approved | Bob | |\n";
        const Laid laid(markdown);
        INFO(lines);
        CHECK(page_with(laid, "Decision") == page_with(laid, "Approved"));
    }
}

TEST_CASE("a box to sign in is at least 14 mm high and framed") {
    const Laid laid(marked("sign") + "| | Name | Signature |\n| :-- | :-- | :-- |\n| Prepared | Ann | |\n");
    double highest = 0;
    for (const PlacedStroke& stroke : strokes(laid.pages.at(0)))
        if (stroke.from.x == stroke.to.x) highest = std::max(highest, stroke.to.y - stroke.from.y);
    CHECK(highest >= 14 * millimetre);
}

TEST_CASE("columns to write in are wide, and their rows high") {
    const Laid laid(marked("wide") + marked("write") +
                    "| No | What | Begin | End | \x03note\x03Remark |\n| :-- | :-- | :-- | :-- | :-- |\n"
                    "| 1 | Unload the ship | | | |\n| 2 | Load it | | | |\n");
    std::set<double> edges;
    double height = 0;
    for (const PlacedStroke& stroke : strokes(laid.pages.at(0)))
        if (stroke.from.x == stroke.to.x) {
            edges.insert(stroke.from.x);
            height = std::max(height, stroke.to.y - stroke.from.y);
        }
    REQUIRE(edges.size() == 6);
    const std::vector<double> x(edges.begin(), edges.end());
    CHECK(x[3] - x[2] >= 22 * millimetre);
    CHECK(x[4] - x[3] >= 22 * millimetre);
    CHECK(x[5] - x[4] > x[4] - x[3]);
    CHECK(height >= 9 * millimetre);
}

TEST_CASE("empty items of a list to write in are rules as wide as the page") {
    const Laid laid(marked("write") + "1. &nbsp;\n2. &nbsp;\n");
    const Box body = body_of(Paper::a4, false);
    int rules = 0;
    for (const PlacedStroke& stroke : strokes(laid.pages.at(0)))
        if (std::abs(stroke.to.x - body.right()) < 0.1 && stroke.from.x > body.x + 5) ++rules;
    CHECK(rules == 2);
}

TEST_CASE("the page mark begins a page, and the wide mark turns all of them") {
    CHECK(Laid("One\n\n" + marked("page") + "Two\n").pages.size() == 2);
    CHECK(Laid("One\n\nTwo\n").pages.size() == 1);
    const Laid wide(marked("wide") + "One\n");
    CHECK(wide.pages.at(0).size.width > wide.pages.at(0).size.height);
}

TEST_CASE("an empty document is one page") { CHECK(Laid("").pages.size() == 1); }

TEST_CASE("boxes to tick are drawn, in lists and in tables") {
    const Laid laid("- [ ] One\n- [x] Two\n\n| Tick | What |\n| :-: | :-- |\n| ☐ | Three |\n| ☑ | Four |\n");
    const std::vector<PlacedTick> found = ticks(laid.pages.at(0));
    REQUIRE(found.size() == 4);
    CHECK_FALSE(found[0].done);
    CHECK(found[1].done);
    CHECK_FALSE(found[2].done);
    CHECK(found[3].done);
    for (const PlacedTick& tick : found) CHECK(tick.box.width >= 3.5 * millimetre);
}

TEST_CASE("the contents say on which page each part begins") {
    const Laid laid("- [One](#one)\n- [Two](#two)\n- [Two](#two-1)\n\n" + marked("page") + "## One\n\nText.\n\n" +
                    marked("page") + "## Two\n\nText.\n\n" + marked("page") + "## Two\n\nText.\n");
    std::vector<std::string> numbers;
    for (const Placed& item : laid.pages.at(0).items)
        if (const auto* word = std::get_if<PlacedWord>(&item); word && word->face == Typeface::body)
            numbers.push_back(word->text);
    CHECK(numbers == std::vector<std::string>{"2", "3", "4"});
}

TEST_CASE("the text form of the chart is left out") {
    const Laid laid(marked("chart") + "```mermaid\ngantt\n```\n\n```sh\nmake\n```\n");
    CHECK(texts(laid, 0) == std::vector<std::string>{"make"});
}

TEST_CASE("a quote may hold a table") {
    const Laid laid("> **Findings**\n>\n> | a | b |\n> | :-- | :-- |\n> | c | d |\n");
    CHECK(texts(laid, 0) == std::vector<std::string>{"Findings", "a", "b", "c", "d"});
    CHECK(structure(laid) == "<Document><BlockQuote><P><Table><TR><TH><TH><TR><TD><TD>");
    REQUIRE(laid.pages.at(0).grounds.size() == 1);
    CHECK(laid.pages.at(0).grounds.at(0).box.height > 30);
}

TEST_CASE("a table with sixty columns is parted, and each cell is there") {
    std::string head = "|";
    std::string rule = "|";
    std::string row = "|";
    for (int i = 0; i < 60; ++i) {
        head += fmt::format(" head {} |", i);
        rule += " :-- |";
        row += fmt::format(" cell {} |", i);
    }
    const Laid laid(head + "\n" + rule + "\n" + row + "\n");
    std::set<std::string> seen;
    for (std::size_t page = 0; page < laid.pages.size(); ++page)
        for (const std::string& text : texts(laid, page)) seen.insert(text);
    CHECK(seen.size() == 120);
    for (const Box& box : boxes(laid.pages.at(0))) CHECK(box.right() <= body_of(Paper::a4, false).right() + 0.01);
}

TEST_CASE("a word without end is broken, a title without end wrapped, and lists without end nested") {
    const Laid word(std::string(5'000, 'x') + "\n\n| a | b |\n| - | - |\n| " + std::string(5'000, 'y') + " | c |\n");
    CHECK(word.pages.size() > 1);
    const Laid title("# " + words(400) + "\n");
    CHECK(title.pages.size() >= 1);
    std::string nested;
    for (int i = 0; i < 20; ++i)
        nested += std::string(static_cast<std::size_t>(2 * i), ' ') + fmt::format("- level {}\n", i);
    const Laid list(nested);
    CHECK(texts(list, 0).size() == 20);
    for (const Seen& seen : passages(list, 0)) CHECK(seen.lines.width >= 100);
}

TEST_CASE("blocks nested a thousand deep are read to the end") {
    std::string quotes;
    for (int i = 0; i < 1'000; ++i) quotes += "> ";
    const Laid laid(quotes + "deep\n");
    CHECK(texts(laid, 0) == std::vector<std::string>{"deep"});
}

TEST_CASE("Chinese lines begin with no closing sign and end with no opening one, and Latin words stay whole") {
    const std::string text = "发布（第一阶段），见「操作手册」：先核对版本号。再执行 deployment 脚本、检查结果；";
    for (std::size_t before = 0; before < 40; ++before) {
        std::string markdown;
        for (std::size_t i = 0; i < before; ++i) markdown += "船";
        for (int i = 0; i < 8; ++i) markdown += text;
        const Content content = read_content(markdown);
        Typesetter typesetter(content, find_families("Noto Sans CJK SC", "monospace", true), "zh-CN");
        const TextPassage& passage = content.elements.at(0).text;
        for (const std::size_t begin : typesetter.line_begins(passage, Typeface::body, 300)) {
            const std::string_view line = content.text(passage).substr(begin);
            const std::string_view above = content.text(passage).substr(0, begin);
            INFO(line.substr(0, 30));
            for (const std::string_view closing : {"）", "，", "」", "：", "。", "、", "；"})
                CHECK_FALSE(line.starts_with(closing));
            for (const std::string_view opening : {"（", "「"}) CHECK_FALSE(above.ends_with(opening));
            const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
            CHECK_FALSE((!above.empty() && letter(above.back()) && letter(line.front())));
        }
    }
}
