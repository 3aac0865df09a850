#include "cli/build_system.h"

#include "cli/formats.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "diagnostics/visible.h"

#include <fmt/format.h>
#include <map>
#include <set>
#include <utility>

namespace planc {

namespace {

/// For a message.
std::string shown(const std::string& path) { return fmt::format("`{}`", visible(path, false)); }

} // namespace

std::vector<std::string> files_read(const Input& input, const Compilation& compilation, const BuildPlace& place,
                                    Host& host) {
    std::vector<std::string> names;
    for (const Files::Entry& entry : compilation.files.entries()) names.push_back(entry.file->name());
    names.insert(names.end(), place.templates->files.begin(), place.templates->files.end());
    if (input.path == "-")
        names.erase(names.begin());
    else
        names.front() = input.path;
    if (!input.path.starts_with('/')) return names;
    // A build system that names plans so need not run planc in the folder from which it reads the names.
    for (std::string& name : names) {
        const auto real = host.real_path(name);
        const auto* const absolute = std::get_if<std::string>(&real);
        if (!name.starts_with('/') && absolute != nullptr) name = *absolute;
    }
    return names;
}

int list_outputs(const std::vector<Dependencies>& plans, Host& host) {
    std::string list;
    for (const Dependencies& plan : plans) {
        for (const std::string& path : plan.made) {
            if (path.find('\n') != std::string::npos) {
                complain(
                    {fmt::format("{} has a line break in its name, and a list has a name on each line", shown(path))},
                    host);
                return exit_usage;
            }
            list += path + "\n";
        }
    }
    host.write_output(list);
    return exit_clean;
}

Depfile make_depfile(const BuildOptions& options, const std::vector<Dependencies>& plans) {
    Depfile made;
    std::set<std::string_view> told;
    const auto is_readable = [&](const std::string& name) {
        const Unreadable unreadable = unreadable_in_depfile(name);
        if (!unreadable.by_make && !unreadable.by_ninja) return true;
        if (!told.insert(name).second) return false;
        if (unreadable.by_make && unreadable.by_ninja)
            made.errors.push_back(fmt::format(
                "--depfile: neither Make nor Ninja can read the name {} there; give it another", shown(name)));
        else
            made.notes.push_back(fmt::format("--depfile: {} cannot read the name {} there; {} can",
                                             unreadable.by_ninja ? "Ninja" : "Make", shown(name),
                                             unreadable.by_ninja ? "Make" : "Ninja"));
        return false;
    };
    if (!options.depfile_target.empty()) is_readable(options.depfile_target);
    for (const Dependencies& plan : plans) {
        for (const std::string& name : plan.read) is_readable(name);
        // What is wrong with the name of one document is wrong with all of its folder.
        if (options.depfile_target.empty() && !plan.made.empty()) is_readable(plan.made.front());
    }
    made.text = depfile(plans, options.depfile_target);
    return made;
}

std::vector<std::string> overwritten(const BuildOptions& options, const std::vector<Dependencies>& plans, Host& host) {
    std::vector<std::pair<std::string, std::string>> asked; // how it was asked for, and the file
    if (!options.depfile.empty()) asked.emplace_back(fmt::format("--depfile {}", options.depfile), options.depfile);
    for (const FormatFile& file : options.check.format_files)
        asked.emplace_back(fmt::format("--format {}={}", name(file.format), file.path), file.path);
    if (asked.empty()) return {};
    std::map<std::string, std::string> taken;
    for (const Dependencies& plan : plans) {
        for (const std::string& one : plan.read) taken.emplace(absolute_path(one, host), "is read for a plan");
        for (const std::string& one : plan.made) taken.emplace(absolute_path(one, host), "is a document");
    }
    std::vector<std::string> errors;
    for (const auto& [called, path] : asked) {
        const auto [place, free] = taken.emplace(absolute_path(path, host), "is also that of " + called);
        if (!free) errors.push_back(fmt::format("{}: this file {}; name another one", called, place->second));
    }
    return errors;
}

} // namespace planc
