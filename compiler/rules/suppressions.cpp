#include "rules/suppressions.h"

#include "diagnostics/quote.h"
#include "diagnostics/suggestion.h"
#include "rules/all.h"
#include "rules/list.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace planc {

namespace {

constexpr std::string_view form = "write `# planc: allow RULE -- REASON`";

/// Finds for each of these bytes, in ascending order, the outermost item or pair of the tree that begins next.
class NextItems {
public:
    explicit NextItems(const std::vector<std::uint32_t>& after) : after_(after), found_(after.size()) {}

    std::vector<Span> find(const Node* root) {
        if (root != nullptr) walk(*root);
        return std::move(found_);
    }

private:
    bool done() const { return next_ == after_.size(); }

    void walk(const Node& node) {
        // What an alias or a merge brings stands elsewhere.
        if (node.aliased() || done()) return;
        const Span all = node.span();
        for (const Node& item : node.items()) {
            offer(item.span());
            walk(item);
        }
        for (const Pair& pair : node.pairs()) {
            const Span key = pair.key.span();
            if (key.file != all.file || key.begin < all.begin || key.end > all.end) continue;
            offer(join(key, pair.value.span()));
            // A comment between a key and its text is about the text.
            if (pair.value.kind() == NodeKind::scalar) offer(pair.value.span());
            walk(pair.value);
        }
    }

    void offer(Span span) {
        for (; !done() && span.begin >= after_[next_]; ++next_) found_[next_] = span;
    }

