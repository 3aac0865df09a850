// The order of findings: every field takes part, so that it never depends on who reported first.
#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <tuple>

namespace planc {
namespace {

auto place(const Diagnostic& d) { return std::tie(d.span.file, d.span.begin, d.span.end); }

auto wording(const Diagnostic& d) { return std::tie(d.rule, d.message, d.label, d.notes, d.help); }

auto parts(const Label& label) { return std::tie(label.span, label.message); }

bool labels_before(const std::vector<Label>& a, const std::vector<Label>& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](const Label& x, const Label& y) { return parts(x) < parts(y); });
}

bool comes_before(const Diagnostic& a, const Diagnostic& b) {
    if (place(a) != place(b)) return place(a) < place(b);
    if (a.severity != b.severity) return a.severity > b.severity;
    if (wording(a) != wording(b)) return wording(a) < wording(b);
    return labels_before(a.others, b.others);
}

bool same(const Diagnostic& a, const Diagnostic& b) {
    return place(a) == place(b) && a.severity == b.severity && wording(a) == wording(b) &&
           std::equal(a.others.begin(), a.others.end(), b.others.begin(), b.others.end(),
                      [](const Label& x, const Label& y) { return parts(x) == parts(y); });
}

} // namespace

std::string_view name(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "error";
    case Severity::warning:
        return "warning";
    case Severity::info:
        break;
    }
    return "info";
}

void sort_and_deduplicate(Diagnostics& diagnostics) {
    std::sort(diagnostics.begin(), diagnostics.end(), comes_before);
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::vector<Span> masked_by(const Diagnostics& diagnostics) {
    std::vector<Span> masked;
    for (const Diagnostic& one : diagnostics) masked.insert(masked.end(), one.masked.begin(), one.masked.end());
    return masked;
}

void renumber(Diagnostics& diagnostics, const std::function<std::uint32_t(std::uint32_t)>& number) {
    for (Diagnostic& finding : diagnostics) {
        finding.span.file = number(finding.span.file);
        for (Label& label : finding.others) label.span.file = number(label.span.file);
        for (Edit& edit : finding.fix) edit.span.file = number(edit.span.file);
        for (Span& span : finding.masked) span.file = number(span.file);
    }
}

void sort_and_deduplicate(Diagnostics& diagnostics, std::span<const std::uint32_t> numbers) {
    const auto place_of = [numbers](std::uint32_t number) {
        return static_cast<std::uint32_t>(std::find(numbers.begin(), numbers.end(), number) - numbers.begin());
    };
    renumber(diagnostics, place_of);
    sort_and_deduplicate(diagnostics);
    renumber(diagnostics,
             [numbers](std::uint32_t place) { return place < numbers.size() ? numbers[place] : ~std::uint32_t{0}; });
}

} // namespace planc
