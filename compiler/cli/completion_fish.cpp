// For fish 3.
#include "cli/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace planc {

namespace {

constexpr auto head = R"(# Completion of planc for fish. Made by `planc completion fish`.

function __planc_plans
    set -l start (commandline -ct)
    for path in $start*/ $start*.plan.yaml $start*.plan.yml
        echo $path
    end
end

function __planc_is
    set -l command ''
    for word in (commandline -opc)[2..]
        switch "$command $word"
)";

/// In the quotes of fish, where a backslash means something too.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

/// The options of `complete` for what stands behind an option or in a place.
std::string values(const OptionRow& option) {
    switch (option.takes) {
    case Takes::nothing:
        return {};
    case Takes::file:
        return " -r -F";
    case Takes::folder:
        return " -x -a '(__fish_complete_directories)'";
    case Takes::plans:
        return " -x -a '(__planc_plans)'";
    case Takes::words:
    case Takes::formats:
    case Takes::rules:
    case Takes::documents: {
        const std::string words = fmt::format("{}", fmt::join(words_for(option), " "));
        return option.has_commas() ? fmt::format(" -x -a '(__fish_append , {})'", words)
                                   : fmt::format(" -x -a '{}'", words);
    }
    default:
        return " -x";
    }
}

std::string line(const CommandRow& command, const OptionRow& option) {
    const std::string start =
        fmt::format("complete -c planc -n {}", quoted(fmt::format("__planc_is {}", command.name)));
    if (!option.has_dashes()) {
        const std::string what = values(option);
        const bool known = what.find(" -a ") != std::string::npos || option.takes == Takes::file;
        return known ? fmt::format("{}{}\n", start, what) : "";
    }
    std::string names = fmt::format(" -l {}", option.name().substr(2));
    if (!option.short_name().empty()) names = fmt::format(" -s {}", option.short_name().substr(1)) + names;
    return fmt::format("{}{}{} -d {}\n", start, names, values(option), quoted(option.meaning));
}

} // namespace

std::string fish_completion(std::span<const CommandRow> table) {
    std::string text = head;
    for (const CommandRow& command : table) {
        if (command.name.empty()) continue;
        text += fmt::format("            case {}\n                set command {}\n",
                            quoted(fmt::format("{} {}", command.parent(), command.word())), quoted(command.name));
    }
    text += "        end\n    end\n    test \"$command\" = \"$argv\"\nend\n\ncomplete -c planc -f\n";
    for (const CommandRow& command : table) {
        for (const auto& [word, meaning] : commands_below(command, table))
            text += fmt::format("complete -c planc -n {} -a {} -d {}\n",
                                quoted(fmt::format("__planc_is {}", command.name)), word, quoted(meaning));
        for (const OptionRow& option : command.options) text += line(command, option);
        text += line(command, help_option());
    }
    return text;
}

} // namespace planc
