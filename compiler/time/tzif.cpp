// Reads the blocks of a TZif file.
#include "time/tzif.h"

#include <algorithm>
#include <limits>

namespace planc {
namespace {

struct Counts {
    std::size_t is_ut, is_standard, leaps, times, types, characters;
};

constexpr std::size_t header_size = 44;

std::int64_t big_endian(std::string_view bytes) {
    std::uint64_t value = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(value);
}

std::optional<Counts> read_header(std::string_view bytes) {
    if (bytes.size() < header_size || bytes.substr(0, 4) != "TZif") return std::nullopt;
    std::size_t numbers[6];
    for (std::size_t i = 0; i < 6; ++i) {
        const auto number = big_endian(bytes.substr(20 + 4 * i, 4));
        if (number < 0 || number > 100000) return std::nullopt;
        numbers[i] = static_cast<std::size_t>(number);
    }
    return Counts{numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]};
}

std::size_t block_size(const Counts& counts, std::size_t time_size) {
    return counts.times * (time_size + 1) + counts.types * 6 + counts.characters + counts.leaps * (time_size + 4) +
           counts.is_standard + counts.is_ut;
}

std::int64_t floor_minutes(std::int64_t seconds) { return seconds >= 0 ? seconds / 60 : -((-seconds + 59) / 60); }

/// `block` has the size that `counts` gives.
std::optional<std::vector<OffsetChange>> read_block(std::string_view block, const Counts& counts,
                                                    std::size_t time_size) {
    if (counts.types == 0) return std::nullopt;
    const auto offset_of = [&](std::size_t type) {
        return static_cast<std::int32_t>(
            floor_minutes(big_endian(block.substr(counts.times * (time_size + 1) + type * 6, 4))));
    };
    std::vector<OffsetChange> changes{{std::numeric_limits<std::int64_t>::min(), offset_of(0)}};
    for (std::size_t i = 0; i < counts.times; ++i) {
        const auto seconds =
            std::max(big_endian(block.substr(i * time_size, time_size)), std::numeric_limits<std::int64_t>::min() / 2);
        const std::size_t type = static_cast<unsigned char>(block[counts.times * time_size + i]);
        if (type >= counts.types) return std::nullopt;
        const OffsetChange change{-floor_minutes(-seconds), offset_of(type)};
        if (change.offset == changes.back().offset) continue;
        if (change.at <= changes.back().at) return std::nullopt;
        changes.push_back(change);
    }
    return changes;
}

} // namespace

std::optional<std::vector<OffsetChange>> read_tzif(std::string_view bytes) {
    auto counts = read_header(bytes);
    if (!counts) return std::nullopt;
    const char version = bytes[4];
    std::size_t time_size = 4;
    bytes.remove_prefix(header_size);
    if (version != '\0') {
        const auto first = block_size(*counts, time_size);
        if (bytes.size() < first) return std::nullopt;
        bytes.remove_prefix(first);
        counts = read_header(bytes);
        if (!counts) return std::nullopt;
        bytes.remove_prefix(header_size);
        time_size = 8;
    }
    const auto size = block_size(*counts, time_size);
    if (bytes.size() < size) return std::nullopt;
    auto changes = read_block(bytes.substr(0, size), *counts, time_size);
    if (!changes || version == '\0') return changes;
    bytes.remove_prefix(size);
    if (bytes.size() < 2 || bytes.front() != '\n' || bytes.back() != '\n') return std::nullopt;
    if (!add_yearly_rule(*changes, bytes.substr(1, bytes.size() - 2))) return std::nullopt;
    return changes;
}

} // namespace planc
