// The rule at the end of a TZif file, in the notation of POSIX's TZ: which offsets hold in every later year.
#include "time/tzif.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace planc {
namespace {

/// A day of every year and the second of it, as local time before the change.
struct YearDay {
    enum class Form : std::uint8_t { week, julian, zero_based };
    Form form = Form::week;
    int month = 0;
    int week = 0;
    int day = 0;
    int seconds = 7200;
};

class RuleReader {
public:
    explicit RuleReader(std::string_view text) : text_(text) {}

    bool done() const { return at_ == text_.size(); }
    bool take(char c) {
        if (done() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    bool name() {
        const auto begin = at_;
        if (take('<')) {
            while (!done() && text_[at_] != '>') ++at_;
            return take('>');
        }
        while (!done() && ((text_[at_] >= 'A' && text_[at_] <= 'Z') || (text_[at_] >= 'a' && text_[at_] <= 'z'))) ++at_;
        return at_ > begin;
    }
    std::optional<int> number(int low, int high) {
        const auto begin = at_;
        int value = 0;
        while (!done() && at_ < begin + 4 && text_[at_] >= '0' && text_[at_] <= '9')
            value = value * 10 + (text_[at_++] - '0');
        if (at_ == begin || value < low || value > high) return std::nullopt;
        return value;
    }
    /// `[+-]H[:M[:S]]` as seconds.
    std::optional<int> clock() {
        const bool negative = take('-');
        if (!negative) take('+');
        const auto hours = number(0, 167);
        if (!hours) return std::nullopt;
        int seconds = *hours * 3600;
        for (int unit = 60; unit >= 1 && take(':'); unit /= 60) {
            const auto part = number(0, 59);
            if (!part) return std::nullopt;
            seconds += *part * unit;
        }
        return negative ? -seconds : seconds;
    }
    std::optional<YearDay> year_day() {
        YearDay day;
        if (take('M')) {
            const auto month = number(1, 12);
            const auto week = take('.') ? number(1, 5) : std::nullopt;
            const auto weekday = take('.') ? number(0, 6) : std::nullopt;
            if (!month || !week || !weekday) return std::nullopt;
            day.month = *month;
            day.week = *week;
            day.day = *weekday;
        } else {
            day.form = take('J') ? YearDay::Form::julian : YearDay::Form::zero_based;
            const auto number_of = number(day.form == YearDay::Form::julian ? 1 : 0, 365);
            if (!number_of) return std::nullopt;
            day.day = *number_of;
        }
        if (take('/')) {
            const auto seconds = clock();
            if (!seconds) return std::nullopt;
            day.seconds = *seconds;
        }
        return day;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

/// Local seconds since 1970 of this day in `year`.
std::int64_t local_seconds(const YearDay& rule, std::chrono::year year) {
    using namespace std::chrono;
    local_days date;
    if (rule.form == YearDay::Form::week) {
        const auto month = year / rule.month;
        const weekday day{static_cast<unsigned>(rule.day)};
        date =
            rule.week == 5 ? local_days{month / day[last]} : local_days{month / day[static_cast<unsigned>(rule.week)]};
    } else {
        date = local_days{year / January / 1} + days{rule.day};
        // A Julian day never counts 29 February.
        if (rule.form == YearDay::Form::julian && !(year.is_leap() && rule.day >= 60)) date -= days{1};
    }
    return std::int64_t{date.time_since_epoch().count()} * 86400 + rule.seconds;
}

std::int32_t to_minutes(int seconds) { return seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60); }

std::chrono::year first_year(const OffsetChange& last) {
    const auto earliest =
        std::int64_t{std::chrono::sys_days{std::chrono::year{1900} / 1 / 1}.time_since_epoch().count()};
    const std::chrono::days day{std::max(last.at / 1440 - 1, earliest)};
    return std::chrono::year_month_day{std::chrono::sys_days{day}}.year();
}

/// Summer time may end in the very moment the next year's begins; then the later word counts.
void add(std::vector<OffsetChange>& changes, const OffsetChange& next) {
    if (next.at == changes.back().at && changes.size() > 1) changes.pop_back();
    if (next.at > changes.back().at && next.offset != changes.back().offset) changes.push_back(next);
}

} // namespace

bool add_yearly_rule(std::vector<OffsetChange>& changes, std::string_view rule) {
    if (rule.empty()) return true;
    RuleReader reader{rule};
    if (!reader.name()) return false;
    const auto west = reader.clock();
    if (!west) return false;
    const int standard = -*west;
    if (reader.done()) return true;

    int summer = standard + 3600;
    if (!reader.name()) return false;
    if (!reader.take(',')) {
        const auto summer_west = reader.clock();
        if (!summer_west || !reader.take(',')) return false;
        summer = -*summer_west;
    }
    const auto begin = reader.year_day();
    const auto end = reader.take(',') ? reader.year_day() : std::nullopt;
    if (!begin || !end || !reader.done()) return false;

    for (auto year = first_year(changes.back()); year <= std::chrono::year{last_zone_year}; ++year) {
        const auto change = [&](const YearDay& day, int before, int after) {
            // A quotient that rounds up: the first whole minute at or after the change.
            const auto seconds = local_seconds(day, year) - before;
            return OffsetChange{seconds / 60 + (seconds % 60 > 0 ? 1 : 0), to_minutes(after)};
        };
        std::array two{change(*begin, standard, summer), change(*end, summer, standard)};
        if (two[1].at < two[0].at) std::swap(two[0], two[1]);
        for (const auto& next : two) add(changes, next);
    }
    return true;
}

} // namespace planc
