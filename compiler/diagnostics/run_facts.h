// What the formats for other programs say of a run beside its findings.
#pragma once

#include "diagnostics/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// A rule, as a program that shows findings explains it.
struct RuleFacts {
    std::string_view name; ///< `missing-owner`
    std::string_view group;
    Severity severity = Severity::error; ///< its own, before any configuration
    std::string finds;                   ///< one sentence
    std::string text;                    ///< the whole explanation, plain
    std::string markdown;                ///< likewise, as Markdown without links
};

/// Each format takes what it needs.
struct RunFacts {
    std::string_view version;              ///< of planc
    std::string_view homepage;             ///< an address
    std::vector<RuleFacts> rules;          ///< those of the findings
    std::vector<std::string> plans;        ///< names of those that were read, in the order of the inputs
    std::vector<std::string> unreadable;   ///< what could not be read, a sentence each
    std::vector<std::string> paths;        ///< of the files, by number: from the repository's root, or absolute
    std::vector<std::string> fingerprints; ///< of the findings
    std::optional<Severity> fail_on;       ///< the least level that fails the run; nothing: none does
};

} // namespace planc
