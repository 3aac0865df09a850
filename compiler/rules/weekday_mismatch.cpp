#include "rules/list.h"
#include "rules/texts.h"
#include "rules/wording.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>

namespace planc {

namespace {

using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> english{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 8> chinese{"一", "二", "三", "四", "五", "六", "日", "天"};
constexpr std::array<std::string_view, 3> prefixes{"周", "星期", "礼拜"};

/// A weekday (0 = Monday) that stands in a text.
struct Named {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned weekday = 0;
};

/// A date that stands in a text; without a year where none is written.
struct Written {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::optional<int> year;
    unsigned month = 0;
    unsigned day = 0;
};

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

std::optional<Named> chinese_at(std::string_view text, std::size_t at) {
    for (const std::string_view prefix : prefixes) {
        if (!text.substr(at).starts_with(prefix)) continue;
        for (std::size_t i = 0; i < chinese.size(); ++i) {
            const std::size_t end = at + prefix.size() + chinese[i].size();
            if (!text.substr(at + prefix.size()).starts_with(chinese[i])) continue;
            const auto weekday = static_cast<unsigned>(i == 7 ? 6 : i);
            if (is_other_word(text, end, weekday, prefix)) return std::nullopt;
            return Named{at, end, weekday};
        }
    }
    return std::nullopt;
}

/// `Friday` in any case, `Fri` as it is written: `SAT` is an exam and `sun` shines.
std::optional<Named> english_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < 12 && is_word_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (end + 1 < text.size() && text[end] == '.' && is_word_byte(text[end + 1])) return std::nullopt; // monday.com
    for (unsigned i = 0; i < english.size(); ++i) {
        const std::string_view name = english[i];
        bool same = word == name.substr(0, 3) || word.size() == name.size();
        for (std::size_t k = 0; same && k < word.size(); ++k)
            same = word[k] == name[k] || (word.size() == name.size() && (word[k] ^ 0x20) == name[k]);
        if (same) return Named{at, end, i};
    }
    return std::nullopt;
}

/// Up to `most` digits at `at`; gives the number and moves on.
std::optional<unsigned> number_at(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t begin = at;
    unsigned number = 0;
    while (at < text.size() && at - begin < most && text[at] >= '0' && text[at] <= '9') {
        number = number * 10 + static_cast<unsigned>(text[at] - '0');
        ++at;
    }
    if (at == begin || (at < text.size() && text[at] >= '0' && text[at] <= '9')) return std::nullopt;
    return number;
}

bool skip(std::string_view text, std::size_t& at, std::string_view sign) {
    if (!text.substr(at).starts_with(sign)) return false;
    at += sign.size();
    return true;
}

/// `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `3月5日`.
std::optional<Written> date_at(std::string_view text, std::size_t begin) {
    if (begin > 0 && (is_word_byte(text[begin - 1]) || one_of(text.substr(begin - 1, 1), "-/."))) return std::nullopt;
    std::size_t at = begin;
    const auto first = number_at(text, at, 4);
    if (!first) return std::nullopt;
    Written date;
    date.begin = begin;
    bool with_signs = false;
    std::optional<unsigned> second = first;
    if (at - begin == 4) {
        date.year = static_cast<int>(*first);
        const char sign = at < text.size() ? text[at] : '\0';
        with_signs = sign == '-' || sign == '/' || sign == '.';
        if (!with_signs && !skip(text, at, "年")) return std::nullopt;
        if (with_signs) ++at;
        second = number_at(text, at, 2);
        if (!second || (with_signs && (at >= text.size() || text[at] != sign))) return std::nullopt;
    }
    if (with_signs) {
        ++at;
    } else if (!skip(text, at, "月")) {
        return std::nullopt;
    }
    const auto third = number_at(text, at, 2);
    if (!third) return std::nullopt;
    if (!with_signs && !skip(text, at, "日") && !skip(text, at, "号")) return std::nullopt;
    date.month = *second;
    date.day = *third;
    date.end = at;
    return date;
}

// What may stand between a date and the weekday that belongs to it.
constexpr std::string_view joints = " (（[【";
constexpr std::size_t widest_joint = 8;

/// What stands between the two: joints, and at most one comma.
struct Gap {
    std::size_t end = 0;
    std::string_view comma; ///< empty if there is none
};

Gap gap_after(std::string_view text, std::size_t at) {
    const std::size_t limit = at + widest_joint;
    Gap gap{at, {}};
    while (gap.end < text.size() && gap.end < limit) {
        const std::string_view character = character_at(text, gap.end);
        const bool first_comma = gap.comma.empty() && (character == "," || character == "，");
        if (!first_comma && joints.find(character) == std::string_view::npos) break;
        if (first_comma) gap.comma = character;
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

bool date_follows(std::string_view text, const Named& named) {
    const Gap gap = gap_after(text, named.end);
    return gap.comma.empty() && date_at(text, gap.end).has_value();
}

/// `every Friday`, `Monday to Friday`. A date behind it says which one is meant (`until Friday 2026-03-05`), unless
/// another weekday stands before.
bool several_by_word_before(std::string_view text, const Named& named) {
    const Word word = word_before(text, named.begin);
    for (const std::string_view other : {"every", "each", "between"}) {
        if (is_word(text, word, other)) return true;
    }
    for (const std::string_view other : {"to", "and", "or", "through", "until", "till"}) {
        if (!is_word(text, word, other)) continue;
        const Word first = word_before(text, word.begin);
        return !date_follows(text, named) || english_at(text, first.begin).has_value();
    }
    return false;
}

/// `周一至周五`, `Mon-Fri`, `每周五`, `every Friday`: not the one day that a date is.
bool names_several(std::string_view text, const Named& named) {
    if (one_of(character_at(text, named.end), "至到-–—~～、/&") ||
        one_of(character_before(text, named.begin), "至到-–—~～、/&每逢隔"))
        return true;
    if (several_by_word_before(text, named)) return true;
    const std::string_view next = text.substr(named.end);
    return has_word_at(next, 0, " to ") || has_word_at(next, 0, " and ") || has_word_at(next, 0, " or ") ||
           has_word_at(next, 0, " through ");
}

std::optional<Named> weekday_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return std::nullopt;
    const auto named = is_word_byte(text[at]) ? english_at(text, at) : chinese_at(text, at);
    return named && !names_several(text, *named) ? named : std::nullopt;
}

/// Whether a weekday behind a comma still belongs to the date. In Chinese it may well begin the next statement; not
/// where nothing more is said of it.
bool belongs_behind(std::string_view text, std::string_view comma, const Named& named) {
    if (comma.empty()) return true;
    if (comma == ",") return is_word_byte(text[named.begin]);
    const std::string_view next = character_at(text, named.end);
    return next != " " && !is_letter(next);
}

std::size_t past_spaces(std::string_view text, std::size_t at) {
    const std::size_t limit = std::min(text.size(), at + widest_joint);
    while (at < limit && text[at] == ' ') ++at;
    return at;
}

/// ` 22:00 (Wed)`. Without brackets around it alone the weekday is that of something else.
std::optional<Named> weekday_after_clock(std::string_view text, std::size_t at) {
    at = past_spaces(text, at);
    if (!number_at(text, at, 2) || !skip(text, at, ":") || !number_at(text, at, 2)) return std::nullopt;
    at = past_spaces(text, at);
    const std::string_view opening = character_at(text, at);
    if (!one_of(opening, "(（[【")) return std::nullopt;
    const auto named = weekday_at(text, at + opening.size());
    return named && one_of(character_at(text, named->end), ")）]】") ? named : std::nullopt;
}

std::optional<Named> weekday_after(std::string_view text, std::size_t at) {
    const Gap gap = gap_after(text, at);
    const auto named = weekday_at(text, gap.end);
    if (!named) return weekday_after_clock(text, at);
    return belongs_behind(text, gap.comma, *named) ? named : std::nullopt;
}

std::optional<Named> weekday_before(std::string_view text, std::size_t at) {
    const std::size_t limit = at > widest_joint ? at - widest_joint : 0;
    bool comma = false;
    while (at > limit) {
        const std::string_view character = character_before(text, at);
        const bool first_comma = character == "," && !comma;
        if (!first_comma && joints.find(character) == std::string_view::npos) break;
        comma = comma || first_comma;
        at -= character.size();
    }
    // The longest name that ends here: `Wednesday`, `星期三`.
    std::size_t begin = at;
    while (begin > 0 && at - begin < 12 && is_word_byte(text[begin - 1])) --begin;
    if (begin < at) {
        const auto named = weekday_at(text, begin);
        return named && named->end == at ? named : std::nullopt;
    }
    // A comma in Chinese parts two statements.
    if (comma) return std::nullopt;
    for (const std::size_t length : {std::size_t{6}, std::size_t{9}}) {
        if (at < length) continue;
        const auto named = weekday_at(text, at - length);
        if (named && named->end == at) return named;
    }
    return std::nullopt;
}

unsigned weekday_of(Date date) { return std::chrono::weekday{date}.iso_encoding() - 1; }

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return Date{date};
}

// A date without a year belongs to the plan only if it lies in it or about as near to it as this.
constexpr std::chrono::days long_before{45};
constexpr std::chrono::days long_after{90};
constexpr std::chrono::days longest_plan{180};

/// The days in which a date without a year is taken to lie.
struct Nearby {
    Date first{};
    Date last{};
};

/// The date that is meant, if that can be told.
std::optional<Date> meant(const Written& written, const std::optional<Nearby>& nearby) {
    if (written.year) return make_date(*written.year, written.month, written.day);
    if (!nearby) return std::nullopt;
    const int year = static_cast<int>(year_month_day{nearby->first}.year());
    for (const int near : {year, year + 1}) {
        const auto date = make_date(near, written.month, written.day);
        if (date && nearby->first <= *date && *date <= nearby->last) return date;
    }
    return std::nullopt;
}

/// `2026-03-02, Tue 2026-03-03`: whether the weekday behind a date is that of the date behind it.
bool belongs_to_next(std::string_view text, const Written& written, const Named& named, bool fits) {
    const Gap gap = gap_after(text, named.end);
    if (!date_at(text, gap.end)) return false;
    const bool comma_before = !gap_after(text, written.end).comma.empty();
    const bool comma_behind = !gap.comma.empty();
    if (comma_before != comma_behind) return comma_before;
    // It stands as near to the one as to the other: `2026-03-02 Mon 2026-03-03 Tue` is a list as well.
    return !fits;
}

/// The weekday that belongs to a date. What begins before `taken` belongs to the date before.
std::optional<Named> weekday_beside(std::string_view text, const Written& written, const std::optional<Date>& date,
                                    std::size_t taken) {
    const auto before = weekday_before(text, written.begin);
    if (before && before->begin >= taken) return before;
    const auto after = weekday_after(text, written.end);
    if (!after) return std::nullopt;
    const bool fits = date && weekday_of(*date) == after->weekday;
    return belongs_to_next(text, written, *after, fits) ? std::nullopt : after;
}

void compare(const Analysis& analysis, const Text& text, const Written& written, Date date, const Named& named,
             Findings& findings) {
    if (weekday_of(date) == named.weekday) return;
    const auto words = [&](std::size_t begin, std::size_t end) {
        return quoted(text.value.substr(begin, end - begin));
    };
    const std::string in_year =
        written.year ? "" : fmt::format(" in {}", static_cast<int>(year_month_day{date}.year()));
    Diagnostic& finding = findings.add(part_of(analysis.files, text, named.begin, named.end),
                                       fmt::format("{} is a {}{}, not {}", words(written.begin, written.end),
                                                   english[weekday_of(date)], in_year, words(named.begin, named.end)));
    const Span place = part_of(analysis.files, text, written.begin, written.end);
    if (place != finding.span) finding.others.push_back({place, "the date"});
}

void scan(const Analysis& analysis, const Text& text, const std::optional<Nearby>& nearby, Findings& findings) {
    const std::string_view value = text.value;
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    std::size_t taken = 0; // up to here weekdays belong to dates
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!is_digit(value[at])) continue;
        const std::optional<Written> written = date_at(value, at);
        if (!written) {
            while (at + 1 < value.size() && is_digit(value[at + 1])) ++at;
            continue;
        }
        const std::optional<Date> date = meant(*written, nearby);
        const auto named = weekday_beside(value, *written, date, taken);
        if (named) taken = named->end;
        if (named && date) compare(analysis, text, *written, *date, *named, findings);
        at = written->end - 1;
    }
}

