// Random plans that are consistent by construction: a true schedule first, its words after that.
#pragma once

#include "time/calendar.h"
#include "yaml_text.h"

#include <random>
#include <string>
#include <vector>

/// Work with the days on which it truly takes place, both included.
struct TrueWork {
    std::string id;
    planc::Date first, last;
    std::string owner;  ///< a person who may do it
    std::string after;  ///< the id of what it waits for, if it says so
    bool dates = false; ///< start and end are written as dates
};

struct ConsistentPlan {
    Yaml yaml;
    planc::Date as_of; ///< the day on which its statuses are true
    enum class Story { to_come, under_way, done } story = Story::to_come;
    std::vector<TrueWork> phases, tasks, stages; ///< tasks are those without parts, of whole days
    std::string night;                           ///< the id of work by the clock in steps, if there is one
};

ConsistentPlan consistent_plan(std::mt19937& random);

/// `2026-03-02`
std::string written(planc::Date date);
