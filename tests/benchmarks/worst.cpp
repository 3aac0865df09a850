#include "worst.h"

#include "rules/all.h"

#include <algorithm>

namespace planc::bench {

std::vector<Worst> worst_cases() {
    std::vector<Worst> all;
    for (const auto& some :
         {worst_structure(), worst_work(), worst_rollout(), worst_people(), worst_texts(), worst_records()})
        all.insert(all.end(), some.begin(), some.end());
    const auto place = [](const Worst& worst) {
        const auto rules = all_rules();
        return std::find_if(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->name == worst.rule; }) -
               rules.begin();
    };
    std::stable_sort(all.begin(), all.end(), [&](const Worst& a, const Worst& b) { return place(a) < place(b); });
    return all;
}

} // namespace planc::bench
