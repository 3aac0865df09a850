#include "diagnostics/finding_fingerprints.h"

#include "source/fingerprint.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <string_view>
#include <tuple>

namespace planc {

std::vector<std::string> fingerprints_of(const Diagnostics& findings, const std::vector<std::string>& paths) {
    const auto path_of = [&](Span span) {
        return span.file < paths.size() ? std::string_view(paths[span.file]) : std::string_view();
    };
    const auto base = [&](std::size_t i) {
        return std::tuple(path_of(findings[i].span), findings[i].rule, std::string_view(findings[i].place));
    };
    const auto others_before = [&](const std::vector<Label>& a, const std::vector<Label>& b) {
        return std::lexicographical_compare(
            a.begin(), a.end(), b.begin(), b.end(), [&](const Label& one, const Label& other) {
                return std::tuple(path_of(one.span), one.span.begin, std::string_view(one.message)) <
                       std::tuple(path_of(other.span), other.span.begin, std::string_view(other.message));
            });
    };
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (base(a) != base(b)) return base(a) < base(b);
        const Diagnostic& one = findings[a];
        const Diagnostic& other = findings[b];
        const auto words = [](const Diagnostic& finding) {
            return std::tie(finding.span.begin, finding.span.end, finding.message, finding.notes);
        };
        if (words(one) != words(other)) return words(one) < words(other);
        return others_before(one.others, other.others);
    });
    std::vector<std::string> fingerprints(findings.size());
    std::size_t times = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        times = i > 0 && base(order[i]) == base(order[i - 1]) ? times + 1 : 1;
        const auto& [path, rule, place] = base(order[i]);
        // A zero byte is in none of them.
        std::string text(path);
        text.append(1, '\0').append(rule).append(1, '\0').append(place);
        if (times > 1) fmt::format_to(std::back_inserter(text), "{}{}", '\0', times);
        fingerprints[order[i]] = hash_in_hex(text);
    }
    return fingerprints;
}

} // namespace planc
