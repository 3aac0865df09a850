// Reads the many ways to write a date and a clock time.
#include "time/loose_moment.h"

#include <algorithm>
#include <array>

namespace planc {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

/// 1 to 12, from three letters on; -1 for any other word.
int month_of(std::string_view word) {
    const auto lower = lower_case(word);
    if (lower.size() < 3) return -1;
    for (std::size_t i = 0; i < month_names.size(); ++i)
        if (month_names[i].substr(0, lower.size()) == lower || (lower == "sept" && i == 8))
            return static_cast<int>(i) + 1;
    return -1;
}

class Reader {
public:
    Reader(const Plain& plain, std::size_t begin, std::size_t end)
        : cursor_{std::string_view{plain.text}.substr(0, end), begin} {}

    LooseMoment moment;

    bool date() {
        const auto begin = cursor_.at;
        const auto reset = moment;
        bool found = numeric_date();
        if (!found) {
            moment = reset;
            cursor_.at = begin;
            found = named_date();
        }
        if (found) {
            moment.date_begin = begin;
            moment.date_end = moment.end = cursor_.at;
            return true;
        }
        moment = reset;
        cursor_.at = begin;
        return false;
    }

    bool clock(bool digits_alone) {
        const auto begin = cursor_.at;
        const auto reset = moment;
        if (any_clock(digits_alone)) {
            moment.clock_begin = begin;
            moment.clock_end = moment.end = cursor_.at;
            return true;
        }
        moment = reset;
        cursor_.at = begin;
        return false;
    }

    /// What may stand between a date and its clock time, a weekday among it.
    void between() {
        weekday();
        cursor_.take(",");
        if (!cursor_.take_any({"T", "t"})) cursor_.spaces();
    }
    void back_to(std::size_t at) { cursor_.at = at; }

    void zone() {
        const auto before = cursor_.at;
        cursor_.spaces();
        const auto begin = cursor_.at;
        if (any_zone()) {
            moment.zone = true;
            moment.zone_begin = begin;
            moment.zone_end = moment.end = cursor_.at;
        } else {
            cursor_.at = before;
        }
    }

private:
    PlainCursor cursor_;

