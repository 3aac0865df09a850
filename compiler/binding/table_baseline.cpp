// The field tables of a baseline.
#include "binding/bind.h"
#include "binding/collections.h"
#include "binding/tables.h"

namespace planc {

template <>
const Record TableOf<BaselineEntry>::record;

namespace {

constexpr Field entry_fields[] = {
    field<&BaselineEntry::file, PlainText>("file", Need::required, "The file, by its path from the baseline's folder.",
                                           "shop.plan.yaml"),
    field<&BaselineEntry::rule, PlainText>("rule", Need::required, "The rule that finds something there.",
                                           "missing-owner"),
    field<&BaselineEntry::place, PlainText>("place", Need::optional,
                                            "Where: the keys and items around it; the whole file where it is left out.",
                                            "phases/build/title"),
    field<&BaselineEntry::count, HeadCount>("count", Need::optional, "How many times; once where it is left out.", "2"),
};

constexpr Field baseline_fields[] = {
    whole<Baseline, LanguageVersion>("baseline", Need::required, "The version of this form: 1.", "1"),
    field<&Baseline::entries, List<Entry<BaselineEntry>>>("entries", Need::required, "The findings that are known.",
                                                          "[{file: shop.plan.yaml, rule: missing-owner}]"),
};

constinit const Record baseline_record{.name = "baseline",
                                       .noun = "a baseline",
                                       .meaning = "Findings that are known and not told again.",
                                       .fields = baseline_fields};

} // namespace

template <>
constinit const Record TableOf<BaselineEntry>::record{
    .name = "baseline_entry", .noun = "an entry", .meaning = "What a rule finds at one place.", .fields = entry_fields};

Baseline bind_baseline(const Tree& tree, const Files& files, std::uint32_t file, Diagnostics& diagnostics) {
    Baseline baseline;
    static const Configuration none;
    Plan plan;
    plan.file = file;
    PlanReader reader(plan, files, none, diagnostics, baseline_record);
    if (tree.root() != nullptr) reader.read_file(*tree.root(), baseline_record, &baseline);
    return baseline;
}

} // namespace planc
