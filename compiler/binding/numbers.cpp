// Reads numbers, shares and head counts.
#include "binding/numbers.h"

#include "binding/values.h"

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

std::optional<NumberRange> read_numbers(std::string_view text, const ValueType& type, bool percent) {
    const std::size_t dots = text.find("..");
    const auto first = read_one(trim(text.substr(0, dots)), type, percent);
    if (dots == std::string_view::npos) return first ? std::optional<NumberRange>({*first, *first}) : std::nullopt;
    const auto last = read_one(trim(text.substr(dots + 2)), type, percent);
    if (!first || !last || *first > *last) return std::nullopt;
    return NumberRange{*first, *last};
}

/// The text as somebody may have meant it: ASCII characters, `..` for other dashes, no thousands separators.
std::string mended(std::string_view text) {
    std::string result = without_full_width(text);
    if (result.empty()) result = text;
    const auto replace = [&result](std::string_view from, std::string_view to) {
        for (std::size_t at = 0; (at = result.find(from, at)) != std::string::npos; at += to.size())
            result.replace(at, from.size(), to);
    };
    for (const std::string_view dash : {"~", "-", "–", "—", "～", "…", "..."}) replace(dash, "..");
    for (const std::string_view nothing : {",", "_", " "}) replace(nothing, "");
    return result;
}

bool read_range(PlanReader& reader, const Node& node, const ValueType& type, bool percent,
                Located<NumberRange>& value) {
    if (!reader.expect_text(node, type)) return false;
    if (const auto numbers = read_numbers(node.text(), type, percent)) {
        value = {*numbers, node.span()};
        return true;
    }
    const std::string meant = mended(node.text());
    const bool would_do = meant != node.text() && read_numbers(meant, type, percent).has_value();
    return reader.not_taken(node, type, would_do ? fmt::format("write `{}`", meant) : std::string());
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
    return reader.not_taken(node, type, would_do ? fmt::format("write `{}`", meant) : std::string());
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
    return reader.not_taken(node, type, would_do ? fmt::format("write `{}`", meant) : std::string());
}

void HeadCount::write(std::string& out, const Located<int>& value) {
    if (value.given()) out += fmt::format("{}", value.value);
}

} // namespace planc
