// What holds for all plans below a folder: the file `.planc.yaml`.
#pragma once

#include "plan/wish.h"
#include "plan/work.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace planc {

enum class RuleLevel : std::uint8_t { off, info, warning, error };

/// How a rule is taken.
struct RuleSetting {
    Text id;                  ///< the rule's name, which may be none
    Located<RuleLevel> level; ///< not given: as the rule has it
    Located<double> factor;   ///< the option of some rules
    Span span;
};

/// A key that every item of a kind must have, beyond what the language asks for.
struct RequiredKey {
    std::string_view record; ///< the name of the kind in the language, "rollout_stage"
    std::string_view kind;   ///< as the configuration calls it, "stage"
    std::string_view key;
    Span span; ///< where it is asked for
};

/// How long a review by others takes.
struct LeadTime {
    Text id;
    Text title;
    Located<DurationRange> time;
    Span span;
};

/// How documents are made where neither the command line nor the plan says. Folders are paths from the file's own.
struct BuildDefaults {
    Text out;
    Text templates;
    std::vector<WantedDocument> documents;
    Located<Paper> paper; ///< of PDF files
};

struct Configuration {
    std::vector<RuleSetting> rules;
    std::vector<RequiredKey> required;
    std::vector<Text> public_holidays; ///< names of ready-made sets, for plans that choose none
    std::vector<LeadTime> lead_times;
    BuildDefaults build;
    std::uint32_t file = 0; ///< its number; 0 where there is no such file
};

/// "off", "info", "warning" or "error".
std::string_view name(RuleLevel level);

} // namespace planc
