// For bash 4 and later, with or without the package bash-completion.
#include "cli/completion.h"
#include "cli/shell_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace planc {

namespace {

constexpr auto head = R"(# Completion of planc for bash. Made by `planc completion bash`.

_planc_words() {
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$1" -- "$cur")
}

# The last of several words with commas between them.
_planc_list() {
    local before=${cur%"${cur##*,}"}
    mapfile -t COMPREPLY < <(compgen -P "$before" -W "$1" -- "${cur##*,}")
    compopt -o nospace
}

_planc_files() {
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$cur")
    compopt -o filenames
}

_planc_folders() {
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -d -- "$cur")
    compopt -o filenames
}

_planc_plans() {
    local path
    while IFS= read -r path; do
        [[ ${path##*/} != .* || ${cur##*/} == .* ]] || continue
        if [[ -d $path || $path == *.plan.yaml || $path == *.plan.yml ]]; then COMPREPLY+=("$path"); fi
    done < <(compgen -f -- "$cur")
    compopt -o filenames
}

_planc() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i
    COMPREPLY=()
    # `--format=json` comes in three words.
    if [[ $cur == '=' ]]; then
        cur=''
    elif [[ $prev == '=' ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case "$command ${COMP_WORDS[i]}" in
)";

/// What gives the words behind an option or in a place; empty where nothing is known of them.
std::string call_for(const OptionRow& option) {
    switch (option.takes) {
    case Takes::file:
        return "_planc_files";
    case Takes::folder:
        return "_planc_folders";
    case Takes::plans:
        return "_planc_plans";
    case Takes::words:
    case Takes::formats:
    case Takes::rules:
    case Takes::documents:
        return fmt::format("{} {}", option.has_commas() ? "_planc_list" : "_planc_words",
                           shell_word(fmt::format("{}", fmt::join(words_for(option), " "))));
    default:
        return {};
    }
}

std::string behind_options(std::span<const CommandRow> table) {
    std::string text = "    case \"$command $prev\" in\n";
    for (const CommandRow& command : table) {
        for (const OptionRow& option : command.options) {
            if (!option.has_dashes() || option.takes == Takes::nothing) continue;
            std::string patterns = shell_word(fmt::format("{} {}", command.name, option.name()));
            if (!option.short_name().empty())
                patterns += " | " + shell_word(fmt::format("{} {}", command.name, option.short_name()));
            const std::string call = call_for(option);
            text += fmt::format("        {}) {}return ;;\n", patterns, call.empty() ? "" : call + "; ");
        }
    }
    return text + "    esac\n";
}

std::string dashed(std::span<const CommandRow> table) {
    std::string text = "    if [[ $cur == -* ]]; then\n        case $command in\n";
    for (const CommandRow& command : table)
        text += fmt::format("            {}) _planc_words {} ;;\n", shell_word(command.name),
                            shell_word(fmt::format("{}", fmt::join(dashed_names(command), " "))));
    return text + "        esac\n        return\n    fi\n";
}

std::string places(std::span<const CommandRow> table) {
    std::string text = "    case $command in\n";
    for (const CommandRow& command : table) {
        std::string calls;
        std::string names;
        for (const auto& [name, meaning] : commands_below(command, table))
            names += fmt::format("{}{}", names.empty() ? "" : " ", name);
        if (!names.empty()) calls = fmt::format("_planc_words {}", shell_word(names));
        for (const OptionRow& option : command.options) {
            const std::string call = option.has_dashes() ? std::string() : call_for(option);
            if (!call.empty()) calls += (calls.empty() ? "" : "; ") + call;
        }
        if (!calls.empty()) text += fmt::format("        {}) {} ;;\n", shell_word(command.name), calls);
    }
    return text + "    esac\n";
}

} // namespace

std::string bash_completion(std::span<const CommandRow> table) {
    std::string text = head;
    for (const CommandRow& command : table) {
        if (command.name.empty()) continue;
        text +=
            fmt::format("            {}) command={} ;;\n",
                        shell_word(fmt::format("{} {}", command.parent(), command.word())), shell_word(command.name));
    }
    text += "        esac\n    done\n" + behind_options(table) + dashed(table) + places(table);
    return text + "}\n\ncomplete -F _planc planc\n";
}

} // namespace planc
