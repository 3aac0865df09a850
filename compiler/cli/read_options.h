// From the words that were given for a command's options to what the command is asked to do.
#pragma once

#include "cli/option_table.h"
#include "cli/options.h"

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace planc {

/// The words by the name of their option; an option without words is a flag that was set.
using Given = std::map<std::string_view, std::vector<std::string>>;

/// Why the words cannot be used, ready to be shown.
struct WrongUse {
    std::string message;
    bool see_help = false; ///< whether --help lists what there is
};

/// `command` is the name of a row of the table that does something by itself.
std::variant<Command, WrongUse> read_command(std::string_view command, const Given& given);

/// What is wrong with the words of one option; nothing if the row can take them.
std::optional<WrongUse> wrong_words(const OptionRow& row, const std::vector<std::string>& words);

} // namespace planc
