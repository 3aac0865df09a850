// planc manual: prints or writes the pages of the manual.
#include "cli/manual.h"

#include "cli/commands.h"
#include "cli/report.h"
#include "cli/run.h"
#include "diagnostics/suggestion.h"

#include <fmt/format.h>

namespace planc {

namespace {

bool has_page(const CommandRow& command) { return command.name.find(' ') == std::string_view::npos; }

int write_pages(const std::string& folder, const std::vector<CommandRow>& table, Host& host) {
    std::vector<OutputFile> pages;
    for (const CommandRow& command : table)
        if (has_page(command))
            pages.push_back({fmt::format("{}/{}.1", folder, page_name(command)), manual_page(command, table), {}});
    const auto written = host.write_files(pages);
    if (const auto* error = std::get_if<HostError>(&written)) {
        complain({error->message + "; nothing was written"}, host);
        return exit_usage;
    }
    host.write_output(fmt::format("{} pages in {}\n", pages.size(), folder));
    return exit_clean;
}

} // namespace

int run_manual(const ManualOptions& options, Host& host) {
    const std::vector<CommandRow> table = command_table();
    if (!options.out.empty()) return write_pages(options.out, table, host);
    if (options.form == ManualForm::markdown) {
        host.write_output(manual_markdown(table));
        return exit_clean;
    }
    std::vector<std::string_view> names;
    for (const CommandRow& command : table) {
        if (!has_page(command)) continue;
        if (command.name == options.command) {
            host.write_output(manual_page(command, table));
            return exit_clean;
        }
        names.push_back(command.name);
    }
    const std::string hint = did_you_mean(options.command, names);
    complain({fmt::format("there is no command `{}`{}{}", options.command, hint.empty() ? "" : "; ", hint)}, host);
    return exit_usage;
}

} // namespace planc
