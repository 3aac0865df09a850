// The SVG is well-formed whatever is in it, and text stays text.
#include "gantt/layout.h"
#include "gantt/lettering.h"
#include "gantt/tiles.h"
#include "random_chart.h"

#include <catch2/catch.hpp>
#include <optional>
#include <vector>

using namespace planc;

namespace {

/// A strict reader of the little XML a picture needs: elements, attributes in double quotes, text, the five entities.
/// Gives what is wrong, or nothing; collects the content of all <text> elements.
struct XmlReader {
    std::string_view text;
    std::size_t at = 0;
    std::vector<std::string> open;
    std::vector<std::string> letters;

    std::string until(char end) {
        const std::size_t stop = std::min(text.find(end, at), text.size());
        const std::string out(text.substr(at, stop - at));
        at = stop;
        return out;
    }

    static std::optional<std::string> decode(std::string_view raw) {
        std::string out;
        while (!raw.empty()) {
            if (raw[0] != '&') {
                out += raw[0];
                raw.remove_prefix(1);
                continue;
            }
            const std::size_t end = raw.find(';');
            if (end == std::string_view::npos) return std::nullopt;
            const std::string_view name = raw.substr(1, end - 1);
            if (name == "amp")
                out += '&';
            else if (name == "lt")
                out += '<';
            else if (name == "gt")
                out += '>';
            else if (name == "quot")
                out += '"';
            else
                return std::nullopt;
            raw.remove_prefix(end + 1);
        }
        return out;
    }

    std::string tag() {
        ++at;
        if (at < text.size() && text[at] == '/') {
            ++at;
            const std::string name = until('>');
            ++at;
            if (open.empty() || open.back() != name) return "closes `" + name + "`";
            open.pop_back();
            return {};
        }
        const std::string inside = until('>');
        ++at;
        if (inside.find('<') != std::string::npos) return "`<` in a tag";
        const std::string name = inside.substr(0, inside.find_first_of(" /"));
        if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            return "an element `" + name + "`";
        if (!inside.ends_with('/')) open.push_back(name);
        return {};
    }

    std::string read() {
        while (at < text.size()) {
            const auto byte = static_cast<unsigned char>(text[at]);
            if (byte < 0x20 && byte != '\n') return "a control character";
            if (text[at] == '<') {
                if (std::string wrong = tag(); !wrong.empty()) return wrong;
                continue;
            }
            const std::string raw = until('<');
            if (raw.find('>') != std::string::npos && open.back() != "style") return "a bare `>`";
            const std::optional<std::string> plain = decode(raw);
            if (!plain) return "a bare `&`";
            for (const char c : *plain)
                if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return "a control character";
            if (!open.empty() && open.back() == "text") letters.push_back(*plain);
        }
        return open.empty() ? "" : "`" + open.back() + "` stays open";
    }
};

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("every picture is well-formed and says exactly the texts that were placed") {
    std::mt19937 random(314);
    for (int round = 0; round < 200; ++round) {
        const Chart chart = planc_test::random_chart(random, 16);
        const std::string svg = draw_svg(chart);
        INFO(svg);
        XmlReader reader{svg, 0, {}, {}};
        REQUIRE(reader.read() == "");
        std::vector<std::string> placed;
        for (const PlacedText& text : lay_out(chart).texts) placed.push_back(text.text);
        std::vector<std::string> drawn = reader.letters;
        std::sort(placed.begin(), placed.end());
        std::sort(drawn.begin(), drawn.end());
        REQUIRE(drawn == placed);
    }
}

TEST_CASE("a picture brings its own title, description and styles, and nothing from outside") {
    std::mt19937 random(1);
    const std::string svg = draw_svg(planc_test::random_chart(random, 16));
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("\n<title>") != std::string::npos);
    CHECK(svg.find("<desc>") != std::string::npos);
    CHECK(svg.find("prefers-color-scheme:dark") != std::string::npos);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("href") == std::string::npos);
    CHECK(svg.find("@import") == std::string::npos);
    CHECK(count(svg, "://") == 1); // the name space
    CHECK(count(svg, "url(") == count(svg, "url(#"));
}

