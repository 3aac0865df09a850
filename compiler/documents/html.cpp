// Puts the content of a page, its style and its script into the page's template.
#include "documents/html.h"

#include "documents/html_body.h"
#include "documents/html_text.h"
#include "documents/shape.h"
#include "documents/template_render.h"
#include "documents/template_tags.h"
#include "source/fingerprint.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

std::string_view text_of(const Templates& templates, std::string_view name) {
    const std::string* text = templates.find(name);
    return text != nullptr ? std::string_view(*text) : std::string_view();
}

bool is_filled_in(const Page& page) {
    return page.document == DocumentName::checklist || page.document == DocumentName::record;
}

/// What stands on every printed page.
std::string paper_style(const Page& page, bool wide) {
    const std::string_view size = wide ? "size: landscape; " : "";
    return fmt::format("@page {{ {}@top-left {{ content: {}; }} @bottom-left {{ content: {}; }} }}\n", size,
                       css_string(page.header), css_string(page.fingerprint));
}

/// Of the charts in a body: browsers ask for the hash of each style sheet.
std::vector<std::string_view> styles_in(std::string_view html) {
    constexpr std::string_view open = "<style>";
    std::vector<std::string_view> styles;
    for (std::size_t at = html.find(open); at != std::string_view::npos; at = html.find(open, at)) {
        at += open.size();
        styles.push_back(html.substr(at, html.find("</style>", at) - at));
    }
    return styles;
}

/// Nothing is loaded, and only what was put here is style or script.
std::string policy(const std::vector<std::string_view>& styles, std::string_view script) {
    std::string out = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src";
    for (const std::string_view style : styles) out += fmt::format(" 'sha256-{}'", hash_in_base64(style));
    return out + fmt::format("; script-src 'sha256-{}'", hash_in_base64(script));
}

Value contents_value(const std::vector<HtmlHeading>& headings) {
    ValueList list;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        ValueList below;
        const HtmlHeading& heading = headings[i];
        while (heading.level == 2 && i + 1 < headings.size() && headings[i + 1].level == 3) {
            const HtmlHeading& one = headings[++i];
            below.emplace_back(Members{{"anchor", one.anchor}, {"text", one.text}});
        }
        list.emplace_back(Members{{"anchor", heading.anchor}, {"text", heading.text}, {"below", std::move(below)}});
    }
    return list;
}

Value labels_value(const Labels& labels) {
    Members members;
    for (const auto& [key, text] : labels.entries()) members.push_back({key, text});
    return members;
}

/// In a script element, where `<` could end it.
std::string json_in_script(std::string_view json) {
    std::string out;
    for (const char c : json) {
        if (c == '<')
            out += "\\u003c";
        else
            out += c;
    }
    return out;
}

constexpr ViewField entry_below[] = {
    {"anchor", ValueKind::text, "the id of the heading", {}},
    {"text", ValueKind::text, "what it says", {}},
};
constexpr ViewField entry[] = {
    {"anchor", ValueKind::text, "the id of the heading", {}},
    {"text", ValueKind::text, "what it says", {}},
    {"below", ValueKind::list, "the headings of level 3 below it", entry_below},
};
constexpr ViewField page_fields[] = {
    {"document", ValueKind::text, "`plan`, `checklist`, `runbook`, `record` or `signoff`", {}},
    {"language", ValueKind::text, "`zh-CN` or `en`", {}},
    {"title", ValueKind::text, "the title in plain text", {}},
    {"heading", ValueKind::html, "the document's first heading", {}},
    {"header", ValueKind::text, "the plan with its revision and status", {}},
    {"fingerprint", ValueKind::text, "the plan's fingerprint", {}},
    {"draft", ValueKind::text, "what stands over the pages of a draft; absent if the plan has no errors", {}},
    {"summary", ValueKind::text, "the plan in a sentence or two", {}},
    {"logo", ValueKind::text, "the logo as a `data:` address; absent if there is none", {}},
    {"contents", ValueKind::list, "the headings of level 2; absent where the document has no list of contents", entry},
    {"body", ValueKind::html, "everything below the first heading", {}},
    {"wide", ValueKind::flag, "true if it is printed on wide pages", {}},
    {"fill", ValueKind::flag, "true if it can be filled in", {}},
    {"policy", ValueKind::text, "the content security policy, with the hashes of style and script", {}},
    {"style", ValueKind::html, "`theme.css` and `style.css`", {}},
    {"paper_style", ValueKind::html, "what stands on every printed page, as a style sheet", {}},
    {"script", ValueKind::html, "`script.js`, and what filling in needs", {}},
    {"data", ValueKind::html, "what the script knows of the plan, as JSON", {}},
};

} // namespace

std::span<const ViewField> page_shape() { return page_fields; }

std::string draw_html(const Page& page, const Pages& pages, const Templates& templates) {
    const bool fill = is_filled_in(page);
    HtmlBody body = write_body(page, pages.labels, pages.theme.css);
    const std::string style = inside_element(fmt::format("\n{}{}", pages.theme.css, text_of(templates, "style.css")));
    const std::string paper = inside_element(paper_style(page, body.wide));
    std::string script = fmt::format("\n{}", text_of(templates, "script.js"));
    if (fill)
        for (const std::string_view file :
             {"record_file.js", "record_times.js", "record_kept.js", "fill_rows.js", "fill.js"})
            script += text_of(templates, file);
    script = inside_element(script);
    std::vector<std::string_view> styles = styles_in(body.text);
    styles.push_back(style);
    styles.push_back(paper);
    std::string rules = policy(styles, script);
    const std::string& logo = pages.theme.logo;
    const Value view = Members{
        {"document", name(page.document)},
        {"language", name(page.language)},
        {"title", page.title},
        {"heading", ReadyText{body.title.empty() ? escape_html(page.title) : std::move(body.title)}},
        {"header", page.header},
        {"fingerprint", page.fingerprint},
        {"draft", page.draft},
        {"summary", page.summary},
        {"logo", logo.empty() ? std::string() : "data:image/png;base64," + base64(logo)},
        {"contents", body.has_contents ? contents_value(body.headings) : Value()},
        {"wide", body.wide},
        {"fill", fill},
        {"policy", std::move(rules)},
        {"style", ReadyText{style}},
        {"paper_style", ReadyText{paper}},
        {"script", ReadyText{script}},
        {"data", ReadyText{json_in_script(fill ? pages.filling : pages.page_labels)}},
        {"body", ReadyText{std::move(body.text)}},
        {"labels", labels_value(pages.labels)},
    };
    std::string html =
        render_template(prepare_template(templates, text_of(templates, page_template)), view, escape_html);
    std::erase(html, kept_blank);
    return html;
}

} // namespace planc
