// The field tables of `.planc.yaml`.
#include "binding/bind.h"
#include "binding/calendar_draft.h"
#include "binding/numbers.h"
#include "binding/required.h"
#include "binding/tables.h"
#include "binding/times.h"
#include "binding/values.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace planc {

namespace {
constexpr std::array<std::string_view, 4> rule_level_meanings{"not told", "worth a look", "people get hurt by it",
                                                              "the plan contradicts itself or cannot be carried out"};
constexpr std::array<std::string_view, 2> paper_meanings{"210 × 297 mm", "8.5 × 11 inches"};
} // namespace

template <>
constinit const Choices ChoicesOf<Paper>::choices{[](std::size_t value) { return name(static_cast<Paper>(value)); },
                                                  paper_meanings};

template <>
constinit const Choices ChoicesOf<RuleLevel>::choices{
    [](std::size_t value) { return name(static_cast<RuleLevel>(value)); }, rule_level_meanings};

template <>
const Record TableOf<RuleSetting>::record;
template <>
const Record TableOf<LeadTime>::record;
template <>
const Record TableOf<BuildDefaults>::record;

namespace {

/// How many times something is.
struct Factor {
    static constexpr ValueType type{.form = Form::number, .takes = "a number from 1 up", .minimum = 1, .maximum = 1e6};
    static bool read(PlanReader& reader, const Node& node, Located<double>& value) {
        if (!reader.expect_text(node, type)) return false;
        if (node.style() != ScalarStyle::plain) return reader.in_quotes(node);
        const std::optional<double> number = read_decimal(node.text());
        if (!number || *number < type.minimum || *number > type.maximum) return reader.not_taken(node, type);
        value = {*number, node.span()};
        return true;
    }
    static void write(std::string& out, const Located<double>& value) {
        if (value.given()) out += fmt::format("{}", value.value);
    }
};

/// A folder below the one that holds the file: what a repository brings must not reach out of it.
struct FolderBelow {
    static constexpr ValueType type{
        .form = Form::text, .takes = "a folder below the one of this file", .pattern = "^[^/]"};
    static bool read(PlanReader& reader, const Node& node, Text& value) {
        if (!reader.expect_text(node, type)) return false;
        const std::string_view path = node.text();
        const auto unseen = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
        if (path.starts_with('/') || std::any_of(path.begin(), path.end(), unseen)) return reader.not_taken(node, type);
        for (std::size_t at = 0; at <= path.size();) {
            const std::size_t end = std::min(path.find('/', at), path.size());
            const std::string_view part = path.substr(at, end - at);
            if (part == ".." || part == ".git") return reader.not_taken(node, type);
            at = end + 1;
        }
        value = {path, node.span()};
        return true;
    }
    static void write(std::string& out, const Text& value) { PlainText::write(out, value); }
};

constexpr Field rule_level =
    field<&RuleSetting::level, OneOf<RuleLevel>>("level", Need::optional, "How it is told, or that it is not.", "info");
constexpr Field rule_fields[] = {
    rule_level,
    field<&RuleSetting::factor, Factor>("factor", Need::optional, "Of rules that compare: how many times is too many.",
                                        "20", "times ratio limit"),
};

constexpr Field lead_time_time = field<&LeadTime::time, DurationRangeText>(
    "time", Need::required, "How long it takes: a time, or the shortest and the longest.", "1wd..7wd", "duration");
constexpr Field lead_time_fields[] = {
    lead_time_time,
    field<&LeadTime::title, PlainText>("title", Need::optional, "What is waited for.", "App store review", "name"),
};

constexpr Field build_fields[] = {
    field<&BuildDefaults::out, FolderBelow>("out", Need::optional,
                                            "The folder that gets the documents, where `--out` does not say.",
                                            "docs/release", "output"),
    field<&BuildDefaults::templates, FolderBelow>("templates", Need::optional,
                                                  "The folder with templates of your own, where `--templates` does "
                                                  "not say.",
                                                  "release/templates"),
    field<&BuildDefaults::documents, List<Entry<WantedDocument>>>(
        "documents", Need::optional, "The documents to make, of plans that do not say.", "[plan, checklist, gantt]"),
    field<&BuildDefaults::paper, OneOf<Paper>>("paper", Need::optional,
                                               "What PDF files are made for, where `--paper` does not say; a4 where it "
                                               "is not written.",
                                               "letter", "paper_size size"),
};

constexpr Field configuration_fields[] = {
    whole<Configuration, LanguageVersion>("planc", Need::optional, "The version of the plan language: 1.", "1"),
    field<&Configuration::rules, MapById<RuleSetting>>(
        "rules", Need::optional, "How rules are taken, by their names.",
        "{same-day-handoff: off, rollout-jump: {level: info, factor: 20}}", "levels severity"),
    field<&Configuration::required, RequiredKeys>("required", Need::optional,
                                                  "Keys that have to be there, beyond what the language asks for.",
                                                  "{plan: [release], task: [owner]}", "mandatory"),
    field<&Configuration::public_holidays, OneOrList<HolidaySetName>>(
        "public_holidays", Need::optional,
        "Ready-made holidays for plans whose calendar does not name its own; `[]` there is none.", "china-mainland",
        "holidays holiday_set"),
    field<&Configuration::lead_times, MapById<LeadTime>>(
        "lead_times", Need::optional, "How long reviews by others take; work names one with `lead_time`.",
        "{app-store: 1wd..7wd, legal: {time: 5wd, title: The legal department}}", "review_times"),
    field<&Configuration::build, Entry<BuildDefaults>>("build", Need::optional, "What `planc build` makes, and where.",
                                                       "{out: docs/release}", "output"),
};

} // namespace

template <>
constinit const Record TableOf<RuleSetting>::record{.name = "rule_setting",
                                                    .noun = "a setting",
                                                    .meaning = "How a rule is taken; just the level will do.",
                                                    .fields = rule_fields,
                                                    .short_form = &rule_level};
template <>
constinit const Record TableOf<LeadTime>::record{.name = "lead_time",
                                                 .noun = "a lead time",
                                                 .meaning = "How long a review by others takes; just the time will do.",
                                                 .fields = lead_time_fields,
                                                 .short_form = &lead_time_time};
template <>
constinit const Record TableOf<BuildDefaults>::record{
    .name = "build", .noun = "`build`", .meaning = "What `planc build` makes, and where.", .fields = build_fields};
constinit const Record configuration_record{.name = "configuration",
                                            .noun = "the configuration",
                                            .meaning = "What holds for all plans below the folder of this file.",
                                            .fields = configuration_fields};

Configuration bind_configuration(const Tree& tree, const Files& files, std::uint32_t file, Diagnostics& diagnostics) {
    Configuration configuration;
    configuration.file = file;
    static const Configuration none;
    Plan plan;
    PlanReader reader(plan, files, none, diagnostics, configuration_record);
    const Node* const root = tree.root();
    // An empty file says nothing, and what is no YAML has its finding by now.
    if (root != nullptr && root->kind() != NodeKind::null)
        reader.read_file(*root, configuration_record, &configuration);
    return configuration;
}

} // namespace planc
