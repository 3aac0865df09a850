#include "cli/run.h"

#include "cli/commands.h"

namespace planc {

namespace {

struct Runner {
    Host& host;
    int operator()(const Finished& finished) const { return finished.exit_code; }
    int operator()(const CheckOptions& options) const { return run_check(options, host); }
    int operator()(const BuildOptions& options) const { return run_build(options, host); }
    int operator()(const ExplainOptions& options) const { return run_explain(options, host); }
    int operator()(const SchemaOptions& options) const { return run_schema(options, host); }
    int operator()(const InitOptions& options) const { return run_init(options, host); }
};

} // namespace

int run(const std::vector<std::string>& arguments, Host& host) {
    return std::visit(Runner{host}, parse_arguments(arguments, host));
}

} // namespace planc
