// The renderers: one function and one file per output format.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

#include <cstddef>
#include <string>

namespace planc {

struct TextStyle {
    bool colour = false;
    bool ascii = false;      ///< only ASCII glyphs around the source text
    std::size_t width = 100; ///< terminal columns; longer source lines are cut around the caret, messages are wrapped
};

/// Source excerpts with carets, labels, notes and help, one finding after another; no count line. What one of them says
/// must not be shown is hidden in the excerpts of all.
std::string render_text(const Diagnostics& diagnostics, const Files& files, const TextStyle& style);

/// `NAME:LINE:COLUMN: severity: message [rule]`, one line each.
std::string render_concise(const Diagnostics& diagnostics, const Files& files);

/// What becomes of a file, as a unified diff with three lines around each change; empty if nothing does.
std::string render_diff(std::string_view name, std::string_view before, std::string_view after);

/// One JSON document, described by schemas/findings.schema.json.
std::string render_json(const Diagnostics& diagnostics, const Files& files);

/// How often each rule found something, the most frequent first, with its gravest severity: columns like
/// `12  error  missing-owner`, a line each.
std::string render_statistics(const Diagnostics& diagnostics);

/// "3 errors and 1 warning in 2 files" or "no findings in 2 files", without a line break.
std::string count_line(const Diagnostics& diagnostics, std::size_t files);

} // namespace planc
