// What a build made and what it read for that, as a rule that GNU Make and Ninja read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planc {

/// The files of one plan, as a build system calls them.
struct Dependencies {
    std::vector<std::string> made;
    std::vector<std::string> read;
};

/// Programs that read a depfile. Both: neither can be told the name.
struct Unreadable {
    bool by_make = false;
    bool by_ninja = false;
};

/// Who would take the name for another one, however it is escaped.
Unreadable unreadable_in_depfile(std::string_view name);

/// A rule for each plan, or if `target` is given one for that file, and an empty rule for each file that was read: Make
/// takes one that has gone for changed then, instead of giving up. Each name stands once in a rule.
std::string depfile(const std::vector<Dependencies>& plans, const std::string& target);

} // namespace planc
