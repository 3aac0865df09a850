#include "rules/dates_in_texts.h"

#include "rules/texts.h"

#include <array>

namespace planc {

namespace {

bool is_digit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// Up to `most` digits at `at`; gives the number and moves on.
std::optional<unsigned> number_at(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t begin = at;
    unsigned number = 0;
    while (is_digit(text, at) && at - begin < most) number = number * 10 + static_cast<unsigned>(text[at++] - '0');
    if (at == begin || is_digit(text, at)) return std::nullopt;
    return number;
}

bool skip(std::string_view text, std::size_t& at, std::string_view sign) {
    if (!text.substr(at).starts_with(sign)) return false;
    at += sign.size();
    return true;
}

/// A sign that may have a blank on both sides: `3 月 5 日`.
bool skip_spaced(std::string_view text, std::size_t& at, std::string_view sign) {
    std::size_t end = at;
    skip(text, end, " ");
    if (!skip(text, end, sign)) return false;
    at = end;
    return true;
}

/// `2026-03-05`, with one sign throughout.
std::optional<DateInText> signed_date(std::string_view text, std::size_t begin) {
    DateInText date{.begin = begin};
    std::size_t at = begin;
    const auto year = number_at(text, at, 4);
    const char sign = at < text.size() ? text[at] : '\0';
    if (!year || at - begin != 4 || (sign != '-' && sign != '/' && sign != '.')) return std::nullopt;
    ++at;
    const auto month = number_at(text, at, 2);
    if (!month || at >= text.size() || text[at] != sign) return std::nullopt;
    ++at;
    const auto day = number_at(text, at, 2);
    if (!day) return std::nullopt;
    date.year = static_cast<int>(*year);
    date.month = *month;
    date.day = *day;
    date.end = at;
    return date;
}

/// `20260305`
std::optional<DateInText> compact_date(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    const auto number = number_at(text, at, 8);
    if (!number || at - begin != 8 || *number < 20000000 || *number > 20991231) return std::nullopt;
    if (at < text.size() && (is_word_byte(text[at]) || text[at] == '-' || text[at] == '_')) return std::nullopt;
    return DateInText{.begin = begin,
                      .end = at,
                      .year = static_cast<int>(*number / 10000),
                      .month = *number / 100 % 100,
                      .day = *number % 100};
}

/// `2026年3月5日`, `3 月 5 号`
std::optional<DateInText> chinese_date(std::string_view text, std::size_t begin) {
    DateInText date{.begin = begin};
    std::size_t at = begin;
    auto number = number_at(text, at, 4);
    if (!number) return std::nullopt;
    if (at - begin == 4) {
        date.year = static_cast<int>(*number);
        if (!skip_spaced(text, at, "年")) return std::nullopt;
        skip(text, at, " ");
        number = number_at(text, at, 2);
    } else if (at - begin > 2) {
        return std::nullopt;
    }
    if (!number || !skip_spaced(text, at, "月")) return std::nullopt;
    skip(text, at, " ");
    const auto day = number_at(text, at, 2);
    if (!day || (!skip_spaced(text, at, "日") && !skip_spaced(text, at, "号"))) return std::nullopt;
    date.month = *number;
    date.day = *day;
    date.end = at;
    return date;
}

/// What makes two numbers with a slash a share: `3/5 passed`.
bool counts_something(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    for (const std::string_view word : {"完成", "通过", "已", "个", "人", "项", "条", "成功", "失败", "done", "passed",
                                        "of ", "complete", "failed", "ok"}) {
        if (has_word_at(text, at, word)) return true;
    }
    return false;
}

/// `3/5` and `03-05`
std::optional<DateInText> short_date(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    const auto first = number_at(text, at, 2);
    const std::size_t sign = at;
    if (!first || at >= text.size() || (text[at] != '/' && text[at] != '-')) return std::nullopt;
    ++at;
    const auto second = number_at(text, at, 2);
    const bool hyphen = text[sign] == '-';
    if (!second || (hyphen && at - begin != 5)) return std::nullopt;
    if (at < text.size() &&
        (is_word_byte(text[at]) || std::string_view("/%.:_").find(text[at]) != std::string_view::npos))
        return std::nullopt;
    if (hyphen && at < text.size() && text[at] == '-') return std::nullopt;
    if (!hyphen && counts_something(text, at)) return std::nullopt;
    DateInText date{.begin = begin, .end = at, .month = *first, .day = *second};
    date.either_order = !hyphen;
    date.needs_brackets = hyphen;
    return date;
}

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// The month that a word is, in full or by its first three or four letters; 0 if none.
unsigned month_of(std::string_view word) {
    // `may` and `march` are words, too.
    if (word.size() < 3 || word.front() < 'A' || word.front() > 'Z') return 0;
    for (unsigned i = 0; i < months.size(); ++i) {
        const bool whole = word.size() == months[i].size();
        if (!whole && word.size() != 3 && !(word.size() == 4 && i == 8)) continue;
        if (has_word_at(word, 0, months[i].substr(0, word.size()))) return i + 1;
    }
    return 0;
}

constexpr std::size_t longest_month = 9;

std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at <= longest_month && is_word_byte(text[end])) ++end;
    return text.substr(at, end - at);
}

