// Time zones against the date library and against the plain reading of every minute around a clock change.
#include "time/zone.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <date/tz.h>
#include <random>
#include <thread>

using namespace planc;

namespace {

Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
    return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)} +
           minutes{hour * 60 + minute};
}

LocalTime local(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
    return LocalTime{utc(year, month, day, hour, minute).time_since_epoch()};
}

std::int64_t offset_at(const Zone& zone, Instant instant) {
    return (zone.to_local(instant).time_since_epoch() - instant.time_since_epoch()).count();
}

/// The offset of the date library in whole minutes, seconds dropped downwards.
std::int64_t library_offset(const date::time_zone& zone, Instant instant) {
    const date::sys_seconds seconds{std::chrono::seconds{instant.time_since_epoch()}};
    return std::chrono::floor<minutes>(zone.get_info(seconds).offset).count();
}

/// Each moment between the years at which the zone's clock is set, found hour by hour and then minute by minute.
std::vector<Instant> changes_between(const Zone& zone, int first_year, int last_year) {
    std::vector<Instant> changes;
    for (Instant at = utc(first_year, 1, 1); at < utc(last_year, 1, 1); at += minutes{60}) {
        if (offset_at(zone, at) == offset_at(zone, at + minutes{60})) continue;
        Instant exact = at + minutes{1};
        while (offset_at(zone, exact) == offset_at(zone, at)) exact += minutes{1};
        changes.push_back(exact);
    }
    return changes;
}

} // namespace

TEST_CASE("every zone has the offsets that the date library finds, up to 2037") {
    std::mt19937 random{20251208};
    const auto names = Zone::names();
    REQUIRE(names.size() > 300);
    CHECK(std::is_sorted(names.begin(), names.end()));
    for (const auto& name : names) {
        CAPTURE(name);
        const auto zone = Zone::find(name);
        REQUIRE(zone);
        CHECK(zone->name() == name);
        const auto* other = date::locate_zone(name);
        std::uniform_int_distribution<std::int64_t> minute{utc(1905, 1, 1).time_since_epoch().count(),
                                                           utc(2037, 12, 31).time_since_epoch().count()};
        int different = 0;
        for (int i = 0; i < 300; ++i) {
            const Instant at{minutes{minute(random)}};
            different += offset_at(*zone, at) == library_offset(*other, at) ? 0 : 1;
        }
        CHECK(different == 0);
    }
}

TEST_CASE("summer time goes on after 2037") {
    const auto new_york = Zone::find("America/New_York").value();
    CHECK(offset_at(new_york, utc(2050, 7, 1)) == -240);
    CHECK(offset_at(new_york, utc(2050, 12, 1)) == -300);
    const auto berlin = Zone::find("Europe/Berlin").value();
    CHECK(offset_at(berlin, utc(2999, 7, 1)) == 120);
    CHECK(offset_at(berlin, utc(2999, 12, 1)) == 60);
    CHECK(berlin.resolve(local(2040, 3, 25, 2, 30)).kind == Resolved::Kind::gap);
    const auto lord_howe = Zone::find("Australia/Lord_Howe").value();
    CHECK(offset_at(lord_howe, utc(2100, 1, 1)) == 660);
    CHECK(offset_at(lord_howe, utc(2100, 7, 1)) == 630);
    CHECK(offset_at(Zone::find("Asia/Shanghai").value(), utc(2500, 7, 1)) == 480);
}

TEST_CASE("a clock time in a gap is the moment of the jump, and one that comes twice has both its instants") {
    const auto berlin = Zone::find("Europe/Berlin").value();
    const auto gap = berlin.resolve(local(2025, 3, 30, 2, 30));
    CHECK(gap.kind == Resolved::Kind::gap);
    CHECK(gap.first == utc(2025, 3, 30, 1));
    CHECK(gap.second == gap.first);
    const auto twice = berlin.resolve(local(2025, 10, 26, 2, 30));
    CHECK(twice.kind == Resolved::Kind::overlap);
    CHECK(twice.first == utc(2025, 10, 26, 0, 30));
    CHECK(twice.second == utc(2025, 10, 26, 1, 30));
    CHECK(berlin.resolve(local(2025, 10, 26, 3)).kind == Resolved::Kind::unique);
    // Lord Howe moves its clocks by half an hour.
    const auto half = Zone::find("Australia/Lord_Howe").value().resolve(local(2025, 10, 5, 2, 15));
    CHECK(half.kind == Resolved::Kind::gap);
    // Samoa left out 30 December 2011.
    const auto apia = Zone::find("Pacific/Apia").value();
    CHECK(apia.resolve(local(2011, 12, 30, 12)).kind == Resolved::Kind::gap);
    CHECK(apia.to_instant(local(2011, 12, 30)) == apia.to_instant(local(2011, 12, 31)));
    // Shanghai had summer time from 1986 to 1991.
    CHECK(offset_at(Zone::find("Asia/Shanghai").value(), utc(1990, 7, 1)) == 540);
}

