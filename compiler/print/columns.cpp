// Columns get their natural widths where they fit; otherwise long ones are made narrower, so that cells become about
// equally high, and short ones stay whole as long as possible.
#include "print/columns.h"

#include <algorithm>
#include <numeric>

namespace planc {

namespace {

constexpr double narrow_column = 46; ///< no column of longer texts is narrower if possible
constexpr double wide_enough = 110;  ///< for a column of longer texts, beside columns that are kept whole
constexpr double tiny_column = 40;   ///< numbers and boxes to tick
constexpr double short_column = 82;

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

std::vector<double> collect(std::span<const ColumnNeed> needs, double (*value)(const ColumnNeed&)) {
    std::vector<double> out;
    for (const ColumnNeed& need : needs) out.push_back(value(need));
    return out;
}

/// `factor * usual`, between the bounds, with the factor that makes them add up to `available`.
std::vector<double> squeeze(std::span<const ColumnNeed> needs, const std::vector<double>& lowest,
                            const std::vector<double>& highest, double available) {
    double low = 0;
    double high = 1;
    std::vector<double> widths(needs.size());
    const auto with = [&](double factor) {
        for (std::size_t i = 0; i < needs.size(); ++i)
            widths[i] = std::clamp(factor * needs[i].usual, lowest[i], std::max(lowest[i], highest[i]));
        return sum(widths);
    };
    while (with(high) < available && high < 1e6) high *= 2;
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        (with(middle) < available ? low : high) = middle;
    }
    with(low);
    return widths;
}

/// Columns to write in grow where there are any; otherwise those of longer texts most, and tiny ones not at all.
double weight_of(const ColumnNeed& need, bool by_hand) {
    if (by_hand) return need.room;
    if (need.natural <= tiny_column) return 0;
    return need.natural <= short_column ? 0.3 * need.natural : need.natural;
}

void stretch(std::vector<double>& widths, std::span<const ColumnNeed> needs, double available) {
    const double rest = available - sum(widths);
    const bool by_hand = std::any_of(needs.begin(), needs.end(), [](const ColumnNeed& need) { return need.room > 0; });
    double weights = 0;
    for (const ColumnNeed& need : needs) weights += weight_of(need, by_hand);
    for (std::size_t i = 0; i < needs.size(); ++i)
        widths[i] +=
            weights > 0 ? rest * weight_of(needs[i], by_hand) / weights : rest / static_cast<double>(needs.size());
}

/// Columns with a natural width up to `limit` are kept whole, others wide enough to be read.
std::vector<double> keep_whole(std::span<const ColumnNeed> needs, double limit) {
    std::vector<double> lowest;
    for (const ColumnNeed& need : needs) {
        const double enough = std::min(need.natural, std::clamp(0.4 * need.natural, narrow_column, wide_enough));
        lowest.push_back(std::max({need.least, need.room, need.natural <= limit ? need.natural : enough}));
    }
    return lowest;
}

} // namespace

std::vector<double> share_width(std::span<const ColumnNeed> needs, double available) {
    const std::vector<double> natural =
        collect(needs, [](const ColumnNeed& need) { return std::max(need.natural, need.room); });
    if (sum(natural) <= available) {
        std::vector<double> widths = natural;
        stretch(widths, needs, available);
        return widths;
    }
    std::vector<double> limits = collect(needs, [](const ColumnNeed& need) { return need.natural; });
    std::sort(limits.rbegin(), limits.rend());
    limits.push_back(0);
    for (const double limit : limits)
        if (const auto lowest = keep_whole(needs, limit); sum(lowest) <= available)
            return squeeze(needs, lowest, natural, available);
    const auto least = collect(needs, [](const ColumnNeed& need) { return std::max(need.least, need.room); });
    if (sum(least) <= available) return squeeze(needs, least, natural, available);
    const auto bare = collect(needs, [](const ColumnNeed& need) { return need.least; });
    return sum(bare) <= available ? squeeze(needs, bare, least, available) : bare;
}

} // namespace planc
