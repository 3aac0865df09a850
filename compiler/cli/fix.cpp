#include "cli/fix.h"

#include "source/edit.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

namespace planc {

namespace {

constexpr std::size_t most_trials = 200; ///< compilations of one plan

/// Rule and message: what stays when lines move.
using Told = std::pair<std::string_view, std::string>;

class Fixer {
public:
    using CompileText = std::function<std::unique_ptr<Compilation>(const std::string&)>;

    Fixer(std::string text, const CompileText& compile_text, const std::function<bool(const Diagnostic&)>& chosen)
        : compile_(compile_text), chosen_(chosen), unmended_(std::move(text)), text_(unmended_), now_(compile_(text_)) {
    }

    std::unique_ptr<Compilation> run() {
        std::vector<Diagnostic> open = fixable();
        for (; !open.empty() && trials_ < most_trials; open = fixable()) make(open);
        if (fixes_ > 0) {
            now_->mended = std::move(text_);
            now_->unmended = std::move(unmended_);
        }
        now_->fixes = fixes_;
        now_->refused = refused_.size();
        return std::move(now_);
    }

private:
    /// What can be mended and was not tried in vain; of fixes that touch each other the first.
    std::vector<Diagnostic> fixable() const {
        std::vector<Diagnostic> open;
        std::uint32_t behind = 0;
        for (const Diagnostic& finding : now_->findings) {
            if (finding.fix.empty() || finding.span.file != 0 || !chosen_(finding) ||
                refused_.count({finding.rule, finding.span}) != 0)
                continue;
            const Span first = finding.fix.front().span;
            if (!open.empty() && first.begin <= behind) continue;
            open.push_back(finding);
            behind = finding.fix.back().span.end;
        }
        return open;
    }

    /// Makes all of them, or where that is not clean each half by itself.
    void make(std::span<const Diagnostic> some) {
        if (++trials_ > most_trials) return;
        std::vector<Edit> edits;
        for (const Diagnostic& finding : some) edits.insert(edits.end(), finding.fix.begin(), finding.fix.end());
        std::string text = with_edits(text_, edits);
        auto compiled = compile_(text);
        if (is_clean(*compiled, some)) {
            text_ = std::move(text);
            now_ = std::move(compiled);
            fixes_ += some.size();
            refused_.clear(); // what was wrong then may be right now
        } else if (some.size() == 1) {
            refused_.insert({some.front().rule, some.front().span});
        } else {
            // The second half's places have moved by then: it comes with the next round.
            make(some.first(some.size() / 2));
        }
    }

    static std::map<Told, std::size_t> counted(const Diagnostics& findings) {
        std::map<Told, std::size_t> counts;
        for (const Diagnostic& finding : findings)
            if (finding.severity != Severity::info) ++counts[{finding.rule, finding.message}];
        return counts;
    }

    /// Whether what was to be mended is, and nothing else is worse.
    bool is_clean(const Compilation& after, std::span<const Diagnostic> mended) const {
        if (after.complete != now_->complete) return false;
        const auto before = counted(now_->findings);
        for (const auto& [told, count] : counted(after.findings)) {
            const auto known = before.find(told);
            if (known == before.end() || known->second < count) return false;
        }
        std::map<Told, std::size_t> left;
        for (const Diagnostic& finding : after.findings) ++left[{finding.rule, finding.message}];
        std::map<Told, std::size_t> had;
        for (const Diagnostic& finding : now_->findings) ++had[{finding.rule, finding.message}];
        return std::all_of(mended.begin(), mended.end(), [&](const Diagnostic& finding) {
            const Told told{finding.rule, finding.message};
            return left[told] < had[told];
        });
    }

    const CompileText& compile_;
    const std::function<bool(const Diagnostic&)>& chosen_;
    std::string unmended_;
    std::string text_;
    std::unique_ptr<Compilation> now_;
    std::size_t fixes_ = 0;
    std::set<std::pair<std::string_view, Span>> refused_;
    std::size_t trials_ = 0;
};

} // namespace

std::unique_ptr<Compilation> fix(std::string text,
                                 const std::function<std::unique_ptr<Compilation>(const std::string&)>& compile_text,
                                 const std::function<bool(const Diagnostic&)>& chosen) {
    return Fixer(std::move(text), compile_text, chosen).run();
}

} // namespace planc
