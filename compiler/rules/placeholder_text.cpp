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

constexpr Openings openings{"tb", "to", "fi", "xx", "__", "??", "..", "…", "待", "【", "［", "＿", "[", "<"};

constexpr std::array<std::string_view, 4> chinese_words{"待定", "待补充", "待填写", "待完善"};
constexpr std::array<std::string_view, 7> phrases{"to be decided",    "to be defined",   "to be confirmed",
                                                  "to be determined", "to be announced", "to be filled in",
                                                  "to be completed"};

// What templates put in brackets for somebody to fill in.
constexpr std::array<std::string_view, 30> bracketed{
    "联系方式", "联系人", "姓名", "名字",  "负责人", "电话", "邮箱",  "手机",      "手机号",  "日期",
    "时间",     "填写",   "待填", "待定",  "链接",   "地址", "name",  "phone",     "email",   "date",
    "time",     "link",   "url",  "owner", "tbd",    "todo", "title", "your name", "contact", "version"};
constexpr std::array<std::string_view, 7> instructions{"your ", "insert ", "enter ", "fill in",
                                                       "请填",  "请输入",  "填写"};
constexpr std::size_t longest_instruction = 60;

std::size_t run_length(std::string_view text, std::size_t at, std::string_view sign) {
    std::size_t end = at;
    while (text.substr(end).starts_with(sign)) end += sign.size();
    return end - at;
}

bool whole_word(std::string_view text, Match match) {
    return (match.begin == 0 || !is_word_byte(text[match.begin - 1])) &&
           (match.end == text.size() || !is_word_byte(text[match.end]));
}

bool one_of(std::string_view character, std::string_view signs) {
    return !character.empty() && signs.find(character) != std::string_view::npos;
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

std::size_t back_over_blanks(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    return at;
}

/// True if it is all that is said: behind a colon, in brackets, in a table's cell, or the whole line.
bool is_all(std::string_view text, Match match) {
    const std::string_view before = character_before(text, back_over_blanks(text, match.begin));
    const std::string_view after = character_at(text, past_blanks(text, match.end));
    return (before.empty() || one_of(before, "\n:：(（[【［|-—–=*")) &&
           (after.empty() || one_of(after, "\n)）]】］|.。,，;；/?？!！*"));
}

/// `「待定」`, `“TBD”`: what a screen shows, not what the plan lacks.
bool is_cited(std::string_view text, Match match) {
    return one_of(character_before(text, match.begin), "\"'「『“‘《") &&
           one_of(character_at(text, match.end), "\"'」』”’》");
}

std::optional<Match> english_at(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"tbd", "tba"}) {
        const Match match{at, at + word.size()};
        if (!has_word_at(text, at, word) || !whole_word(text, match)) continue;
        const bool capitals = text[at] == 'T' && text[at + 1] == 'B';
        if (capitals || is_all(text, match)) return match;
    }
    // `TODO` alone is also what one looks for in code; `TODO: …` is one.
    for (const std::string_view word : {"todo", "fixme"}) {
        const Match match{at, at + word.size()};
        if (!has_word_at(text, at, word) || !whole_word(text, match)) continue;
        if (one_of(character_at(text, match.end), ":：") || is_all(text, match)) return match;
    }
    for (const std::string_view phrase : phrases) {
        const Match match{at, at + phrase.size()};
        if (has_word_at(text, at, phrase) && is_all(text, match)) return match;
    }
    return std::nullopt;
}

/// Only where a word ends with it: 等待定时任务 (waiting for a timer) and 期待完善的 say something else.
std::optional<Match> chinese_at(std::string_view text, std::size_t at) {
    if (one_of(character_before(text, at), "等期接招对看为成")) return std::nullopt;
    for (const std::string_view word : chinese_words) {
        if (text.substr(at).starts_with(word) && !is_letter(character_at(text, at + word.size())))
            return Match{at, at + word.size()};
    }
    return std::nullopt;
}

/// The end of what a template would put in brackets, if that is what they hold; `close` included.
std::optional<std::size_t> end_of_blank(std::string_view text, std::size_t inside, std::string_view close) {
    for (const std::string_view word : bracketed) {
        if (has_word_at(text, inside, word) && text.substr(inside + word.size()).starts_with(close))
            return inside + word.size() + close.size();
    }
    for (const std::string_view word : instructions) {
        if (!has_word_at(text, inside, word)) continue;
        const std::string_view rest = text.substr(inside, longest_instruction);
        const std::size_t end = rest.find(close);
        if (end != std::string_view::npos && rest.substr(0, end).find('\n') == std::string_view::npos)
            return inside + end + close.size();
    }
    return std::nullopt;
}

/// True for `【日期】2026-03-05` and `[time] message`: a heading and what stands under it.
bool is_heading(std::string_view text, Match match) {
    const std::string_view after = character_at(text, past_blanks(text, match.end));
    if (one_of(after, "(:：")) return true; // a Markdown link too
    const std::string_view before = character_before(text, back_over_blanks(text, match.begin));
    const bool at_line_start = before.empty() || one_of(before, "\n-*#>");
    if (text.substr(match.begin).starts_with("【"))
        return !(one_of(before, ":：") || (at_line_start && match.end == text.size() && before.empty()) ||
                 one_of(after, "，。、；）"));
    return at_line_start && !after.empty() && after != "\n";
}

