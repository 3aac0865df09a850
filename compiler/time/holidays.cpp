// Reads the sets of public holidays.
#include "time/holidays.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>

namespace planc {
namespace {

/// Takes the text up to the blank off the front.
std::string_view take_word(std::string_view& text) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return word;
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// One line; false if it is none of the sorts there are.
bool read_line(std::string_view line, HolidaySet& set) {
    if (line.starts_with("# years ")) {
        set.first_year = number(line.substr(8, 4));
        set.last_year = line.size() >= 4 ? number(line.substr(line.size() - 4)) : 0;
        return set.first_year > 0 && set.last_year >= set.first_year;
    }
    if (line.empty() || line.front() == '#') return true;
    HolidaySet::Days days;
    const std::string_view kind = take_word(line);
    days.worked = kind == "work";
    const std::string_view first = take_word(line);
    std::string_view last = first;
    if (line.starts_with(".. ")) {
        line.remove_prefix(3);
        last = take_word(line);
    }
    const auto begin = parse_date(first);
    const auto end = parse_date(last);
    if ((!days.worked && kind != "off") || !std::holds_alternative<Date>(begin) || !std::holds_alternative<Date>(end))
        return false;
    days.dates = {std::get<Date>(begin), std::get<Date>(end)};
    days.title = line;
    set.days.push_back(days);
    return !line.empty() && days.dates.first <= days.dates.last;
}

std::vector<HolidaySet> read_all() {
    std::vector<HolidaySet> sets;
    for (const HolidayFile& file : holiday_files()) {
        std::string mistake;
        sets.push_back(read_holidays(file.name.substr(0, file.name.rfind('.')), file.text, mistake));
        if (!mistake.empty()) throw std::logic_error(fmt::format("{}: {}", file.name, mistake));
    }
    return sets;
}

} // namespace

HolidaySet read_holidays(std::string_view name, std::string_view text, std::string& mistake) {
    HolidaySet set;
    set.name = name;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (!read_line(text.substr(0, end), set) && mistake.empty())
            mistake = fmt::format("line {} cannot be read: {}", line, text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (set.last_year == 0 && mistake.empty()) mistake = "it does not say which years it knows";
    return set;
}

const std::vector<HolidaySet>& holiday_sets() {
    static const std::vector<HolidaySet> sets = read_all();
    return sets;
}

const HolidaySet* find_holiday_set(std::string_view name) {
    const auto& sets = holiday_sets();
    const auto found =
        std::find_if(sets.begin(), sets.end(), [name](const HolidaySet& set) { return set.name == name; });
    return found == sets.end() ? nullptr : &*found;
}

} // namespace planc
