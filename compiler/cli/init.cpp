// planc init: writes a first plan that checks clean, and beside it what an editor needs to know its keys.
#include "binding/bind.h"
#include "cli/commands.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "documents/documents.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::string_view first_id = "id: first-release";

/// The plan called after its file, so that two of them do not share one id; as it is where that makes no id.
std::string with_id(std::string text, const std::string& path) {
    std::string name = path.substr(path.rfind('/') + 1);
    for (const std::string_view ending : {".yaml", ".yml", ".plan"})
        if (name.ends_with(ending)) name.resize(name.size() - ending.size());
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const bool joined = name.find("--") != std::string::npos || name.find("..") != std::string::npos ||
                        name.find("-.") != std::string::npos || name.find(".-") != std::string::npos;
    if (name.empty() || name.front() < 'a' || name.front() > 'z' || joined ||
        !std::all_of(name.begin(), name.end(), allowed) || !allowed(name.back()) || name.back() == '-' ||
        name.back() == '.')
        return text;
    const std::size_t at = text.find(first_id);
    if (at != std::string::npos) text.replace(at, first_id.size(), "id: " + name);
    return text;
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
    if (std::filesystem::path(options.path).filename() == schema_file) {
        host.write_error(fmt::format(
            "planc: {} is the name of the schema; call the plan something like shop.plan.yaml\n", schema_file));
        return exit_usage;
    }
    const Templates templates;
    const std::string* first = templates.find("init." + options.language + ".plan.yaml");
    if (first == nullptr) {
        host.write_error(fmt::format("planc: there is no first plan in `{}`; there is one in `zh-CN` and one in `en`\n",
                                     options.language));
        return exit_usage;
    }
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
    host.write_output(fmt::format("next: planc check {0}\n      planc build {0} --out out\n", options.path));
    return exit_clean;
}

} // namespace planc
