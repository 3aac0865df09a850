// planc config: what holds for a plan, and from where, as a configuration that says it all.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/report.h"
#include "cli/run.h"
#include "rules/all.h"
#include "source/width.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace planc {

namespace {

/// Lines, with the places they come from under each other.
class Sheet {
public:
    explicit Sheet(const Settings& settings) : settings_(settings) {}

    void add(std::string line, Span from = {}, std::string_view remark = {}) {
        constexpr std::size_t column = 44;
        if (from) {
            const Position at = settings_.entry.file->position(from.begin);
            line += std::string(std::max(display_width(line) + 2, column) - display_width(line), ' ');
            line += fmt::format("# {}:{}:{}{}", settings_.entry.file->name(), at.line, at.column, remark);
        }
        text_ += line + '\n';
    }

    const std::string& text() const { return text_; }

private:
    const Settings& settings_;
    std::string text_;
};

void add_rules(Sheet& sheet, const Configuration& configuration) {
    std::map<std::string_view, const RuleSetting*> settings;
    for (const RuleSetting& setting : configuration.rules) settings.emplace(setting.id.value, &setting);
    sheet.add("rules:");
    for (const Rule* const rule : all_rules()) {
        const auto found = settings.find(rule->name);
        const RuleSetting* const own = found == settings.end() ? nullptr : found->second;
        const bool leveled = own != nullptr && own->level.given() && !is_always_told(rule->name);
        const std::string_view level = leveled ? name(own->level.value) : name(rule->severity);
        const bool scaled = own != nullptr && own->factor.given() && rule->factor != 0;
        std::string line = fmt::format("  {}: {}", rule->name, level);
        if (rule->factor != 0)
            line = fmt::format("  {}: {{level: {}, factor: {}}}", rule->name, level,
                               scaled ? own->factor.value : rule->factor);
        if (leveled)
            sheet.add(std::move(line), own->level.span, fmt::format("; built in: {}", name(rule->severity)));
        else
            sheet.add(std::move(line), scaled ? own->factor.span : Span{});
    }
}

void add_required(Sheet& sheet, const std::vector<RequiredKey>& required) {
    if (!required.empty()) sheet.add("required:");
    for (auto key = required.begin(); key != required.end();) {
        std::string keys;
        const auto first = key;
        for (; key != required.end() && key->record == first->record; ++key)
            keys += fmt::format("{}{}", keys.empty() ? "" : ", ", key->key);
        sheet.add(fmt::format("  {}: [{}]", first->kind, keys), first->span);
    }
}

/// As YAML reads it back.
std::string quoted_where_needed(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
               c == '-' || c == '.';
    };
    const bool letter = !text.empty() && ((text.front() | 0x20) >= 'a' && (text.front() | 0x20) <= 'z');
    if (letter && std::all_of(text.begin(), text.end(), plain)) return std::string(text);
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string text_of(const DurationRange& time) {
    const std::string least = format_duration(time.least);
    return time.least.count == time.most.count ? least : fmt::format("{}..{}", least, format_duration(time.most));
}

template <class Choice, class Called>
void add_names(std::string& members, std::string_view key, const std::vector<Located<Choice>>& choices, Called called) {
    std::string names;
    for (const Located<Choice>& one : choices)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", called(one.value));
    if (!names.empty()) members += fmt::format(", {}: [{}]", key, names);
}

std::string text_of(const WantedDocument& wanted) {
    std::string members;
    add_names(members, "sections", wanted.sections,
              [](Place place) { return place == Place::end ? "rest" : name(place); });
    add_names(members, "formats", wanted.formats, [](DocumentFormat format) { return name(format); });
    if (wanted.rows.given()) members += fmt::format(", rows: {}", name(wanted.rows.value));
    const std::string_view document = name(wanted.document.value);
    return members.empty() ? std::string(document) : fmt::format("{{document: {}{}}}", document, members);
}

void add_build(Sheet& sheet, const BuildDefaults& build) {
    if (!build.out.given() && !build.templates.given() && build.documents.empty() && !build.paper.given()) return;
    sheet.add("build:");
    if (build.out.given()) sheet.add(fmt::format("  out: {}", quoted_where_needed(build.out.value)), build.out.span);
    if (build.templates.given())
        sheet.add(fmt::format("  templates: {}", quoted_where_needed(build.templates.value)), build.templates.span);
    std::string documents;
    for (const WantedDocument& wanted : build.documents)
        documents += fmt::format("{}{}", documents.empty() ? "" : ", ", text_of(wanted));
    if (!build.documents.empty()) sheet.add(fmt::format("  documents: [{}]", documents), build.documents.front().span);
    if (build.paper.given()) sheet.add(fmt::format("  paper: {}", name(build.paper.value)), build.paper.span);
}

std::string what_holds(const std::string& plan, const Settings& settings) {
    Sheet sheet(settings);
    const Configuration& configuration = settings.configuration;
    sheet.add(fmt::format("# what holds for {}; {}", plan,
                          settings.entry.file == nullptr
                              ? std::string("there is no .planc.yaml, all is built in")
                              : fmt::format("what has no place is built in", settings.entry.file->name())));
    sheet.add("planc: 1");
    add_rules(sheet, configuration);
    add_required(sheet, configuration.required);
    std::string sets;
    for (const Text& set : configuration.public_holidays)
        sets += fmt::format("{}{}", sets.empty() ? "" : ", ", set.value);
    if (!sets.empty())
        sheet.add(fmt::format("public_holidays: [{}]", sets), configuration.public_holidays.front().span);
    if (!configuration.lead_times.empty()) sheet.add("lead_times:");
    for (const LeadTime& lead : configuration.lead_times)
        if (lead.time.given())
            sheet.add(lead.title.given() ? fmt::format("  {}: {{time: {}, title: {}}}", lead.id.value,
                                                       text_of(lead.time.value), quoted_where_needed(lead.title.value))
                                         : fmt::format("  {}: {}", lead.id.value, text_of(lead.time.value)),
                      lead.time.span);
    add_build(sheet, configuration.build);
    return sheet.text();
}

} // namespace

int run_config(const ConfigOptions& options, Host& host) {
    SharedFiles shared(host);
    if (options.path != "-" && host.kind(options.path) == PathKind::missing) {
        complain({fmt::format("cannot read {}: no such file or folder", options.path)}, host);
        return exit_usage;
    }
    const bool folder = host.kind(options.path) == PathKind::directory;
    const Settings& settings = shared.settings_for(folder ? options.path + "/plan" : options.path);
    if (!settings.error.empty()) {
        complain({settings.error}, host);
        return exit_usage;
    }
    host.write_output(what_holds(options.path, settings));
    if (settings.findings.empty()) return exit_clean;
    Files files;
    files.add(settings.entry);
    host.write_error(render_text(settings.findings, files, {}));
    return exit_findings;
}

} // namespace planc
