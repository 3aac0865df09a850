// What is wrong with a length of time.
#include "time/advise.h"

#include "diagnostics/suggestion.h"
#include "time/reading.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

/// Largest first, as they stand in a duration; those from `second` on have no unit in the language.
enum class Unit : std::uint8_t { working_day, week, day, hour, minute, second, month, year, none, unknown };

std::string_view symbol(Unit unit) {
    constexpr std::array<std::string_view, 5> symbols = {"wd", "w", "d", "h", "m"};
    return unit <= Unit::minute ? symbols[static_cast<std::size_t>(unit)] : std::string_view{};
}

struct Spellings {
    Unit unit;
    std::string_view words; ///< each between spaces
};

constexpr std::array<Spellings, 8> english = {{{Unit::working_day, " wd wds wday wdays workday workdays "},
                                               {Unit::week, " w wk wks week weeks "},
                                               {Unit::day, " d day days "},
                                               {Unit::hour, " h hr hrs hour hours "},
                                               {Unit::minute, " m min mins minute minutes "},
                                               {Unit::second, " s sec secs second seconds "},
                                               {Unit::month, " mo mos mon month months "},
                                               {Unit::year, " y yr yrs year years "}}};

struct Spelling {
    Unit unit;
    std::string_view text;
};

/// Longer spellings before their beginnings.
constexpr std::array<Spelling, 15> chinese = {{{Unit::working_day, "工作日"},
                                               {Unit::week, "星期"},
                                               {Unit::week, "周"},
                                               {Unit::week, "週"},
                                               {Unit::day, "天"},
                                               {Unit::day, "日"},
                                               {Unit::hour, "小时"},
                                               {Unit::hour, "小時"},
                                               {Unit::hour, "时"},
                                               {Unit::minute, "分钟"},
                                               {Unit::minute, "分鐘"},
                                               {Unit::minute, "分"},
                                               {Unit::second, "秒"},
                                               {Unit::month, "月"},
                                               {Unit::year, "年"}}};

struct Part {
    std::string number; ///< as the language writes it
    Unit unit = Unit::none;
};

struct Loose {
    bool negative = false;
    bool range = false;
    std::vector<Part> parts;
    std::size_t end = 0; ///< of all that was read

    bool has(Unit unit) const {
        return std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.unit == unit; });
    }
};

Unit read_unit(PlainCursor& cursor, bool iso_date) {
    const auto before = cursor.at;
    cursor.spaces();
    cursor.take_any({"个", "個"});
    for (const auto& spelling : chinese)
        if (cursor.take(spelling.text)) return spelling.unit;
    auto word = lower_case(cursor.letters());
    if (word.empty()) {
        cursor.at = before;
        return Unit::none;
    }
    if (word == "working" || word == "business" || word == "work") {
        cursor.take_any({" ", "-"});
        const auto days = lower_case(cursor.letters());
        return days == "day" || days == "days" ? Unit::working_day : Unit::unknown;
    }
    if (iso_date && word == "m") return Unit::month;
    for (const auto& spellings : english)
        if (spellings.words.find(' ' + word + ' ') != std::string_view::npos) return spellings.unit;
    return Unit::unknown;
}

/// Adds `,000` to the number if that stands here: a comma and exactly three digits.
bool take_thousands(PlainCursor& cursor, std::string& number) {
    const auto before = cursor.at;
    if (cursor.take(",")) {
        const auto digits = cursor.digits();
        if (digits.size() == 3) {
            number += digits;
            return true;
        }
    }
    cursor.at = before;
    return false;
}

/// One number, a decimal comma taken as a point; empty if there is none.
std::string read_number_text(PlainCursor& cursor) {
    std::string number{cursor.digits()};
    // `1,000` hardly means one with three decimals; `0,125` does.
    const bool may_have_thousands = !number.empty() && number.size() <= 3 && number.front() != '0';
    while (may_have_thousands && take_thousands(cursor, number)) {
    }
    const auto before = cursor.at;
    if (cursor.rest().starts_with("..")) return number;
    if (cursor.take_any({".", ","})) {
        const auto decimals = cursor.digits();
        if (!decimals.empty()) return (number.empty() ? "0" : number) + '.' + std::string{decimals};
        if (number.empty()) cursor.at = before;
    }
    return number;
}

