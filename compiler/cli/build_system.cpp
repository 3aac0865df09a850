#include "cli/build_system.h"

#include "cli/report.h"
#include "cli/run.h"
#include "diagnostics/visible.h"

#include <filesystem>
#include <fmt/format.h>
#include <set>

namespace planc {

namespace {

/// For a message.
std::string shown(const std::string& path) { return fmt::format("`{}`", visible(path, false)); }

std::string normal(const std::string& path) { return std::filesystem::path(path).lexically_normal().string(); }

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
    const std::string own = normal(options.depfile);
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
        for (const auto& names : {plan.made, plan.read})
            for (const std::string& name : names)
                if (normal(name) == own)
                    made.errors.push_back(
                        fmt::format("--depfile {}: this build reads or makes a file of that name", options.depfile));
        for (const std::string& name : plan.read) is_readable(name);
        // What is wrong with the name of one document is wrong with all of its folder.
        if (options.depfile_target.empty() && !plan.made.empty()) is_readable(plan.made.front());
    }
    made.text = depfile(plans, options.depfile_target);
    return made;
}

} // namespace planc
