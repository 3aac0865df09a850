#include "cli/fix.h"

#include "source/edit.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <utility>

namespace planc {

namespace {

// What is tried costs a compilation each time; a plan with very many mends that are not clean gets no more of them.
constexpr std::size_t most_trials = 200;
constexpr std::size_t most_bytes = std::size_t{32} << 20;

/// Rule and message: what stays when lines move.
using Told = std::pair<std::string_view, std::string>;

class Fixer {
public:
    using CompileText = std::function<std::unique_ptr<Compilation>(const std::string&)>;

    Fixer(std::string text, const CompileText& compile_text, const std::function<bool(const Diagnostic&)>& chosen)
        : compile_(compile_text), chosen_(chosen), unmended_(std::move(text)), text_(unmended_), now_(compile_(text_)) {
    }

    std::unique_ptr<Compilation> run() {
        for (std::size_t before = 0; !exhausted(); before = fixes_) {
            const std::vector<Diagnostic> open = fixable();
            left_ = 0;
            if (!open.empty()) make(open, 0);
            if (open.empty() || fixes_ == before) break;
        }
        if (fixes_ > 0) {
            now_->mended = std::move(text_);
            now_->unmended = std::move(unmended_);
        }
        now_->fixes = fixes_;
        now_->refused = left_;
        return std::move(now_);
    }

private:
    bool exhausted() const { return trials_ >= most_trials || compiled_ >= most_bytes; }

    /// What can be mended; of fixes that touch each other the first.
    std::vector<Diagnostic> fixable() const {
        std::vector<Diagnostic> open;
        std::uint32_t behind = 0;
        for (const Diagnostic& finding : now_->findings) {
            if (finding.fix.empty() || finding.span.file != 0 || !chosen_(finding)) continue;
            const Span first = finding.fix.front().span;
            if (!open.empty() && first.begin <= behind) continue;
            open.push_back(finding);
            behind = finding.fix.back().span.end;
        }
        return open;
    }

    /// Makes all of them, or where that is not clean each half by itself. Gives by how many bytes what follows has
    /// moved; they are moved by `shift` already.
    std::int64_t make(std::span<const Diagnostic> some, std::int64_t shift) {
        if (exhausted()) {
            left_ += some.size();
            return 0;
        }
        std::vector<Edit> edits;
        std::int64_t moved = 0;
        for (const Diagnostic& finding : some) {
            for (Edit edit : finding.fix) {
                edit.span.begin = static_cast<std::uint32_t>(edit.span.begin + shift);
                edit.span.end = static_cast<std::uint32_t>(edit.span.end + shift);
                moved += static_cast<std::int64_t>(edit.text.size()) - (edit.span.end - edit.span.begin);
                edits.push_back(std::move(edit));
            }
        }
        std::string text = with_edits(text_, std::move(edits));
        ++trials_;
        compiled_ += text.size();
        auto compiled = compile_(text);
        if (is_clean(*compiled, some)) {
            text_ = std::move(text);
            now_ = std::move(compiled);
            fixes_ += some.size();
            return moved;
        }
        if (some.size() == 1) {
            ++left_;
            return 0;
        }
        const std::size_t half = some.size() / 2;
        const std::int64_t first = make(some.first(half), shift);
        return first + make(some.subspan(half), shift + first);
    }

    static std::map<Told, std::size_t> counted(const Diagnostics& findings) {
        std::map<Told, std::size_t> counts;
        for (const Diagnostic& finding : findings)
            if (finding.severity != Severity::info) ++counts[{finding.rule, finding.message}];
        return counts;
    }

    /// Whether what was to be mended is, and nothing else is worse.
    bool is_clean(const Compilation& after, std::span<const Diagnostic> mended) const {
        const auto unread = now_->tree.unread_from();
        // Where reading stopped, what stands behind it is new; what counts is that it can be read further.
        if (unread) return !after.tree.unread_from() || *after.tree.unread_from() > *unread;
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
    std::size_t left_ = 0; ///< of the last round: what was not mended
    std::size_t trials_ = 0;
    std::size_t compiled_ = 0; ///< bytes
};

} // namespace

std::unique_ptr<Compilation> fix(std::string text,
                                 const std::function<std::unique_ptr<Compilation>(const std::string&)>& compile_text,
                                 const std::function<bool(const Diagnostic&)>& chosen) {
    return Fixer(std::move(text), compile_text, chosen).run();
}

} // namespace planc
