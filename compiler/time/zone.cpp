// Looks up offsets in a table made once per zone.
#include "time/zone.h"

#include "time/tzif.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string_view>
#include <utility>

namespace planc {
namespace {

/// 2^16 minutes, about 45 days: a zone rarely changes twice in it.
constexpr int bucket_bits = 16;
constexpr std::int64_t first_bucket =
    std::chrono::sys_days{std::chrono::year{1900} / 1 / 1}.time_since_epoch().count() * minutes_per_day;
constexpr std::int64_t last_bucket =
    std::chrono::sys_days{std::chrono::year{last_zone_year + 1} / 1 / 1}.time_since_epoch().count() * minutes_per_day;
constexpr std::size_t bucket_count = ((last_bucket - first_bucket) >> bucket_bits) + 1;

/// No offset in the tz database is this far from UTC.
constexpr std::int64_t offset_bound = 26 * 60;

constexpr std::size_t largest_file = std::size_t{1} << 20;

/// Where systems keep the tz database.
constexpr std::string_view folders[] = {"/usr/share/zoneinfo/", "/etc/zoneinfo/", "/usr/lib/zoneinfo/"};

bool is_zone_name(std::string_view name) {
    if (name.empty() || name.size() > 100 || name.front() == '/' || name.back() == '/') return false;
    for (const char c : name) {
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-' && c != '+' && c != '/') return false;
    }
    // Beside the zones themselves, the system's folder holds copies of them and links that differ between machines.
    for (const std::string_view folder : {"posix/", "right/"})
        if (name.substr(0, folder.size()) == folder) return false;
    return name.find("//") == std::string_view::npos && name != "localtime" && name != "posixrules" &&
           name != "Factory";
}

std::optional<std::vector<OffsetChange>> load(std::string_view name) {
    for (const std::string_view folder : folders) {
        std::ifstream file(std::string(folder).append(name), std::ios::binary);
        if (!file) continue;
        std::string bytes(4096, '\0');
        std::size_t size = 0;
        while (file.read(bytes.data() + size, static_cast<std::streamsize>(bytes.size() - size)), file.gcount() > 0) {
            size += static_cast<std::size_t>(file.gcount());
            if (size == bytes.size()) bytes.resize(size * 2);
            if (size > largest_file) return std::nullopt;
        }
        bytes.resize(size);
        if (auto changes = read_tzif(bytes)) return changes;
    }
    return std::nullopt;
}

} // namespace

struct Zone::Table {
    std::string name;
    std::vector<OffsetChange> changes;
    /// Which change holds at the start of each bucket. Empty if there is just one.
    std::vector<std::uint16_t> buckets;

    Table(std::string_view name_given, std::vector<OffsetChange> changes_given)
        : name(name_given), changes(std::move(changes_given)) {
        if (changes.size() == 1) return;
        buckets.reserve(bucket_count);
        std::size_t change = 0;
        for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
            const auto begin = first_bucket + (static_cast<std::int64_t>(bucket) << bucket_bits);
            while (change + 1 < changes.size() && changes[change + 1].at <= begin) ++change;
            buckets.push_back(static_cast<std::uint16_t>(change));
        }
        buckets.front() = 0; // it also serves all time before
    }

    /// The number of the change that holds at `minute` of UTC.
    std::size_t find(std::int64_t minute) const {
        if (buckets.empty()) return 0;
        const auto clamped = std::clamp(minute, first_bucket, last_bucket);
        std::size_t change = buckets[static_cast<std::size_t>((clamped - first_bucket) >> bucket_bits)];
        while (change + 1 < changes.size() && changes[change + 1].at <= minute) ++change;
        return change;
    }
    /// When change number `change` ends to hold.
    std::int64_t end(std::size_t change) const {
        return change + 1 < changes.size() ? changes[change + 1].at : std::numeric_limits<std::int64_t>::max();
    }
};

Zone::Zone() {
    static const auto utc =
        std::make_shared<const Table>("UTC", std::vector{OffsetChange{std::numeric_limits<std::int64_t>::min(), 0}});
    table_ = utc;
}

std::optional<Zone> Zone::find(std::string_view name) {
    if (!is_zone_name(name)) return std::nullopt;
    Zone zone;
    if (name == "UTC") return zone;
    auto changes = load(name);
    if (!changes || changes->size() > std::numeric_limits<std::uint16_t>::max()) return std::nullopt;
    zone.table_ = std::make_shared<const Table>(name, std::move(*changes));
    return zone;
}

std::vector<std::string> Zone::names() {
    std::vector<std::string> names;
    std::string line;
    for (const std::string_view folder : folders) {
        std::ifstream file(std::string(folder) + "tzdata.zi");
        while (std::getline(file, line)) {
            // The rules of the tz database as text: `Z NAME …` begins a zone, `L TARGET NAME` gives one a second name
            // (zic(8)).
            const std::size_t begin = line.starts_with("Z ") ? 2 : line.starts_with("L ") ? line.find(' ', 2) + 1 : 0;
            if (begin == 0) continue;
            std::string name = line.substr(begin, line.find(' ', begin) - begin);
            if (is_zone_name(name)) names.push_back(std::move(name));
        }
        if (!names.empty()) break;
    }
    std::sort(names.begin(), names.end());
    return names;
}

const std::string& Zone::name() const { return table_->name; }

LocalTime Zone::to_local(Instant instant) const {
    const auto minute = instant.time_since_epoch().count();
    return LocalTime{minutes{minute + table_->changes[table_->find(minute)].offset}};
}

Resolved Zone::resolve(LocalTime local) const {
    const auto minute = local.time_since_epoch().count();
    const auto& changes = table_->changes;
    std::size_t change = table_->find(minute - offset_bound);
    if (minute + offset_bound < table_->end(change)) {
        const Instant only{minutes{minute - changes[change].offset}};
        return {Resolved::Kind::unique, only, only};
    }
    std::optional<Instant> first;
    std::optional<Instant> last;
    std::optional<Instant> jump;
    for (; change < changes.size() && changes[change].at <= minute + offset_bound; ++change) {
        const auto candidate = minute - changes[change].offset;
        if (candidate < changes[change].at) {
            // Before this change, and past the end of the one before: the clock jumped over it.
            if (!jump) jump = Instant{minutes{changes[change].at}};
        } else if (candidate < table_->end(change)) {
            last = Instant{minutes{candidate}};
            if (!first) first = last;
        }
    }
    if (!last) return {Resolved::Kind::gap, *jump, *jump};
    return {*first == *last ? Resolved::Kind::unique : Resolved::Kind::overlap, *first, *last};
}

} // namespace planc
