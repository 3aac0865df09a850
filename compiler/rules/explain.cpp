#include "rules/all.h"

#include <fmt/format.h>

namespace planc {

namespace {

void append_indented(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        if (!line.empty()) fmt::format_to(std::back_inserter(out), "    {}", line);
        out += '\n';
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::string explain(const Rule& rule) {
    std::string out = fmt::format("{} ({}, {})\n\nFinds {}\n\nWhy it hurts\n\n{}\n\nExample\n\n", rule.name, rule.group,
                                  name(rule.severity), rule.finds, rule.why);
    append_indented(out, rule.example);
    fmt::format_to(std::back_inserter(out), "\nHow to mend it\n\n{}\n\n", rule.mend);
    append_indented(out, rule.mended);
    if (!rule.related.empty()) fmt::format_to(std::back_inserter(out), "\nRelated: {}\n", rule.related);
    return out;
}

} // namespace planc
