// HTML pages: what becomes of Markdown and of layout marks, and what a page lets in.
#include "documents/html.h"

#include "documents/html_body.h"
#include "documents/html_text.h"
#include "documents/marks.h"
#include "documents/shape.h"
#include "golden.h"
#include "rendered.h"
#include "source/fingerprint.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

HtmlBody body_of(const std::string& markdown) {
    Page page;
    page.markdown = markdown;
    return write_body(page, labels_of("en"));
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string between(const std::string& text, const std::string& open, const std::string& close) {
    const std::size_t begin = text.rfind(open) + open.size();
    return text.substr(begin, text.find(close, begin) - begin);
}

const std::string plan =
    "planc: 1\nplan: {id: a, title: A <b>, revision: \"1\", owner: ann, language: en}\n"
    "people: {ann: {name: Ann & Co}}\n"
    "phases: [{id: work, title: Work, start: 2025-12-08 10:00, steps: [{do: One, duration: 1h}]}]\n"
    "checklists: [{id: ready, title: Ready, items: [{check: A box}]}]\n";

} // namespace

TEST_CASE("the content of a page is HTML with sections, ids and marks as attributes") {
    const std::string markdown =
        "# A *title*\n\n" + mark("facts") + "\n\n| Release | 1.0 |\n| :-- | :-- |\n| Owner | Ann |\n\n## Contents\n\n" +
        mark("contents") +
        "\n\n- [One](#one)\n\n## One\n\nText with `code`, [a link](https://example.com/?a=1&b=2),\\\n" +
        "**strong** and " + mark("progress") + "1/2 · done.\n\n### One\n\n- [ ] " + mark("of import\\_1.2") +
        "an item\n- [x] another\n\n" + mark("write") + "\n\n| No. | What | " + mark("begin") +
        "Begin&emsp;&emsp; | |\n| --: | :-- | :-: | :-- |\n| " + mark("of a") + "1 | x<br>y | | |\n\n## ☐ Sign\n\n" +
        mark("sign") + "\n\n| | Name |\n| :-- | :-- |\n| **By** | |\n\n" + mark("page") + "\n\n## Outcome\n\n" +
        mark("outcome") + "\n\n- [ ] " + mark("choice success") +
        "well\n\nSummary.\n\n1. a\n\n   b\n2. c\n\n> quoted\n\n"
        "```sh\necho \"<&>\"\n```\n";
    const HtmlBody body = body_of(markdown);
    testing::check_golden(testing::project() / "tests/unit/documents/body.html", body.title + "\n" + body.text);
    CHECK(body.has_contents);
    CHECK_FALSE(body.wide);
    REQUIRE(body.headings.size() == 4);
    CHECK(body.headings[1].anchor == "one-1");
    CHECK(body.headings[2].text == "Sign");
    CHECK(body.text.find('\x03') == std::string::npos);
}

TEST_CASE("raw HTML is text, and links lead nowhere harmful") {
    const HtmlBody body =
        body_of("a <script>x</script> <b onclick=x>b</b> <br> c\n\n<div>\n</div>\n\n"
                "[j](javascript:x) [J](JaVa&#10;Script:x) [d](data:text/html,x) [h](https://example.com) "
                "[m](mailto:a@example.com) [p](#place) ![i](https://example.com/i.png) "
                "[![i](https://example.com/i.png)](https://example.com)\n");
    CHECK(holds(body.text, "&lt;script&gt;x&lt;/script&gt;"));
    CHECK(holds(body.text, "<p>&lt;div&gt;"));
    CHECK_FALSE(holds(body.text, "<b"
                                 " "));
    CHECK_FALSE(holds(body.text, "javascript:"));
    CHECK_FALSE(holds(body.text, "data:"));
    CHECK_FALSE(holds(body.text, "<img"));
    CHECK(holds(body.text, "<a href=\"https://example.com\" rel=\"noreferrer\">h</a>"));
    CHECK(holds(body.text, "<a href=\"#place\">p</a>"));
    CHECK(holds(body.text, "<a href=\"https://example.com\" rel=\"noreferrer\">i</a></p>"));
}

