// Compiled time zone files: short ones with a rule at the end, and broken ones.
#include "time/tzif.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

using namespace planc;

namespace {

std::string big_endian(std::int64_t value, int bytes) {
    std::string text;
    while (bytes-- > 0) text += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * bytes));
    return text;
}

std::string header(int times, int types) {
    std::string text = "TZif2" + std::string(15, '\0');
    for (const int count : {0, 0, 0, times, types, 4}) text += big_endian(count, 4);
    return text;
}

/// A file in the short form: no 32-bit times, the changes given, and a rule.
std::string file(const std::vector<std::pair<std::int64_t, int>>& changes, const std::vector<int>& offsets,
                 const std::string& rule) {
    std::string text = header(0, 1) + std::string(6, '\0') + std::string(4, 'x');
    text += header(static_cast<int>(changes.size()), static_cast<int>(offsets.size()));
    for (const auto& [seconds, type] : changes) text += big_endian(seconds, 8);
    for (const auto& [seconds, type] : changes) text += static_cast<char>(type);
    for (const int offset : offsets) text += big_endian(offset, 4) + std::string(2, '\0');
    return text + "abc" + '\0' + '\n' + rule + '\n';
}

std::int64_t utc_minutes(int year, int month, int day, int hour) {
    return std::chrono::sys_days{std::chrono::year{year} / month / day}.time_since_epoch().count() * 1440 + hour * 60;
}

std::int32_t offset_at(const std::vector<OffsetChange>& changes, std::int64_t minute) {
    std::int32_t offset = 0;
    for (const auto& change : changes)
        if (change.at <= minute) offset = change.offset;
    return offset;
}

} // namespace

TEST_CASE("the rule at the end of a short file gives all later years") {
    const auto changes = read_tzif(file({{1173596400, 1}}, {-18000, -14400}, "EST5EDT,M3.2.0,M11.1.0"));
    REQUIRE(changes);
    CHECK(offset_at(*changes, utc_minutes(2000, 7, 1, 0)) == -300);
    CHECK(offset_at(*changes, utc_minutes(2007, 3, 11, 6)) == -300);
    CHECK(offset_at(*changes, utc_minutes(2007, 3, 11, 7)) == -240);
    CHECK(offset_at(*changes, utc_minutes(2007, 11, 4, 6)) == -300);
    CHECK(offset_at(*changes, utc_minutes(2025, 3, 9, 6)) == -300);
    CHECK(offset_at(*changes, utc_minutes(2025, 3, 9, 7)) == -240);
    CHECK(offset_at(*changes, utc_minutes(2025, 11, 2, 5)) == -240);
    CHECK(offset_at(*changes, utc_minutes(2025, 11, 2, 6)) == -300);
    CHECK(offset_at(*changes, utc_minutes(3000, 7, 1, 0)) == -240);
}

TEST_CASE("rules by the day of the year, with and without 29 February") {
    const auto by = [](const char* rule) { return read_tzif(file({}, {0}, rule)).value(); };
    const auto julian = by("AAA0BBB,J60/0,J300/0");
    CHECK(offset_at(julian, utc_minutes(2024, 3, 1, 0) - 1) == 0);
    CHECK(offset_at(julian, utc_minutes(2024, 3, 1, 0)) == 60);
    CHECK(offset_at(julian, utc_minutes(2025, 3, 1, 0) - 1) == 0);
    CHECK(offset_at(julian, utc_minutes(2025, 3, 1, 0)) == 60);
    const auto counted = by("<+00>0<+01>-1,59/0,300/0");
    CHECK(offset_at(counted, utc_minutes(2024, 2, 29, 0) - 1) == 0);
    CHECK(offset_at(counted, utc_minutes(2024, 2, 29, 0)) == 60);
    CHECK(offset_at(counted, utc_minutes(2025, 3, 1, 0) - 1) == 0);
    CHECK(offset_at(counted, utc_minutes(2025, 3, 1, 0)) == 60);
    // Summer time all the year round, as RFC 8536 writes it.
    const auto always = read_tzif(file({}, {-10800}, "XXX3EDT4,0/0,J365/23")).value();
    for (int year = 2000; year < 2010; ++year) {
        CHECK(offset_at(always, utc_minutes(year, 1, 1, 3)) == -240);
        CHECK(offset_at(always, utc_minutes(year, 7, 1, 0)) == -240);
    }
}

TEST_CASE("seconds of old offsets are dropped") {
    const auto changes = read_tzif(file({{-2177481943, 1}}, {29143, 28800}, "CST-8")).value();
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].offset == 485);
    CHECK(changes[1].offset == 480);
    // The first whole minute at or after the change.
    CHECK(changes[1].at == -36291365);
}

TEST_CASE("a rule that cannot be read makes no zone") {
    for (const char* rule :
         {"EST", "5", "EST5EDT", "EST5EDT,", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0",
          "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2.0,M11.1.0x", "<EST5", "EST999",
          "EST5EDT,J0,J5", "EST5EDT,M3.2.0/,M11.1.0", "EST5:", "EST5:99"}) {
        CAPTURE(rule);
        CHECK_FALSE(read_tzif(file({}, {0}, rule)));
    }
    CHECK(read_tzif(file({}, {0}, "")));
}

TEST_CASE("a file cut off anywhere is no zone, and changed bytes do no harm") {
    const auto whole = file({{1173596400, 1}, {1194156000, 0}}, {-18000, -14400}, "EST5EDT,M3.2.0,M11.1.0");
    REQUIRE(read_tzif(whole));
    for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
        const auto changes = read_tzif(whole.substr(0, size));
        if (changes) FAIL("read at " << size);
    }
    std::mt19937 random{7};
    std::size_t read = 0;
    for (int i = 0; i < 5000; ++i) {
        auto broken = whole;
        for (int n = 0; n < 3; ++n) broken[random() % broken.size()] = static_cast<char>(random());
        const auto changes = read_tzif(broken);
        if (!changes) continue;
        ++read;
        for (std::size_t at = 1; at < changes->size(); ++at) REQUIRE((*changes)[at - 1].at < (*changes)[at].at);
    }
    CHECK(read > 0);
}
