#include "diagnostics/wrap.h"
#include "rules/all.h"
#include "rules/explain_page.h"

#include <algorithm>
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

/// A paragraph in lines as long as are easy to read.
void append_wrapped(std::string& out, std::string_view text) {
    constexpr std::size_t columns = 80;
    for (const std::string& line : wrap(text, {columns, columns}, LineBreaks::kept, false)) out.append(line) += '\n';
}

} // namespace

std::string text_page(const Rule& rule) {
    std::string out = fmt::format("{} ({}, {})\n\n", rule.name, rule.group, name(rule.severity));
    append_wrapped(out, fmt::format("Finds {}", rule.finds));
    out += "\nWhy it hurts\n\n";
    append_wrapped(out, rule.why);
    out += "\nExample\n\n";
    append_indented(out, rule.example);
    out += "\nHow to mend it\n\n";
    append_wrapped(out, rule.mend);
    out += '\n';
    append_indented(out, rule.mended);
    if (rule.factor != 0) {
        out += "\nOptions\n\n";
        append_wrapped(out, options_of(rule));
    }
    if (!rule.related.empty()) {
        out += '\n';
        append_wrapped(out, fmt::format("Related: {}", rule.related));
    }
    return out;
}

std::string text_index() {
    std::size_t widest = 0;
    for (const Rule* rule : all_rules()) widest = std::max(widest, rule->name.size());
    std::string text;
    std::string_view group;
    for (const Rule* rule : all_rules()) {
        if (rule->group != group) {
            group = rule->group;
            text += fmt::format("{}{}\n", text.empty() ? "" : "\n", group);
        }
        text += fmt::format("  {:<{}}  {:<7}  {}\n", rule->name, widest, name(rule->severity), rule->finds);
    }
    return text +
           "\n`planc explain RULE` says more of one. `# planc: allow RULE -- REASON` beside a place allows a finding;\n"
           "`rules: {RULE: off}` in .planc.yaml turns a rule off.\n";
}

} // namespace planc