/// Around the time in which the plan takes place, or in which it was written.
std::optional<Nearby> near_the_plan(const Analysis& analysis) {
    const Plan& plan = analysis.plan;
    const Interval& window = analysis.schedule.window;
    Nearby nearby;
    if (!window.empty() && !plan.calendar.counted) {
        nearby = {plan.calendar.date_of(window.begin), plan.calendar.date_of(window.end)};
    } else if (plan.header.date.given()) {
        nearby = {plan.header.date.value, plan.header.date.value};
    } else {
        return std::nullopt;
    }
    if (nearby.last - nearby.first > longest_plan) return std::nullopt;
    return Nearby{nearby.first - long_before, nearby.last + long_after};
}

void check(const Analysis& analysis, Findings& findings) {
    const std::optional<Nearby> nearby = near_the_plan(analysis);
    for_each_text(analysis.plan, [&](const Text& text) { scan(analysis, text, nearby, findings); });
}

} // namespace

const Rule rules::weekday_mismatch{
    .name = "weekday-mismatch",
    .group = "Content",
    .severity = Severity::error,
    .finds = "a text that names a weekday beside a date which falls on another one, in Chinese or English. A date "
             "without a year is "
             "taken to be near the plan's own.",
    .why = "Half of the readers come on the date, the other half on the weekday.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: Goes live on Friday 2026-03-05.}
)",
    .mend = "Mend the one that is wrong; better, leave the date out of the text: documents show the computed one with "
            "its weekday.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: Goes live on Thursday 2026-03-05.}
)",
    .related = "placeholder-text",
    .check = check,
};

} // namespace planc
