#include "rules/weekdays.h"

#include "rules/texts.h"

#include <algorithm>

namespace planc {

namespace {

constexpr std::array<std::string_view, 8> chinese{"一", "二", "三", "四", "五", "六", "日", "天"};
constexpr std::array<std::string_view, 3> prefixes{"周", "星期", "礼拜"};
// What may stand between a date and the weekday that belongs to it.
constexpr std::string_view joints = " (（[【";
constexpr std::size_t widest_joint = 8;
// What stands between the weekdays of a range or a list.
constexpr std::string_view list_signs = "至到-–—－~～、/&与和及,，";

bool one_of(std::string_view character, std::string_view signs) {
    return !character.empty() && signs.find(character) != std::string_view::npos;
}

/// `周一次`, `周日均`, or somebody called 周天宇.
bool is_other_word(std::string_view text, std::size_t end, unsigned weekday, std::string_view prefix) {
    if (prefix != "周") return false;
    const std::string_view next = character_at(text, end);
    if (next == "次" || next == "均" || next == "回") return true;
    const bool also_a_name = weekday == 0 || weekday == 2 || text.substr(0, end).ends_with("天");
    return also_a_name && is_letter(next) && next.size() > 1 && !one_of(next, "上下早晚中午凌夜");
}

std::optional<NamedWeekday> chinese_at(std::string_view text, std::size_t at) {
    for (const std::string_view prefix : prefixes) {
        if (!text.substr(at).starts_with(prefix)) continue;
        for (std::size_t i = 0; i < chinese.size(); ++i) {
            const std::size_t end = at + prefix.size() + chinese[i].size();
            if (!text.substr(at + prefix.size()).starts_with(chinese[i])) continue;
            const auto weekday = static_cast<unsigned>(i == 7 ? 6 : i);
            if (is_other_word(text, end, weekday, prefix)) return std::nullopt;
            return NamedWeekday{.begin = at, .end = end, .weekday = weekday};
        }
    }
    return std::nullopt;
}

/// `Friday` in any case, `Fri`, `Thur` and `Tues` as they are written: `SAT` is an exam and `sun` shines.
std::optional<NamedWeekday> english_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 12 && is_word_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (end + 1 < text.size() && text[end] == '.' && is_word_byte(text[end + 1])) return std::nullopt; // monday.com
    for (unsigned i = 0; i < weekday_names.size(); ++i) {
        const std::string_view name = weekday_names[i];
        const bool longer = (i == 1 && word.size() == 4) || (i == 3 && (word.size() == 4 || word.size() == 5));
        const bool shortened = (word.size() == 3 || longer) && word == name.substr(0, word.size());
        bool same = shortened || word.size() == name.size();
        for (std::size_t k = 0; same && !shortened && k < word.size(); ++k)
            same = word[k] == name[k] || (word[k] ^ 0x20) == name[k];
        if (same) return NamedWeekday{.begin = at, .end = end, .weekday = i, .english = true};
    }
    return std::nullopt;
}

/// What stands between the two: joints, and at most one comma or one bar of a table.
struct Gap {
    std::size_t end = 0;
    std::string_view comma; ///< empty if there is none
    bool bar = false;
};

Gap gap_after(std::string_view text, std::size_t at) {
    const std::size_t limit = at + widest_joint;
    Gap gap{at, {}};
    while (gap.end < text.size() && gap.end < limit) {
        const std::string_view character = character_at(text, gap.end);
        const bool first_comma = gap.comma.empty() && (character == "," || character == "，");
        const bool first_bar = !gap.bar && character == "|";
        if (!first_comma && !first_bar && joints.find(character) == std::string_view::npos) break;
        if (first_comma) gap.comma = character;
        gap.bar = gap.bar || first_bar;
        gap.end += character.size();
    }
    return gap;
}

/// Where a word stands; empty if there is none.
struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The word before `at`, with blanks and commas between.
Word word_before(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < 12 && is_word_byte(text[begin - 1])) --begin;
    return {begin, end};
}

bool is_word(std::string_view text, const Word& word, std::string_view lower) {
    return word.end - word.begin == lower.size() && has_word_at(text, word.begin, lower);
}

