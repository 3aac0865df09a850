// Written times: what is written is read back, and random and spoilt texts do no harm.
#include "time/written.h"

#include <catch2/catch.hpp>
#include <random>
#include <source_location>

using namespace planc;

namespace {

struct Random {
    std::mt19937 engine;
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>{low, high}(engine);
    }
    template <std::size_t n>
    const char* one_of(const char* const (&texts)[n]) {
        return texts[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(n) - 1))];
    }
};

Date random_date(Random& random) {
    const Date first{std::chrono::year{1900} / 1 / 1};
    const Date last{std::chrono::year{2999} / 12 / 31};
    return first + std::chrono::days{random.between(0, (last - first).count())};
}

Duration random_duration(Random& random) {
    if (random.between(0, 2) == 0) return {random.between(0, 5844000) * 9, true};
    const std::int64_t unit = random.between(0, 1) == 0 ? 1 : random.between(0, 1) == 0 ? 60 : 1440;
    return {random.between(0, 52596000 / unit) * unit, false};
}

bool same(const WrittenInstant& a, const WrittenInstant& b) {
    return a.form == b.form && a.anchor == b.anchor && a.minute == b.minute && a.offset == b.offset &&
           a.date == b.date && a.target == b.target;
}

/// As REQUIRE, without its cost where it holds.
void expect(bool holds, std::string_view text, std::source_location place = std::source_location::current()) {
    if (!holds) FAIL("`" << text << "`, line " << place.line());
}

/// What a mistake's help must suggest can be read, where it says `write` and a text.
template <class Parse>
void check_error(const TimeError& error, std::string_view text, const Parse& parse) {
    expect(error.begin <= error.end, text);
    expect(error.end <= text.size(), text);
    expect(!error.message.empty(), text);
    expect(!error.help.empty(), text);
    expect(error.message.size() < 600, text);
    expect(error.message.find_first_of("\n\r\t") == std::string::npos, text);
    constexpr std::string_view opening = "write `";
    if (!error.help.starts_with(opening)) return;
    const auto better = error.help.substr(opening.size(), error.help.find('`', opening.size()) - opening.size());
    expect(!std::holds_alternative<TimeError>(parse(better)), text);
}

/// Every parser on one text.
void check_all(const std::string& text) {
    const auto check = [&](const auto& parse) {
        const auto result = parse(text);
        if (const auto* error = std::get_if<TimeError>(&result)) check_error(*error, text, parse);
    };
    check([](std::string_view t) { return parse_date(t); });
    check([](std::string_view t) { return parse_clock(t); });
    check([](std::string_view t) { return parse_duration(t); });
    check([](std::string_view t) { return parse_date_range(t); });
    check([](std::string_view t) { return parse_clock_range(t); });
    check([](std::string_view t) { return parse_instant(t, {}); });

    if (const auto date = parse_date(text); const auto* read = std::get_if<Date>(&date))
        expect(format_date(*read) == text, text);
    if (const auto duration = parse_duration(text); const auto* read = std::get_if<Duration>(&duration))
        expect(std::get<Duration>(parse_duration(format_duration(*read))) == *read, text);
    const auto instant = parse_instant(text, {});
    if (const auto* read = std::get_if<WrittenInstant>(&instant)) {
        const auto canonical = format_written(*read);
        const auto again = parse_instant(canonical, {});
        expect(std::holds_alternative<WrittenInstant>(again), text);
        expect(same(std::get<WrittenInstant>(again), *read), text);
        expect(format_written(std::get<WrittenInstant>(again)) == canonical, text);
        if (read->form != WrittenInstant::Form::relative) expect(canonical == text, text);
    }
}

const char* const texts[] = {"2025-12-08",
                             "2025-12-08 22:00",
                             "02:00",
                             "launch - 7d",
                             "gray-1.end + 2h",
                             "import.3.start - 1h 30m",
                             "launch",
                             "3wd",
                             "0.5d",
                             "1w 2d 3h 4m",
                             "2025-12-24 .. 2025-12-26",
                             "09:00 .. 24:00",
                             "2025年12月8日（周一） 下午10点半",
                             "Dec 8th, 2025 10:30 pm",
                             "2025-12-08T22:00:00.5+08:00",
                             "3 working days",
                             "1 hour and 30 minutes",
                             "P3DT4H",
                             "7 days before launch",
                             "２０２５／１２／０８　２２：００"};

