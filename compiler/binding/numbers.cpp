// Reads numbers, shares and head counts.
#include "binding/numbers.h"

#include "binding/values.h"

#include "diagnostics/suggestion.h"
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace planc {

std::optional<double> read_decimal(std::string_view text) {
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || text.empty() || text.size() > 30) return std::nullopt;
    if (digits != std::string_view::npos) {
        const std::string_view decimals = text.substr(digits + 1);
        if (text[digits] != '.' || decimals.empty() ||
            decimals.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
    }
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
    return value;
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - at;
}

namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// One number of this type, with `%` after it if it may have one.
std::optional<double> read_one(std::string_view text, const ValueType& type, bool percent) {
    if (percent && !text.empty() && text.back() == '%') text.remove_suffix(1);
    const auto value = read_decimal(text);
    if (!value || *value < type.minimum || (type.above && *value == type.minimum) || *value > type.maximum)
        return std::nullopt;
    if (type.form == Form::whole_number && std::floor(*value) != *value) return std::nullopt;
    return value;
}

/// One number, or both ends of a range in whichever order they stand.
std::optional<NumberRange> read_ends(std::string_view text, const ValueType& type, bool percent) {
    const std::size_t dots = text.find("..");
    const auto first = read_one(trim(text.substr(0, dots)), type, percent);
    if (dots == std::string_view::npos) return first ? std::optional<NumberRange>({*first, *first}) : std::nullopt;
    const auto last = read_one(trim(text.substr(dots + 2)), type, percent);
    if (!first || !last) return std::nullopt;
    return NumberRange{*first, *last};
}

/// The text as a range that does not fall: `500..1000` for `1000..500`; empty if it is no range.
std::string in_order(std::string_view text, const ValueType& type, bool percent) {
    const auto ends = read_ends(text, type, percent);
    if (!ends) return {};
    if (ends->first <= ends->last) return std::string(text);
    const std::size_t dots = text.find("..");
    return fmt::format("{}..{}", trim(text.substr(dots + 2)), trim(text.substr(0, dots)));
}

/// Without what parts thousands: `1200` for `1,200`, `1_200` and `1 200`. Any other comma between digits is a decimal
/// one, any other blank parts two numbers and stays.
std::string without_separators(std::string_view text) {
    std::string result;
    std::size_t before = 0; // digits just before `at`
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c >= '0' && c <= '9') {
            result += c;
            ++before;
            continue;
        }
        const std::size_t after = digits_at(text, at + 1);
        const bool between = before > 0 && after > 0;
        const bool zero = before == 1 && text[at - 1] == '0'; // no thousands follow: `0,125`
        const bool thousands = between && before <= 3 && after == 3 && !zero;
        const bool separates = c == ',' || c == '_' || c == ' ';
        if (c == ',' && between && !thousands)
            result += '.';
        else if (!separates || (between ? !thousands : c == ','))
            result += c;
        before = 0;
    }
    return result;
}

/// The text as somebody may have meant it: ASCII characters, `..` for other dashes, no thousands separators.
std::string mended(std::string_view text) {
    constexpr std::size_t longest = 100; // nobody means a number this long
    if (text.size() > longest) return {};
    std::string result = without_full_width(text);
    if (result.empty()) result = text;
    const auto replace = [&result](std::string_view from, std::string_view to) {
        for (std::size_t at = 0; (at = result.find(from, at)) != std::string::npos; at += to.size())
            result.replace(at, from.size(), to);
    };
    for (const std::string_view dash : {"~", "-", "–", "—", "～", "…", "..."}) replace(dash, "..");
    return without_separators(result);
}

bool read_range(PlanReader& reader, const Node& node, const ValueType& type, bool percent,
                Located<NumberRange>& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    const auto ends = read_ends(text, type, percent);
    if (ends && ends->first <= ends->last) {
        value = {*ends, node.span()};
        return true;
    }
    if (ends)
        return reader.bad_value(reader.whole_text(node), fmt::format("the range {} is reversed", quoted(text)),
                                fmt::format("write `{}`", in_order(text, type, percent)));
    const std::string meant = in_order(mended(text), type, percent);
    return reader.not_taken(node, type, meant.empty() ? std::string() : write_instead(meant));
}

void write_range(std::string& out, const Located<NumberRange>& value) {
    if (!value.given()) return;
    out += fmt::format("{}", value.value.first);
    if (value.value.last != value.value.first) out += fmt::format("..{}", value.value.last);
}

} // namespace

bool Percent::read(PlanReader& reader, const Node& node, Located<NumberRange>& value) {
    return read_range(reader, node, type, true, value);
}

void Percent::write(std::string& out, const Located<NumberRange>& value) { write_range(out, value); }

bool Progress::read(PlanReader& reader, const Node& node, Located<double>& value) {
    if (!reader.expect_text(node, type)) return false;
    if (const auto number = read_one(node.text(), type, true)) {
        value = {*number, node.span()};
        return true;
    }
    const std::string meant = mended(node.text());
    const bool would_do = meant != node.text() && read_one(meant, type, true).has_value();
    return reader.not_taken(node, type, would_do ? write_instead(meant) : std::string());
}

void Progress::write(std::string& out, const Located<double>& value) {
    if (value.given()) out += fmt::format("{}", value.value);
}

bool UserCount::read(PlanReader& reader, const Node& node, Located<NumberRange>& value) {
    return read_range(reader, node, type, false, value);
}

void UserCount::write(std::string& out, const Located<NumberRange>& value) { write_range(out, value); }

bool HeadCount::read(PlanReader& reader, const Node& node, Located<int>& value) {
    if (!reader.expect_text(node, type)) return false;
    const auto number = read_one(node.text(), type, false);
    if (number && node.style() == ScalarStyle::plain) {
        value = {static_cast<int>(*number), node.span()};
        return true;
    }
    if (number) return reader.in_quotes(node);
    const std::string meant = mended(node.text());
    const bool would_do = meant != node.text() && read_one(meant, type, false).has_value();
    return reader.not_taken(node, type, would_do ? write_instead(meant) : std::string());
}

void HeadCount::write(std::string& out, const Located<int>& value) {
    if (value.given()) out += fmt::format("{}", value.value);
}

} // namespace planc
