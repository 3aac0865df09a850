// Random plans as text: every way to say when something is, with groups, rollouts, calendars and circles.
#pragma once

#include <random>
#include <string>

/// What a random plan may hold.
struct Ingredients {
    bool written_times = true; ///< starts, ends and dates of milestones
    bool circles = true;       ///< dependencies forward in the file, which may close circles
    bool clock_changes = false;
    int cancelled = 8; ///< percent of the work
};

struct RandomPlan {
    std::string header; ///< further keys of `plan`
    std::string text;   ///< everything after it
};

RandomPlan random_plan(std::mt19937& random, const Ingredients& ingredients);
