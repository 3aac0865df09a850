#include "cli/run.h"

#include "cli/commands.h"

#include <string>

namespace planc {

namespace {

struct Runner {
    Host& host;
    int operator()(const Finished& finished) const { return finished.exit_code; }
    int operator()(const CheckOptions& options) const { return run_check(options, host); }
    int operator()(const BuildOptions& options) const { return run_build(options, host); }
    int operator()(const VerifyOptions& options) const { return run_verify(options, host); }
    int operator()(const TemplateOptions& options) const { return run_templates(options, host); }
    int operator()(const ExplainOptions& options) const { return run_explain(options, host); }
    int operator()(const ConfigOptions& options) const { return run_config(options, host); }
    int operator()(const SchemaOptions& options) const { return run_schema(options, host); }
    int operator()(const InitOptions& options) const { return run_init(options, host); }
    int operator()(const CompletionOptions& options) const { return run_completion(options, host); }
    int operator()(const ManualOptions& options) const { return run_manual(options, host); }
};

} // namespace

int run(const std::vector<std::string>& arguments, Host& host) {
    const int code = std::visit(Runner{host}, parse_arguments(arguments, host));
    const std::string lost = host.lost_output();
    if (lost.empty()) return code;
    host.write_error("planc: cannot write to standard output: " + lost + "\n");
    return exit_usage;
}

} // namespace planc
