// Reads one compiled time zone file (TZif, RFC 8536) into offsets and the moments they change.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace planc {

/// From `at` (minutes of UTC since 1970) on, local time is UTC + `offset` minutes. Seconds of the offsets of old are
/// dropped.
struct OffsetChange {
    std::int64_t at = 0;
    std::int32_t offset = 0;
};

/// The last year for which yearly rules are written out; later, the offset stays as it is.
inline constexpr int last_zone_year = 3000;

/// In order of time, at least one, the first one at the smallest number there is. Nothing if the bytes are no whole
/// TZif file.
std::optional<std::vector<OffsetChange>> read_tzif(std::string_view bytes);

/// Adds what the rule at a file's end (`EST5EDT,M3.2.0,M11.1.0`) says after the last change in `changes`, which is not
/// empty. False if it cannot be read; an empty rule says nothing.
bool add_yearly_rule(std::vector<OffsetChange>& changes, std::string_view rule);

} // namespace planc
