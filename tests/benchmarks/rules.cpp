#include "rules.h"

#include "diagnostics/render.h"
#include "plans.h"
#include "scan.h"
#include "stages.h"
#include "worst.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <limits>
#include <malloc.h>
#include <memory>
#include <stdexcept>

namespace planc::bench {

namespace {

constexpr std::size_t times_larger = 4;

constexpr double most_growth = 5;        ///< n log n and what larger memory costs
constexpr double least_measured = 0.001; ///< seconds; what is over sooner is no measure

bool grows_fast(double few, double many) { return many >= least_measured && many > most_growth * few; }

struct Growth {
    double times = 0;
    std::string_view rule;
};

struct Measured {
    double rule = 0;  ///< seconds; of what earlier stages find, those of the earlier stages
    double whole = 0; ///< from the text to the printed findings
    std::size_t findings = 0;
};

void share_of_scan(std::string_view what, const std::string& text) {
    const double bare = fastest([&] { scan(text); });
    const auto staged = stage(text);
    const double rules = fastest([&] {
        Diagnostics found;
        run_rules(analysed(*staged), found);
    });
    fmt::print("{:<76} {:>8.2f}x    at most 0.25\n", what, rules / bare);
}

/// A worst case of one size.
class Case {
public:
    Case(const Worst& worst, std::size_t n)
        : rule_(find_rule(worst.rule)), text_(worst.make(n)), staged_(stage(text_)), analysis_(analysed(*staged_)) {
        if (rule_ == nullptr) throw std::runtime_error(fmt::format("there is no rule {}", worst.rule));
        const Diagnostics found = rule_->check != nullptr ? findings_of(*rule_, analysis_) : staged_->findings;
        measured_.findings = static_cast<std::size_t>(std::count_if(
            found.begin(), found.end(), [this](const Diagnostic& finding) { return finding.rule == rule_->name; }));
    }

    /// Measures once more, and keeps the shortest times.
    const Measured& measure() {
        keep(measured_.rule, fastest([this] {
                 if (rule_->check != nullptr)
                     findings_of(*rule_, analysis_);
                 else
                     stage(text_);
             }));
        keep(measured_.whole, fastest([this] {
                 const auto staged = stage(text_);
                 Diagnostics found = staged->findings;
                 run_rules(analysed(*staged), found);
                 sort_and_deduplicate(found);
                 render_text(found, staged->files, {});
                 render_json(found, staged->files);
             }));
        return measured_;
    }

private:
    static void keep(double& best, double taken) { best = best > 0 ? std::min(best, taken) : taken; }

    const Rule* rule_;
    std::string text_;
    std::unique_ptr<Staged> staged_;
    Analysis analysis_;
    Measured measured_;
};

/// n findings in one line of a file: all of one place, or of one place each.
Diagnostics findings_in(Files& files, std::size_t n, bool alike) {
    const std::uint32_t file = files.add("line.plan.yaml", each(n, [](std::size_t) { return "[任务] "; }) + "\n");
    Diagnostics findings(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto begin = static_cast<std::uint32_t>((alike ? n / 2 : i) * std::string_view("[任务] ").size());
        Diagnostic& finding = findings[i];
        finding.rule = "placeholder-text";
        finding.message = "`[任务]` is still to be filled in";
        finding.span = {file, begin, begin + 8};
        finding.others = {{{file, begin + 1, begin + 7}, "here"}};
    }
    return findings;
}

void measure_printing() {
    for (const bool alike : {true, false}) {
        const auto taken = [alike](std::size_t n, const auto& print) {
            Files files;
            const Diagnostics findings = findings_in(files, n, alike);
            return fastest([&] { print(findings, files); });
        };
        const auto growth = [&](std::string_view form, const auto& print) {
            fmt::print("{:<76} {:>8.2f}x    about 5\n",
                       fmt::format("40,000 findings {} as {} / 10,000", alike ? "of one place" : "in one line", form),
                       taken(40000, print) / taken(10000, print));
        };
        growth("text", [](const Diagnostics& all, const Files& files) { return render_text(all, files, {}).size(); });
        growth("concise", [](const Diagnostics& all, const Files& files) { return render_concise(all, files).size(); });
        growth("json", [](const Diagnostics& all, const Files& files) { return render_json(all, files).size(); });
        growth("they are put in order", [](Diagnostics all, const Files&) {
            sort_and_deduplicate(all);
            return all.size();
        });
    }
}

} // namespace

void measure_rules(std::string_view only, std::size_t n) {
    // Memory that is given back to the system and asked for anew costs more the larger it is.
    ::mallopt(M_MMAP_MAX, 0);
    ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    if (only.empty()) {
        share_of_scan("rules on 10,000 tasks / bare event scan", make_plan(10000, 1));
        share_of_scan("rules on 10,000 tasks that use every key / bare event scan", make_full_plan(10000));
        measure_printing();
    }
    Growth worst_of_all;
    fmt::print("\n{:<24} {:<52} {:>8} {:>8} {:>9} {:>9}\n", "rule", fmt::format("worst case, n = {}", n), "findings",
               "ms", "4n / n", "whole");
    for (const Worst& worst : worst_cases()) {
        if (!only.empty() && worst.rule != only) continue;
        Case few(worst, n);
        Case many(worst, times_larger * n);
        Measured one;
        Measured more;
        // A slow moment of the machine is no property of a rule: what seems to grow too fast is looked at again.
        for (int turn = 0;
             turn < 4 && (turn == 0 || grows_fast(one.rule, more.rule) || grows_fast(one.whole, more.whole)); ++turn) {
            one = few.measure();
            more = many.measure();
        }
        fmt::print("{:<24} {:<52} {:>8} {:>8.2f} {:>8.2f}x {:>8.2f}x\n", worst.rule, worst.shape, one.findings,
                   one.rule * 1000, more.rule / one.rule, more.whole / one.whole);
        std::fflush(stdout);
        if (more.rule >= least_measured && more.rule / one.rule > worst_of_all.times)
            worst_of_all = {more.rule / one.rule, worst.rule};
    }
    fmt::print("\n{:<76} {:>8.2f}x    about 5 (n log n and caches; n * n is 16)\n",
               fmt::format("of the rules, the one that grows fastest from n to 4n: {}", worst_of_all.rule),
               worst_of_all.times);
    const std::vector<Worst> cases = worst_cases();
    for (const Rule* const rule : all_rules()) {
        const bool has_one =
            std::any_of(cases.begin(), cases.end(), [rule](const Worst& worst) { return worst.rule == rule->name; });
        if (!has_one && only.empty()) fmt::print("no worst case is written for {}\n", rule->name);
    }
}

} // namespace planc::bench