/// `, 2026`
void read_year(std::string_view text, DateInText& date) {
    std::size_t at = date.end;
    skip(text, at, ",");
    if (!skip(text, at, " ")) return;
    const std::size_t begin = at;
    const auto year = number_at(text, at, 4);
    if (!year || at - begin != 4 || *year < 1900 || *year > 2199) return;
    if (at < text.size() && std::string_view("-/").find(text[at]) != std::string_view::npos) return;
    date.year = static_cast<int>(*year);
    date.end = at;
}

/// `March 5th`, `Mar. 5, 2026`, `5 March 2026`, `5th of March`
std::optional<DateInText> english_date(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    const auto day = number_at(text, at, 2);
    if (!day) return std::nullopt;
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (has_word_at(text, at, ending)) {
            at += ending.size();
            break;
        }
    }
    if (at < text.size() && (is_word_byte(text[at]) || text[at] == '/' || text[at] == ':')) return std::nullopt;
    DateInText date{.begin = begin, .end = at, .day = *day};
    std::size_t word = begin;
    while (word > 0 && (text[word - 1] == ' ' || text[word - 1] == '.')) --word;
    const std::size_t word_end = word;
    while (word > 0 && word_end - word <= longest_month && is_word_byte(text[word - 1])) --word;
    date.month = word < begin && word_end - word <= longest_month ? month_of(text.substr(word, word_end - word)) : 0;
    if (date.month != 0) {
        date.begin = word;
    } else {
        if (!skip(text, at, " ")) return std::nullopt;
        skip(text, at, "of ");
        const std::string_view name = word_at(text, at);
        date.month = month_of(name);
        if (date.month == 0) return std::nullopt;
        date.end = at + name.size();
    }
    read_year(text, date);
    return date;
}

std::optional<DateInText> numbered_date(std::string_view text, std::size_t at) {
    for (const auto read : {signed_date, compact_date, chinese_date, english_date, short_date}) {
        if (auto date = read(text, at)) return date;
    }
    return std::nullopt;
}

} // namespace

std::optional<DateInText> date_at(std::string_view text, std::size_t at) {
    const char before = at > 0 ? text[at - 1] : ' ';
    if (is_word_byte(before) || before == '/' || before == '.') return std::nullopt;
    // `3月2日（周一）-3月6日` is a range; `A-3/5` a name.
    if (before == '-' && at > 1 && is_word_byte(text[at - 2])) return std::nullopt;
    return numbered_date(text, at);
}

std::optional<DateInText> date_beginning_at(std::string_view text, std::size_t at) {
    std::size_t number = at;
    if (const std::string_view name = word_at(text, at); month_of(name) != 0) number += name.size();
    while (number > at && number < text.size() && (text[number] == ' ' || text[number] == '.')) ++number;
    const auto date = date_at(text, number);
    return date && date->begin == at ? date : std::nullopt;
}

std::optional<DateInText> date_behind_hyphen(std::string_view text, std::size_t at) {
    if (at >= text.size() || text[at] != '-' || !is_digit(text, at + 1)) return std::nullopt;
    return numbered_date(text, at + 1);
}

std::size_t past_clock_time(std::string_view text, std::size_t at) {
    std::size_t end = at;
    if (!number_at(text, end, 2) || !skip(text, end, ":") || !number_at(text, end, 2)) return at;
    for (const std::string_view joint : {"-", " - ", "–", "~", "至"}) {
        std::size_t second = end;
        if (skip(text, second, joint) && number_at(text, second, 2) && skip(text, second, ":") &&
            number_at(text, second, 2))
            return second;
    }
    return end;
}

} // namespace planc
