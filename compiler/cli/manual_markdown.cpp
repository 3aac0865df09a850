#include "cli/manual.h"

#include <fmt/format.h>

namespace planc {

namespace {

/// As a cell of a table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|' || c == '<' || c == '*') out += '\\';
        out += c;
    }
    return out;
}

/// The row of a table: `-j`, `--jobs` `N`.
std::string option_row(const OptionRow& option) {
    std::string head;
    std::string_view names = option.names;
    while (!names.empty()) {
        const std::size_t comma = std::min(names.find(','), names.size());
        const bool last = comma == names.size();
        const std::string value = last && !option.value.empty() ? fmt::format(" {}", option.value) : "";
        head += fmt::format("{}`{}{}`", head.empty() ? "" : ", ", names.substr(0, comma), value);
        names.remove_prefix(std::min(comma + 1, names.size()));
    }
    return fmt::format("| {} | {} |\n", head, cell(option.meaning));
}

std::string entry(const CommandRow& command, std::span<const CommandRow> table) {
    const std::string title = command.name.empty() ? "planc" : fmt::format("planc {}", command.name);
    std::string text = fmt::format("\n## {}\n\n", title);
    text += fmt::format("`{}`: {}.\n", usage_of(command, table), command.meaning);
    text += "\n| option | meaning |\n| --- | --- |\n";
    for (const OptionRow& option : command.options)
        if (!option.has_dashes()) text += option_row(option);
    for (const OptionRow& option : command.options)
        if (option.has_dashes()) text += option_row(option);
    text += option_row(help_option());
    if (!command.examples.empty()) text += "\n```sh\n";
    std::size_t width = 0;
    for (const Example& example : command.examples) width = std::max(width, example.words.size());
    for (const Example& example : command.examples)
        text += fmt::format("{:<{}}  # {}\n", example.words, width, example.meaning);
    if (!command.examples.empty()) text += "```\n";
    return text;
}

constexpr auto head = R"(<!-- Made by `planc manual --format markdown`. -->
# The command line

Every command and option. `planc COMMAND --help` and `man planc-COMMAND` say the same; the completion of bash, zsh and fish knows them, too.

)";

constexpr auto exit_codes = R"(
## Exit codes

| code | meaning |
| --- | --- |
| 0 | clean, or nothing at the level of `--fail-on`, which is warning unless said otherwise |
| 1 | findings; of `verify`: the sheet was not made from these plans |
| 2 | wrong use, or something that cannot be read or written |
| 3 | a fault of planc |
)";

} // namespace

std::string manual_markdown(std::span<const CommandRow> table) {
    std::string text = head;
    for (const CommandRow& command : table) {
        if (command.name.empty()) continue;
        std::string anchor = fmt::format("planc-{}", command.name);
        std::replace(anchor.begin(), anchor.end(), ' ', '-');
        text += fmt::format("- [{}](#{}): {}\n", command.name, anchor, command.meaning);
    }
    for (const CommandRow& command : table) text += entry(command, table);
    return text + exit_codes;
}

} // namespace planc
