// Where a vertical line can run down the plot without touching a bar or a text, for any stretch of rows.
#pragma once

#include "gantt/placing.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace planc {

/// The plot in narrow strips, each free or not in each row; a tree over the rows answers for stretches of them in
/// logarithmic time.
class FreeWays {
public:
    FreeWays(const std::vector<RowPlace>& rows, double left, double right);

    /// The x nearest to `wish` at which all rows of [first, end) are free and which lies in [least, most]; `wish`
    /// itself if it will do.
    std::optional<double> nearest(std::size_t first, std::size_t end, double wish, double least, double most) const;

    /// The end of the longest stretch from `first` on, at most to `end`, that has any x free. At least `first` + 1.
    std::size_t longest(std::size_t first, std::size_t end) const;

private:
    static constexpr std::size_t words = 16;
    using Mask = std::array<std::uint64_t, words>; ///< a bit per strip, set where it is free

    Mask of(std::size_t first, std::size_t end) const;
    std::size_t strip(double x) const;
    void block(Mask& mask, double from, double to) const;

    double left_ = 0;
    double width_ = 1;       ///< of a strip
    std::size_t strips_ = 0; ///< at most 64 * words
    std::size_t leaves_ = 1; ///< a power of two
    std::vector<Mask> tree_; ///< the root is 1, the rows begin at `leaves_`
};

} // namespace planc
