// What a rule is.
#pragma once

#include "diagnostics/diagnostic.h"
#include "plan/configuration.h"
#include "plan/plan.h"
#include "schedule/schedule.h"
#include "source/file.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// What a rule may look at.
struct Analysis {
    const Files& files;
    const Plan& plan;
    const Schedule& schedule;
    const Configuration& configuration;
    std::optional<Instant> as_of; ///< "now", if the user gave one
    std::vector<bool> cancelled;  ///< of all work: it, or what it is part of or consists of
    std::vector<bool> done;       ///< likewise
};

struct Rule;

/// What the option `factor` of a rule is for this plan.
double factor(const Analysis& analysis, const Rule& rule);

/// Where a rule puts what it finds.
class Findings {
public:
    explicit Findings(Diagnostics& out, const Rule& rule) : out_(out), rule_(rule) {}
    /// Adds a finding at the rule's own severity; the reference is good until the next call.
    Diagnostic& add(Span span, std::string message);
    /// The same at another severity, where the documentation says so.
    Diagnostic& add(Severity severity, Span span, std::string message);

private:
    Diagnostics& out_;
    const Rule& rule_;
};

/// One rule: its documentation and its check. `example` is a whole plan that gives the finding, `mended` the same plan
/// without the mistake; the tests run both. Texts are Markdown.
struct Rule {
    std::string_view name;
    std::string_view group; ///< "Structure", "Dependencies", …
    Severity severity = Severity::error;
    std::string_view finds;        ///< one sentence fragment, as in "finds a step that …": what it finds
    std::string_view why;          ///< why it hurts
    std::string_view example;      ///< YAML
    std::string_view mend;         ///< how to mend it
    std::string_view mended;       ///< YAML
    std::string_view related;      ///< names, separated by single spaces; may be empty
    double factor = 0;             ///< its option `factor` where the configuration does not say; 0: it has none
    bool needs_whole_plan = false; ///< silent on a plan of which a part cannot be read: what it misses may stand there
    bool needs_as_of = false;      ///< finds nothing where the user does not say what counts as now
    void (*check)(const Analysis&, Findings&) = nullptr; ///< null where an earlier stage finds it
};

} // namespace planc
