// Measures the rules, each by itself, within this process.
#pragma once

#include <cstddef>
#include <string_view>

namespace planc::bench {

/// Prints what all rules together cost on plans of 10,000 tasks, in bare event scans, and how the time of each rule
/// grows from its worst case of size n to that of 4n; with `only`, of that rule alone.
void measure_rules(std::string_view only = {}, std::size_t n = 3000);

} // namespace planc::bench
