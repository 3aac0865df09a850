#include "cli/templates.h"

#include "diagnostics/suggestion.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::size_t largest = std::size_t{1} << 20;
constexpr std::string_view kinds[] = {".mustache", ".json", ".css", ".js", ".png"};
constexpr std::string_view logo = "logo.png";
constexpr std::uint32_t widest_logo = 4000;

/// Why a file is no logo; empty if it is one. The size stands in the first chunk (PNG, section 11.2.2).
std::string wrong_logo(std::string_view bytes) {
    if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.size() < 24 || bytes.substr(12, 4) != "IHDR")
        return "it is no PNG picture";
    const auto number = [&](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
        return value;
    };
    if (number(16) > widest_logo || number(20) > widest_logo)
        return fmt::format("it has {} × {} pixels; a logo has at most {} a side", number(16), number(20), widest_logo);
    return {};
}

class FolderReader {
public:
    FolderReader(const std::string& folder, const std::string& root, Host& host, std::vector<std::string>& errors)
        : folder_(folder), root_(root), host_(host), errors_(errors) {}

    void read(TemplateFolder& own) {
        if (host_.kind(folder_) != PathKind::directory) {
            errors_.push_back(fmt::format("templates {}: it is no folder", folder_));
            return;
        }
        bool any = false;
        for (const std::string_view kind : kinds) {
            const Listing listed = host_.list_files(folder_, kind);
            for (const std::string& problem : listed.unreadable) errors_.push_back("cannot read the folder " + problem);
            for (const std::string& path : listed.files) {
                any = true;
                read(path, own.templates);
                own.files.push_back(path);
            }
        }
        if (!any && errors_.empty())
            errors_.push_back(fmt::format(
                "templates {}: no file there is called *.mustache, labels.*.json, *.css, script.js or logo.png",
                folder_));
    }

private:
    bool leads_out(const std::string& path) {
        if (root_.empty()) return false;
        const auto real = host_.real_path(path);
        const auto* const found = std::get_if<std::string>(&real);
        return found != nullptr && !found->starts_with(root_ == "/" ? root_ : root_ + "/");
    }

    void read(const std::string& path, Templates& templates) {
        std::string name = path.substr(folder_.size());
        while (name.starts_with('/')) name.erase(0, 1);
        if (leads_out(path)) {
            errors_.push_back(fmt::format("{}: it is a link out of the project", path));
            return;
        }
        const HostResult<std::string> text = host_.read_file(path);
        if (const auto* error = std::get_if<HostError>(&text)) {
            errors_.push_back(fmt::format("cannot read {}: {}", path, error->message));
        } else if (const auto& content = std::get<std::string>(text); content.size() > largest) {
            errors_.push_back(fmt::format("{}: it has {} MiB; a template has at most {}", path, content.size() >> 20U,
                                          largest >> 20U));
        } else if (name == logo) {
            const std::string wrong = wrong_logo(content);
            if (wrong.empty())
                templates.replace(std::move(name), content);
            else
                errors_.push_back(fmt::format("{}: {}", path, wrong));
        } else if (!name.ends_with(".mustache") && templates.find(name) == nullptr) {
            std::vector<std::string_view> names = templates.names();
            names.push_back(logo);
            const std::string hint = did_you_mean(name, names);
            errors_.push_back(
                fmt::format("{}: nothing asks for a file of this name{}{}", path, hint.empty() ? "" : "; ", hint));
        } else {
            templates.replace(std::move(name), content);
        }
    }

    std::string folder_;
    std::string root_;
    Host& host_;
    std::vector<std::string>& errors_;
};

} // namespace

TemplateFolder read_templates(const std::string& folder, const std::string& root, Host& host,
                              std::vector<std::string>& errors) {
    TemplateFolder own;
    if (folder.empty()) return own;
    FolderReader(folder, root, host, errors).read(own);
    if (!errors.empty()) return own;
    for (const TemplateError& error : check_templates(own.templates)) {
        const std::string place =
            error.line == 0 ? error.file : fmt::format("{}:{}:{}", error.file, error.line, error.column);
        errors.push_back(fmt::format("{}/{}: {}", folder, place, error.message));
    }
    return own;
}

} // namespace planc