bool date_follows(std::string_view text, std::size_t at) {
    const Gap gap = gap_after(text, at);
    return gap.comma.empty() && date_beginning_at(text, gap.end).has_value();
}

std::optional<NamedWeekday> any_weekday_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    return is_word_byte(text[at]) ? english_at(text, at) : chinese_at(text, at);
}

/// Where the weekday begins that ends at `at`.
std::optional<std::size_t> weekday_ending_at(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 12 && is_word_byte(text[begin - 1])) --begin;
    for (const std::size_t length : {at - begin, std::size_t{6}, std::size_t{9}}) {
        if (length == 0 || length > at) continue;
        const auto named = any_weekday_at(text, at - length);
        if (named && named->end == at) return named->begin;
    }
    return std::nullopt;
}

constexpr std::size_t widest_sign = 16;

/// Behind the blanks, the dot of `Mon.` and the sign of a range or a list; `at` if there is no such sign.
std::size_t past_list_sign(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + widest_sign);
    std::size_t sign = at;
    while (sign < limit && (text[sign] == ' ' || text[sign] == '.')) ++sign;
    std::size_t end = sign;
    if (one_of(character_at(text, sign), list_signs)) end += character_at(text, sign).size();
    for (const std::string_view word : {"to ", "and ", "or ", "thru ", "through ", "until ", "till "}) {
        if (sign > at && has_word_at(text, sign, word)) end = sign + word.size();
    }
    if (end == sign) return at;
    while (end < limit && text[end] == ' ') ++end;
    return end;
}

/// The other way: where the blanks and the sign before `at` begin.
std::size_t before_list_sign(std::string_view text, std::size_t at) {
    const std::size_t limit = at > widest_sign ? at - widest_sign : 0;
    std::size_t end = at;
    while (end > limit && text[end - 1] == ' ') --end;
    const std::string_view sign = character_before(text, end);
    if (!one_of(sign, list_signs)) return at;
    end -= sign.size();
    while (end > limit && (text[end - 1] == ' ' || text[end - 1] == '.')) --end;
    return end;
}

/// True if a date may end before `at`: `2026-03-02 (`, `3月2日`.
bool date_precedes(std::string_view text, std::size_t at) {
    while (at > 0 && one_of(character_before(text, at), joints)) at -= character_before(text, at).size();
    const std::string_view before = character_before(text, at);
    return one_of(before, "日号") || (!before.empty() && before[0] >= '0' && before[0] <= '9');
}

/// The `五` of `周一 至 五`.
bool is_lone_numeral(std::string_view text, std::size_t at) {
    const std::string_view numeral = character_at(text, at);
    return one_of(numeral, "一二三四五六日") && !is_letter(character_at(text, at + numeral.size()));
}

/// `Mon – Fri`, `周一 至 周五`, `Mon, Wed, Fri`: another weekday stands beside it, and not each has its own date.
bool has_weekday_beside(std::string_view text, const NamedWeekday& named) {
    const std::size_t next = past_list_sign(text, named.end);
    const auto following = next == named.end ? std::nullopt : any_weekday_at(text, next);
    if (following && !date_follows(text, following->end)) return true;
    if (next != named.end && !named.english && is_lone_numeral(text, next)) return true;
    const std::size_t previous = before_list_sign(text, named.begin);
    if (previous == named.begin) return false;
    const auto begin = weekday_ending_at(text, previous);
    return begin && !(date_follows(text, named.end) && date_precedes(text, *begin));
}

/// `every Friday`, `Monday to Friday`. A date behind it says which one is meant (`until Friday 2026-03-05`), unless
/// another weekday stands before.
bool several_by_word_before(std::string_view text, const NamedWeekday& named) {
    const Word word = word_before(text, named.begin);
    for (const std::string_view other : {"every", "each", "between"}) {
        if (is_word(text, word, other)) return true;
    }
    for (const std::string_view other : {"to", "and", "or", "thru", "through", "until", "till"}) {
        if (!is_word(text, word, other)) continue;
        const Word first = word_before(text, word.begin);
        return !date_follows(text, named.end) || english_at(text, first.begin).has_value();
    }
    return false;
}

