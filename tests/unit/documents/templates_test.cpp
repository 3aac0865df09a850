// Mistakes in templates and label files are found before anything is rendered.
#include "documents/documents.h"
#include "documents/shape.h"
#include "documents/template_render.h"
#include "documents/template_tags.h"
#include "rendered.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace planc;

namespace {

/// What the check says of `text` in place of one file, one line an error.
std::string mistakes(const std::string& text, const std::string& file = "plan.md.mustache") {
    Templates templates;
    templates.replace(file, text);
    std::string all;
    for (const TemplateError& error : check_templates(templates))
        all += fmt::format("{}:{}:{}: {}\n", error.file, error.line, error.column, error.message);
    return all;
}

std::string rendered(const std::string& text, const Value& view) {
    return tidy_lines(render_template(prepare_template(Templates(), text), view));
}

Value members(Members all) { return all; }

} // namespace

TEST_CASE("the built-in templates are right") {
    for (const TemplateError& error : check_templates(Templates()))
        FAIL_CHECK(error.file << ":" << error.line << ":" << error.column << ": " << error.message);
}

TEST_CASE("both label files have the same keys and the same things to fill in") {
    const Labels zh = labels_of("zh-CN");
    const Labels en = labels_of("en");
    std::vector<std::string> zh_keys;
    std::vector<std::string> en_keys;
    for (const auto& [key, text] : zh.entries()) zh_keys.push_back(key);
    for (const auto& [key, text] : en.entries()) en_keys.push_back(key);
    CHECK(zh_keys == en_keys);
    for (const auto& [key, text] : en.entries()) {
        CHECK_FALSE((text.empty() && key != "duration_join"));
        if (key.starts_with("date_") || key.starts_with("month_")) continue;
        auto wanted = placeholders(std::string_view(text).substr(0, text.find('|')));
        auto there = placeholders(zh[key]);
        std::sort(wanted.begin(), wanted.end());
        std::sort(there.begin(), there.end());
        INFO("label " << key);
        CHECK(wanted == there);
    }
}

TEST_CASE("an unknown name is told with the nearest one") {
    CHECK(mistakes("# {{plan.titel}}") ==
          "plan.md.mustache:1:3: there is no `plan.titel` here; did you mean `plan.title`?\n");
    CHECK(mistakes("一二 {{lables.plan}}") ==
          "plan.md.mustache:1:4: there is no `lables.plan` here; did you mean `labels.plan`?\n");
    CHECK(mistakes("\n\n  {{#phase}}x{{/phase}}")
              .starts_with("plan.md.mustache:3:3: there is no `phase` here; did you mean `phases`?\n"));
    CHECK(mistakes("{{#phases}}{{#steps}}{{verfiy}}{{/steps}}{{/phases}}") ==
          "plan.md.mustache:1:22: there is no `verfiy` here; did you mean `verify`?\n");
    CHECK(mistakes("{{labels.no_such_label_at_all}}") ==
          "plan.md.mustache:1:1: there is no `labels.no_such_label_at_all` here\n");
    CHECK(mistakes("{{> stepz}}") ==
          "plan.md.mustache:1:1: there is no template `stepz.md.mustache`; did you mean `steps`?\n");
    CHECK(mistakes("{{#any_phases.ownr}}{{/any_phases.ownr}}") ==
          "plan.md.mustache:1:1: there is no `any_phases.ownr` here; did you mean `any_phases.owner`?\n");
}

TEST_CASE("a name is known where its section is open") {
    CHECK(mistakes("{{#phases}}{{number}}{{#remarks}}{{{notes}}}{{/remarks}}{{/phases}}").empty());
    CHECK(mistakes("{{number}}") == "plan.md.mustache:1:1: there is no `number` here\n");
    CHECK(mistakes("{{#phases}}{{/phases}}{{number}}") == "plan.md.mustache:1:23: there is no `number` here\n");
    CHECK(mistakes("{{#plan.goals}}{{.}}{{/plan.goals}}{{#plan.has_goals}}{{/plan.has_goals}}").empty());
    CHECK(mistakes("{{.}}") == "plan.md.mustache:1:1: `.` is a text only inside a section over texts\n");
}

TEST_CASE("sections that do not match are told") {
    CHECK(mistakes("{{#phases}}") == "plan.md.mustache:1:1: section `phases` is never closed\n");
    CHECK(mistakes("{{/phases}}") == "plan.md.mustache:1:1: `phases` is closed here but not open\n");
    CHECK(mistakes("{{#phases}}{{#steps}}{{/phases}}{{/steps}}") ==
          "plan.md.mustache:1:22: `phases` is closed here while `steps` is still open\n"
          "plan.md.mustache:1:33: `steps` is closed here while `phases` is still open\n");
    CHECK(mistakes("a\n{{plan.title") == "plan.md.mustache:2:1: this tag is not closed with `}}`\n");
    CHECK(mistakes("{{{plan.summary}}") == "plan.md.mustache:1:1: this tag is not closed with `}}}`\n");
    CHECK(mistakes("{{=<% %>=}}") == "plan.md.mustache:1:1: templates keep the delimiters `{{` and `}}`\n");
    CHECK(mistakes("{{plan title}}") == "plan.md.mustache:1:1: a tag holds one name\n");
    CHECK(mistakes("{{}}") == "plan.md.mustache:1:1: a tag holds one name\n");
}

