// A segment tree of bit masks: what is free in two stretches of rows is what is free in both.
#include "gantt/free_ways.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace planc {
namespace {

constexpr double narrowest_strip = 3;
constexpr double beside_bar = 3; ///< between a line and a bar
constexpr double beside_text = 2;

template <class Mask>
bool any(const Mask& mask) {
    return std::any_of(mask.begin(), mask.end(), [](std::uint64_t word) { return word != 0; });
}

template <class Mask>
void intersect(Mask& mask, const Mask& other) {
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] &= other[i];
}

template <class Mask>
bool holds(const Mask& mask, std::size_t strip) {
    return (mask[strip / 64] >> (strip % 64) & 1U) != 0;
}

} // namespace

FreeWays::FreeWays(const std::vector<RowPlace>& rows, double left, double right) : left_(left) {
    const double room = std::max(right - left, narrowest_strip);
    width_ = std::max(narrowest_strip, room / (64.0 * words));
    strips_ = std::clamp<std::size_t>(static_cast<std::size_t>(room / width_), 1, 64 * words);
    for (std::size_t i = 0; i < strips_; ++i) all_[i / 64] |= std::uint64_t{1} << (i % 64);
    leaves_ = std::bit_ceil(std::max<std::size_t>(rows.size(), 1));
    tree_.assign(2 * leaves_, all_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RowPlace& row = rows[i];
        Strips& mask = tree_[leaves_ + i];
        if (row.has_bar) block(mask, row.left - beside_bar, row.right + beside_bar);
        if (row.actual_right > row.actual_left)
            block(mask, row.actual_left - beside_bar, row.actual_right + beside_bar);
        if (row.text_right > row.text_left) block(mask, row.text_left - beside_text, row.text_right + beside_text);
    }
    for (std::size_t i = leaves_ - 1; i > 0; --i) {
        tree_[i] = tree_[2 * i];
        intersect(tree_[i], tree_[2 * i + 1]);
    }
}

void FreeWays::block(Strips& mask, double from, double to) const {
    const std::size_t last = strip(to);
    for (std::size_t i = strip(from); i <= last; ++i) mask[i / 64] &= ~(std::uint64_t{1} << (i % 64));
}

std::size_t FreeWays::strip(double x) const {
    const double number = std::floor((x - left_) / width_);
    return static_cast<std::size_t>(std::clamp(number, 0.0, static_cast<double>(strips_ - 1)));
}

FreeWays::Strips FreeWays::free_in(std::size_t first, std::size_t end) const {
    Strips mask = all_;
    for (std::size_t a = leaves_ + first, b = leaves_ + end; a < b; a /= 2, b /= 2) {
        if (a % 2 == 1) intersect(mask, tree_[a++]);
        if (b % 2 == 1) intersect(mask, tree_[--b]);
    }
    return mask;
}

std::optional<double> FreeWays::nearest(const Strips& mask, double wish, double least, double most) const {
    if (least > most) return std::nullopt;
    wish = std::clamp(wish, least, most);
    const std::size_t middle = strip(wish);
    if (holds(mask, middle)) return wish;
    std::optional<double> best;
    const auto look_at = [&](std::size_t i) {
        const double x = left_ + (static_cast<double>(i) + 0.5) * width_;
        if (!holds(mask, i) || x < least || x > most) return false;
        if (!best || std::abs(x - wish) < std::abs(*best - wish)) best = x;
        return true;
    };
    for (std::size_t i = middle; i-- > 0;)
        if (look_at(i)) break;
    for (std::size_t i = middle + 1; i < strips_; ++i)
        if (look_at(i)) break;
    return best;
}

std::size_t FreeWays::longest(std::size_t first, std::size_t end) const {
    std::size_t known = first + 1;
    std::size_t step = 1;
    // Doubling, then halving: the free ways only become fewer with more rows.
    while (known < end && any(free_in(first, std::min(end, known + step)))) {
        known = std::min(end, known + step);
        step *= 2;
    }
    for (; step > 0; step /= 2)
        if (known + step <= end && any(free_in(first, known + step))) known += step;
    return known;
}

} // namespace planc
