// planc init: writes a first plan that checks clean.
#include "cli/commands.h"
#include "cli/run.h"
#include "documents/documents.h"

#include <fmt/format.h>

namespace planc {

int run_init(const InitOptions& options, Host& host) {
    if (host.kind(options.path) != PathKind::missing) {
        host.write_error(fmt::format("planc: {} is there already; nothing was written\n", options.path));
        return exit_usage;
    }
    const Templates templates;
    const std::string* first = templates.find("init." + options.language + ".plan.yaml");
    if (first == nullptr) {
        host.write_error(fmt::format("planc: there is no first plan in `{}`; there is one in `zh-CN` and one in `en`\n",
                                     options.language));
        return exit_usage;
    }
    const auto written = host.write_files({{options.path, *first, {}}});
    if (const auto* error = std::get_if<HostError>(&written)) {
        host.write_error("planc: " + error->message + "\n");
        return exit_usage;
    }
    host.write_output(fmt::format("wrote {0}\nnext: planc check {0}\n      planc build {0} --out out\n", options.path));
    return exit_clean;
}

} // namespace planc
