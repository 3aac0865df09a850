#include "rules/list.h"
#include "rules/placeholders.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::size_t most_labels = 3;

void check(const Analysis& analysis, Findings& findings) {
    for_each_text(analysis.plan, [&](const Text& text, TextPlace place) {
        const std::vector<Placeholder> found = find_placeholders(text.value, place);
        if (found.empty()) return;
        const auto place_of = [&](const Placeholder& one) { return part_of(analysis.files, text, one.begin, one.end); };
        const Placeholder& first = found.front();
        std::string message =
            fmt::format("{} is still to be filled in", quoted(text.value.substr(first.begin, first.end - first.begin)));
        if (found.size() > 1) message += fmt::format(", and {} more in this text", found.size() - 1);
        Diagnostic& finding = findings.add(place_of(first), std::move(message));
        // What cannot be told from the first is not pointed at.
        for (std::size_t i = 1; i < found.size() && i <= most_labels; ++i) {
            const Span span = place_of(found[i]);
            if (span != text.span && span != finding.span) finding.others.push_back({span, ""});
        }
    });
}

} // namespace

const Rule rules::placeholder_text{
    .name = "placeholder-text",
    .group = "Content",
    .severity = Severity::warning,
    .finds = "a place that was left to be filled in: `TBD`, `待定`, `[联系方式]`, `[name]`, `xxx`, `____`, `X月X日`, "
             "`vX.Y.Z`, a "
             "link that ends in `...`.",
    .why = "On release night somebody looks for the number and finds a pair of brackets.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
contacts:
  vendor: {title: Payment provider, phone: "[phone]"}
)",
    .mend = "Fill it in; or leave the key out as long as nothing is known. Forms that are filled in by hand are "
            "rendered by "
            "planc and need no blanks in the plan; `____` in checklists, tables, records and free sections is taken "
            "for one "
            "all the same, and so are the boxes `[ ]`. Links, code, what stands in quotes, states such as "
            "`状态：待确认` and "
            "formats such as `日期格式：YYYY-MM-DD` are no placeholders, and neither are `example.com` and names like "
            "张三.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
contacts:
  vendor: {title: Payment provider, phone: "+86 10 5550 0199"}
)",
    .related = "missing-contact unverifiable-step",
    .check = check,
};

} // namespace planc
