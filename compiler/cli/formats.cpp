#include "cli/formats.h"

#include "cli/option_table.h"
#include "cli/option_words.h"
#include "cli/settings.h"
#include "diagnostics/suggestion.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <map>

namespace planc {

namespace {

std::optional<Format> format_called(std::string_view name) {
    for (const auto& [word, format] : format_words)
        if (word == name) return format;
    return std::nullopt;
}

std::string no_format_called(std::string_view name) {
    const std::vector<std::string_view> names = words_of(format_words);
    const std::string hint = did_you_mean(name, names);
    return fmt::format("--format takes {}; `{}` is none of them{}{}", fmt::join(names, ", "), name,
                       hint.empty() ? "" : ": ", hint);
}

/// Whether a finding is known again by its place.
bool tells_places(Format format) {
    return format == Format::sarif || format == Format::gitlab || format == Format::junit;
}

} // namespace

std::string_view name(Format format) {
    return std::find_if(std::begin(format_words), std::end(format_words),
                        [format](const auto& word) { return word.second == format; })
        ->first;
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
        } else if (word.substr(sign) == "=-") {
            return fmt::format("`--format {}`: without `=-` it goes to standard output", word);
        } else if (sign + 1 == word.size()) {
            return fmt::format("`--format {}` names no file; without the `=` it goes to standard output", word);
        } else {
            options.format_files.push_back({*format, word.substr(sign + 1)});
        }
    }
    return std::nullopt;
}

bool is_for_readers(Format format) { return format == Format::text || format == Format::concise; }

bool is_for_programs(const CheckOptions& options) {
    return !is_for_readers(options.format) || !options.format_files.empty();
}

bool wants_places(const CheckOptions& options) {
    return tells_places(options.format) || !options.baseline.empty() || !options.write_baseline.empty() ||
           std::any_of(options.format_files.begin(), options.format_files.end(),
                       [](const FormatFile& file) { return tells_places(file.format); });
}

std::string misplaced_format(const CheckOptions& options, const std::vector<Input>& inputs, Host& host) {
    if (options.format_files.empty()) return {};
    std::map<std::string, std::string> taken;
    for (const Input& input : inputs) taken.emplace(absolute_path(path_of(input), host), "is read as well");
    for (const std::string* const one : {&options.record, &options.baseline})
        if (!one->empty()) taken.emplace(absolute_path(*one, host), "is read as well");
    for (const FormatFile& file : options.format_files) {
        const std::string called = fmt::format("--format {}={}", name(file.format), file.path);
        if (host.kind(file.path) == PathKind::other) return fmt::format("{}: it is not a regular file", called);
        const auto [place, free] = taken.emplace(absolute_path(file.path, host), "is also that of " + called);
        if (!free) return fmt::format("{}: this file {}; name another one", called, place->second);
    }
    return {};
}

} // namespace planc