Loose read_loose(PlainCursor cursor) {
    Loose loose;
    loose.negative = cursor.take("-");
    if (!loose.negative) cursor.take("+");
    cursor.spaces();
    const bool iso = cursor.take_any({"P", "p"});
    bool iso_date = iso && !cursor.take_any({"T", "t"});
    for (;;) {
        const auto before = cursor.at;
        cursor.spaces();
        if (!loose.parts.empty()) cursor.take_any({"and ", ", ", ","});
        if (iso_date && cursor.take_any({"T", "t"})) iso_date = false;
        cursor.spaces();
        auto number = read_number_text(cursor);
        if (number.empty()) {
            cursor.at = before;
            break;
        }
        loose.parts.push_back({std::move(number), read_unit(cursor, iso_date)});
        loose.end = cursor.at;
    }
    cursor.spaces();
    loose.range = !loose.parts.empty() && cursor.take_any({"..", "~", "-", "到", "至", "to "});
    return loose;
}

/// What to write for the parts, largest unit first; a fraction of a minute is rounded. Empty if there is no saying.
std::string written_of(std::vector<Part> parts) {
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.unit < b.unit; });
    std::string text;
    for (const auto& part : parts) {
        if (part.unit > Unit::minute) return {};
        text += (text.empty() ? "" : " ") + part.number + std::string{symbol(part.unit)};
    }
    return read_duration(text) ? text : std::string{};
}

/// The number times `factor` minutes, rounded up to whole ones, as a duration; empty if it is too long.
std::string scaled(std::string_view number, double factor) {
    const auto point = number.find('.');
    const int whole = to_number(number.substr(0, point));
    if (whole < 0) return {};
    double count = whole;
    double digit = 0.1;
    for (std::size_t i = point; i != std::string_view::npos && ++i < number.size(); digit /= 10)
        count += digit * (number[i] - '0');
    count *= factor;
    if (!(count <= static_cast<double>(longest_duration))) return {};
    auto minutes_up = static_cast<std::int64_t>(count);
    if (static_cast<double>(minutes_up) < count) ++minutes_up;
    return format_duration({minutes_up, false});
}

std::string write_help(std::string_view text, std::string_view otherwise) {
    return text.empty() ? std::string{otherwise} : write_instead(text);
}

/// On parts whose units do not do.
std::optional<Advice> advise_units(const Loose& loose, const std::string& quoted) {
    const Part& first = loose.parts.front();
    const bool alone = loose.parts.size() == 1;
    if (loose.has(Unit::unknown))
        return Advice{fmt::format("{} has a unit planc does not know", quoted),
                      "units are `m`, `h`, `d`, `w`, and `wd` for working days",
                      {}};
    if (loose.has(Unit::none) && !alone)
        return Advice{fmt::format("a number in {} has no unit", quoted), "write every unit, as in `1h 30m`", {}};
    if (loose.has(Unit::none))
        return Advice{fmt::format("{} has no unit", quoted),
                      read_duration(first.number + "d")
                          ? fmt::format("write `{0}d` for days or `{0}h` for hours", first.number)
                          : "write a unit, as in `3d` or `2h`",
                      {}};
    if (loose.has(Unit::month) || loose.has(Unit::year)) {
        const bool month = loose.has(Unit::month);
        const auto days = alone ? scaled(first.number, (month ? 30.0 : 365.0) * minutes_per_day) : std::string{};
        return Advice{fmt::format("a {} has no fixed length", month ? "month" : "year"),
                      days.empty() ? "write weeks or days, as in `4w` or `30d`"
                                   : fmt::format("write weeks or days, such as `{}`", days),
                      days};
    }
    if (loose.has(Unit::second)) {
        const auto up = alone ? scaled(first.number, 1.0 / 60) : std::string{};
        return Advice{fmt::format("{} has seconds, but durations are whole minutes", quoted),
                      write_help(up, "leave the seconds out"), up};
    }
    return std::nullopt;
}

