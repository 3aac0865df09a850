// What templates, labels and styles there are.
#include "documents/documents.h"
#include "documents/template_tags.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

std::vector<std::string> users_of(const Templates& templates, std::string_view file) {
    std::vector<std::string> users;
    for (const std::string_view name : templates.names()) {
        if (!name.ends_with(".mustache")) continue;
        std::vector<TemplateError> ignored;
        const std::string& text = *templates.find(name);
        const std::vector<Tag> tags = scan_tags(std::string(name), text, ignored);
        if (std::any_of(tags.begin(), tags.end(),
                        [&](const Tag& tag) { return tag.kind == TagKind::partial && partial_file(tag.name) == file; }))
            users.emplace_back(name.substr(0, name.find('.')));
    }
    return users;
}

std::string meaning_of(const Templates& templates, std::string_view file) {
    if (file.starts_with("labels.")) return "the words and date patterns of a language";
    for (std::size_t i = 0; i < document_names; ++i) {
        const auto document = static_cast<DocumentName>(i);
        if (file == fmt::format("{}.md.mustache", name(document))) return std::string(meaning(document));
    }
    for (const auto& [other, meaning] :
         {std::pair<std::string_view, std::string_view>{"theme.css", "colours and fonts of all documents"},
          {"style.css", "the look of pages in a browser"},
          {"page.html.mustache", "what stands around a document in a browser"},
          {"logo.png", "a logo, at the top of pages and sheets"}})
        if (file == other) return std::string(meaning);
    if (file.ends_with(".js")) return "what pages do in a browser";
    std::string users;
    for (const std::string& user : users_of(templates, file))
        users += fmt::format("{}{}", users.empty() ? "" : ", ", user);
    return users.empty() ? "taken in by nothing" : "part of " + users;
}

} // namespace

std::vector<TemplateFile> list_templates(const Templates& templates) {
    std::vector<TemplateFile> files;
    for (const std::string_view name : templates.names())
        if (!name.starts_with("init.")) files.push_back({std::string(name), meaning_of(templates, name)});
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return files;
}

} // namespace planc