TEST_CASE("around each clock change, resolve() agrees with a search of all minutes") {
    struct Stretch {
        const char* zone;
        int first_year, last_year;
        std::size_t changes;
    };
    const Stretch stretches[] = {{"Europe/Berlin", 2019, 2027, 16},       {"America/New_York", 2019, 2027, 16},
                                 {"Australia/Lord_Howe", 2019, 2027, 16}, {"Asia/Shanghai", 1986, 1992, 12},
                                 {"America/St_Johns", 2004, 2012, 16},    {"America/Havana", 2010, 2014, 8},
                                 {"Africa/Casablanca", 2019, 2025, 12},   {"Europe/Dublin", 2038, 2042, 8},
                                 {"Pacific/Apia", 2009, 2013, 6},         {"UTC", 2000, 2002, 0}};
    for (const auto& stretch : stretches) {
        CAPTURE(stretch.zone);
        const auto zone = Zone::find(stretch.zone).value();
        const auto changes = changes_between(zone, stretch.first_year, stretch.last_year);
        CHECK(changes.size() == stretch.changes);
        for (const Instant change : changes) {
            constexpr int around = 240;
            const LocalTime middle = zone.to_local(change);
            std::vector<std::vector<Instant>> shown(2 * around);
            for (Instant at = change - minutes{1800}; at < change + minutes{1800}; at += minutes{1}) {
                const auto place = (zone.to_local(at) - middle).count() + around;
                if (place >= 0 && place < 2 * around) shown[static_cast<std::size_t>(place)].push_back(at);
            }
            int wrong = 0;
            for (int i = 0; i < 2 * around; ++i) {
                const auto resolved = zone.resolve(middle + minutes{i - around});
                const auto& instants = shown[static_cast<std::size_t>(i)];
                const bool right = instants.empty() ? resolved.kind == Resolved::Kind::gap && resolved.first == change
                                   : instants.size() == 1
                                       ? resolved.kind == Resolved::Kind::unique && resolved.first == instants[0]
                                       : resolved.kind == Resolved::Kind::overlap &&
                                             resolved.first == instants.front() && resolved.second == instants.back();
                wrong += right ? 0 : 1;
            }
            CHECK(wrong == 0);
        }
    }
}

TEST_CASE("what is no zone is not found") {
    for (const char* name : {"", "Asia/Shangai", "asia/shanghai", "Asia", "Asia/", "/Asia/Shanghai", "../zoneinfo/UTC",
                             "zone.tab", "tzdata.zi", "localtime", "posixrules", "right/UTC", "posix/UTC", "Factory",
                             "Asia//Shanghai", "leapseconds", "Asia/Shanghai ", "北京"})
        CHECK_FALSE(Zone::find(name));
    CHECK_FALSE(Zone::find(std::string(100000, 'a')));
    CHECK_FALSE(Zone::find(std::string_view("UTC\0x", 5)));
}

TEST_CASE("a zone without a name is UTC") {
    CHECK(Zone{}.name() == "UTC");
    CHECK(offset_at(Zone{}, utc(2025, 7, 1)) == 0);
    CHECK(Zone{}.resolve(local(2025, 7, 1)).kind == Resolved::Kind::unique);
}

TEST_CASE("one zone serves several threads") {
    const auto zone = Zone::find("Europe/Berlin").value();
    std::vector<std::int64_t> sums(4);
    std::vector<std::thread> threads;
    for (auto& sum : sums)
        threads.emplace_back([&sum, zone] {
            for (int hour = 0; hour < 200000; ++hour) sum += offset_at(zone, utc(2010, 1, 1) + minutes{60 * hour});
        });
    for (auto& thread : threads) thread.join();
    CHECK(sums == std::vector<std::int64_t>(4, sums[0]));
}
