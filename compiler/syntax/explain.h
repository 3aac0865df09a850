// Says in plain words what is wrong with the YAML; yaml-cpp's own messages are never shown.
#pragma once

#include "syntax/cursor.h"
#include "syntax/frame.h"
#include "syntax/report.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace planc {

/// What had been read when something was found to be wrong.
struct Reading {
    const SyntaxReport& report;
    const Cursor& cursor;
    std::span<const Frame> frames; ///< the open collections, outermost first
    std::size_t from; ///< byte where a node begins, from which to look for what went wrong: on the last node's line
    std::span<const std::string_view> anchors; ///< names given so far
};

/// yaml-cpp gave up at byte `at`, or something else stands there than `expected`.
void explain_error(const Reading& reading, std::size_t at, std::string_view problem, std::string_view expected = {});

/// The document ended at the cursor, the file did not.
void explain_rest(const Reading& reading);

/// A key with no `:` behind it.
void explain_missing_colon(const SyntaxReport& report, Span key);

/// The tab at byte `at` indents its line.
void explain_tab(const SyntaxReport& report, std::size_t at);

/// No such escape in a double-quoted text.
void explain_escape(const SyntaxReport& report, std::size_t begin, std::size_t end);

/// The value behind the cursor goes on for more than `limit` bytes.
void explain_endless(const SyntaxReport& report, const Cursor& cursor, std::size_t limit);

/// The file holds nothing, or nothing but comments.
void explain_nothing(const SyntaxReport& report);

} // namespace planc
