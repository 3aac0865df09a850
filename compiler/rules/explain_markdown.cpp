#include "rules/all.h"
#include "rules/explain.h"
#include "rules/explain_page.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

/// Longer than any row of backticks in the text, so that nothing in it ends the block.
std::string fence_around(std::string_view text) {
    std::size_t longest = 2;
    std::size_t row = 0;
    for (const char byte : text) {
        row = byte == '`' ? row + 1 : 0;
        longest = std::max(longest, row);
    }
    return std::string(longest + 1, '`');
}

std::string block(std::string_view yaml) {
    const std::string fence = fence_around(yaml);
    return fmt::format("{}yaml\n{}{}{}\n", fence, yaml, yaml.ends_with('\n') ? "" : "\n", fence);
}

/// A table's cell ends at a bar, in code too.
std::string cell(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        if (byte == '|') out += '\\';
        out += byte == '\n' ? ' ' : byte;
    }
    return out;
}

} // namespace

std::string explanation(const Rule& rule) {
    std::string out = fmt::format("Finds {}\n\n", rule.finds);
    out += fmt::format("## Why it hurts\n\n{}\n\n", rule.why);
    out += fmt::format("## Example\n\n{}\n", block(rule.example));
    out += fmt::format("## How to mend it\n\n{}\n\n{}", rule.mend, block(rule.mended));
    if (rule.factor != 0) out += fmt::format("\n## Options\n\n{}\n", options_of(rule));
    return out;
}

std::string markdown_page(const Rule& rule) {
    std::string out =
        fmt::format("# {}\n\n{}, {}.\n\n{}", rule.name, rule.group, name(rule.severity), explanation(rule));
    std::string related;
    for (const std::string_view other : related_names(rule))
        related += fmt::format("{}[{}]({}.md)", related.empty() ? "" : ", ", other, other);
    if (!related.empty()) out += fmt::format("\n## Related\n\n{}\n", related);
    return out;
}

std::string markdown_index() {
    std::string out =
        "# Rules\n\nWhat `planc check` finds. `planc explain RULE` prints a rule's page.\n\n"
        "A finding that is meant to be so is allowed in place, with the reason: "
        "`# planc: allow RULE -- REASON` at the end of the line, or above the item.\n"
        "[The configuration](../configuration.md) gives a rule another level or turns it off for all plans, "
        "and [a baseline](../adopting.md) holds what is known of an old one.\n";
    std::string_view group;
    for (const Rule* rule : all_rules()) {
        if (rule->group != group) {
            group = rule->group;
            out += fmt::format("\n## {}\n\n| Rule | Severity | Finds |\n| --- | --- | --- |\n", group);
        }
        out +=
            fmt::format("| [{}]({}.md) | {} | {} |\n", rule->name, rule->name, name(rule->severity), cell(rule->finds));
    }
    return out;
}

} // namespace planc
