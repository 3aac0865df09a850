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

    static constexpr std::size_t words = 16;
    using Strips = std::array<std::uint64_t, words>; ///< a bit each, set where it is free

    /// What is free in all rows of [first, end); everything if there are none.
    Strips free_in(std::size_t first, std::size_t end) const;

    /// The x nearest to `wish` which is free and lies in [least, most]; `wish` itself if it will do.
    std::optional<double> nearest(const Strips& free, double wish, double least, double most) const;

    /// The end of the longest stretch from `first` on, at most to `end`, that has any x free. At least `first` + 1.
    std::size_t longest(std::size_t first, std::size_t end) const;

private:
    std::size_t strip(double x) const;
    void block(Strips& strips, double from, double to) const;

    double left_ = 0;
    double width_ = 1;       ///< of a strip
    std::size_t strips_ = 0; ///< at most 64 * words
    std::size_t leaves_ = 1; ///< a power of two
    Strips all_{};
    std::vector<Strips> tree_; ///< the root is 1, the rows begin at `leaves_`
};

} // namespace planc
