// What a run found, counted by rule: where to begin with an old plan.
#include "diagnostics/render.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <string_view>
#include <vector>

namespace planc {

std::string render_statistics(const Diagnostics& diagnostics) {
    struct Count {
        std::size_t findings = 0;
        Severity worst = Severity::info;
        std::string_view rule;
    };
    std::map<std::string_view, Count> by_rule;
    for (const Diagnostic& diagnostic : diagnostics) {
        Count& count = by_rule[diagnostic.rule];
        ++count.findings;
        count.worst = std::max(count.worst, diagnostic.severity);
        count.rule = diagnostic.rule;
    }
    std::vector<Count> counts;
    for (const auto& [rule, count] : by_rule) counts.push_back(count);
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Count& left, const Count& right) { return left.findings > right.findings; });
    std::string text;
    for (const Count& count : counts)
        text += fmt::format("{:>6}  {:<7}  {}\n", count.findings, name(count.worst), count.rule);
    return text;
}

} // namespace planc