TEST_CASE("text with markup and control characters stays text") {
    Chart chart;
    chart.title = "</title><script>alert(1)</script>";
    ChartRow row;
    row.label = "a\x01\x1b<b onload=\"x\">&amp;\n\tb\xEF\xBF\xBE\xE2\x80\xAE";
    chart.rows.push_back(row);
    const std::string svg = draw_svg(chart);
    CHECK(svg.find("<script") == std::string::npos);
    CHECK(svg.find("<b ") == std::string::npos);
    CHECK(svg.find(">a&lt;b onload=&quot;x&quot;&gt;&amp;amp; b</text>") != std::string::npos);
}

namespace {

/// The rules a theme adds to the empty chart.
std::string added(std::string_view theme) {
    const std::string plain = draw_svg(Chart{});
    const std::string svg = draw_svg(Chart{}, theme);
    const std::size_t end = plain.find("</style>");
    REQUIRE(svg.starts_with(plain.substr(0, end)));
    REQUIRE(svg.ends_with(plain.substr(end)));
    return svg.substr(end, svg.size() - plain.size());
}

} // namespace

TEST_CASE("a theme's colours win, light ones and dark ones") {
    const std::string rules = added("/* ours */ :root { --planc-task: #123456; --planc-ink:#abc; --accent: #111111 }\n"
                                    "@media (prefers-color-scheme: dark) { :root { --planc-ink: #fedcba } }\n"
                                    "@media print { :root { --planc-task: #000000 } }");
    CHECK(rules.find(".planc-gantt{--planc-ink:#abc;--planc-task:#123456;}") == 0);
    CHECK(rules.find("@media (prefers-color-scheme:dark){.planc-gantt{--planc-ink:#fedcba;--planc-task:#24405f;}}") !=
          std::string::npos);
    CHECK(rules.find("accent") == std::string::npos);
    CHECK(rules.find("#000000") == std::string::npos);
}

TEST_CASE("nothing but well-formed colours gets out of a theme") {
    CHECK(added("") == "");
    CHECK(added("</style><script>alert(1)</script>") == "");
    CHECK(added(":root{--planc-ink:url(https://example.com)}") == "");
    CHECK(added(":root{--planc-ink:#12345}") == "");
    CHECK(added(":root{--planc-ink:#1234567}") == "");
    CHECK(added(":root{--planc-ink:#12345g}") == "");
    CHECK(added(":root{--planc-nothing:#123456}") == "");
    CHECK(added(":root{--planc-ink:red;}") == "");
    CHECK(added(":root{{{{{--planc-ink") == "");
    CHECK(added("}}}} --planc-ink:#123456") == "");
    CHECK(added(":root{--planc-ink:#123456</style>}") == "");
    std::mt19937 random(4);
    constexpr std::string_view pieces[] = {
        "--planc-ink", ":",  "#1b2c3d", ";", "{",  "}",  "</style>", "<b>", "@media ", "prefers-color-scheme:dark",
        "/*",          "*/", "url(x)",  " ", "\n", "\\", "\""};
    for (int round = 0; round < 500; ++round) {
        std::string theme;
        for (int i = 0; i < 30; ++i) theme += pieces[random() % std::size(pieces)];
        INFO(theme);
        const std::string rules = added(theme);
        REQUIRE(rules.find_first_of("<>\\\"") == std::string::npos);
        REQUIRE(rules.find("url") == std::string::npos);
        REQUIRE(count(rules, "{") == count(rules, "}"));
    }
}

TEST_CASE("a page of a chart is drawn like a chart") {
    std::mt19937 random(21);
    for (int round = 0; round < 30; ++round) {
        const Chart chart = planc_test::random_chart(random, 30);
        for (const PageTile& page : tile(lay_out(chart), 500, 400)) {
            const std::string svg = draw_svg(page.picture, chart);
            XmlReader reader{svg, 0, {}, {}};
            REQUIRE(reader.read() == "");
            REQUIRE(reader.letters.size() == page.picture.texts.size());
        }
    }
}
