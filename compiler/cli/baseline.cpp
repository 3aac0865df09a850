#include "cli/baseline.h"

#include "cli/inputs.h"

#include "binding/bind.h"
#include "binding/place.h"
#include "diagnostics/quote.h"
#include "rules/all.h"
#include "rules/list.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>
#include <utility>

namespace planc {

namespace {

using Path = std::filesystem::path; // for its arithmetic alone; the host goes to the disk

/// What a baseline knows a finding by: file, rule, place.
using Key = std::tuple<std::string, std::string, std::string>;

/// Paths as the baseline writes them: from its own folder.
class Paths {
public:
    Paths(const std::string& baseline, Host& host)
        : host_(host), folder_(Path(absolute_path(baseline, host)).parent_path()) {}

    std::string of(const std::string& name) const {
        return Path(absolute_path(name, host_)).lexically_relative(folder_).generic_string();
    }
    std::string absolute(std::string_view written) const { return (folder_ / Path(written)).string(); }

private:
    Host& host_;
    Path folder_;
};

/// The key of each finding; only of those that a baseline may know.
std::vector<std::optional<Key>> keys_of(const Report& report, const Paths& paths) {
    std::map<std::uint32_t, std::string> names;
    std::vector<std::optional<Key>> keys(report.findings.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Diagnostic& finding = report.findings[i];
        const std::uint32_t file = finding.span.file;
        if (is_always_told(finding.rule) || !report.files.has(file)) continue;
        const auto [name, unknown] = names.try_emplace(file);
        if (unknown) name->second = paths.of(report.files.at(file).name());
        keys[i] = Key{name->second, std::string(finding.rule), finding.place};
    }
    return keys;
}

struct Read {
    Files::Entry entry;
    Tree tree;
    Baseline baseline;
    Diagnostics findings;
    std::string error;
};

Read read_baseline(const std::string& path, std::uint32_t number, Host& host) {
    Read read;
    HostResult<std::string> text = host.read_file(path);
    if (const auto* error = std::get_if<HostError>(&text)) {
        read.error = fmt::format("cannot read {}: {}", path, error->message);
        return read;
    }
    read.entry = {number, make_file(path, std::move(std::get<std::string>(text)))};
    Files alone;
    alone.add(read.entry);
    read.tree = parse_yaml(alone, number, read.findings);
    read.baseline = bind_baseline(read.tree, alone, number, read.findings);
    for (const BaselineEntry& entry : read.baseline.entries) {
        if (find_rule(entry.rule.value) != nullptr) continue;
        Diagnostic& finding = read.findings.emplace_back();
        finding.rule = "bad-value";
        finding.message = fmt::format("there is no rule {}", quoted(entry.rule.value));
        finding.span = entry.rule.span;
        finding.help = hint_for_rule(entry.rule.value);
    }
    return read;
}

Key key_of(const BaselineEntry& entry) {
    return {std::string(entry.file.value), std::string(entry.rule.value), std::string(entry.place.value)};
}

/// Whether this run says what the rule finds.
bool was_told(std::string_view name, const CheckOptions& options) {
    const Rule* const rule = find_rule(name);
    return is_chosen(name, options) && (rule == nullptr || !rule->needs_as_of || options.as_of.given());
}

/// `"text"`, which JSON and YAML read alike.
std::string quote(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace

std::string apply_baseline(const CheckOptions& options, const std::vector<std::string>& checked, Host& host,
                           Report& report) {
    const std::string& path = options.baseline;
    Read read = read_baseline(path, static_cast<std::uint32_t>(report.files.size()), host);
    if (!read.error.empty()) return read.error;
    const Paths paths(path, host);
    const std::vector<std::optional<Key>> keys = keys_of(report, paths);
    std::map<Key, int> known;
    for (const BaselineEntry& entry : read.baseline.entries) known[key_of(entry)] += entry.count.value;
    // What is known hides its secrets all the same.
    std::vector<Span> masked = masked_by(report.findings);
    if (read.tree.root() != nullptr) add_places(read.findings, {read.tree.root()});
    Diagnostics left = std::move(read.findings); // what is wrong with the baseline comes first: it is why others come
    read.findings.clear();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto place = keys[i] ? known.find(*keys[i]) : known.end();
        if (place != known.end() && place->second > 0) {
            --place->second;
            ++report.known;
        } else {
            left.push_back(std::move(report.findings[i]));
        }
    }
    report.findings = std::move(left);
    std::set<std::string> read_now;
    for (const std::string& name : checked) read_now.insert(paths.of(name));
    for (const BaselineEntry& entry : read.baseline.entries) {
        const Rule* const rule = find_rule(entry.rule.value);
        int& over = known[key_of(entry)];
        if (rule == nullptr || over <= 0 || !was_told(rule->name, options) || !is_chosen("unused-suppression", options))
            continue;
        const std::string file(entry.file.value);
        const bool gone = host.kind(paths.absolute(file)) == PathKind::missing;
        if (!gone && read_now.count(file) == 0) continue;
        Diagnostic& finding = Findings(read.findings, rules::unused_suppression)
                                  .add(Severity::info, entry.span,
                                       gone ? fmt::format("there is no file {} any more", quoted(entry.file.value))
                                       : over < entry.count.value
                                           ? fmt::format("{} of these {} are found no more", over, entry.count.value)
                                           : fmt::format("{} finds nothing here any more", quoted(entry.rule.value)));
        finding.help = "take the entry out, or write the baseline anew with `--write-baseline`";
        over = 0;
    }
    if (read.tree.root() != nullptr) add_places(read.findings, {read.tree.root()});
    report.files.add(read.entry);
    report.findings.insert(report.findings.end(), read.findings.begin(), read.findings.end());
    if (!report.findings.empty()) report.findings.front().masked = std::move(masked);
    return {};
}

std::string write_baseline(const CheckOptions& options, const std::vector<std::string>& checked, Host& host,
                           const Report& report) {
    const std::string& path = options.write_baseline;
    const Paths paths(path, host);
    std::map<Key, int> counts;
    for (const std::optional<Key>& key : keys_of(report, paths))
        if (key) ++counts[*key];
    if (host.kind(path) != PathKind::missing) {
        const Read old = read_baseline(path, 0, host);
        if (!old.error.empty()) return old.error;
        if (!old.findings.empty())
            return fmt::format("{} is no baseline that can be read; mend it, or take it away first", path);
        std::set<std::string> read_now;
        for (const std::string& name : checked) read_now.insert(paths.of(name));
        for (const BaselineEntry& entry : old.baseline.entries)
            if ((read_now.count(std::string(entry.file.value)) == 0 || !was_told(entry.rule.value, options)) &&
                host.kind(paths.absolute(entry.file.value)) != PathKind::missing)
                counts.try_emplace(key_of(entry), entry.count.value);
    }
    std::string text = "# Findings that are known: `planc check --baseline` tells only others.\n"
                       "# Written by `planc check --write-baseline`.\nbaseline: 1\n";
    text += counts.empty() ? "entries: []\n" : "entries:\n";
    for (const auto& [key, count] : counts) {
        const auto& [file, rule, place] = key;
        text += fmt::format("  - {{file: {}, rule: {}", quote(file), rule);
        if (!place.empty()) text += fmt::format(", place: {}", quote(place));
        text += count > 1 ? fmt::format(", count: {}}}\n", count) : "}\n";
    }
    // Of a link, what it leads to is written: its entries are paths from there.
    const auto real = host.real_path(path);
    const auto* const target = std::get_if<std::string>(&real);
    const auto written = host.write_files({{target != nullptr ? *target : path, std::move(text), {}}});
    if (const auto* error = std::get_if<HostError>(&written)) return error->message;
    int all = 0;
    for (const auto& [key, count] : counts) all += count;
    host.write_error(fmt::format("wrote {} known finding{} to {}\n", all, all == 1 ? "" : "s", path));
    return {};
}

std::string use_baseline(const CheckOptions& options, const std::vector<std::string>& checked, Host& host,
                         Report& report) {
    if (!options.baseline.empty()) return apply_baseline(options, checked, host, report);
    if (!options.write_baseline.empty()) return write_baseline(options, checked, host, report);
    return {};
}

} // namespace planc
