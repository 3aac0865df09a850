// Reads conditions on metrics: `OP NUMBER[UNIT] [for DURATION]`.
#include "binding/numbers.h"
#include "binding/values.h"

#include "diagnostics/suggestion.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace planc {
namespace {

/// A reading of a condition: what it says, or what keeps it from saying something.
struct Reading {
    Condition condition;
    bool good = false;
    std::size_t begin = 0; ///< bytes of the text that `message` is about
    std::size_t end = 0;
    std::string message;
    std::string help;
};

Reading trouble(std::size_t begin, std::size_t end, std::string message, std::string help) {
    return {{}, false, begin, end, std::move(message), std::move(help)};
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] != ' ' && text[at] != '\n') ++at;
    return at;
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
    if (at < text.size() && text[at] == '-') ++at;
    while (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.' || text[at] == ',')) ++at;
    return at;
}

/// What people write instead of an operator, longest first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> mistaken{{{"≤", "<="},
                                                                                  {"≥", ">="},
                                                                                  {"≦", "<="},
                                                                                  {"≧", ">="},
                                                                                  {"⩽", "<="},
                                                                                  {"⩾", ">="},
                                                                                  {"＜=", "<="},
                                                                                  {"＞=", ">="},
                                                                                  {"＜", "<"},
                                                                                  {"＞", ">"},
                                                                                  {"＝", "="},
                                                                                  {"=<", "<="},
                                                                                  {"=>", ">="},
                                                                                  {"==", "="}}};

Reading read_number(std::string_view text, std::size_t at, Condition condition);

Reading read_operator(std::string_view text) {
    for (const auto& [wrong, right] : mistaken)
        if (text.starts_with(wrong))
            return trouble(0, wrong.size(), fmt::format("{} is not an operator planc reads", quoted(wrong)),
                           write_instead(right));
    Condition condition;
    for (const Comparison comparison : {Comparison::less_or_equal, Comparison::greater_or_equal, Comparison::less,
                                        Comparison::greater, Comparison::equal}) {
        if (!text.starts_with(name(comparison))) continue;
        condition.comparison = comparison;
        return read_number(text, skip_spaces(text, name(comparison).size()), condition);
    }
    const bool number = read_decimal(text.substr(0, end_of_number(text, 0))).has_value();
    return trouble(0, text.size(), fmt::format("{} does not say how to compare", quoted(text)),
                   number ? fmt::format("write `< {}` or `> {}`", text, text)
                          : "begin with one of `<`, `<=`, `>`, `>=` and `=`, then a number: `< 0.5%`");
}

Reading read_lasting(std::string_view text, std::size_t at, Condition condition) {
    const std::size_t end = end_of_word(text, at);
    if (text.substr(at, end - at) != "for")
        return trouble(at, text.size(), fmt::format("{} stands after the number and its unit", quoted(text.substr(at))),
                       "end there, or say how long: `for 2m`");
    const std::size_t begin = skip_spaces(text, end);
    auto result = parse_duration(text.substr(begin));
    if (const auto* const error = std::get_if<TimeError>(&result)) {
        if (begin == text.size()) return trouble(at, end, "`for` says no duration", "write for example `for 2m`");
        return trouble(begin + error->begin, begin + error->end, error->message, error->help);
    }
    condition.lasting = std::get<Duration>(result);
    return {condition, true, 0, 0, {}, {}};
}

/// Whether the number goes on where its unit should be: `000`, `.5`, `e3`.
bool is_part_of_number(std::string_view unit) {
    if (unit.empty()) return false;
    if (digits_at(unit, 0) > 0 || unit.front() == '.' || unit.front() == ',') return true;
    if (unit.front() != 'e' && unit.front() != 'E') return false;
    const bool sign = unit.size() > 1 && (unit[1] == '+' || unit[1] == '-');
    return digits_at(unit, sign ? 2 : 1) > 0;
}

/// The number at `at` in one piece where blanks part its thousands, `1 000 000`, and where it ends; else an empty text.
std::pair<std::string, std::size_t> join_thousands(std::string_view text, std::size_t at) {
    std::size_t end = at + digits_at(text, at);
    std::string number(text.substr(at, end - at));
    const std::size_t first = number.size();
    while (first <= 3 && end < text.size() && text[end] == ' ' && digits_at(text, end + 1) == 3) {
        number += text.substr(end + 1, 3);
        end += 4;
    }
    return {number.size() > first ? number : std::string(), end};
}

/// `5000ms` for `5e3ms`; empty if it is nothing like that.
std::string without_exponent(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc()) return {};
    const std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    std::string number = fmt::format("{}", value);
    if (unit.starts_with(' ') || is_part_of_number(unit) || !read_decimal(number)) return {};
    return number.append(unit);
}

/// On a number whose digits begin at `at` and that goes on at `next`, where its unit should be.
Reading number_goes_on(std::string_view text, std::size_t at, std::size_t next) {
    const auto say = [&](std::size_t until, std::string_view number) {
        return trouble(at, until, fmt::format("{} is not a number planc reads", quoted(text.substr(at, until - at))),
                       number.empty() ? "write one number in digits, then its unit: `500ms`" : write_instead(number));
    };
    const auto [joined, joined_end] = join_thousands(text, at);
    if (!joined.empty()) return say(joined_end, joined);
    const std::size_t end = end_of_word(text, next);
    return say(end, without_exponent(text.substr(at, end - at)));
}

Reading read_number(std::string_view text, std::size_t at, Condition condition) {
    const std::size_t end = end_of_number(text, at);
    const bool minus = at < text.size() && text[at] == '-';
    const std::size_t digits = at + (minus ? 1 : 0);
    const auto number = read_decimal(text.substr(digits, end - digits));
    if (!number) {
        const std::size_t word = std::max(end_of_word(text, at), end);
        if (word == at)
            return trouble(0, text.size(), fmt::format("{} names no number", quoted(text)),
                           fmt::format("write for example `{} 0.5%`", name(condition.comparison)));
        const std::string narrow = without_full_width(text.substr(at));
        return trouble(at, word, fmt::format("{} is not a number planc reads", quoted(text.substr(at, word - at))),
                       narrow.empty() ? "write it with digits and at most one `.`: `0.5`, `1200`"
                                      : write_instead(narrow));
    }
    condition.number = minus ? -*number : *number;
    std::size_t next = skip_spaces(text, end);
    const std::size_t unit = end_of_word(text, next);
    if (next < text.size() && text.substr(next, unit - next) != "for") {
        condition.unit = text.substr(next, unit - next);
        if (is_part_of_number(condition.unit)) return number_goes_on(text, digits, next);
        if (const std::string narrow = without_full_width(condition.unit); !narrow.empty())
            return trouble(next, unit,
                           fmt::format("the unit {} is written with full-width characters", quoted(condition.unit)),
                           write_instead(narrow));
        next = skip_spaces(text, unit);
    }
    if (next < text.size()) return read_lasting(text, next, condition);
    return {condition, true, 0, 0, {}, {}};
}

} // namespace

bool ConditionText::read(PlanReader& reader, const Node& node, Condition& value) {
    if (!reader.expect_text(node, type)) return false;
    Reading reading = read_operator(node.text());
    if (!reading.good)
        return reader.bad_value(reader.part(node, reading.begin, reading.end), std::move(reading.message),
                                std::move(reading.help));
    value = reading.condition;
    value.text = node.text();
    value.span = node.span();
    return true;
}

void ConditionText::write(std::string& out, const Condition& value) {
    if (value.given()) out += value.text;
}

} // namespace planc
