// A time zone from the system's tz database; offsets are cached, so that look-ups cost little.
#pragma once

#include "time/instant.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// What a local time means in a zone.
struct Resolved {
    enum class Kind : std::uint8_t { unique, gap, overlap };
    Kind kind = Kind::unique;
    Instant first;  ///< the instant; in a gap the instant the clock jumps; in an overlap the earlier one
    Instant second; ///< in an overlap the later one, otherwise as `first`
};

class Zone {
public:
    /// UTC.
    Zone();
    /// `Asia/Shanghai` and the like; nothing if the tz database does not have it or cannot be read.
    static std::optional<Zone> find(std::string_view name);
    /// Every name in the tz database, for "did you mean".
    static std::vector<std::string> names();

    const std::string& name() const;
    LocalTime to_local(Instant instant) const;
    Resolved resolve(LocalTime local) const;
    /// As `resolve`, taking the first answer.
    Instant to_instant(LocalTime local) const { return resolve(local).first; }

private:
    struct Table;
    std::shared_ptr<const Table> table_;
};

} // namespace planc