const char* const pieces[] = {"-",    ".",     "..",     " ",    ":",  "/",        "T",         "Z",
                              "+",    "d",     "wd",     "h",    "m",  "w",        "0",         "00",
                              "24",   "25",    "60",     "99",   "30", "2025",     "年",        "月",
                              "日",   "点",    "分",     "天",   "周", "个工作日", "至",        "～",
                              "－",   "：",    "０",     "am",   "pm", "UTC",      "January",   "to ",
                              "s",    "month", "(",      ")",    "`",  "\n",       "\t",        "\xFF",
                              "\xE5", "\x80",  "launch", ".end", ".5", ",",        "999999999", "\xF0\x9F\x9A\x80"};

} // namespace

TEST_CASE("what is written is read back as it was") {
    Random random{std::mt19937{11}};
    for (int i = 0; i < 20000; ++i) {
        const Date date = random_date(random);
        REQUIRE(std::get<Date>(parse_date(format_date(date))) == date);
        const Duration duration = random_duration(random);
        REQUIRE(std::get<Duration>(parse_duration(format_duration(duration))) == duration);

        WrittenInstant written;
        written.form = static_cast<WrittenInstant::Form>(random.between(1, 4));
        if (written.form == WrittenInstant::Form::date || written.form == WrittenInstant::Form::date_time)
            written.date = date;
        if (written.form == WrittenInstant::Form::clock || written.form == WrittenInstant::Form::date_time)
            written.minute = static_cast<std::int16_t>(random.between(0, 1439));
        if (written.form == WrittenInstant::Form::relative) {
            written.target = random.one_of({"launch", "gray-20", "import.3", "a", "x-1.2.3"});
            written.anchor = static_cast<Anchor>(random.between(0, 2));
            if (duration.count != 0) written.offset = duration;
            if (random.between(0, 1) == 0) written.offset.count = -written.offset.count;
        }
        const auto text = format_written(written);
        INFO(text);
        REQUIRE(same(std::get<WrittenInstant>(parse_instant(text, {})), written));
    }
}

TEST_CASE("spoilt texts are refused with advice that can be followed, or read as they stand") {
    Random random{std::mt19937{12}};
    for (int i = 0; i < 40000; ++i) {
        std::string text = random.one_of(texts);
        for (auto changes = random.between(1, 4); changes > 0; --changes) {
            const auto at = static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(text.size())));
            switch (random.between(0, 3)) {
            case 0:
                text.insert(at, random.one_of(pieces));
                break;
            case 1:
                text.erase(at, static_cast<std::size_t>(random.between(1, 3)));
                break;
            case 2:
                text.replace(at, static_cast<std::size_t>(random.between(1, 3)), random.one_of(pieces));
                break;
            default:
                text = text.substr(0, at) + random.one_of(texts);
                break;
            }
        }
        check_all(text);
    }
}

TEST_CASE("random pieces and random bytes do no harm") {
    Random random{std::mt19937{13}};
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto count = random.between(0, 8); count > 0; --count)
            text += random.between(0, 4) == 0 ? std::string(1, static_cast<char>(random.between(0, 255)))
                                              : std::string{random.one_of(pieces)};
        check_all(text);
    }
    check_all(std::string(1000000, '9') + "d");
    check_all(std::string(199, '-'));
    check_all(std::string(150, '+') + "7d");
    check_all("a" + std::string(100, ' ') + "- 7d");
    for (int length = 0; length < 400; ++length) {
        std::string text;
        while (static_cast<int>(text.size()) < length) text += "1h ";
        check_all(text);
    }
}

TEST_CASE("every date and every minute of a day, right or wrong, gets the one answer") {
    int dates = 0;
    int clocks = 0;
    for (int month = 0; month <= 99; ++month)
        for (int day = 0; day <= 99; ++day) {
            const auto two = [](int n) {
                return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
            };
            const auto date = "2023-" + two(month) + "-" + two(day);
            const auto clock = two(month) + ":" + two(day);
            dates += std::holds_alternative<Date>(parse_date(date)) ? 1 : 0;
            clocks += std::holds_alternative<int>(parse_clock(clock)) ? 1 : 0;
            check_all(date);
            check_all(clock);
        }
    CHECK(dates == 365);
    CHECK(clocks == 1440);
}
