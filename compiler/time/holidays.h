// Ready-made sets of public holidays; the files of templates/holidays/ are part of the program.
#pragma once

#include "time/written.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

struct HolidayFile {
    std::string_view name;
    std::string_view text;
};

/// The files as they are, by name.
std::span<const HolidayFile> holiday_files();

struct HolidaySet {
    struct Days {
        DateRange dates;
        std::string_view title;
        bool worked = false; ///< a make-up day rather than a day off
    };
    std::string_view name; ///< `china-mainland`
    std::vector<Days> days;
    int first_year = 0; ///< the years it knows, both included
    int last_year = 0;
};

/// Reads a file: `# years 2020 .. 2026`, then a line each `off 2020-01-24 .. 2020-02-02 TITLE`, or `work …`. What is
/// wrong goes to `mistake`, which stays empty if nothing is.
HolidaySet read_holidays(std::string_view name, std::string_view text, std::string& mistake);

/// Every set, by name; read once.
const std::vector<HolidaySet>& holiday_sets();

/// Null if there is none of this name.
const HolidaySet* find_holiday_set(std::string_view name);

} // namespace planc
