// What is wrong with a time that counts from an id.
#include "time/advise.h"

#include "diagnostics/suggestion.h"
#include "time/reading.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Stretch trim(const Plain& plain, Stretch stretch) {
    while (stretch.begin < stretch.end && plain.text[stretch.begin] == ' ') ++stretch.begin;
    while (stretch.end > stretch.begin && plain.text[stretch.end - 1] == ' ') --stretch.end;
    return stretch;
}

/// `ID SIGN DURATION`, loosely.
struct Split {
    Stretch id;
    char sign = '+';
    std::size_t sign_at = 0;
    Stretch length;
};

bool has_unit(const Plain& plain, Stretch length) {
    const auto advice = advise_duration(plain, length.begin, length.end);
    return !advice.written.empty() && !advice.partial;
}

/// At the last sign that has spaces around it, or that a duration follows.
std::optional<Split> split(const Plain& plain, std::size_t begin, std::size_t end) {
    for (std::size_t at = end; at-- > begin + 1;) {
        const char sign = plain.text[at];
        if (sign != '+' && sign != '-') continue;
        const Split parts{trim(plain, {begin, at}), sign, at, trim(plain, {at + 1, end})};
        if (parts.id.begin == parts.id.end || parts.length.begin == parts.length.end) continue;
        const bool spaced = plain.text[at - 1] == ' ' || plain.text[at + 1] == ' ' || sign == '+';
        const char first = plain.text[parts.length.begin];
        if ((spaced && (is_digit(first) || first == '.')) || (is_digit(first) && has_unit(plain, parts.length)))
            return parts;
    }
    return std::nullopt;
}

/// The id that was meant, with `.start` or `.end` if it has one; empty if it cannot be told.
std::string mend_id(std::string_view text) {
    std::string id = lower_case(text);
    std::replace(id.begin(), id.end(), '_', '-');
    for (const std::string_view word : {".begin", ".begins", ".started", ".starts", ".from"})
        if (id.ends_with(word)) id = id.substr(0, id.size() - word.size()) + ".start";
    for (const std::string_view word : {".finish", ".finished", ".ended", ".ends", ".stop", ".until"})
        if (id.ends_with(word)) id = id.substr(0, id.size() - word.size()) + ".end";
    const auto instant = read_instant(id);
    return instant && instant->form == WrittenInstant::Form::relative && instant->offset.count == 0 ? id
                                                                                                    : std::string{};
}

/// Project people count from T or D, which is no id.
bool stands_for_launch(std::string_view text) {
    const auto lower = lower_case(text);
    return lower == "t" || lower == "d" || lower == "t0" || lower == "d0" || lower == "d-day" || lower == "t-0";
}

std::string write_help(std::string_view text) { return text.empty() ? std::string{} : write_instead(text); }

Advice advise_id(const Plain& plain, Stretch id, std::string written) {
    const auto quoted = plain.quote(id.begin, id.end);
    const auto text = plain.part(id.begin, id.end);
    const auto dot = text.rfind('.');
    if (dot != std::string_view::npos && is_id(text.substr(0, dot)))
        return {fmt::format("{} has neither a `.start` nor an `.end` behind the id", quoted),
                written.empty() ? fmt::format("write `{0}.start` or `{0}.end`", text.substr(0, dot))
                                : write_help(written),
                std::move(written), id.begin + dot, id.end};
    auto help = written.empty() ? std::string{"ids are made of `a` to `z`, `0` to `9` and `-`, and begin with a letter"}
                                : write_help(written);
    return {fmt::format("{} is not an id: ids have lower-case letters, digits and `-`", quoted), std::move(help),
            std::move(written), id.begin, id.end};
}

