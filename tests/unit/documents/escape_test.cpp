// Whatever a user types is shown as typed, wherever it stands.
#include "documents/escape.h"
#include "rendered.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <random>

using namespace planc;

namespace {

/// The text in each of the places where a document may put it.
std::string everywhere(const std::string& escaped) {
    return fmt::format("## {0}\n\n| a | b | c |\n| :-- | :-- | :-- |\n| x | {0} | **{0}** |\n| {0} | y | z "
                       "|\n\nfirst\n\n{0}\n\n- {0}\n- [ ] {0}\n\nlast\n",
                       escaped);
}

void check_everywhere(const std::string& text) {
    INFO("text: " << text);
    const std::string visible = visible_text(text);
    const std::string escaped = escape_markdown(text);
    INFO("escaped: " << escaped);
    const Seen seen(everywhere(escaped));
    REQUIRE(seen.headings == std::vector<std::string>{visible.empty() ? "## " : "## " + visible});
    REQUIRE(seen.tables.size() == 1);
    const Table& table = seen.tables[0];
    REQUIRE(table.header.size() == 3);
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].at(1) == visible);
    CHECK(table.rows[1].at(0) == visible);
    if (!visible.empty()) CHECK(table.rows[0].at(2) == visible);
    CHECK(seen.html.empty());
    CHECK(seen.images.empty());
    if (visible.empty()) return;
    CHECK(seen.items == std::vector<std::string>{visible});
    CHECK(seen.tasks == std::vector<std::string>{"[ ] " + visible});
    for (const Link& link : seen.links) {
        const bool mail =
            link.url == "mailto:" + link.text || (link.url == link.text && link.url.starts_with("mailto:"));
        CHECK((mail || link.url == link.text));
        CHECK((mail || link.url.starts_with("http://") || link.url.starts_with("https://")));
    }
}

} // namespace

TEST_CASE("text that looks like markup is shown as it is") {
    for (const std::string text : {"a|b",
                                   "a\\|b",
                                   "\\",
                                   "a\\",
                                   "\\\\",
                                   "`",
                                   "``a``",
                                   "`a|b`",
                                   "*a*",
                                   "**a**",
                                   "_a_",
                                   "snake_case_name",
                                   "__init__",
                                   "a_",
                                   "~~a~~",
                                   "~a~",
                                   "[a](http://example.com)",
                                   "![a](b)",
                                   "[x] done",
                                   "<b>",
                                   "<script>alert(1)</script>",
                                   "<!-- -->",
                                   "a < b",
                                   "< 0.5%",
                                   "> 1%",
                                   "&amp;",
                                   "&lt;b&gt;",
                                   "R&D",
                                   "&#35;",
                                   "# a",
                                   "#a",
                                   "a #",
                                   "C #",
                                   "## a ##",
                                   "- a",
                                   "-",
                                   "--",
                                   "---",
                                   "+ a",
                                   "* a",
                                   "1. a",
                                   "1) a",
                                   "1.",
                                   "2025. a",
                                   "=",
                                   "===",
                                   ":-:",
                                   "| :-- |",
                                   "> a",
                                   "    a",
                                   "\ta",
                                   "a  ",
                                   "```",
                                   "~~~",
                                   "a\nb",
                                   "a\n\nb",
                                   "a\r\nb\rc",
                                   "- a\n- b",
                                   "\n# a\n",
                                   "a<br>b",
                                   "www.example.com",
                                   "see www.example.com.",
                                   "a@example.com",
                                   "mailto:a@example.com",
                                   "ftp://example.com",
                                   "javascript://a",
                                   "http://",
                                   "http://a|b",
                                   "{{title}}",
                                   "{{{notes}}}",
                                   "[^1]",
                                   "[a]: http://b",
                                   "c:\\Users\\a",
                                   "\\*a\\*",
                                   "a*b*c",
                                   "2 * 3 * 4",
                                   "$x$",
                                   ":smile:",
                                   "@someone",
                                   "#12"}) {
        check_everywhere(text);
    }
}

TEST_CASE("web addresses become links to themselves") {
    const auto links = [](const std::string& text) {
        std::string all;
        for (const Link& link : Seen(escape_markdown(text)).links) all += link.url + " ";
        return all;
    };
    CHECK(links("see https://example.com/a?b=c&d=e#f.") == "https://example.com/a?b=c&d=e#f ");
    CHECK(links("接口：https://api.example.com/v1，首页") == "https://api.example.com/v1 ");
    CHECK(links("http://example.com/a_b*c") == "http://example.com/a_b*c ");
    CHECK(links("xhttp://example.com ftp://example.com javascript:alert(1)").empty());
}

TEST_CASE("control and direction characters are made visible") {
    CHECK(visible_text("a\x07z") == "a␇z");
    CHECK(visible_text("a\x7Fz") == "a␡z");
    CHECK(visible_text("a\u0085z") == "a⟨U+0085⟩z");
    CHECK(visible_text("a\u202Ez") == "a⟨U+202E⟩z");
    CHECK(visible_text("a\u2066z") == "a⟨U+2066⟩z");
    CHECK(visible_text("a\u2028z") == "a\nz");
    CHECK(visible_text("\xFF") == "\uFFFD");
    CHECK(visible_text("👩‍💻 周") == "👩‍💻 周");
}

TEST_CASE("plain words are left alone") {
    for (const std::string text : {"Build and test", "在微信开发者工具中导入源码", "5 < 6 and 7 > 6", "a-b-c", "R&D",
                                   "snake_case", "10% of users (first)"})
        CHECK(escape_markdown(text) == text);
}

TEST_CASE("paragraphs keep their line breaks") {
    const Seen seen(escape_paragraphs("first\nsecond # x\n\n- third\n\n\n1. fourth"));
    CHECK(seen.paragraphs == std::vector<std::string>{"first\nsecond # x", "- third", "1. fourth"});
    CHECK(seen.items.empty());
    CHECK(seen.headings.empty());
}

TEST_CASE("random text is shown as it is") {
    const std::vector<std::string> parts{"a",      "b",           "中",
                                         "文",     "，",          "。",
                                         " ",      "  ",          "\n",
                                         "\t",     "|",           "\\",
                                         "`",      "``",          "```",
                                         "*",      "**",          "_",
                                         "__",     "[",           "]",
                                         "(",      ")",           "!",
                                         "<",      ">",           "&",
                                         ";",      "#",           "##",
                                         "-",      "--",          "+",
                                         "=",      "==",          "1.",
                                         "1)",     "~",           "~~",
                                         ":",      "/",           ".",
                                         "@",      "\"",          "'",
                                         "$",      "^",           "{{",
                                         "}}",     "http://",     "https://example.com/",
                                         "www.",   "ftp://",      "mailto:",
                                         "amp",    "lt",          "x",
                                         "br",     "😀",           "\u200D",
                                         "\u00A0", "\u202E",      "\x01",
                                         "\u3000", "example.com", "|---|",
                                         "- [ ] ", "\r\n",        "<!--",
                                         "-->",    "<?",          "]]>"};
    std::mt19937 random(20251208);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        const std::size_t length = 1 + random() % 9;
        for (std::size_t k = 0; k < length; ++k) text += parts[random() % parts.size()];
        check_everywhere(text);
    }
}
