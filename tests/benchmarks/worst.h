// For every rule the plan that makes it work hardest, at any size.
#pragma once

#include <cstddef>
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>

namespace planc::bench {

/// A plan that is hard on a rule: `make(n)` has about n of whatever the rule looks at.
struct Worst {
    std::string_view rule;
    std::string_view shape; ///< in a few words
    std::string (*make)(std::size_t n);
};

/// By rule, in the order of the documentation; several of some rules.
std::vector<Worst> worst_cases();

/// The same, by subject.
std::vector<Worst> worst_structure();
std::vector<Worst> worst_work();
std::vector<Worst> worst_rollout();
std::vector<Worst> worst_people();
std::vector<Worst> worst_texts();
std::vector<Worst> worst_records();

/// The texts of `entry(0)` to `entry(n - 1)`, one after another.
template <class Entry>
std::string each(std::size_t n, Entry entry) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i) text += entry(i);
    return text;
}

/// A whole plan: `header` is what its key `plan` says besides id and title, with a comma before it.
inline std::string whole(std::string_view header, const std::string& body) {
    return fmt::format("planc: 1\nplan: {{id: worst, title: Worst{}}}\n{}", header, body);
}

/// A phase with these tasks, each of which is a line that begins with four blanks and a hyphen.
inline std::string one_phase(const std::string& tasks) {
    return "phases:\n- id: work\n  title: Work\n  owner: lin\n  tasks:\n" + tasks;
}

inline constexpr std::string_view lin = "people: {lin: {name: Lin, phone: \"+86 10 5550 0101\"}}\n";

} // namespace planc::bench