/// `[联系方式]`, `[name]`, `【姓名】`, `<电话>`: a known word alone in brackets.
std::optional<Match> brackets_at(std::string_view text, std::size_t at) {
    static constexpr std::array<std::array<std::string_view, 2>, 4> pairs{
        {{"[", "]"}, {"<", ">"}, {"【", "】"}, {"［", "］"}}};
    for (const auto& [open, close] : pairs) {
        if (!text.substr(at).starts_with(open)) continue;
        // `<name>` stands in commands and markup.
        if (open == "<" && is_word_byte(at + 1 < text.size() ? text[at + 1] : ' ')) return std::nullopt;
        const auto end = end_of_blank(text, at + open.size(), close);
        if (end && !is_heading(text, {at, *end})) return Match{at, *end};
    }
    return std::nullopt;
}

/// `____` and `＿＿＿` to be filled in by hand; shorter runs stand in names. A line of nothing else is a rule of
/// Markdown.
std::optional<Match> blank_at(std::string_view text, std::size_t at) {
    const bool wide = text[at] != '_';
    const std::string_view sign = wide ? "＿" : "_";
    const std::size_t length = run_length(text, at, sign);
    const Match match{at, at + length};
    if (length < (wide ? 3 * sign.size() : 4) || !whole_word(text, match)) return std::nullopt;
    const std::string_view before = character_before(text, back_over_blanks(text, match.begin));
    const std::string_view after = character_at(text, past_blanks(text, match.end));
    const bool line_alone = (before.empty() || before == "\n") && (after.empty() || after == "\n");
    if (line_alone && text.find('\n') != std::string_view::npos) return std::nullopt;
    return match;
}

/// `xxx` and `???` that stand for themselves, not in a path or a name.
std::optional<Match> filler_at(std::string_view text, std::size_t at) {
    const std::size_t length = run_length(text, at, text.substr(at, 1));
    const Match match{at, at + length};
    if (length < 3) return std::nullopt;
    const std::string_view before = character_before(text, match.begin);
    const std::string_view after = character_at(text, match.end);
    if (is_letter(before) || is_letter(after)) return std::nullopt;
    if (one_of(before, "/\\-_.*#") || one_of(after, "/\\-_*#")) return std::nullopt;
    if (text[at] == '?' && !is_all(text, match)) return std::nullopt;
    return match;
}

constexpr std::size_t longest_link = 300;

/// A link that was cut short: `https://example.com/...`.
std::optional<Match> cut_link_at(std::string_view text, std::size_t at) {
    const std::size_t dots = text[at] == '.' ? run_length(text, at, ".") : run_length(text, at, "…");
    if (text[at] == '.' && dots < 3) return std::nullopt;
    const std::size_t end = at + dots;
    if (end < text.size() && (is_word_byte(text[end]) || one_of(text.substr(end, 1), "/-_"))) return std::nullopt;
    std::size_t begin = at;
    while (begin > 0 && at - begin<longest_link&& static_cast<unsigned char>(text[begin - 1])> ' ' &&
           static_cast<unsigned char>(text[begin - 1]) < 0x80)
        --begin;
    const std::size_t scheme = text.substr(begin, at - begin).find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    std::size_t first = begin + scheme;
    while (first > begin && is_word_byte(text[first - 1])) --first;
    return Match{first, end};
}

std::optional<Match> match_at(std::string_view text, std::size_t at) {
    switch (text[at]) {
    case '[':
    case '<':
        return brackets_at(text, at);
    case '_':
        return blank_at(text, at);
    case 'x':
    case 'X':
    case '?':
        return filler_at(text, at);
    case '.':
        return cut_link_at(text, at);
    case '\xE2':
        return text.substr(at).starts_with("…") ? cut_link_at(text, at) : std::nullopt;
    case '\xE3':
        return brackets_at(text, at);
    case '\xE5':
        return chinese_at(text, at);
    case '\xEF':
        return text.substr(at).starts_with("＿") ? blank_at(text, at) : brackets_at(text, at);
    default:
        return english_at(text, at);
    }
}

/// Where to look on: behind a run of one sign, which is one thing.
std::size_t past(std::string_view text, std::size_t at) {
    const char byte = text[at];
    const bool runs = byte == '_' || byte == 'x' || byte == 'X' || byte == '?' || byte == '.';
    if (runs) return at + run_length(text, at, text.substr(at, 1));
    for (const std::string_view sign : {"＿", "…"})
        if (text.substr(at).starts_with(sign)) return at + run_length(text, at, sign);
    return at + 1;
}

std::optional<Match> find_placeholder(std::string_view text) {
    CodeMarks code(text);
    for (std::size_t at = openings.next(text, 0); at < text.size(); at = openings.next(text, past(text, at))) {
        const std::optional<Match> match = match_at(text, at);
        if (match && !is_cited(text, *match) && !code.in_code(match->begin)) return match;
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
