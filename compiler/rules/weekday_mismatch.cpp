#include "rules/list.h"
#include "rules/texts.h"
#include "rules/weekdays.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <optional>

namespace planc {

namespace {

using std::chrono::year_month_day;

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
std::optional<Date> meant(std::optional<int> written, unsigned month, unsigned day,
                          const std::optional<Nearby>& nearby) {
    if (written) return make_date(*written, month, day);
    if (!nearby) return std::nullopt;
    const int year = static_cast<int>(year_month_day{nearby->first}.year());
    for (const int near : {year, year + 1}) {
        const auto date = make_date(near, month, day);
        if (date && nearby->first <= *date && *date <= nearby->last) return date;
    }
    return std::nullopt;
}

/// A date of a text, read.
struct ReadDate {
    DateInText written;
    std::optional<Date> date;
    std::optional<Date> other; ///< `3/5` read as the third of May
};

ReadDate read(const DateInText& written, const std::optional<Nearby>& nearby) {
    ReadDate result{written, meant(written.year, written.month, written.day, nearby), std::nullopt};
    if (written.either_order) result.other = meant(written.year, written.day, written.month, nearby);
    return result;
}

bool fits(const ReadDate& date, const NamedWeekday& named) {
    if (date.date && weekday_of(*date.date) == named.weekday) return true;
    // In Chinese the month stands first.
    return named.english && date.other && weekday_of(*date.other) == named.weekday;
}

/// The weekday that belongs to a date. What begins before `taken` belongs to the date before.
std::optional<NamedWeekday> weekday_beside(std::string_view text, const ReadDate& date, std::size_t taken) {
    const bool needs_brackets = date.written.needs_brackets;
    const auto before = weekday_before(text, date.written);
    if (before && before->begin >= taken && (!needs_brackets || before->in_brackets || before->in_next_cell))
        return before;
    const auto behind = weekday_behind(text, date.written);
    if (!behind || behind->belongs_to_next) return std::nullopt;
    if (behind->between_two && !fits(date, behind->named)) return std::nullopt;
    if (needs_brackets && !behind->named.in_brackets && !behind->named.in_next_cell) return std::nullopt;
    return behind->named;
}

// Further ones in one text are only counted.
constexpr std::size_t most_told = 20;

/// A text in which dates are looked for, and how many were wrong so far.
struct Search {
    const Analysis& analysis;
    const Text& text;
    std::size_t wrong = 0;
    Diagnostic* last = nullptr;
};

void compare(Search& search, const ReadDate& date, const NamedWeekday& named, Findings& findings) {
    if (!date.date || fits(date, named) || ++search.wrong > most_told) return;
    const Analysis& analysis = search.analysis;
    const Text& text = search.text;
    const DateInText& written = date.written;
    const auto words = [&](std::size_t begin, std::size_t end) {
        return quoted(text.value.substr(begin, end - begin));
    };
    const std::string in_year =
        written.year ? "" : fmt::format(" in {}", static_cast<int>(year_month_day{*date.date}.year()));
    const std::string message =
        fmt::format("{} is a {}{}, not {}", words(written.begin, written.end), weekday_names[weekday_of(*date.date)],
                    in_year, words(named.begin, named.end));
    const Span where = part_of(analysis.files, text, named.begin, named.end);
    // The cells of a row need not speak of one thing, and `3/5` may be something else.
    const bool sure = !named.in_next_cell && !written.either_order && !written.needs_brackets;
    Diagnostic& finding = findings.add(sure ? Severity::error : Severity::warning, where, message);
    const Span place = part_of(analysis.files, text, written.begin, written.end);
    if (place != finding.span) finding.others.push_back({place, "the date"});
    search.last = &finding;
}

void scan(const Analysis& analysis, const Text& text, const std::optional<Nearby>& nearby, Findings& findings) {
    const std::string_view value = text.value;
    const auto is_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
    Search search{analysis, text};
    std::size_t taken = 0; // up to here weekdays belong to dates
    std::optional<DateInText> written;
    for (std::size_t at = 0; at < value.size(); ++at) {
        // Behind a date, `written` already holds the second of a range.
        if (!written) {
            if (!is_digit(value[at])) continue;
            written = date_at(value, at);
        }
        if (!written) {
            while (at + 1 < value.size() && is_digit(value[at + 1])) ++at;
            continue;
        }
        const ReadDate date = read(*written, nearby);
        const auto named = weekday_beside(value, date, taken);
        if (named) taken = named->end;
        if (named) compare(search, date, *named, findings);
        at = written->end - 1;
        written = date_behind_hyphen(value, written->end);
    }
    if (search.wrong > most_told)
        search.last->message += fmt::format(", and {} more in this text", search.wrong - most_told);
}

/// `| 2026-03-05 | 周四 |` in a table of the plan: cells that are a date, and beside them one that is a weekday.
struct Cell {
    std::optional<ReadDate> date;
    std::optional<NamedWeekday> named;
    bool told = false;
};

Cell read_cell(const Text& text, const std::optional<Nearby>& nearby) {
    Cell cell;
    const auto written = date_beginning_at(text.value, 0);
    if (written && written->end == text.value.size()) cell.date = read(*written, nearby);
    const auto named = weekday_at(text.value, 0);
    if (named && named->end == text.value.size()) cell.named = named;
    if (cell.date && !cell.date->date) cell.date.reset();
    return cell;
}

bool fit(const Cell& a, const Cell& b) {
    return (a.date && b.named && fits(*a.date, *b.named)) || (b.date && a.named && fits(*b.date, *a.named));
}

/// A weekday may belong to the date on its left or on its right: one that fits either of them is left alone, and so
/// is a date that has its weekday on the other side.
void compare_cells(const Analysis& analysis, const std::vector<Text>& row, const std::optional<Nearby>& nearby,
                   Findings& findings) {
    std::vector<Cell> cells;
    for (const Text& text : row) cells.push_back(read_cell(text, nearby));
    const auto fits_neighbour = [&](std::size_t i) {
        return (i > 0 && fit(cells[i - 1], cells[i])) || (i + 1 < cells.size() && fit(cells[i], cells[i + 1]));
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].named || fits_neighbour(i) || looked_at_before(analysis.plan, row[i].span)) continue;
        for (const std::size_t beside : {i - 1, i + 1}) {
            if (beside >= cells.size() || !cells[beside].date || cells[beside].told || fits_neighbour(beside)) continue;
            cells[beside].told = true;
            findings
                .add(Severity::warning, row[i].span,
                     fmt::format("{} is a {}, not {}", quoted(row[beside].value),
                                 weekday_names[weekday_of(*cells[beside].date->date)], quoted(row[i].value)))
                .others.push_back({row[beside].span, "the date"});
            break;
        }
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
    for (const Matrix& matrix : analysis.plan.matrices) {
        for (const std::vector<Text>& row : matrix.rows) compare_cells(analysis, row, nearby, findings);
    }
}

} // namespace

const Rule rules::weekday_mismatch{
    .name = "weekday-mismatch",
    .group = "Content",
    .severity = Severity::error,
    .finds =
        "a text that names a weekday beside a date which falls on another one, in Chinese or English. A date without a "
        "year is taken to be near the plan's own.",
    .why = "Half of the readers come on the date, the other half on the weekday.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: Goes live on Friday 2026-03-05.}
)",
    .mend =
        "Mend the one that is wrong; better, leave the date out of the text: documents show the computed one with its "
        "weekday. Read are `2026-03-05`, `2026/3/5`, `2026.3.5`, `20260305`, `2026年3月5日`, `3月5日`, `March 5`, `5 "
        "Mar 2026` "
        "with `周五`, `星期五`, `礼拜五`, `（五）`, `Fri` or `Friday` directly before or behind them; and, as a "
        "warning, `3/5` "
        "and `03-05`, and a weekday in the next cell of a table. Left alone are several days (`周一至周五`, `every "
        "Friday`), shares (`3/5 passed`), weekdays further away, dates far from the plan's own, and week numbers.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, summary: Goes live on Thursday 2026-03-05.}
)",
    .related = "placeholder-text",
    .check = check,
};

} // namespace planc
