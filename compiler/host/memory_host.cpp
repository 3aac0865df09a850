#include "host/memory_host.h"

#include <filesystem>

namespace planc {

namespace {

bool below(const std::string& path, const std::string& folder) {
    return folder == "." ||
           (path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 && path[folder.size()] == '/');
}

constexpr std::string_view here = "/here";

/// The name by which a file below the current folder is known.
std::string known(const std::string& written) {
    const bool climbs = written.find("..") != std::string::npos;
    const std::string path = climbs ? (std::filesystem::path(here) / written).lexically_normal().string() : written;
    if (path == here) return ".";
    return path.starts_with("/here/") ? path.substr(here.size() + 1) : path;
}

} // namespace

HostResult<std::string> MemoryHost::real_path(const std::string& path) {
    std::string real = (std::filesystem::path(here) / path).lexically_normal().string();
    while (real.size() > 1 && real.ends_with('/')) real.pop_back();
    if (const auto link = links.find(known(real)); link != links.end()) return real_path(link->second);
    if (kind(real) == PathKind::missing) return HostError{"there is no such file"};
    return real;
}

PathKind MemoryHost::kind(const std::string& absolute) {
    const std::string path = known(absolute);
    if (files.count(path) != 0 || errors.count(path) != 0) return PathKind::file;
    for (const auto& [name, text] : files) {
        if (below(name, path)) return PathKind::directory;
    }
    return path == "." ? PathKind::directory : PathKind::missing;
}

std::size_t MemoryHost::size(const std::string& path) {
    const auto file = files.find(known(path));
    return file != files.end() ? file->second.size() : 0;
}

HostResult<std::string> MemoryHost::read_file(const std::string& absolute) {
    const std::string path = known(absolute);
    {
        const std::lock_guard lock(mutex_);
        ++times_read[path];
    }
    if (const auto error = errors.find(path); error != errors.end()) return HostError{error->second};
    if (const auto file = files.find(path); file != files.end()) return file->second;
    return HostError{kind(path) == PathKind::directory ? "it is a folder" : "there is no such file"};
}

Listing MemoryHost::list_files(const std::string& folder, std::string_view suffix) {
    if (const auto error = errors.find(folder); error != errors.end()) return {{}, {folder + ": " + error->second}};
    Listing found;
    for (const auto& [name, text] : files) {
        if (below(name, folder) && name.ends_with(suffix)) found.files.push_back(name);
    }
    return found;
}

HostResult<std::vector<std::string>> MemoryHost::write_files(const std::vector<OutputFile>& written) {
    for (const auto& [path, text, root] : written) {
        if (const auto error = errors.find(known(path)); error != errors.end()) {
            return HostError{"cannot write " + path + ": " + error->second};
        }
    }
    std::vector<std::string> changed;
    for (const auto& [path, text, root] : written) {
        const auto [old, added] = files.try_emplace(known(path));
        if (!added && old->second == text) continue;
        old->second = text;
        changed.push_back(path);
    }
    return changed;
}

HostResult<const void*> MemoryHost::load_part(const std::string& name, const std::string&) {
    const auto found = parts.find(name);
    if (found == parts.end()) return HostError{name + ".so is not there"};
    return found->second;
}

std::optional<std::string> MemoryHost::environment(const std::string& name) {
    const auto value = variables.find(name);
    return value == variables.end() ? std::nullopt : std::optional(value->second);
}

bool MemoryHost::write_output(std::string_view text) {
    if (!full) output += text;
    return !full;
}

double MemoryHost::steady_seconds() {
    const std::lock_guard lock(mutex_);
    return now += step;
}

} // namespace planc
