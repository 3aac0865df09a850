// A finding as data; formats are renderers over it.
#pragma once

#include "source/edit.h"
#include "source/span.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

enum class Severity : unsigned char { info, warning, error };

/// "error", "warning" or "info".
std::string_view name(Severity severity);

/// A further place that has a part in a finding, with what part.
struct Label {
    Span span;
    std::string message;
};

/// A finding. `message` is one line: lower case, no full stop, names in back quotes.
struct Diagnostic {
    std::string_view rule; ///< a rule's name; points to static text
    Severity severity = Severity::error;
    std::string message;
    Span span;                 ///< the exact key or value
    std::string label;         ///< short text at the caret; may be empty
    std::vector<Label> others; ///< in the order they should be read
    std::vector<std::string> notes;
    std::string help;         ///< the one plain mend; empty if there is none
    std::vector<Edit> fix;    ///< what does it, all in the finding's file; empty where a person has to
    std::vector<Span> masked; ///< bytes that no renderer may show, of this finding or another
    std::string place;        ///< the keys and items around it, which stay when lines move; empty unless asked for
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);

/// Orders by file, place, then worst first, rule and message, and drops exact repetitions.
void sort_and_deduplicate(Diagnostics& diagnostics);
/// Likewise, where files come in the order of `numbers`; what lies in others comes last.
void sort_and_deduplicate(Diagnostics& diagnostics, std::span<const std::uint32_t> numbers);
/// Everything that one of them says no renderer may show.
std::vector<Span> masked_by(const Diagnostics& diagnostics);
/// Replaces the number of every file named.
void renumber(Diagnostics& diagnostics, const std::function<std::uint32_t(std::uint32_t)>& number);

} // namespace planc
