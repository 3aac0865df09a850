#include "cli/depfile.h"

#include <algorithm>
#include <unordered_set>

namespace planc {

namespace {

/// Escaped as Make reads it, which Ninja does too but for what it is said not to.
std::string escaped(std::string_view name) {
    std::string text;
    std::size_t backslashes = 0;
    for (const char c : name) {
        if (c == ' ' || c == '#' || c == ':') text.append(backslashes + 1, '\\');
        if (c == '$') text += '$';
        backslashes = c == '\\' ? backslashes + 1 : 0;
        text += c;
    }
    return text.append(backslashes, '\\'); // the end of the name, not of the line
}

/// A `%` left of the colon would make a rule for many files.
std::string escaped_target(std::string_view name) {
    std::string text = escaped(name);
    for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 2))
        text.insert(at, 1, '\\');
    return text;
}

class Rules {
public:
    void add(const std::vector<std::string>& made, const std::vector<std::string>& read) {
        std::string rule;
        for (const std::string& name : made) rule += (rule.empty() ? "" : " ") + escaped_target(name);
        rule += ':';
        std::unordered_set<std::string_view> seen;
        for (const std::string& name : read) {
            if (!seen.insert(name).second) continue;
            rule += " \\\n  " + escaped(name);
            if (with_rule_.insert(name).second) empty_ += "\n" + escaped_target(name) + ":\n";
        }
        rules_ += rule + "\n";
    }

    std::string text() const { return rules_ + empty_; }

private:
    std::string rules_;
    std::string empty_;
    std::unordered_set<std::string_view> with_rule_;
};

} // namespace

Unreadable unreadable_in_depfile(std::string_view name) {
    // Tried with GNU Make 4.3 and Ninja 1.11, character by character.
    Unreadable unreadable;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool control = static_cast<unsigned char>(c) < ' ' || c == '\x7f';
        const bool escape_of_escape = c == '\\' && (i + 1 == name.size() || name[i + 1] == '#' || name[i + 1] == ':');
        if (control || c == ';' || c == '|') return {true, true};
        if (escape_of_escape || std::string_view("\"&'*<>?^`").find(c) != std::string_view::npos)
            unreadable.by_ninja = true;
        if (c == '=') unreadable.by_make = true;
    }
    if (name.ends_with(':')) unreadable.by_ninja = true;
    const bool archive = name.ends_with(')') && name.find('(', 1) != std::string_view::npos;
    if (archive || name.starts_with('~')) unreadable.by_make = true;
    return unreadable;
}

std::string depfile(const std::vector<Dependencies>& plans, const std::string& target) {
    Rules rules;
    if (target.empty()) {
        for (const Dependencies& plan : plans) rules.add(plan.made, plan.read);
        return rules.text();
    }
    std::vector<std::string> read;
    for (const Dependencies& plan : plans) read.insert(read.end(), plan.read.begin(), plan.read.end());
    rules.add({target}, read);
    return rules.text();
}

} // namespace planc
