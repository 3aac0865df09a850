#include "cli/build_places.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>

namespace planc {

namespace {

/// Without slashes at its end.
std::string trimmed(std::string_view folder) {
    const std::string normal = std::filesystem::path(folder).lexically_normal().string();
    folder = normal;
    while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
    return std::string(folder);
}

/// What a repository brings must not lead out of it, through a link either.
bool lies_in_project(const std::string& folder, const Settings& settings, Host& host) {
    const auto real = host.real_path(folder);
    const auto* const path = std::get_if<std::string>(&real);
    return path == nullptr || path->starts_with(settings.folder == "/" ? "/" : settings.folder + "/");
}

} // namespace

std::string shown_path(const std::string& path, const BuildOptions& options, Host& host) {
    return options.out.empty() ? path_from_here(path, host) : path;
}

BuildPlaces find_places(const std::vector<Input>& inputs, const BuildOptions& options, SharedFiles& shared) {
    BuildPlaces places;
    Host& host = shared.host();
    std::vector<std::string> homeless;
    for (const Input& input : inputs) {
        const Settings& settings = shared.settings_for(path_of(input));
        const BuildDefaults& defaults = settings.configuration.build;
        BuildPlace& place = places.of_inputs.emplace_back();
        if (!settings.error.empty()) {
            if (std::find(places.errors.begin(), places.errors.end(), settings.error) == places.errors.end())
                places.errors.push_back(settings.error);
            continue;
        }
        place.paper = options.paper ? *options.paper : defaults.paper.given() ? defaults.paper.value : Paper::a4;
        if (!options.out.empty()) {
            place.folder = place.root = trimmed(options.out);
        } else if (defaults.out.given()) {
            place.root = settings.folder;
            place.folder = trimmed(fmt::format("{}/{}", settings.folder, defaults.out.value));
        } else {
            homeless.push_back(input.name);
        }
        std::string folder = options.templates;
        if (folder.empty() && defaults.templates.given()) {
            const std::string real = fmt::format("{}/{}", settings.folder, defaults.templates.value);
            folder = path_from_here(real, host);
            if (!lies_in_project(real, settings, host)) {
                places.errors.push_back(fmt::format("templates {}: they lie outside the project", folder));
                continue;
            }
        }
        const auto [known, unread] = places.templates.try_emplace(folder);
        if (unread && options.aim != BuildAim::list) {
            const bool own = options.templates.empty() && !folder.empty();
            known->second = read_templates(folder, own ? settings.folder : std::string(), host, places.errors);
        }
        place.templates = &known->second;
    }
    if (!homeless.empty())
        places.errors.push_back(
            fmt::format("nothing says where the documents of {}{} go: name a folder with --out, or write "
                        "`build: {{out: FOLDER}}` into .planc.yaml",
                        homeless.front(), homeless.size() > 1 ? fmt::format(" and {} more", homeless.size() - 1) : ""));
    return places;
}

} // namespace planc
