#include "cli/formats.h"

#include "cli/settings.h"
#include "diagnostics/suggestion.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace planc {

namespace {

struct Named {
    Format format;
    std::string_view name;
};

constexpr std::array format_names{
    Named{Format::text, "text"},   Named{Format::concise, "concise"},       Named{Format::json, "json"},
    Named{Format::sarif, "sarif"}, Named{Format::github, "github"},         Named{Format::gitlab, "gitlab"},
    Named{Format::junit, "junit"}, Named{Format::checkstyle, "checkstyle"}, Named{Format::rdjson, "rdjson"},
};

std::optional<Format> format_called(std::string_view name) {
    for (const Named& one : format_names)
        if (one.name == name) return one.format;
    return std::nullopt;
}

std::string known_names() {
    std::string known;
    for (const Named& one : format_names) known.append(known.empty() ? "" : ", ").append(one.name);
    return known;
}

std::string no_format_called(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Named& one : format_names) names.push_back(one.name);
    const std::string hint = did_you_mean(name, names);
    return fmt::format("--format takes {}; `{}` is none of them{}{}", known_names(), name, hint.empty() ? "" : ": ",
                       hint);
}

bool has_fingerprints(Format format) { return format == Format::sarif || format == Format::gitlab; }

} // namespace

std::string_view name(Format format) {
    const auto* const found = std::find_if(format_names.begin(), format_names.end(),
                                           [format](const Named& one) { return one.format == format; });
    return found->name;
}

std::string format_help() {
    return known_names() + "; with =FILE into a file, so that several are possible; standard output has text then, too";
}

std::optional<std::string> read_formats(const std::vector<std::string>& words, CheckOptions& options) {
    std::string printed;
    for (const std::string& word : words) {
        const std::size_t sign = word.find('=');
        const std::string called = word.substr(0, sign);
        const std::optional<Format> format = format_called(called);
        if (!format) return no_format_called(called);
        if (sign == std::string::npos) {
            if (!printed.empty())
                return fmt::format("--format {} and --format {} would both go to standard output; write one of them to "
                                   "a file: `--format {}=FILE`",
                                   printed, called, called);
            printed = called;
            options.format = *format;
        } else if (sign + 1 == word.size()) {
            return fmt::format("`--format {}` names no file; without the `=` it goes to standard output", word);
        } else {
            options.format_files.push_back({*format, word.substr(sign + 1)});
        }
    }
    return std::nullopt;
}

bool is_for_readers(Format format) { return format == Format::text || format == Format::concise; }

bool wants_places(const CheckOptions& options) {
    return has_fingerprints(options.format) || !options.baseline.empty() || !options.write_baseline.empty() ||
           std::any_of(options.format_files.begin(), options.format_files.end(),
                       [](const FormatFile& file) { return has_fingerprints(file.format); });
}

std::string misplaced_format(const CheckOptions& options, const std::vector<Input>& inputs, Host& host) {
    if (options.format_files.empty()) return {};
    std::map<std::string, std::string> taken;
    for (const Input& input : inputs) taken.emplace(absolute_path(path_of(input), host), "is read as well");
    for (const std::string* const one : {&options.record, &options.baseline})
        if (!one->empty()) taken.emplace(absolute_path(*one, host), "is read as well");
    for (const FormatFile& file : options.format_files) {
        const std::string called = fmt::format("--format {}={}", name(file.format), file.path);
        if (host.kind(file.path) == PathKind::other)
            return fmt::format("{}: it is not a regular file; without `={}` it goes to standard output", called,
                               file.path);
        const auto [place, free] = taken.emplace(absolute_path(file.path, host), "is also that of " + called);
        if (!free) return fmt::format("{}: this file {}; name another one", called, place->second);
    }
    return {};
}

} // namespace planc