    const std::vector<std::uint32_t>& after_;
    std::vector<Span> found_;
    std::size_t next_ = 0;
};

/// What stands before a reason: `--`, or what a Chinese keyboard or a word processor makes of it.
bool is_dash(std::string_view word) {
    for (const std::string_view dash : {"-", "--", "–", "—", "——"})
        if (word == dash) return true;
    return false;
}

class CommentReader {
public:
    CommentReader(std::string_view text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

    /// The suppressions of one comment; those for an item cover nothing yet.
    std::vector<Suppression> read(Span comment) {
        comment_ = comment;
        at_ = comment.begin + 1;
        skip_blanks();
        at_ += static_cast<std::uint32_t>(std::string_view("planc").size());
        at_ += text_[at_] == ':' ? 1U : static_cast<std::uint32_t>(std::string_view("：").size());
        const Span word = next_word();
        const bool file = text(word) == "allow-file";
        if (!file && text(word) != "allow") return refuse_word(word);
        std::vector<Suppression> found;
        std::vector<Span> names;
        Span name = next_word();
        for (; name && !is_dash(text(name)); name = next_word()) names.push_back(name);
        const bool reason = name && next_word();
        if (names.empty()) {
            report(comment, "this comment names no rule to allow", std::string(form));
            return found;
        }
        for (const Span named : names)
            if (const Rule* const rule = rule_named(named, reason))
                found.push_back({rule, named, comment, file ? Span{comment.file, 0, ~std::uint32_t{0}} : line(),
                                 names.size() == 1});
        return found;
    }

    /// Whether it stands on a line of its own.
    bool alone(Span comment) const {
        const std::size_t line = line_begin(comment.begin);
        std::string_view before = text_.substr(line, comment.begin - line);
        if (line == 0 && before.starts_with("\xEF\xBB\xBF")) before.remove_prefix(3);
        return before.find_first_not_of(" \t") == std::string_view::npos;
    }

private:
    std::string_view text(Span span) const { return text_.substr(span.begin, span.end - span.begin); }
    std::size_t line_begin(std::size_t at) const {
        const std::size_t before = at == 0 ? std::string_view::npos : text_.find_last_of("\r\n", at - 1);
        return before == std::string_view::npos ? 0 : before + 1;
    }
    /// The line of the comment; with the text below it where it stands behind the `|` or `>` of one.
    Span line() const {
        const std::size_t begin = line_begin(comment_.begin);
        std::string_view before = text_.substr(begin, comment_.begin - begin);
        const std::size_t indent = before.find_first_not_of(" -");
        before = before.substr(0, before.find_last_not_of(" \t+-0123456789") + 1);
        std::size_t end = comment_.end;
        if (before.ends_with('|') || before.ends_with('>')) end = end_of_deeper_lines(end, indent);
        return {comment_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    /// Behind the lines after the one of `at` that are blank or indented further than `indent`.
    std::size_t end_of_deeper_lines(std::size_t at, std::size_t indent) const {
        for (std::size_t next = text_.find('\n', at); next != std::string_view::npos; next = text_.find('\n', next)) {
            const std::size_t first = text_.find_first_not_of(" \r", ++next);
            if (first == std::string_view::npos) break;
            if (text_[first] != '\n' && first - next <= indent) return next;
        }
        return text_.size();
    }
    /// Bytes of the blank or comma at `at_`, of a Chinese keyboard too; 0 if something else stands there.
    std::uint32_t separator() const {
        if (at_ >= comment_.end) return 0;
        for (const std::string_view one : {" ", "\t", ",", "，", "、", "　"})
            if (text_.substr(at_).starts_with(one)) return static_cast<std::uint32_t>(one.size());
        return 0;
    }
    void skip_blanks() {
        while (separator() > 0) at_ += separator();
    }
    /// Up to a blank or comma; false at the end.
    Span next_word() {
        skip_blanks();
        const std::uint32_t begin = at_;
        while (at_ < comment_.end && separator() == 0) ++at_;
        return begin == at_ ? Span{} : Span{comment_.file, begin, at_};
    }

    std::vector<Suppression> refuse_word(Span word) {
        if (!word) {
            report(comment_, "this comment says nothing to planc", std::string(form));
            return {};
        }
        const bool near = !did_you_mean(text(word), {"allow", "allow-file"}).empty();
        report(word, fmt::format("{} is no word for planc in a comment", quoted(text(word))),
               near ? did_you_mean(text(word), {"allow", "allow-file"}) : std::string(form));
        return {};
    }

    /// Null, after a finding, where it cannot be allowed.
    const Rule* rule_named(Span named, bool reason) {
        const std::string_view name = text(named);
        const Rule* const rule = find_rule(name);
        if (rule == nullptr)
            report(named, fmt::format("there is no rule {}", quoted(name)), hint_for_rule(name));
        else if (is_always_told(name) || rule == &rules::unused_suppression)
            report(named, fmt::format("{} cannot be allowed: it is always told", quoted(name)), "take it out");
        else if (!reason)
            report(named, fmt::format("allowing {} gives no reason, so it is told all the same", quoted(name)),
                   "write ` -- ` behind the rule, and why it is right here");
        else
            return rule;
        return nullptr;
    }

    void report(Span span, std::string message, std::string help) {
        Diagnostic& finding = Findings(diagnostics_, rules::unused_suppression).add(span, std::move(message));
        finding.help = std::move(help);
        add_literal_fix(finding, text(span));
    }

    std::string_view text_;
    Diagnostics& diagnostics_;
    Span comment_;
    std::uint32_t at_ = 0;
};

} // namespace

std::vector<Suppression> read_suppressions(const Tree& tree, const Files& files, Diagnostics& diagnostics) {
    std::vector<Suppression> all;
    if (tree.remarks().empty()) return all;
    CommentReader reader(files.at(tree.remarks().front()).text(), diagnostics);
    std::vector<std::uint32_t> after;
    std::vector<std::size_t> waiting; // for the item behind these bytes
    for (const Span comment : tree.remarks()) {
        for (Suppression& one : reader.read(comment)) {
            const bool above = reader.alone(comment) && one.covers.end != ~std::uint32_t{0};
            if (above) {
                one.covers = {};
                after.push_back(comment.end);
                waiting.push_back(all.size());
            }
            all.push_back(one);
        }
    }
    const std::vector<Span> items = NextItems(after).find(tree.root());
    for (std::size_t i = 0; i < waiting.size(); ++i) all[waiting[i]].covers = items[i];
    return all;
}

namespace {

/// What is suppressed of one rule in one file; sorted, so that many suppressions beside many findings stay cheap.
class Covered {
public:
    void add(Span span) { spans_.push_back(span); }
    void finish() {
        std::sort(spans_.begin(), spans_.end());
        std::uint32_t furthest = 0;
        for (const Span span : spans_) furthest_.push_back(furthest = std::max(furthest, span.end));
    }
    /// Whether a finding that begins there is suppressed; remembers it.
    bool holds(std::uint32_t begin) {
        const auto behind = std::upper_bound(spans_.begin(), spans_.end(), begin,
                                             [](std::uint32_t at, Span span) { return at < span.begin; });
        const auto before = static_cast<std::size_t>(behind - spans_.begin());
        if (before == 0 || furthest_[before - 1] <= begin) return false;
        found_.insert(begin);
        return true;
    }
    bool suppressed_in(Span span) const {
        const auto first = found_.lower_bound(span.begin);
        return first != found_.end() && *first < span.end;
    }

private:
    std::vector<Span> spans_;
    std::vector<std::uint32_t> furthest_; ///< of the spans up to each, the furthest end
    std::set<std::uint32_t> found_;
};

} // namespace

std::vector<Suppression> suppress(const std::vector<Suppression>& suppressions, Diagnostics& findings) {
    std::map<std::pair<std::string_view, std::uint32_t>, Covered> by_rule;
    const auto key = [](std::string_view rule, Span span) { return std::pair(rule, span.file); };
    for (const Suppression& one : suppressions) by_rule[key(one.rule->name, one.comment)].add(one.covers);
    for (auto& [rule, covered] : by_rule) covered.finish();
    std::erase_if(findings, [&](const Diagnostic& finding) {
        const auto place = by_rule.find(key(finding.rule, finding.span));
        return place != by_rule.end() && place->second.holds(finding.span.begin);
    });
    std::vector<Suppression> unused;
    for (const Suppression& one : suppressions)
        if (!by_rule[key(one.rule->name, one.comment)].suppressed_in(one.covers)) unused.push_back(one);
    return unused;
}

void report_unused(const std::vector<Suppression>& unused, const Files& files, Diagnostics& diagnostics) {
    for (const Suppression& one : unused) {
        Diagnostic& finding =
            Findings(diagnostics, rules::unused_suppression)
                .add(one.named, fmt::format("allowing `{}` suppresses nothing: it finds nothing here", one.rule->name));
        const std::string_view text = files.at(one.comment).text();
        finding.help = one.only ? std::string("take the comment out")
                                : fmt::format("take `{}` out of the comment", one.rule->name);
        finding.fix = {{one.only ? with_blanks_before(text, one.comment) : with_separator(text, one.named), {}}};
    }
}

} // namespace planc
