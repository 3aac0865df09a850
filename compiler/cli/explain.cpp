// planc explain: what a rule finds, why, and how to mend it.
#include "rules/explain.h"

#include "cli/commands.h"
#include "cli/run.h"
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
    host.write_error(fmt::format("planc: there is no rule `{}`; {}\n", options.rule, hint_for_rule(options.rule)));
    return exit_usage;
}

} // namespace planc
