// Columns get their natural widths where they fit; otherwise long ones are made narrower, so that cells become about
// equally high, and short ones stay whole as long as possible.
#include "print/columns.h"

#include <algorithm>
#include <numeric>

namespace planc {

namespace {

constexpr double short_column = 82;    ///< up to here a column is kept whole if possible
constexpr double narrow_column = 46;   ///< no column of longer texts is narrower if possible
constexpr double share_of_whole = 0.7; ///< of the width may be spent on keeping columns whole

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

void stretch(std::vector<double>& widths, std::span<const ColumnNeed> needs, double available) {
    const double rest = available - sum(widths);
    const auto weight = [&](std::size_t i) {
        if (needs[i].room > 0) return needs[i].room;
        return needs[i].natural > 2 * short_column ? needs[i].natural : 0.0;
    };
    double weights = 0;
    for (std::size_t i = 0; i < needs.size(); ++i) weights += weight(i);
    if (weights > 0) {
        for (std::size_t i = 0; i < needs.size(); ++i) widths[i] += rest * weight(i) / weights;
    } else if (sum(widths) > 0.6 * available) { // nearly as wide as the page: as wide as the page
        const double factor = available / sum(widths);
        for (double& width : widths) width *= factor;
    }
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
    const std::vector<double> least =
        collect(needs, [](const ColumnNeed& need) { return std::max(need.least, need.room); });
    std::vector<double> narrow = collect(needs, [](const ColumnNeed& need) {
        return std::max({need.least, need.room, std::min(need.natural, narrow_column)});
    });
    std::vector<double> whole = collect(needs, [](const ColumnNeed& need) {
        return need.natural <= short_column ? std::max(need.natural, need.room)
                                            : std::max({need.least, need.room, narrow_column});
    });
    for (const std::vector<double>* lowest : {&whole, &narrow})
        if (sum(*lowest) <= share_of_whole * available) return squeeze(needs, *lowest, natural, available);
    if (sum(narrow) <= available) return squeeze(needs, narrow, natural, available);
    if (sum(least) <= available) return squeeze(needs, least, natural, available);
    const std::vector<double> bare = collect(needs, [](const ColumnNeed& need) { return need.least; });
    if (sum(bare) <= available) return squeeze(needs, bare, least, available);
    return bare;
}

} // namespace planc
