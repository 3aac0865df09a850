#include "cli/settings.h"

#include "rules/hide_secrets.h"
#include "rules/levels.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

namespace planc {

namespace {

using Path = std::filesystem::path; // for its arithmetic alone; the host goes to the disk

/// Blank but for comments.
bool says_nothing(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::size_t first = text.substr(0, end).find_first_not_of(" \t\r");
        if (first != std::string_view::npos && text[first] != '#') return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

} // namespace

std::string path_from_here(const std::string& real_path, Host& host) {
    const auto here = host.real_path(".");
    const auto* const real = std::get_if<std::string>(&here);
    if (real == nullptr) return real_path;
    std::string name = Path(real_path).lexically_relative(*real).string();
    return name.empty() ? real_path : name;
}

std::string folder_for(const std::string& path, Host& host) {
    const auto real = host.real_path(path);
    if (const auto* const file = std::get_if<std::string>(&real)) return Path(*file).parent_path().string();
    // Of what is not there, the folders that are count.
    const auto here = host.real_path(".");
    const auto* const current = std::get_if<std::string>(&here);
    Path missing;
    Path at = (current != nullptr ? Path(*current) : Path("/")) / Path(path).parent_path();
    at = at.lexically_normal();
    if (!at.has_filename()) at = at.parent_path(); // a slash at the end
    for (; at != at.parent_path(); at = at.parent_path()) {
        const auto known = host.real_path(at.string());
        if (const auto* const folder = std::get_if<std::string>(&known))
            return missing.empty() ? *folder : (Path(*folder) / missing).string();
        missing = missing.empty() ? at.filename() : at.filename() / missing;
    }
    return "/";
}

std::string absolute_path(const std::string& path, Host& host) {
    const auto found = host.real_path(path);
    if (const auto* real = std::get_if<std::string>(&found)) return *real;
    return (Path(folder_for(path, host)) / Path(path).filename()).string();
}

std::string project_above(const std::string& folder, Host& host) {
    for (Path at = folder;; at = at.parent_path()) {
        for (const std::string_view mark : {configuration_names[0], configuration_names[1], std::string_view(".git")})
            if (host.kind((at / mark).string()) != PathKind::missing) return at.string();
        if (at == at.parent_path()) return folder;
    }
}

Settings read_settings(const std::string& folder, std::uint32_t number, Host& host) {
    Settings settings;
    settings.folder = folder;
    settings.entry.number = number;
    std::string found;
    for (const std::string_view name : configuration_names) {
        const std::string path = (Path(folder) / name).string();
        if (host.kind(path) == PathKind::missing) continue;
        if (!found.empty()) {
            settings.error =
                fmt::format("{} and {} are both there: keep one of them", path_from_here(found, host), name);
            return settings;
        }
        found = path;
    }
    if (found.empty()) return settings;
    const auto real = host.real_path(found);
    const auto* const real_path = std::get_if<std::string>(&real);
    if (real_path != nullptr && !real_path->starts_with(folder == "/" ? folder : folder + "/")) {
        settings.error = fmt::format("cannot read {}: it is a link out of its folder", path_from_here(found, host));
        return settings;
    }
    HostResult<std::string> text = host.read_file(found);
    if (const auto* error = std::get_if<HostError>(&text)) {
        settings.error = fmt::format("cannot read {}: {}", path_from_here(found, host), error->message);
        return settings;
    }
    settings.entry.file = make_file(path_from_here(found, host), std::move(std::get<std::string>(text)));
    if (says_nothing(settings.entry.file->text())) return settings;
    Files alone;
    alone.add(settings.entry);
    settings.tree = parse_yaml(alone, number, settings.findings);
    settings.configuration = bind_configuration(settings.tree, alone, number, settings.findings);
    check_rule_settings(settings.configuration, settings.findings);
    sort_and_deduplicate(settings.findings);
    hide_secrets(settings.findings, alone);
    return settings;
}

} // namespace planc
