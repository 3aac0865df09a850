#include "cli/timings.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace planc {

namespace {

constexpr std::array<std::string_view, 7> names{"read", "parse", "include", "bind", "schedule", "rules", "render"};
constexpr double least_share = 0.01; ///< of a rule that is named

std::string row(std::string_view name, double seconds, double all) {
    return fmt::format("{:<34}{:>10.2f}{:>8.1f} %\n", name, seconds * 1000, all > 0 ? seconds / all * 100 : 0);
}

} // namespace

std::string Timings::table() const {
    const double all = std::accumulate(of_stage_.begin(), of_stage_.end(), 0.0);
    std::vector<std::pair<std::string_view, double>> rules(of_rule_.begin(), of_rule_.end());
    std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const auto named =
        std::find_if(rules.begin(), rules.end(), [all](const auto& rule) { return rule.second <= all * least_share; });
    const double others =
        std::accumulate(named, rules.end(), 0.0, [](double sum, const auto& rule) { return sum + rule.second; });
    std::string text = fmt::format("{:<34}{:>10}{:>10}\n", "time", "ms", "share");
    for (std::size_t i = 0; i < stages; ++i) {
        const bool of_rules = i == static_cast<std::size_t>(RunStage::rules);
        if (of_stage_[i] == 0 && !of_rules) continue;
        text += row(names[i], of_stage_[i], all);
        if (!of_rules) continue;
        for (auto rule = rules.cbegin(); rule != named; ++rule)
            text += row(fmt::format("  {}", rule->first), rule->second, all);
        const auto count = std::distance(named, rules.end());
        if (count > 0) text += row(fmt::format("  {} others", count), others, all);
    }
    return text + row("all", all, all);
}

Watch::Watch(Timings* timings) : timings_(timings) {
    if (timings_ != nullptr) last_ = timings_->host_.steady_seconds();
}

Watch::~Watch() {
    if (timings_ == nullptr) return;
    const std::lock_guard lock(timings_->mutex_);
    for (std::size_t i = 0; i < of_stage_.size(); ++i) timings_->of_stage_[i] += of_stage_[i];
    for (const auto& [rule, seconds] : of_rule_) timings_->of_rule_[rule] += seconds;
}

double Watch::since_last() {
    const double now = timings_->host_.steady_seconds();
    return now - std::exchange(last_, now);
}

void Watch::lap(RunStage stage) {
    if (timings_ != nullptr) of_stage_[static_cast<std::size_t>(stage)] += since_last();
}

void Watch::lap(std::string_view rule) {
    if (timings_ == nullptr) return;
    const double seconds = since_last();
    of_stage_[static_cast<std::size_t>(RunStage::rules)] += seconds;
    of_rule_[rule] += seconds;
}

} // namespace planc