/// `launch - 7d + 2h`
Advice advise_two_offsets(const Plain& plain, const Split& outer, const Split& inner) {
    const auto first = read_duration(advise_duration(plain, inner.length.begin, inner.length.end).written);
    const auto second = read_duration(advise_duration(plain, outer.length.begin, outer.length.end).written);
    const auto id = mend_id(plain.part(inner.id.begin, inner.id.end));
    std::string written;
    if (first && second && first->working == second->working && !id.empty()) {
        const auto sum =
            (inner.sign == '-' ? -first->count : first->count) + (outer.sign == '-' ? -second->count : second->count);
        written =
            fmt::format("{} {} {}", id, sum < 0 ? '-' : '+', format_duration({sum < 0 ? -sum : sum, first->working}));
        if (!read_instant(written)) written.clear();
    }
    auto help = written.empty() ? std::string{"count from the id once"} : write_help(written);
    return {fmt::format("{} has two offsets, but a time has one", plain.quote(inner.id.begin, outer.length.end)),
            std::move(help), std::move(written), outer.sign_at, outer.length.end};
}

/// `7 days before launch`
std::optional<Advice> advise_words(const Plain& plain, std::size_t begin, std::size_t end) {
    const auto lower = lower_case(plain.part(begin, end));
    for (const std::string_view word : {" before ", " after "}) {
        const auto at = lower.find(word);
        if (at == std::string::npos) continue;
        const auto length = advise_duration(plain, begin, begin + at);
        const auto id = mend_id(plain.part(begin + at + word.size(), end));
        const auto written = fmt::format("{} {} {}", id, word == " before " ? '-' : '+', length.written);
        if (length.partial || !read_instant(written)) continue;
        return Advice{fmt::format("{} is not a time planc reads", plain.quote(begin, end)), write_help(written),
                      written, begin, end};
    }
    return std::nullopt;
}

Advice advise_split(const Plain& plain, const Split& parts, std::size_t begin, std::size_t end) {
    const auto id_text = plain.part(parts.id.begin, parts.id.end);
    auto length = advise_duration(plain, parts.length.begin, parts.length.end);
    if (stands_for_launch(id_text)) {
        const auto written =
            length.written.empty() ? std::string{} : fmt::format("launch {} {}", parts.sign, length.written);
        return {fmt::format("{} is not the id of anything to count from", plain.quote(parts.id.begin, parts.id.end)),
                fmt::format("write the milestone's id, as in `{}`", written.empty() ? "launch - 7d" : written), written,
                parts.id.begin, parts.id.end};
    }
    const auto id = mend_id(id_text);
    std::string written;
    if (!id.empty() && !length.written.empty()) written = fmt::format("{} {} {}", id, parts.sign, length.written);
    if (!read_instant(written)) written.clear();
    if (id != id_text) return advise_id(plain, parts.id, std::move(written));
    if (!read_duration(plain.part(parts.length.begin, parts.length.end))) {
        const auto number = plain.part(parts.length.begin, parts.length.end);
        if (!written.empty())
            length.help = write_help(written);
        else if (read_duration(std::string{number} + "d"))
            length.help =
                fmt::format("write `{0} {1} {2}d` for days or `{0} {1} {2}h` for hours", id, parts.sign, number);
        else if (length.help.starts_with("write `"))
            length.help = fmt::format("write a number and a unit, as in `{} {} 3d`", id, parts.sign);
        length.written = std::move(written);
        return length;
    }
    return {fmt::format("the sign in {} needs a space on each side", plain.quote(begin, end)), write_help(written),
            std::move(written), begin, end};
}

} // namespace

std::optional<Advice> advise_relative(const Plain& plain, std::size_t begin, std::size_t end) {
    if (const auto words = advise_words(plain, begin, end)) return words;
    if (const auto parts = split(plain, begin, end)) {
        if (const auto inner = split(plain, parts->id.begin, parts->id.end))
            return advise_two_offsets(plain, *parts, *inner);
        if (!mend_id(plain.part(parts->id.begin, parts->id.end)).empty())
            return advise_split(plain, *parts, begin, end);
    }
    const auto text = plain.part(begin, end);
    auto id = mend_id(text);
    const auto dot = text.rfind('.');
    if (id.empty() && (dot == std::string_view::npos || !is_id(text.substr(0, dot)))) return std::nullopt;
    return advise_id(plain, {begin, end}, std::move(id));
}

} // namespace planc