    struct Number {
        std::string_view text;
        std::size_t begin;
        std::size_t end;
        int value() const { return to_number(text); }
        bool short_one() const { return text.size() == 1 || text.size() == 2; }
    };
    void weekday() {
        const auto before = cursor_.at;
        cursor_.spaces();
        const bool bracket = cursor_.take("(");
        bool named = false;
        if (cursor_.take_any({"周", "星期", "礼拜"})) {
            named = cursor_.take_any({"一", "二", "三", "四", "五", "六", "日", "天"});
        } else {
            const auto word = lower_case(cursor_.letters());
            for (const std::string_view day :
                 {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
                named = named || (word.size() >= 3 && day.starts_with(word));
        }
        if (!named || (bracket && !cursor_.take(")"))) cursor_.at = before;
    }
    Number number() {
        const auto begin = cursor_.at;
        const auto text = cursor_.digits();
        return {text, begin, cursor_.at};
    }
    static int year_of(const Number& n) { return n.text.size() == 2 ? 2000 + n.value() : n.value(); }
    void set_year(const Number& n) { moment.year = year_of(n); }
    void set_month(const Number& n) {
        moment.month = n.value();
        moment.month_begin = n.begin;
        moment.month_end = n.end;
    }
    void set_day(const Number& n) {
        moment.day = n.value();
        moment.day_begin = n.begin;
        moment.day_end = n.end;
    }
    bool separator(std::initializer_list<std::string_view> any) {
        const auto before = cursor_.at;
        cursor_.spaces();
        if (cursor_.take_any(any)) {
            cursor_.spaces();
            return true;
        }
        cursor_.at = before;
        return false;
    }

    bool numeric_date() {
        const auto first = number();
        if (first.text.size() == 8) {
            set_year({first.text.substr(0, 4), 0, 0});
            set_month({first.text.substr(4, 2), first.begin + 4, first.begin + 6});
            set_day({first.text.substr(6, 2), first.begin + 6, first.end});
            return true;
        }
        if (first.text.size() == 4) return year_first(first);
        if (!first.short_one()) return false;
        if (cursor_.take("年")) return after_year(first);
        if (cursor_.take("月")) return after_month(first);
        if (!cursor_.take_any({"-", "/", "."})) return false;
        const auto second = number();
        if (!second.short_one()) return false;
        const auto before_third = cursor_.at;
        const auto third = cursor_.take_any({"-", "/", "."}) ? number() : Number{};
        if (third.text.size() == 4) return year_last(first, second, third);
        if (third.short_one()) return short_year(first, second, third);
        cursor_.at = before_third;
        // No year. 30/10 can only be the day first; 22.30 is neither and is left to the clock.
        const bool day_first = first.value() > 12 && second.value() <= 12;
        if (!day_first && first.value() > 12) return false;
        set_month(day_first ? second : first);
        set_day(day_first ? first : second);
        return true;
    }

    bool year_first(const Number& year) {
        if (separator({"年"})) return after_year(year);
        if (!separator({"-", "/", "."})) return false;
        const auto month = number();
        if (!month.short_one()) return false;
        set_year(year);
        set_month(month);
        const auto before = cursor_.at;
        if (separator({"-", "/", "."})) {
            const auto day = number();
            if (day.short_one()) {
                set_day(day);
                return true;
            }
        }
        cursor_.at = before;
        return true;
    }

    bool after_year(const Number& year) {
        set_year(year);
        cursor_.spaces();
        const auto month = number();
        return month.short_one() && separator({"月"}) && after_month(month);
    }

    bool after_month(const Number& month) {
        set_month(month);
        cursor_.spaces();
        const auto before = cursor_.at;
        const auto day = number();
        if (day.short_one()) {
            set_day(day);
            cursor_.take_any({"日", "号", "號"});
        } else {
            cursor_.at = before;
        }
        return true;
    }

    bool year_last(const Number& first, const Number& second, const Number& year) {
        set_year(year);
        const bool month_first = second.value() > 12;
        set_month(month_first ? first : second);
        set_day(month_first ? second : first);
        read_as(year, second, first);
        read_as(year, first, second);
        return true;
    }

    /// Three short numbers: the year may stand first or last, and before the last year the day or the month.
    bool short_year(const Number& first, const Number& second, const Number& third) {
        const bool may_be_first = first.text.size() == 2;
        if (may_be_first) read_as(first, second, third);
        if (third.text.size() == 2) {
            read_as(third, second, first);
            read_as(third, first, second);
        }
        if (!moment.readings.empty()) return true;
        if (!may_be_first) return false;
        set_year(first);
        set_month(second);
        set_day(third);
        return true;
    }

    /// Adds a reading if there is such a date; the first one is what the moment says.
    void read_as(const Number& year, const Number& month, const Number& day) {
        const LooseDate date_read{year_of(year), month.value(), day.value()};
        if (!(std::chrono::year{date_read.year} / date_read.month / date_read.day).ok()) return;
        if (std::find(moment.readings.begin(), moment.readings.end(), date_read) != moment.readings.end()) return;
        if (moment.readings.empty()) {
            set_year(year);
            set_month(month);
            set_day(day);
        }
        moment.readings.push_back(date_read);
    }

    bool named_date() {
        auto day = number();
        if (day.text.size() > 2) return false;
        const bool day_first = !day.text.empty();
        if (day_first) {
            cursor_.take_any({"st", "nd", "rd", "th"});
            cursor_.take_any({" ", "-"});
        }
        const auto begin = cursor_.at;
        moment.month = month_of(cursor_.letters());
        if (moment.month < 0) return false;
        moment.month_begin = begin;
        moment.month_end = cursor_.at;
        cursor_.take(".");
        if (!day_first) {
            cursor_.take_any({" ", "-"});
            day = number();
            if (!day.short_one()) return false;
            cursor_.take_any({"st", "nd", "rd", "th"});
        }
        set_day(day);
        const auto before = cursor_.at;
        cursor_.take(",");
        cursor_.take_any({" ", "-"});
        const auto year = number();
        if (year.text.size() == 4 && !cursor_.rest().starts_with(":"))
            set_year(year);
        else
            cursor_.at = before;
        return true;
    }

    bool any_clock(bool digits_alone) {
        const bool morning = cursor_.take_any({"上午", "凌晨", "早上", "早晨"});
        const bool night = !morning && cursor_.take_any({"晚上", "夜里", "夜裡", "半夜", "深夜"});
        const bool afternoon = !morning && !night && cursor_.take_any({"下午", "傍晚"});
        cursor_.spaces();
        const auto hour = number();
        if (hour.text.size() == 4 && digits_alone) {
            moment.hour = to_number(hour.text.substr(0, 2));
            moment.minute = to_number(hour.text.substr(2));
            return cursor_.done() || cursor_.rest().starts_with(" ");
        }
        if (!hour.short_one()) return false;
        moment.hour = hour.value();
        moment.minute = 0;
        if (cursor_.take_any({"点", "點", "时", "時"})) {
            chinese_minutes();
        } else if (cursor_.take(":") || (digits_alone && cursor_.take_any({".", "h"}))) {
            const auto minute = number();
            if (!minute.short_one()) return false;
            moment.minute = minute.value();
            seconds();
        } else if (!half_of_day(true)) {
            return false;
        } else {
            return true;
        }
        if (!half_of_day(false)) {
            if (night) return hour_of_night();
            if (afternoon && moment.hour < 12) moment.hour += 12;
            if (morning && moment.hour == 12) moment.hour = 0;
        }
        return true;
    }

    /// `晚上12点` is the midnight that ends the day. Of the small hours one cannot tell which day's they are.
    bool hour_of_night() {
        constexpr int first_of_evening = 6;
        if (moment.hour < first_of_evening) return false;
        moment.past_midnight = moment.hour == 12;
        if (moment.hour <= 12) moment.hour += 12;
        return true;
    }

    void chinese_minutes() {
        if (cursor_.take("半")) {
            moment.minute = 30;
            return;
        }
        cursor_.take("整");
        const auto minute = number();
        if (minute.short_one()) {
            moment.minute = minute.value();
            cursor_.take("分");
        } else {
            cursor_.at = minute.begin;
        }
    }

    void seconds() {
        const auto before = cursor_.at;
        const auto second = cursor_.take(":") ? number() : Number{};
        if (!second.short_one()) {
            cursor_.at = before;
            return;
        }
        moment.second = second.value();
        const auto fraction = cursor_.at;
        if (cursor_.take(".") && cursor_.digits().empty()) cursor_.at = fraction;
    }

    /// `am` or `pm` behind the time. On its own behind an hour it makes the time; behind minutes it is optional.
    bool half_of_day(bool required) {
        const auto before = cursor_.at;
        cursor_.spaces();
        const auto word = lower_case(cursor_.letters());
        const bool pm = word == "pm";
        if ((!pm && word != "am") || moment.hour > 12) {
            cursor_.at = before;
            return false;
        }
        if (required && moment.hour == 0) return false;
        moment.hour = moment.hour % 12 + (pm ? 12 : 0);
        return true;
    }

    bool any_zone() {
        if (cursor_.take_any({"北京时间", "Z", "z"})) return cursor_.done() || cursor_.rest().starts_with(" ");
        const auto begin = cursor_.at;
        const auto word = cursor_.letters();
        if (!word.empty() && cursor_.rest().starts_with("/")) {
            while (!cursor_.letters().empty() || cursor_.take_any({"/", "_"})) {
            }
            return true;
        }
        bool known = false;
        for (const std::string_view name :
             {"UTC", "GMT", "CST", "EST", "EDT", "PST", "PDT", "CET", "CEST", "BST", "JST"})
            known = known || word == name;
        if (!known) cursor_.at = begin;
        if (!cursor_.take_any({"+", "-"})) return known;
        const auto hours = cursor_.digits();
        const auto parts_end = cursor_.at;
        if (cursor_.take(":") && cursor_.digits().size() != 2) cursor_.at = parts_end;
        return cursor_.done() && (hours.size() == 2 || hours.size() == 4 || (known && hours.size() == 1));
    }
};

} // namespace

LooseMoment read_loose_moment(const Plain& plain, std::size_t begin, std::size_t end, Expected expected) {
    Reader reader{plain, begin, end};
    reader.moment.end = begin;
    const bool date = (expected != Expected::clock || end - begin > 5) && reader.date();
    if (date) reader.between();
    if (reader.clock(date || expected == Expected::clock))
        reader.zone();
    else if (date)
        reader.back_to(reader.moment.date_end);
    if (!date && !reader.moment.has_clock() && reader.clock(true)) reader.zone();
    return reader.moment;
}

} // namespace planc
