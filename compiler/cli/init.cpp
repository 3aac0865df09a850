// planc init: writes a first plan that checks clean, and beside it what an editor needs to know its keys.
#include "binding/bind.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/shell_words.h"
#include "documents/documents.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::string_view first_id = "id: first-release";
constexpr std::string_view first_version = "1.0.0";

/// An id made of a name: its letters a to z and digits, with single `-` and `.` between; empty if it has none of them.
std::string id_from(std::string_view name) {
    std::string id;
    for (char c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool joins = !id.empty() && id.back() != '-' && id.back() != '.';
        if (plain)
            id += c;
        else if (joins)
            id += c == '.' ? '.' : '-';
    }
    while (!id.empty() && (id.back() == '-' || id.back() == '.')) id.pop_back();
    return !id.empty() && id.front() >= '0' && id.front() <= '9' ? "release-" + id : id;
}

/// The plan called after its file, so that two of them do not share one id; as it is where that makes no id.
std::string with_id(std::string text, const std::string& path) {
    std::string name = std::filesystem::path(path).filename().string();
    for (const std::string_view suffix : plan_suffixes)
        if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
    const std::string id = id_from(name);
    const std::size_t at = text.find(first_id);
    if (id.empty() || at == std::string::npos) return text;
    text.replace(at, first_id.size(), "id: " + id);
    // `shop-2.0` is of the release 2.0.0.
    std::string version = id.substr(id.rfind('-') + 1);
    if (version.find('.') == std::string::npos || version.find_first_not_of("0123456789.") != std::string::npos)
        return text;
    if (std::count(version.begin(), version.end(), '.') == 1) version += ".0";
    for (std::size_t at_version = text.find(first_version); at_version != std::string::npos;
         at_version = text.find(first_version, at_version + version.size()))
        text.replace(at_version, first_version.size(), version);
    return text;
}

bool is_called_as_a_plan(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    return std::any_of(std::begin(plan_suffixes), std::end(plan_suffixes),
                       [&](std::string_view suffix) { return name.size() > suffix.size() && name.ends_with(suffix); });
}

/// The name it could have instead.
std::string name_for(const std::string& path) {
    const std::filesystem::path written(path);
    std::string name = written.filename().string();
    for (const std::string_view ending : {".yaml", ".yml", ".plan"})
        if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    if (name.empty() || name.front() == '.' || name == "-") name = "shop";
    return (written.parent_path() / (name + std::string(plan_suffixes[0]))).string();
}

constexpr std::string_view schema_file = ".planc.schema.json";

/// The schema that the first line of a plan names.
struct PlanSchema {
    std::string path;      ///< as people call it, from the current folder
    std::string from_plan; ///< from the plan's folder: only ever upward, so that it holds no name that needs escaping
    bool ours = true;      ///< whether what is there, if anything, was written by planc
};

/// One for all plans of a project, so that a file in the repository serves everybody who works in it.
PlanSchema schema_for(const std::string& plan, Host& host) {
    const std::filesystem::path folder = folder_for(plan, host);
    const std::filesystem::path path = std::filesystem::path(project_above(folder.string(), host)) / schema_file;
    PlanSchema schema{path_from_here(path.string(), host), path.lexically_relative(folder).string()};
    if (host.kind(path.string()) != PathKind::missing) {
        const auto text = host.read_file(path.string());
        const auto* const there = std::get_if<std::string>(&text);
        schema.ours =
            there != nullptr && there->find(fmt::format("\"$id\": \"{}\"", plan_schema_id)) != std::string::npos;
    }
    return schema;
}

} // namespace

int run_init(const InitOptions& options, Host& host) {
    if (host.kind(options.path) != PathKind::missing) {
        host.write_error(fmt::format("planc: {} is there already; nothing was written\n", options.path));
        return exit_usage;
    }
    if (!is_called_as_a_plan(options.path)) {
        host.write_error(fmt::format("planc: `planc check` looks for files called *.plan.yaml; call the plan `{}`\n",
                                     name_for(options.path)));
        return exit_usage;
    }
    const Templates templates;
    const std::string* first = templates.find("init." + options.language + ".plan.yaml");
    const PlanSchema schema = schema_for(options.path, host);
    std::vector<OutputFile> files{{options.path, with_id(*first, options.path), {}}};
    if (schema.ours) {
        files[0].text.insert(0, fmt::format("# yaml-language-server: $schema={}\n", schema.from_plan));
        files.push_back({schema.path, plan_schema(), {}});
    }
    const auto written = host.write_files(files);
    if (const auto* error = std::get_if<HostError>(&written)) {
        host.write_error("planc: " + error->message + "\n");
        return exit_usage;
    }
    for (const std::string& path : std::get<std::vector<std::string>>(written))
        host.write_output(
            fmt::format("wrote {}{}\n", path, path == schema.path ? ", by which editors know the keys of plans" : ""));
    if (!schema.ours)
        host.write_error(
            fmt::format("planc: {} is not a schema of planc and was left as it is; the plan names no schema, "
                        "so editors do not know its keys\n",
                        schema.path));
    host.write_output(
        fmt::format("next: planc check {0}\n      planc build {0} --out out\n", shell_word(options.path)));
    return exit_clean;
}

} // namespace planc