Advice advise_mixed(const Loose& loose, const std::string& quoted) {
    auto parts = loose.parts;
    std::string working;
    for (auto& part : parts) {
        if (part.unit != Unit::working_day) continue;
        working = part.number + "wd";
        part.unit = Unit::day;
    }
    const auto elapsed = written_of(parts);
    return {fmt::format("{} mixes working days with elapsed time", quoted),
            elapsed.empty() || !read_duration(working)
                ? "write one of them, as in `3wd` or `3d`"
                : fmt::format("write `{}` for elapsed time, or working days alone, as in `{}`", elapsed, working),
            elapsed};
}

/// On parts that are each fine and yet no duration together.
Advice advise_sum(const Loose& loose, const std::string& quoted) {
    const auto& parts = loose.parts;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t j = i + 1; j < parts.size(); ++j)
            if (parts[i].unit == parts[j].unit)
                return {fmt::format("{} gives one unit twice", quoted), "add the two up", {}};
    const bool fraction = std::any_of(parts.begin(), parts.end(),
                                      [](const Part& part) { return part.number.find('.') != std::string::npos; });
    if (!fraction) return {fmt::format("{} is longer than 100 years", quoted), "write at most `5200w`", "5200w"};
    constexpr std::array<double, 5> unit_minutes = {0, 7 * minutes_per_day, minutes_per_day, 60, 1};
    const bool can_round = parts.size() == 1 && parts[0].unit != Unit::working_day;
    const auto up =
        can_round ? scaled(parts[0].number, unit_minutes[static_cast<std::size_t>(parts[0].unit)]) : std::string{};
    return {fmt::format("{} is not a whole number of minutes", quoted), write_help(up, "write it without the fraction"),
            up};
}

Advice advise_parts(const Loose& loose, const std::string& quoted) {
    const auto written = written_of(loose.parts);
    if (loose.range)
        return {fmt::format("{} is a range; only an estimate is given as one", quoted),
                write_help(written, "write one length, as in `3d`"), written};
    if (auto units = advise_units(loose, quoted)) return *units;
    if (loose.has(Unit::working_day) && loose.parts.size() > 1) return advise_mixed(loose, quoted);
    if (written.empty()) return advise_sum(loose, quoted);
    if (loose.negative)
        return {fmt::format("{} is negative, but a duration cannot be", quoted), write_help(written, {}), written};
    return {fmt::format("{} is not a duration planc reads", quoted), write_help(written, {}), written};
}

} // namespace

Advice advise_duration(const Plain& plain, std::size_t begin, std::size_t end) {
    const PlainCursor cursor{std::string_view{plain.text}.substr(0, end), begin};
    const auto loose = read_loose(cursor);
    const auto quoted = plain.quote(begin, end);
    if (loose.parts.size() == 1 && loose.parts[0].unit == Unit::none &&
        plain.text[loose.end < end ? loose.end : begin] == ':') {
        const auto moment = read_loose_moment(plain, begin, end, Expected::clock);
        if (moment.has_clock() && moment.end == end && moment.second < 0) {
            const auto text = format_duration({moment.hour * 60 + moment.minute, false});
            return {fmt::format("{} is a clock time, not a duration", quoted), write_instead(text), text, begin, end};
        }
    }
    const bool unit_garbled = loose.has(Unit::none) && loose.end < end && !loose.range;
    if (loose.parts.empty() || unit_garbled)
        return {fmt::format("{} is not a duration planc reads", quoted),
                "write a number and a unit, as in `30m`, `2h`, `3d` or `3wd`",
                {},
                begin,
                end};
    auto advice = advise_parts(loose, quoted);
    advice.begin = begin;
    advice.end = end;
    if (!loose.range && loose.end < end && !advice.written.empty()) {
        const auto more = loose.end + (plain.text[loose.end] == ' ' ? 1 : 0);
        advice.message =
            fmt::format("there is more after {}: {}", plain.quote(begin, loose.end), plain.quote(more, end));
        advice.help = write_instead(advice.written);
        advice.begin = more;
        advice.partial = true;
    }
    return advice;
}

} // namespace planc
