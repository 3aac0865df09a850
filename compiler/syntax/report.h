// Making the findings of this stage.
#pragma once

#include "diagnostics/diagnostic.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace planc {

/// Where a file's syntax findings go.
struct SyntaxReport {
    std::string_view text;
    std::uint32_t file;
    Diagnostics& diagnostics;
    mutable Diagnostic surplus{}; ///< what is too much to be listed is written here

    /// The span of these bytes; an empty one grows to the character at it, or before it at the end of the file.
    Span span(std::size_t begin, std::size_t end) const;
    /// Where to write the next finding: at the end of the list, until that is as long as anybody could wish.
    Diagnostic& add() const;
    /// Adds a `bad-syntax` error and gives it back for labels, notes and help.
    Diagnostic& error(Span span, std::string message, std::string label = {}, std::string help = {}) const;
};

/// Thrown through yaml-cpp to leave its parser once a finding says why; caught in parse_yaml.
struct ParseStopped {};

} // namespace planc
