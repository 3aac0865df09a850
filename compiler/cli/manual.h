// The manual, made from the table of commands and options.
#pragma once

#include "cli/option_table.h"

#include <span>
#include <string>

namespace planc {

/// What the page of a command is called: `planc-check`. That of `templates list` is part of `planc-templates`.
std::string page_name(const CommandRow& command);

/// The page of a command that is not another's, in the macros of man(7).
std::string manual_page(const CommandRow& command, std::span<const CommandRow> table);

/// All commands on one page: docs/cli.md.
std::string manual_markdown(std::span<const CommandRow> table);

} // namespace planc
