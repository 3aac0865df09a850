// For zsh, in the words of its function _arguments (zshcompsys(1)).
#include "cli/completion.h"
#include "cli/shell_words.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace planc {

namespace {

/// In a description, where brackets and colons mean something.
std::string described(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
        out += c;
    }
    return out;
}

std::string function_of(const CommandRow& command) {
    std::string name = fmt::format("_planc{}{}", command.name.empty() ? "" : "_", command.name);
    std::replace(name.begin(), name.end(), ' ', '_');
    return name;
}

/// `:FORM:(text concise json)`
std::string action(const OptionRow& option) {
    const std::string_view called = option.value.empty() ? option.names : option.value;
    const std::string start = fmt::format(":{}:", described(called));
    switch (option.takes) {
    case Takes::nothing:
        return {};
    case Takes::file:
        return start + "_files";
    case Takes::folder:
        return start + "_files -/";
    case Takes::plans:
        return start + "_files -g \"*.plan.(yaml|yml)\"";
    case Takes::words:
    case Takes::formats:
    case Takes::rules:
    case Takes::documents: {
        const std::string words = fmt::format("{}", fmt::join(words_for(option), " "));
        return option.has_commas() ? fmt::format("{}_values -s , word {}", start, words)
                                   : fmt::format("{}({})", start, words);
    }
    default:
        return start + " ";
    }
}

/// `'--format=[meaning]:FORM:(text concise json)'`
std::string dashed_argument(const OptionRow& option) {
    const bool takes = option.takes != Takes::nothing;
    const std::string rest = fmt::format("[{}]{}", described(option.meaning), action(option));
    const std::string name = fmt::format("{}{}", option.name(), takes ? "=" : "");
    if (option.short_name().empty()) return shell_word((option.several ? "*" : "") + name + rest);
    const std::string_view one = option.short_name();
    return fmt::format("'({} {})'{{{}{},{}}}{}", one, option.name(), one, takes ? "+" : "", name, shell_word(rest));
}

std::vector<std::string> arguments(const CommandRow& command) {
    std::vector<std::string> all;
    std::size_t number = 0;
    for (const OptionRow& option : command.options) {
        if (option.has_dashes())
            all.push_back(dashed_argument(option));
        else
            all.push_back(shell_word((option.several ? "*" : std::to_string(++number)) + action(option)));
    }
    all.push_back(dashed_argument(help_option()));
    return all;
}

std::string function(const CommandRow& command, std::span<const CommandRow> table) {
    std::vector<std::string> all = arguments(command);
    const auto below = commands_below(command, table);
    const std::string name = function_of(command);
    if (below.empty())
        return fmt::format("{}() {{\n    _arguments -s \\\n        {}\n}}\n\n", name, fmt::join(all, " \\\n        "));
    all.emplace_back("'1:COMMAND:->command'");
    all.emplace_back("'*::argument:->rest'");
    std::string text = fmt::format("{}() {{\n    local curcontext=$curcontext state line\n    typeset -A opt_args\n"
                                   "    local -a commands=(\n",
                                   name);
    for (const auto& [word, meaning] : below)
        text += fmt::format("        {}\n", shell_word(fmt::format("{}:{}", word, described(meaning))));
    text += fmt::format("    )\n    _arguments -C \\\n        {}\n", fmt::join(all, " \\\n        "));
    text += "    case $state in\n        command) _describe command commands ;;\n        rest) ";
    return text + fmt::format("(( $+functions[{0}_$words[1]] )) && {0}_$words[1] ;;\n    esac\n}}\n\n", name);
}

} // namespace

std::string zsh_completion(std::span<const CommandRow> table) {
    std::string text = "#compdef planc\n# Completion of planc for zsh. Made by `planc completion zsh`.\n\n";
    for (const CommandRow& command : table) text += function(command, table);
    // As a file of fpath this is the body of _planc, as a sourced one it says what completes planc.
    return text + "if [[ $funcstack[1] == _planc ]]; then\n    _planc \"$@\"\nelse\n    compdef _planc planc\nfi\n";
}

} // namespace planc
