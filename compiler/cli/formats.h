// The formats that findings are told in: their names, and what is asked for.
#pragma once

#include "cli/inputs.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// As it is typed.
std::string_view name(Format format);

/// Takes `FORM` and `FORM=FILE` into the options. Gives what is wrong with them, ready to be shown.
std::optional<std::string> read_formats(const std::vector<std::string>& words, CheckOptions& options);

/// Whether people read it as it is. What a program reads tells every finding, and is one document.
bool is_for_readers(Format format);

/// Whether findings go to a program, or into a file.
bool is_for_programs(const CheckOptions& options);

/// Whether something that is asked for recognises findings by their place.
bool wants_places(const CheckOptions& options);

/// Why a file of --format cannot be written, because it would take the place of something else that is named; empty if
/// none would.
std::string misplaced_format(const CheckOptions& options, const std::vector<Input>& inputs, Host& host);

} // namespace planc
