// Users' own Markdown: kept where it is harmless, bounded where it is not.
#include "documents/notes.h"
#include "rendered.h"

#include <catch2/catch.hpp>

using namespace planc;

TEST_CASE("ordinary notes stay what they are") {
    const Seen seen(bounded_markdown("A **bold** word, `code` and [a link](https://example.com).\n\n- [x] done\n- [ ] "
                                     "open\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"));
    CHECK(seen.paragraphs.at(0) == "A bold word, code and a link.");
    REQUIRE(seen.links.size() == 1);
    CHECK(seen.links[0].url == "https://example.com");
    CHECK(seen.tasks == std::vector<std::string>{"[x] done", "[ ] open"});
    REQUIRE(seen.tables.size() == 1);
    CHECK(seen.tables[0].rows == std::vector<std::vector<std::string>>{{"1", "2"}});
}

TEST_CASE("headings go below ours") {
    CHECK(Seen(bounded_markdown("# One\n\n## Two\n\nThree\n=====\n")).headings ==
          std::vector<std::string>{"##### One", "###### Two", "##### Three"});
}

TEST_CASE("raw HTML is shown as text") {
    const Seen seen(
        bounded_markdown("<script>alert(1)</script>\n\nA <b onclick=x>word</b> and <br> too.\n\n<!-- hidden -->\n"));
    CHECK(seen.html.empty());
    REQUIRE(seen.paragraphs.size() == 3);
    CHECK(seen.paragraphs[0] == "<script>alert(1)</script>");
    CHECK(seen.paragraphs[1] == "A <b onclick=x>word</b> and \n too.");
    CHECK(seen.paragraphs[2] == "<!-- hidden -->");
}

TEST_CASE("links lead only to the web, mail and places in the document") {
    const Seen seen(bounded_markdown("[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x) "
                                     "![d](file:///etc/passwd) [e](#goals) [f](mailto:a@example.com) [g](docs/x.md)"));
    REQUIRE(seen.links.size() == 3);
    CHECK(seen.links[0].url == "#goals");
    CHECK(seen.links[1].url == "mailto:a@example.com");
    CHECK(seen.links[2].url == "docs/x.md");
    CHECK(seen.images.empty());
    CHECK(seen.paragraphs.at(0) == "a b c d e f g");
}

TEST_CASE("notes that would take for ever come as plain text") {
    const auto repeated = [](const std::string& part, int times) {
        std::string all;
        for (int i = 0; i < times; ++i) all += part;
        return all;
    };
    for (const std::string& text : {repeated("- ", 20'000), repeated("> ", 20'000), repeated("<![CDATA[", 20'000),
                                    repeated("<!A ", 20'000), repeated("<?", 20'000), repeated("|", 20'000),
                                    "https://example.com/" + repeated(")", 20'000), repeated("a\n", 40'000)}) {
        const Seen seen(bounded_markdown(text));
        CHECK(seen.items.empty());
        CHECK(seen.tables.empty());
        CHECK(seen.html.empty());
    }
}

TEST_CASE("a rule and a deep list are no reason to give up") {
    CHECK(
        Seen(bounded_markdown("a\n\n----------------------------------------\n\n- x\n  - y\n    - z\n")).items.size() ==
        3);
}
