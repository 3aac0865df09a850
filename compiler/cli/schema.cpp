// planc schema: the JSON Schema of the plan language, for editors.
#include "binding/bind.h"
#include "cli/commands.h"
#include "cli/run.h"

namespace planc {

int run_schema(const SchemaOptions&, Host& host) {
    host.write_output(plan_schema());
    return exit_clean;
}

} // namespace planc
