// The renderers: one function and one file per output format.
#pragma once

#include "diagnostics/diagnostic.h"
#include "diagnostics/run_facts.h"
#include "source/file.h"

#include <cstddef>
#include <string>
#include <string_view>

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

/// One JSON document, described by schemas/findings.schema.json. `unreadable` is what could not be read, a sentence
/// each.
std::string render_json(const Diagnostics& diagnostics, const Files& files,
                        const std::vector<std::string>& unreadable = {});

/// SARIF 2.1.0: places, what else has a part in a finding, mends, and what its rule means. No text of a plan is in it.
std::string render_sarif(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts);

/// Commands that GitHub Actions shows as annotations, the worst first, a line each. Before them stands `text`, in
/// which no line is taken for a command.
std::string render_github(std::string_view text, const Diagnostics& diagnostics, const Files& files,
                          const RunFacts& facts);

/// A code quality report of GitLab: a JSON list.
std::string render_gitlab(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts);

/// JUnit XML: a suite for each plan and for each other file that has findings, a case for each finding. Cases fail
/// where the finding fails the run.
std::string render_junit(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts);

/// Checkstyle XML: the findings of each file.
std::string render_checkstyle(const Diagnostics& diagnostics, const Files& files);

/// Reviewdog Diagnostic Format, one JSON document. Its columns are bytes.
std::string render_rdjson(const Diagnostics& diagnostics, const Files& files);

/// How often each rule found something, the most frequent first, with its gravest severity: columns like
/// `12  error  missing-owner`, a line each.
std::string render_statistics(const Diagnostics& diagnostics);

/// "3 errors and 1 warning in 2 files" or "no findings in 2 files", without a line break.
std::string count_line(const Diagnostics& diagnostics, std::size_t files);

} // namespace planc
