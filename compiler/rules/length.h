// How long work is planned to take, beside how long it is said to take.
#pragma once

#include "rules/rule.h"

#include <cstdint>
#include <string>

namespace planc {

/// The length of a piece of work that is dated.
class PlannedLength {
public:
    PlannedLength(const Plan& plan, const Planned& planned);

    /// Days are counted in whole, and by the clock a day's work takes at least six hours. A week is over with its last
    /// working day.
    bool shorter_than(Duration least) const;
    /// More than three times as long.
    bool far_longer_than(Duration most) const;
    /// "4 working days", or elapsed "3 hours".
    std::string text(bool working) const;

private:
    /// As many working days as the weeks from its first day have.
    bool fills_weeks(Duration weeks) const;

    const Plan& plan_;
    const Planned& planned_;
    std::int64_t elapsed_ = 0; ///< minutes
    std::int64_t days_ = 0;    ///< calendar days of which it has a part
    std::int64_t working_days_ = 0;
    Date first_; ///< the day it begins
};

/// "3 days", "4 to 6 working days", "30 minutes to 1 hour".
std::string text_of(const DurationRange& range);

/// Whether its length is written; a group that merely spans its parts says nothing of it.
bool says_how_long(const Plan& plan, WorkIndex index);

} // namespace planc