TEST_CASE("only ready Markdown is let through unescaped") {
    CHECK(mistakes("{{{plan.title}}}") ==
          "plan.md.mustache:1:1: `plan.title` is text and must be escaped; write `{{plan.title}}`\n");
    CHECK(mistakes("{{& plan.title}}") ==
          "plan.md.mustache:1:1: `plan.title` is text and must be escaped; write `{{plan.title}}`\n");
    CHECK(mistakes("{{plan.notes}}") ==
          "plan.md.mustache:1:1: `plan.notes` is ready Markdown; write `{{{plan.notes}}}`\n");
    CHECK(mistakes("{{phases}}") == "plan.md.mustache:1:1: `phases` is not a text; open it with `{{#phases}}`\n");
}

TEST_CASE("partials are checked where they are taken in") {
    CHECK(mistakes("{{nonsense}}", "facts.md.mustache")
              .starts_with("facts.md.mustache:1:1: there is no `nonsense` here\n"));
    CHECK(mistakes("{{> plan}}") == "plan.md.mustache:1:1: `plan.md.mustache` takes itself in\n");
    Templates deep;
    deep.replace("plan.md.mustache", "{{> a1}}");
    for (int i = 1; i <= 20; ++i) deep.replace(fmt::format("a{}.md.mustache", i), fmt::format("{{{{> a{}}}}}", i + 1));
    const auto errors = check_templates(deep);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].message == "partials are nested more than 8 deep");
}

TEST_CASE("templates that would explode are refused") {
    std::string nested;
    for (int i = 0; i < 50'000; ++i) nested += "{{#phases}}";
    const std::string said = mistakes(nested);
    CHECK(said.find("sections are nested more than 32 deep") != std::string::npos);
    Templates many;
    std::string twenty;
    for (int i = 0; i < 20; ++i) twenty += "{{> b1}}";
    many.replace("plan.md.mustache", twenty);
    for (int i = 1; i <= 6; ++i) {
        std::string next;
        for (int k = 0; k < 20; ++k) next += fmt::format("{{{{> b{}}}}}", i + 1);
        many.replace(fmt::format("b{}.md.mustache", i), next);
    }
    many.replace("b7.md.mustache", "x");
    bool told = false;
    for (const TemplateError& error : check_templates(many))
        told = told || error.message == "with its partials this template is longer than 1 MB";
    CHECK(told);
}

TEST_CASE("mistakes in label files are told") {
    const std::string file = "labels.en.json";
    CHECK(mistakes("nonsense", file) == "labels.en.json:1:2: this is not JSON from here on\n");
    CHECK(mistakes("[]", file) == "labels.en.json:1:1: a label file is one JSON object of texts\n");
    CHECK(mistakes("{\"a\": 1}", file) == "labels.en.json:1:1: label `a` is not a text\n");
    CHECK(mistakes("{\"a\": \"x\", \"a\": \"y\"}", file) == "labels.en.json:1:1: label `a` is there twice\n");
    std::string text = *Templates().find(file);
    const std::size_t at = text.find("\"goals\"");
    REQUIRE(at != std::string::npos);
    CHECK(mistakes(std::string(text).replace(at, 7, "\"gaols\""), file)
              .find("there is no label `gaols`; did you mean `goals`?") != std::string::npos);
    CHECK(mistakes(std::string(text).replace(at, 7, "\"gaols\""), file).find("label `goals` is missing") !=
          std::string::npos);
    const std::size_t line = text.find("line {n}");
    REQUIRE(line != std::string::npos);
    CHECK(mistakes(std::string(text).replace(line, 8, "line {m}"), file).find("label `line` has no `{m}` to fill in") !=
          std::string::npos);
}

TEST_CASE("what is absent leaves nothing behind") {
    const Value view =
        members({{"a", Value("x")},
                 {"b", Value()},
                 {"list", Value(ValueList{Value(members({{"t", Value("1")}})), Value(members({{"t", Value("2")}}))})},
                 {"none", Value(ValueList{})}});
    CHECK(rendered("| h |\n| - |\n{{#b}}\n| b |\n{{/b}}\n{{#a}}\n| {{a}} |\n{{/a}}\n{{#none}}\n| {{t}} "
                   "|\n{{/none}}\n{{#list}}\n| {{t}} |\n{{/list}}\n\nend\n",
                   view) == "| h |\n| - |\n| x |\n| 1 |\n| 2 |\n\nend\n");
    CHECK(rendered("one\n\n{{^b}}\nno b\n{{/b}}\n\n{{#b}}\nb\n{{/b}}\n\ntwo\n", view) == "one\n\nno b\n\ntwo\n");
    CHECK(rendered("{{#has_list}}yes{{/has_list}}{{#has_none}}no{{/has_none}}{{#any_list.t}}t{{/"
                   "any_list.t}}{{#any_list.u}}u{{/any_list.u}}\n",
                   view) == "yest\n");
}

TEST_CASE("names are looked up from the inside out") {
    const Value view = members(
        {{"x", Value("outer")},
         {"list",
          Value(ValueList{Value(members({{"x", Value("inner")}, {"texts", Value(ValueList{Value("p"), Value("q")})}})),
                          Value(members({{"y", Value("z")}}))})},
         {"o", Value(members({{"p", Value(members({{"q", Value("deep")}}))}}))}});
    CHECK(rendered("{{#list}}{{x}}{{#texts}}.{{.}}{{/texts}} {{/list}}{{x}} {{o.p.q}}{{#o}}{{#p}} {{q}}{{/p}}{{/o}}\n",
                   view) == "inner.p.q outer outer deep deep\n");
    CHECK(rendered("{{#list}}{{#texts}}{{#list}}{{x}},{{/list}}{{/texts}}{{/list}}\n", view) ==
          "inner,inner,inner,inner,\n");
}
