#include "rules/list.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <array>
#include <fmt/format.h>
#include <optional>

namespace planc {

namespace {

struct Match {
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::array<std::string_view, 7> english_words{"tbd",           "tba",           "todo",           "fixme",
                                                        "to be decided", "to be defined", "to be confirmed"};
constexpr std::array<std::string_view, 6> chinese_words{"待定", "待补充", "待确认人", "待填写", "待完善", "占位符"};

// What templates put in brackets for somebody to fill in.
constexpr std::array<std::string_view, 22> bracketed{
    "联系方式", "姓名", "名字", "电话",  "邮箱",  "手机", "手机号", "日期", "时间", "填写",      "待填",
    "链接",     "地址", "name", "phone", "email", "date", "time",   "link", "url",  "your name", "contact"};

/// Which bytes can begin a placeholder; nearly all text is passed over by this alone.
constexpr std::array<bool, 256> make_starts() {
    std::array<bool, 256> starts{};
    for (const char byte : std::string_view{"tTfFxX_[<?.\xE5\xE3\xEF"}) starts[static_cast<unsigned char>(byte)] = true;
    return starts;
}
constexpr std::array<bool, 256> starts = make_starts();

std::size_t run_length(std::string_view text, std::size_t at, char byte) {
    std::size_t end = at;
    while (end < text.size() && text[end] == byte) ++end;
    return end - at;
}

bool whole_word(std::string_view text, std::size_t begin, std::size_t end) {
    return (begin == 0 || !is_word_byte(text[begin - 1])) && (end == text.size() || !is_word_byte(text[end]));
}

std::optional<Match> word_at(std::string_view text, std::size_t at) {
    for (const std::string_view word : english_words) {
        if (has_word_at(text, at, word) && whole_word(text, at, at + word.size())) return Match{at, at + word.size()};
    }
    for (const std::string_view word : chinese_words) {
        if (text.substr(at).starts_with(word)) return Match{at, at + word.size()};
    }
    return std::nullopt;
}

/// `[联系方式]`, `[name]`, `【姓名】`, `<phone>`: a known word alone in brackets. A Markdown link is none.
std::optional<Match> brackets_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::array<std::string_view, 2>, 4> pairs{
        {{"[", "]"}, {"<", ">"}, {"【", "】"}, {"［", "］"}}};
    for (const auto& [open, close] : pairs) {
        if (!text.substr(at).starts_with(open)) continue;
        const std::size_t inside = at + open.size();
        for (const std::string_view word : bracketed) {
            if (!has_word_at(text, inside, word) || !text.substr(inside + word.size()).starts_with(close)) continue;
            const std::size_t end = inside + word.size() + close.size();
            if (end == text.size() || text[end] != '(') return Match{at, end};
        }
    }
    return std::nullopt;
}

std::optional<Match> run_at(std::string_view text, std::size_t at) {
    const char byte = text[at];
    const std::size_t length = run_length(text, at, byte);
    const Match match{at, at + length};
    // `____` to be filled in by hand; shorter runs stand in names, and inside of words they are names as well.
    if (byte == '_' && length >= 4 && whole_word(text, match.begin, match.end)) return match;
    if ((byte == 'x' || byte == 'X') && length >= 3 && whole_word(text, match.begin, match.end)) return match;
    if (byte == '?' && length >= 3) return match;
    return std::nullopt;
}

/// A link that was cut short: `https://example.com/...`.
std::optional<Match> cut_link_at(std::string_view text, std::size_t at) {
    if (run_length(text, at, '.') < 3) return std::nullopt;
    std::size_t begin = at;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
    const std::string_view word = text.substr(begin, at - begin);
    if (word.find("://") == std::string_view::npos) return std::nullopt;
    return Match{begin, at + run_length(text, at, '.')};
}

std::optional<Match> find_placeholder(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!starts[static_cast<unsigned char>(text[at])]) continue;
        if (auto match = word_at(text, at)) return match;
        if (auto match = brackets_at(text, at)) return match;
        if (text[at] == '.') {
            if (auto match = cut_link_at(text, at)) return match;
        } else if (auto match = run_at(text, at)) {
            return match;
        }
        if (text[at] == '_' || text[at] == 'x' || text[at] == 'X' || text[at] == '?' || text[at] == '.') {
            at += run_length(text, at, text[at]) - 1;
        }
    }
    return std::nullopt;
}

void check(const Analysis& analysis, Findings& findings) {
    for_each_text(analysis.plan, [&](const Text& text) {
        const std::optional<Match> match = find_placeholder(text.value);
        if (!match) return;
        const std::string_view words = text.value.substr(match->begin, match->end - match->begin);
        findings.add(part_of(analysis.files, text, match->begin, match->end),
                     fmt::format("{} is still to be filled in", quoted(words)));
    });
}

} // namespace

const Rule rules::placeholder_text{
    .name = "placeholder-text",
    .group = "Content",
    .severity = Severity::warning,
    .finds =
        "a place that was left to be filled in: `TBD`, `待定`, `[联系方式]`, `xxx`, `____`, a link that ends in `...`.",
    .why = "On release night somebody looks for the number and finds a pair of brackets.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
contacts:
  vendor: {title: Payment provider, phone: "[phone]"}
)",
    .mend = "Fill it in; or leave the key out as long as nothing is known. Forms that are filled in by hand are "
            "rendered by planc and "
            "need no blanks in the plan.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4}
contacts:
  vendor: {title: Payment provider, phone: "+86 10 5550 0199"}
)",
    .related = "missing-contact unverifiable-step",
    .check = check,
};

} // namespace planc