/// `周一至周五`, `Mon-Fri`, `每周五`, `every Friday`: not the one day that a date is.
bool names_several(std::string_view text, const NamedWeekday& named) {
    const std::string_view after = character_at(text, named.end);
    // `3月2日周一至3月6日周五`: the range is one of dates.
    if (one_of(after, "至到-–—－~～") && !date_follows(text, named.end + after.size())) return true;
    if (one_of(after, "、/&") || one_of(character_before(text, named.begin), "至到-–—－~～、/&每逢隔")) return true;
    if (has_weekday_beside(text, named)) return true;
    if (several_by_word_before(text, named)) return true;
    const std::string_view next = text.substr(named.end);
    for (const std::string_view word : {" to ", " thru ", " through ", " until ", " till "}) {
        if (has_word_at(next, 0, word)) return !date_follows(text, named.end + word.size());
    }
    return has_word_at(next, 0, " and ") || has_word_at(next, 0, " or ");
}

bool closes_bracket(std::string_view text, std::size_t at) { return one_of(character_at(text, at), ")）]】"); }

/// A cell of a table that holds nothing else, at its end or its begin.
bool ends_cell(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at == text.size() || text[at] == '|' || text[at] == '\n';
}
bool begins_cell(std::string_view text, std::size_t at) {
    while (at > 0 && text[at - 1] == ' ') --at;
    return at == 0 || text[at - 1] == '|' || text[at - 1] == '\n';
}

/// `2026-03-05, Friday is the buffer`: it begins what is said next, unless only the time of the day follows.
bool begins_statement(std::string_view text, std::size_t at) {
    if (character_at(text, at) != " " || !is_letter(character_at(text, at + 1)) ||
        (text[at + 1] >= '0' && text[at + 1] <= '9'))
        return false;
    for (const std::string_view word : {"morning", "noon", "afternoon", "evening", "night", "at ", "from ", "until ",
                                        "before ", "after ", "by ", "between "}) {
        if (has_word_at(text, at + 1, word)) return false;
    }
    return true;
}

/// Whether a weekday behind a comma or a bar still belongs to the date. In Chinese it may well begin the next
/// statement; not where nothing more is said of it.
bool belongs_behind(std::string_view text, const Gap& gap, const NamedWeekday& named) {
    if (gap.bar) return gap.comma.empty() && ends_cell(text, named.end);
    if (gap.comma.empty()) return true;
    if (gap.comma == ",") return named.english && !begins_statement(text, named.end);
    const std::string_view next = character_at(text, named.end);
    return next != " " && !is_letter(next);
}

std::size_t past_spaces(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + widest_joint);
    while (at < limit && text[at] == ' ') ++at;
    return at;
}

/// `晚上`, `前`: what part of the day is meant.
std::size_t past_part_of_day(std::string_view text, std::size_t at) {
    for (const std::string_view word :
         {"晚上", "晚间", "晚", "上午", "中午", "下午", "凌晨", "早上", "早", "夜间", "夜里", "当天", "前", "起"}) {
        if (text.substr(at).starts_with(word)) return at + word.size();
    }
    return at;
}

/// ` 22:00 (Wed)`, `晚（周三）`. Without brackets around it alone the weekday is that of something else.
std::optional<NamedWeekday> weekday_behind_time(std::string_view text, std::size_t at) {
    at = past_spaces(text, past_part_of_day(text, past_spaces(text, at)));
    at = past_spaces(text, past_part_of_day(text, past_clock_time(text, at)));
    const std::string_view opening = character_at(text, at);
    if (!one_of(opening, "(（[【")) return std::nullopt;
    const auto named = weekday_at(text, at + opening.size());
    return named && closes_bracket(text, named->end) ? named : std::nullopt;
}

