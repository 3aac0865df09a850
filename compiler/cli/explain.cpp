// planc explain: what a rule finds, why, and how to mend it.
#include "cli/commands.h"
#include "cli/run.h"
#include "diagnostics/suggestion.h"
#include "rules/all.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

std::string list_of_rules() {
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
    return text + "\n`planc explain RULE` says more of one.\n";
}

} // namespace

int run_explain(const ExplainOptions& options, Host& host) {
    if (options.rule.empty()) {
        host.write_output(list_of_rules());
        return exit_clean;
    }
    if (const Rule* rule = find_rule(options.rule)) {
        host.write_output(explain(*rule));
        return exit_clean;
    }
    std::vector<std::string_view> names;
    for (const Rule* rule : all_rules()) names.push_back(rule->name);
    std::string hint = did_you_mean(options.rule, names);
    if (hint.empty()) hint = "`planc explain` lists them all";
    host.write_error(fmt::format("planc: there is no rule `{}`; {}\n", options.rule, hint));
    return exit_usage;
}

} // namespace planc
