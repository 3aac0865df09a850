#include "host/memory_host.h"

namespace planc {

namespace {

bool below(const std::string& path, const std::string& folder) {
    return folder == "." ||
           (path.size() > folder.size() && path.compare(0, folder.size(), folder) == 0 && path[folder.size()] == '/');
}

} // namespace

PathKind MemoryHost::kind(const std::string& path) {
    if (files.count(path) != 0 || errors.count(path) != 0) return PathKind::file;
    for (const auto& [name, text] : files) {
        if (below(name, path)) return PathKind::directory;
    }
    return path == "." ? PathKind::directory : PathKind::missing;
}

HostResult<std::string> MemoryHost::read_file(const std::string& path) {
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

HostResult<std::vector<std::string>>
MemoryHost::write_files(const std::vector<std::pair<std::string, std::string>>& written, std::string_view) {
    for (const auto& [path, text] : written) {
        if (const auto error = errors.find(path); error != errors.end()) {
            return HostError{"cannot write " + path + ": " + error->second};
        }
    }
    std::vector<std::string> changed;
    for (const auto& [path, text] : written) {
        const auto old = files.find(path);
        if (old != files.end() && old->second == text) continue;
        files[path] = text;
        changed.push_back(path);
    }
    return changed;
}

std::optional<std::string> MemoryHost::environment(const std::string& name) {
    const auto value = variables.find(name);
    return value == variables.end() ? std::nullopt : std::optional(value->second);
}

bool MemoryHost::write_output(std::string_view text) {
    if (!full) output += text;
    return !full;
}

} // namespace planc