TEST_CASE("headings have ids of their own, whatever they say") {
    const HtmlBody body = body_of("## A\n\n## A\n\n## A-1\n\n## ???\n\n## !!!\n\n## 发布\n");
    std::vector<std::string> anchors;
    for (const HtmlHeading& heading : body.headings) anchors.push_back(heading.anchor);
    CHECK(anchors == std::vector<std::string>{"a", "a-1", "a-1-1", "H4", "H5", "发布"});
}

TEST_CASE("deep nesting ends in plain text") {
    std::string markdown;
    for (int i = 0; i < 2000; ++i) markdown += '>';
    const HtmlBody body = body_of(markdown + " deep\n");
    CHECK(holds(body.text, "deep"));
    CHECK(body.text.size() < 4000);
}

TEST_CASE("a page names the hash of each of its styles and of its script") {
    const Rendered rendered(plan);
    for (const std::string_view name : {"plan.html", "checklist.html", "record.html"}) {
        const std::string& html = rendered.document(name);
        CHECK(holds(html, "default-src 'none'"));
        CHECK(holds(html, "script-src 'sha256-" + hash_in_base64(between(html, "<script>", "</script>")) + "'"));
        std::size_t styles = 0;
        for (std::size_t at = html.find("<style>"); at != std::string::npos; at = html.find("<style>", at + 1)) {
            const std::string style = html.substr(at + 7, html.find("</style>", at) - at - 7);
            CHECK(holds(html, "'sha256-" + hash_in_base64(style) + "'"));
            ++styles;
        }
        CHECK(styles == (name == "plan.html" ? 3 : 2)); // the chart has one of its own
        CHECK_FALSE(holds(html, " style=\""));
        CHECK(holds(html, "<title>A &lt;b&gt;"));
    }
}

TEST_CASE("what the chart shows stands in a table too") {
    const Rendered rendered(plan);
    const std::string& html = rendered.document("plan.html");
    const std::string table = html.substr(std::min(html.find("<details class=\"chart-table\">"), html.size()));
    CHECK(holds(table.substr(0, table.find("</details>")), "<td class=\"depth1\">One</td>"));
}

TEST_CASE("what a page knows of the plan cannot end its element") {
    const Rendered rendered(plan + "record: {summary: \"</script><!--\", entries: [{of: ready.1, result: done, end: "
                                   "2025-12-08 09:00, by: ann}]}\n");
    const std::string& html = rendered.document("record.html");
    CHECK(holds(html, "\"summary\":\"\\u003c/script>\\u003c!--\""));
    CHECK(holds(html, R"({"of":"ready.1","end":"2025-12-08 09:00","by":"ann","result":"done"})"));
    CHECK(holds(html, R"(["work.1","1.1 One","2025-12-08 10:00",1,0])"));
    CHECK_FALSE(holds(rendered.document("signoff.html"), "\"record\""));
}

TEST_CASE("a page's texts for style and script are made harmless") {
    CHECK(css_string("a\"}</style>\n") == R"("a\22 \7d \3c \2f style\3e \a ")");
    CHECK(css_string("计划 1") == "\"计划 1\"");
    CHECK(inside_element("a</style><!--") == "a<\\/style><\\!--");
    CHECK(escape_html("<&>\"'") == "&lt;&amp;&gt;&quot;'");
}

TEST_CASE("a page template is checked against its own view") {
    Templates templates;
    templates.replace(std::string(page_template), "{{titel}} {{body}} {{labels.page_save}}{{{fingerprint}}}\n");
    const auto errors = check_templates(templates);
    REQUIRE(errors.size() == 3);
    CHECK(errors[0].message == "there is no `titel` here; did you mean `title`?");
    CHECK(errors[1].message == "`body` is ready HTML; write `{{{body}}}`");
    CHECK(errors[2].message == "`fingerprint` is text and must be escaped; write `{{fingerprint}}`");
}
