// The built-in templates and those that replace them.
#include "documents/built_in.h"
#include "documents/documents.h"

#include <algorithm>

namespace planc {

Templates::Templates() {
    for (const BuiltIn& file : built_in_files()) files_.emplace_back(file.name, file.text);
}

void Templates::replace(std::string name, std::string text) {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const auto& file) { return file.first == name; });
    if (found != files_.end()) {
        found->second = std::move(text);
    } else {
        files_.emplace_back(std::move(name), std::move(text));
    }
}

const std::string* Templates::find(std::string_view name) const {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const auto& file) { return file.first == name; });
    return found != files_.end() ? &found->second : nullptr;
}

std::vector<std::string_view> Templates::names() const {
    std::vector<std::string_view> names;
    for (const auto& file : files_) names.push_back(file.first);
    return names;
}

} // namespace planc
