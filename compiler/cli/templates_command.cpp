// planc templates: lists, exports and checks what documents are made from.
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/templates.h"
#include "diagnostics/suggestion.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

int list(const TemplateOptions& options, Host& host) {
    std::vector<std::string> errors;
    const Templates templates = read_templates(options.folder, {}, host, errors).templates;
    if (!errors.empty()) {
        complain(errors, host);
        return exit_usage;
    }
    const Templates built_in;
    const std::vector<TemplateFile> files = list_templates(templates);
    std::size_t width = 0;
    for (const TemplateFile& file : files) width = std::max(width, file.name.size());
    std::string text;
    for (const TemplateFile& file : files) {
        const std::string* const own = templates.find(file.name);
        const std::string* const usual = built_in.find(file.name);
        const bool changed = usual == nullptr || *own != *usual;
        text += fmt::format("{:<{}}  {}{}\n", file.name, width, changed ? "(your own) " : "", file.meaning);
    }
    host.write_output(text);
    return exit_clean;
}

std::vector<std::string> chosen_names(const TemplateOptions& options, std::vector<std::string>& errors) {
    std::vector<std::string> known;
    for (const TemplateFile& file : list_templates(Templates())) known.push_back(file.name);
    if (options.names.empty()) return known;
    for (const std::string& name : options.names) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const std::string hint = did_you_mean(name, {known.begin(), known.end()});
        errors.push_back(fmt::format("there is no template `{}`; {}", name,
                                     hint.empty() ? "`planc templates list` says which there are" : hint));
    }
    return options.names;
}

int write_out(const TemplateOptions& options, Host& host) {
    std::vector<std::string> errors;
    const Templates built_in;
    std::vector<OutputFile> files;
    for (const std::string& name : chosen_names(options, errors)) {
        const std::string* const text = built_in.find(name);
        if (text == nullptr) continue;
        const std::string path = fmt::format("{}/{}", options.folder, name);
        files.push_back({path, *text, {}});
        if (host.kind(path) == PathKind::missing) continue;
        const auto there = host.read_file(path);
        const auto* const own = std::get_if<std::string>(&there);
        if (own == nullptr || *own != *text)
            errors.push_back(fmt::format("{} is there already and is not the built-in one; move it away first", path));
    }
    if (errors.empty()) {
        const auto written = host.write_files(files);
        if (const auto* error = std::get_if<HostError>(&written)) errors.push_back(error->message);
    }
    if (!errors.empty()) {
        complain(errors, host);
        host.write_error("planc: nothing was written\n");
        return exit_usage;
    }
    host.write_output(fmt::format("wrote {} {} into {}\n"
                                  "next: keep those that you change, delete the others, and say --templates {}\n",
                                  files.size(), files.size() == 1 ? "file" : "files", options.folder, options.folder));
    return exit_clean;
}

int check(const TemplateOptions& options, Host& host) {
    std::vector<std::string> errors;
    read_templates(options.folder, {}, host, errors);
    complain(errors, host);
    if (!errors.empty()) return exit_findings;
    host.write_output(fmt::format("{}: no mistakes\n", options.folder));
    return exit_clean;
}

} // namespace

int run_templates(const TemplateOptions& options, Host& host) {
    if (options.action == TemplateAction::write_out) return write_out(options, host);
    return options.action == TemplateAction::check ? check(options, host) : list(options, host);
}

} // namespace planc
