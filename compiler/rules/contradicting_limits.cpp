#include "rules/list.h"
#include "rules/quantity.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace planc {

namespace {

/// Of very many metrics with one title, each is compared with the first of them.
constexpr std::size_t most_compared = 8;

/// The title without blanks, and small letters for capital ones.
std::string plain_title(std::string_view title) {
    std::string plain;
    while (!title.empty()) {
        constexpr std::string_view ideographic = "\xE3\x80\x80", unbroken = "\xC2\xA0";
        if (title.starts_with(ideographic) || title.starts_with(unbroken)) {
            title.remove_prefix(title.starts_with(ideographic) ? ideographic.size() : unbroken.size());
            continue;
        }
        const char byte = title[0];
        const bool blank = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
        if (!blank) plain += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
        title.remove_prefix(1);
    }
    return plain;
}

/// `> 5% for 2m` beside `> 1% for 1h`: a fast alarm and a slow one, both of them meant.
bool fast_and_slow(const Condition& a, double a_number, const Condition& b, double b_number) {
    constexpr std::int64_t much_longer = 10;
    if (!a.lasting || !b.lasting || wants_large(a) != wants_large(b)) return false;
    const bool a_graver = wants_large(a) ? a_number > b_number : a_number < b_number;
    const auto [graver, milder] = a_graver ? std::pair{a.lasting, b.lasting} : std::pair{b.lasting, a.lasting};
    return milder->count >= much_longer * graver->count;
}

/// True if somebody who obeys one of them breaks the other.
bool contradict(const Condition& a, const Metric& of_a, const Condition& b, const Metric& of_b) {
    if (!a.given() || !b.given()) return false;
    const Quantity left = quantity_of(a, of_a.unit.value);
    const Quantity right = quantity_of(b, of_b.unit.value);
    if (!comparable(left, right)) return false; // what is measured is not the same
    const Standing standing = compare(left, right);
    if (standing == Standing::unknown) return false;
    if (standing != Standing::equal) return !fast_and_slow(a, left.number, b, right.number);
    if (a.lasting != b.lasting || wants_small(a) != wants_small(b) || wants_large(a) != wants_large(b)) return true;
    // `<` or `<=` matters for what is counted, not for what is measured.
    return a.comparison != b.comparison && !is_measured(left);
}

bool measured_elsewhere(const Metric& a, const Metric& b) {
    return !a.source.value.empty() && !b.source.value.empty() && a.source.value != b.source.value;
}

struct Limit {
    Condition Metric::*condition;
    std::string_view names;
};

constexpr Limit limits[] = {
    {&Metric::target, "targets"}, {&Metric::alert, "alert conditions"}, {&Metric::rollback, "rollback conditions"}};

void check(const Analysis& analysis, Findings& findings) {
    std::unordered_map<std::string, std::vector<const Metric*>> by_title;
    for (const Metric& metric : analysis.plan.metrics) {
        const std::string title = plain_title(metric.title.value);
        if (title.empty()) continue;
        std::vector<const Metric*>& same = by_title[title];
        for (const Limit& limit : limits) {
            const Condition& condition = metric.*limit.condition;
            const auto other = std::find_if(same.begin(), same.end(), [&](const Metric* one) {
                return !measured_elsewhere(*one, metric) && contradict(one->*limit.condition, *one, condition, metric);
            });
            if (other == same.end()) continue;
            const Condition& before = (**other).*limit.condition;
            Diagnostic& finding =
                findings.add(condition.span, fmt::format("{} has two {}: {} and {}", quoted(metric.title.value),
                                                         limit.names, quoted(before.text), quoted(condition.text)));
            finding.label = fmt::format("in {}", quoted(metric.id.value));
            finding.others.push_back({before.span, fmt::format("in {}", quoted((**other).id.value))});
        }
        if (same.size() < most_compared) same.push_back(&metric);
    }
}

} // namespace

const Rule rules::contradicting_limits{
    .name = "contradicting-limits",
    .group = "Metrics and rollback",
    .severity = Severity::warning,
    .finds = "two metrics of one title with different targets, alerts or rollback conditions. Units are converted; a "
             "limit that has to last ten times as long as a graver one may stand beside it, and so may metrics with "
             "different sources.",
    .why = "Everybody goes by the limit found first: one rolls back at a value with which the other is still content.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
metrics:
  crashes: {title: Crash rate, target: "< 0.01%", rollback: "> 0.1% for 5m"}
  crashes-auto: {title: Crash rate, rollback: "> 0.5% for 2m"}
)",
    .mend = "Keep one metric with one limit, and name it wherever it is needed. Where two are meant, say by the titles "
            "in what they differ.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
metrics:
  crashes: {title: Crash rate, target: "< 0.01%", rollback: "> 0.1% for 5m"}
  crashes-auto: {title: Crash rate on old phones, rollback: "> 0.5% for 2m"}
)",
    .related = "inconsistent-thresholds unwatched-metric",
    .check = check,
};

} // namespace planc