/// `（五）`, directly behind a date.
std::optional<NamedWeekday> numeral_in_brackets(std::string_view text, std::size_t at) {
    const std::string_view opening = character_at(text, at);
    if (!one_of(opening, "(（")) return std::nullopt;
    const std::size_t begin = at + opening.size();
    for (unsigned i = 0; i < 7; ++i) {
        const std::size_t end = begin + chinese[i].size();
        if (!text.substr(begin).starts_with(chinese[i]) || !one_of(character_at(text, end), ")）")) continue;
        // `（五）方案` begins a part of a list; `（五）晚上` and `（日）方案` do not.
        const std::size_t behind = end + character_at(text, end).size();
        const std::string_view next = character_at(text, behind);
        if (i == 6 || !is_letter(next) || one_of(next, "至到") || past_part_of_day(text, behind) > behind)
            return NamedWeekday{.begin = begin, .end = end, .weekday = i, .in_brackets = true};
    }
    return std::nullopt;
}

/// `本周五`, `下周五`
std::size_t past_which(std::string_view text, std::size_t at) {
    for (const std::string_view word : {"本", "这", "下", "上", "当", "即"}) {
        if (text.substr(at).starts_with(word) && text.substr(at + word.size()).starts_with("周"))
            return at + word.size();
    }
    return at;
}

} // namespace

std::optional<NamedWeekday> weekday_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    auto named = is_word_byte(text[at]) ? english_at(text, at) : chinese_at(text, at);
    if (!named || names_several(text, *named)) return std::nullopt;
    named->in_brackets = closes_bracket(text, named->end);
    return named;
}

std::optional<NamedWeekday> weekday_before(std::string_view text, const DateInText& date) {
    std::size_t at = date.begin;
    const std::size_t limit = at > widest_joint ? at - widest_joint : 0;
    bool comma = false;
    bool bar = false;
    bool bracket = false;
    while (at > limit) {
        const std::string_view character = character_before(text, at);
        const bool first_comma = character == "," && !comma;
        const bool first_bar = character == "|" && !bar;
        const bool dot = character == "." && at > 3 && is_word_byte(text[at - 2]);
        if (!first_comma && !first_bar && !dot && joints.find(character) == std::string_view::npos) break;
        comma = comma || first_comma;
        bar = bar || first_bar;
        bracket = bracket || one_of(character, "(（[【");
        at -= character.size();
    }
    const auto found = [&](std::size_t begin) -> std::optional<NamedWeekday> {
        auto named = weekday_at(text, begin);
        if (!named || named->end != at || (bar && (comma || !begins_cell(text, begin)))) return std::nullopt;
        named->in_next_cell = bar;
        named->in_brackets = bracket; // around the date
        return named;
    };
    // The longest name that ends here: `Wednesday`, `星期三`.
    std::size_t begin = at;
    while (begin > 0 && at - begin < 12 && is_word_byte(text[begin - 1])) --begin;
    if (begin < at) return found(begin);
    // A comma in Chinese parts two statements.
    if (comma) return std::nullopt;
    for (const std::size_t length : {std::size_t{6}, std::size_t{9}}) {
        if (at < length) continue;
        if (auto named = found(at - length)) return named;
    }
    return std::nullopt;
}

std::optional<WeekdayBehind> weekday_behind(std::string_view text, const DateInText& date) {
    const Gap gap = gap_after(text, date.end);
    auto named = weekday_at(text, past_which(text, gap.end));
    if (!named) {
        named = numeral_in_brackets(text, past_spaces(text, date.end));
        if (!named) named = weekday_behind_time(text, date.end);
        return named ? std::optional(WeekdayBehind{*named}) : std::nullopt;
    }
    if (!belongs_behind(text, gap, *named)) return std::nullopt;
    named->in_next_cell = gap.bar;
    WeekdayBehind behind{*named};
    // `2026-03-02, Tue 2026-03-03`: is it the weekday of the date behind it?
    const Gap next = gap_after(text, named->end);
    if (!date_beginning_at(text, next.end)) return behind;
    const bool parted_before = !gap.comma.empty() || gap.bar;
    const bool parted_behind = !next.comma.empty() || next.bar;
    // As near to the one as to the other: `2026-03-02 Mon 2026-03-03 Tue` is a list as well.
    behind.belongs_to_next = parted_before && !parted_behind;
    behind.between_two = parted_before == parted_behind;
    return behind;
}

} // namespace planc
