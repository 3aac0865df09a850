// The SVG is well-formed whatever is in it, and text stays text.
#include "gantt/layout.h"
#include "gantt/lettering.h"
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
