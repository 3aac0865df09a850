// The commands, one file each.
#pragma once

#include "cli/options.h"

namespace planc {

int run_check(const CheckOptions& options, Host& host);
int run_build(const BuildOptions& options, Host& host);
int run_verify(const VerifyOptions& options, Host& host);
int run_templates(const TemplateOptions& options, Host& host);
int run_explain(const ExplainOptions& options, Host& host);
int run_schema(const SchemaOptions& options, Host& host);
int run_config(const ConfigOptions& options, Host& host);
int run_init(const InitOptions& options, Host& host);
int run_completion(const CompletionOptions& options, Host& host);
int run_manual(const ManualOptions& options, Host& host);

} // namespace planc
