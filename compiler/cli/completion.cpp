// planc completion: prints the script for a shell; and what the scripts have in common.
#include "cli/completion.h"

#include "cli/commands.h"
#include "cli/only.h"
#include "cli/run.h"
#include "rules/all.h"

namespace planc {

std::vector<std::string> words_for(const OptionRow& option) {
    switch (option.takes) {
    case Takes::words:
    case Takes::formats:
        return {option.words.begin(), option.words.end()};
    case Takes::rules: {
        const std::vector<std::string_view> names = rule_names();
        return {names.begin(), names.end()};
    }
    case Takes::documents:
        return words_of_only();
    default:
        return {};
    }
}

std::vector<std::pair<std::string_view, std::string_view>> commands_below(const CommandRow& command,
                                                                          std::span<const CommandRow> table) {
    const std::string start = std::string(command.name) + (command.name.empty() ? "" : " ");
    std::vector<std::pair<std::string_view, std::string_view>> below;
    for (const CommandRow& other : table) {
        if (!other.name.starts_with(start) || other.name.size() <= start.size()) continue;
        const std::string_view rest = other.name.substr(start.size());
        if (rest.find(' ') == std::string_view::npos) below.emplace_back(rest, other.meaning);
    }
    return below;
}

std::vector<std::string> dashed_names(const CommandRow& command) {
    std::vector<OptionRow> options = command.options;
    options.push_back(help_option());
    std::vector<std::string> names;
    for (const OptionRow& option : options) {
        if (!option.has_dashes()) continue;
        if (!option.short_name().empty()) names.emplace_back(option.short_name());
        names.emplace_back(option.name());
    }
    return names;
}

int run_completion(const CompletionOptions& options, Host& host) {
    const std::vector<CommandRow> table = command_table();
    switch (options.shell) {
    case Shell::bash:
        host.write_output(bash_completion(table));
        break;
    case Shell::zsh:
        host.write_output(zsh_completion(table));
        break;
    case Shell::fish:
        host.write_output(fish_completion(table));
        break;
    }
    return exit_clean;
}

} // namespace planc
