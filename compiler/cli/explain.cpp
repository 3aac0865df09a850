// planc explain: what a rule finds, why, and how to mend it.
#include "rules/explain.h"

#include "cli/commands.h"
#include "cli/run.h"
#include "diagnostics/suggestion.h"
#include "rules/all.h"

#include <fmt/format.h>

namespace planc {

int run_explain(const ExplainOptions& options, Host& host) {
    if (options.rule.empty()) {
        host.write_output(explain_all(options.form));
        return exit_clean;
    }
    if (const Rule* rule = find_rule(options.rule)) {
        host.write_output(explain(*rule, options.form));
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
