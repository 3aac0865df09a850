// What makes a shell complete the words of planc, made from the table of commands and options.
#pragma once

#include "cli/option_table.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// Scripts for the shells to read.
std::string bash_completion(std::span<const CommandRow> table);
std::string zsh_completion(std::span<const CommandRow> table);
std::string fish_completion(std::span<const CommandRow> table);

/// The words that can stand behind an option or in a place; none where it takes anything, or files.
std::vector<std::string> words_for(const OptionRow& option);

/// The names of the commands that are right below this one, with what they mean.
std::vector<std::pair<std::string_view, std::string_view>> commands_below(const CommandRow& command,
                                                                          std::span<const CommandRow> table);

/// `-j`, `--jobs`, with those of --help last.
std::vector<std::string> dashed_names(const CommandRow& command);

} // namespace planc
