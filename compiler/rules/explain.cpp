#include "rules/explain.h"

#include "rules/explain_page.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

std::string options_of(const Rule& rule) {
    if (rule.factor == 0) return {};
    return fmt::format("`factor`: how many times is too many; {} where nothing is said. In `.planc.yaml`: "
                       "`rules: {{{}: {{factor: {}}}}}`.",
                       rule.factor, rule.name, 2 * rule.factor);
}

std::string explain(const Rule& rule, PageForm form) {
    switch (form) {
    case PageForm::markdown:
        return markdown_page(rule);
    case PageForm::json:
        return json_page(rule);
    case PageForm::text:
        break;
    }
    return text_page(rule);
}

std::string explain_all(PageForm form) {
    switch (form) {
    case PageForm::markdown:
        return markdown_index();
    case PageForm::json:
        return json_index();
    case PageForm::text:
        break;
    }
    return text_index();
}

std::vector<std::string_view> related_names(const Rule& rule) {
    std::vector<std::string_view> names;
    std::string_view rest = rule.related;
    while (!rest.empty()) {
        const std::string_view name = rest.substr(0, rest.find(' '));
        names.push_back(name);
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
    }
    return names;
}

} // namespace planc
