// The words of a finding, for formats that have one text for all of them.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

#include <string>
#include <string_view>

namespace planc {

/// The message; then a line each: labels without a place and notes as `note: …`, help as `help: …`.
std::string message_with_remarks(const Diagnostic& diagnostic, const Files& files);

/// Likewise, with the other places as `NAME:LINE:COLUMN: …` before the notes.
std::string message_with_places(const Diagnostic& diagnostic, const Files& files);

/// `MESSAGE; HELP`, for formats of one line.
std::string message_with_help(const Diagnostic& diagnostic);

/// The name of the file it is in; of a finding that is in none, `planc`.
std::string_view file_name_of(const Diagnostic& diagnostic, const Files& files);

} // namespace planc
