#include "rules/all.h"

#include "diagnostics/suggestion.h"
#include "rules/list.h"
#include "rules/units.h"

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

bool is_always_told(std::string_view rule) { return rule == "bad-syntax" || rule == "bad-include"; }

std::vector<std::string_view> rule_names() {
    std::vector<std::string_view> names;
    for (const Rule* rule : all_rules()) names.push_back(rule->name);
    return names;
}

std::string hint_for_rule(std::string_view name) {
    std::string hint = did_you_mean(name, rule_names());
    return hint.empty() ? "`planc explain` lists them all" : hint;
}

Analysis analyse(const Files& files, const Plan& plan, const Schedule& schedule, const Configuration& configuration,
                 std::optional<Instant> as_of) {
    return {files, plan, schedule, configuration, as_of, cancelled_work(plan), done_work(plan)};
}

namespace {

void run(const Rule& rule, const Analysis& analysis, Diagnostics& diagnostics) {
    if (rule.check == nullptr) return;
    Findings findings(diagnostics, rule);
    rule.check(analysis, findings);
}

} // namespace

void run_rules(const Analysis& analysis, Diagnostics& diagnostics, const std::function<void(const Rule&)>& after) {
    for (const Rule* rule : all_rules()) {
        run(*rule, analysis, diagnostics);
        if (after && rule->check != nullptr) after(*rule);
    }
}

void run_part_rules(const Analysis& analysis, Diagnostics& diagnostics) {
    for (const Rule* rule : {&rules::weekday_mismatch, &rules::placeholder_text, &rules::garbled_text,
                             &rules::plaintext_secret, &rules::shared_contact})
        run(*rule, analysis, diagnostics);
}

} // namespace planc
