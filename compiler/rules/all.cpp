#include "rules/all.h"

#include "rules/list.h"

#include <array>

namespace planc {

std::span<const Rule* const> all_rules() {
#define PLANC_LIST(rule) &rules::rule,
    static constexpr std::array list{PLANC_RULES(PLANC_LIST)};
#undef PLANC_LIST
    return list;
}

const Rule* find_rule(std::string_view name) {
    for (const Rule* rule : all_rules()) {
        if (rule->name == name) return rule;
    }
    return nullptr;
}

void run_rules(const Analysis& analysis, Diagnostics& diagnostics) {
    for (const Rule* rule : all_rules()) {
        if (rule->check == nullptr) continue;
        Findings findings(diagnostics, *rule);
        rule->check(analysis, findings);
    }
}

} // namespace planc
