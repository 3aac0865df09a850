// planc schema: the JSON Schemas of plans and configurations, for editors.
#include "binding/bind.h"
#include "cli/commands.h"
#include "cli/run.h"
#include "rules/all.h"

namespace planc {

int run_schema(const SchemaOptions& options, Host& host) {
    host.write_output(options.name == SchemaName::plan ? plan_schema() : configuration_schema(rule_names()));
    return exit_clean;
}

} // namespace planc
