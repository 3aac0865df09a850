#include "cli/read_options.h"

#include "cli/formats.h"
#include "cli/only.h"
#include "cli/option_words.h"
#include "diagnostics/suggestion.h"
#include "rules/all.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace planc {

namespace {

bool has(const Given& given, std::string_view name) { return given.find(name) != given.end(); }

const std::vector<std::string>& all(const Given& given, std::string_view name) {
    static const std::vector<std::string> none;
    const auto found = given.find(name);
    return found != given.end() ? found->second : none;
}

std::string one(const Given& given, std::string_view name, std::string otherwise = {}) {
    const std::vector<std::string>& words = all(given, name);
    return words.empty() ? std::move(otherwise) : words.front();
}

template <class Number>
Number number(const Given& given, std::string_view name) {
    const std::string text = one(given, name, "0");
    Number value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value); // its words were looked at before
    return value;
}

template <class Value, std::size_t count, class Target>
void choose(const Given& given, std::string_view name, const Word<Value> (&words)[count], Target& value) {
    for (const std::string& word : all(given, name))
        for (const auto& [known, meaning] : words)
            if (known == word) value = meaning;
}

std::optional<std::string> unknown_rule(std::string_view option, const std::vector<std::string>& rules) {
    for (const std::string& rule : rules) {
        if (find_rule(rule) != nullptr) continue;
        return fmt::format("{}: there is no rule `{}`; {}", option, rule, hint_for_rule(rule));
    }
    return std::nullopt;
}

/// What tells no findings; empty where findings are told.
std::string_view tells_no_findings(const CheckOptions& options, bool diff) {
    return diff                              ? "--diff"
           : options.dump != Dump::none      ? "--dump"
           : !options.write_baseline.empty() ? "--write-baseline"
                                             : "";
}

std::optional<std::string> clashing(const CheckOptions& options, bool fix, bool diff) {
    if (auto wrong = unknown_rule("--select", options.select)) return wrong;
    if (auto wrong = unknown_rule("--ignore", options.ignore)) return wrong;
    if (!is_for_readers(options.format) && (options.statistics || options.max_findings != 0))
        return fmt::format("--statistics and --max-findings are for readers; --format {} tells every finding",
                           name(options.format));
    if (fix && diff) return "--fix changes files and --diff does not; choose one of them";
    if (diff && (options.statistics || !options.baseline.empty() || !options.write_baseline.empty()))
        return "--diff prints what --fix would change, and no findings; leave the other option out";
    const std::string_view silent = tells_no_findings(options, diff);
    if (!silent.empty() && is_for_programs(options))
        return fmt::format("{} tells no findings, so there is nothing for --format; choose one of them", silent);
    if (fix && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end())
        return "--fix changes files, and standard input is none; --diff prints what it would change";
    if (!options.baseline.empty() && !options.write_baseline.empty())
        return "--baseline reads what is known and --write-baseline writes it; choose one of them";
    return std::nullopt;
}

std::optional<std::string> read_as_of(const std::string& text, WrittenInstant& as_of) {
    if (text.empty()) return std::nullopt;
    const auto parsed = parse_instant(text, {0, 0, static_cast<std::uint32_t>(text.size())});
    if (const auto* error = std::get_if<TimeError>(&parsed))
        return fmt::format("--as-of: {}{}{}", error->message, error->help.empty() ? "" : "; ", error->help);
    as_of = std::get<WrittenInstant>(parsed);
    if (as_of.form == WrittenInstant::Form::date || as_of.form == WrittenInstant::Form::date_time) return std::nullopt;
    return "--as-of takes a date, or a date and a time of day: 2025-12-08 or \"2025-12-08 22:00\"";
}

std::optional<std::string> read_check(const Given& given, CheckOptions& options) {
    options.paths = all(given, "PATH");
    options.stdin_name = one(given, "--stdin-filename", options.stdin_name);
    choose(given, "--color", when_words, options.colour);
    options.ascii = has(given, "--ascii");
    choose(given, "--fail-on", level_words, options.fail_on);
    options.select = all(given, "--select");
    options.ignore = all(given, "--ignore");
    options.max_findings = number<std::size_t>(given, "--max-findings");
    options.statistics = has(given, "--statistics");
    options.timings = has(given, "--timings");
    options.record = one(given, "--record");
    options.jobs = number<unsigned>(given, "--jobs");
    choose(given, "--dump", dump_words, options.dump);
    options.baseline = one(given, "--baseline");
    options.write_baseline = one(given, "--write-baseline");
    const bool fix = has(given, "--fix");
    const bool diff = has(given, "--diff");
    options.fix = fix ? Fix::write : diff ? Fix::show : Fix::none;
    if (auto wrong = read_formats(all(given, "--format"), options)) return wrong;
    if (auto wrong = clashing(options, fix, diff)) return wrong;
    return read_as_of(one(given, "--as-of"), options.as_of);
}

std::optional<std::string> read_build(const Given& given, BuildOptions& options) {
    if (auto wrong = read_check(given, options.check)) return wrong;
    options.out = one(given, "--out");
    if (options.out.empty() && has(given, "--out")) return "--out takes a folder; an empty name is none";
    options.templates = one(given, "--templates");
    options.only = all(given, "--only");
    choose(given, "--paper", paper_words, options.paper);
    options.draft = has(given, "--draft");
    const bool compare = has(given, "--check");
    const bool list = has(given, "--list-outputs");
    options.aim = compare ? BuildAim::compare : list ? BuildAim::list : BuildAim::write;
    options.depfile = one(given, "--depfile");
    options.depfile_target = one(given, "--depfile-target");
    if (compare && list) return "--check compares documents and --list-outputs only names them; choose one of them";
    if (options.aim != BuildAim::write && is_for_programs(options.check))
        return fmt::format("{} tells of files, which --format has nothing for; leave it out",
                           compare ? "--check" : "--list-outputs");
    if (has(given, "--depfile") && options.depfile.empty()) return "--depfile takes a file; an empty name is none";
    if (options.aim != BuildAim::write && !options.depfile.empty())
        return fmt::format("{} writes nothing and --depfile a file; choose one of them",
                           compare ? "--check" : "--list-outputs");
    if (!options.depfile_target.empty() && options.depfile.empty())
        return "--depfile-target says what the rule of --depfile is for; name that file, too";
    return unknown_in_only(options.only);
}

TemplateOptions read_templates(TemplateAction action, const Given& given) {
    return {action, action == TemplateAction::list ? one(given, "--templates") : one(given, "DIR"), all(given, "NAME")};
}

std::string listed(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) text += fmt::format("{}{}", text.empty() ? "" : ", ", word);
    return text;
}

} // namespace

std::optional<WrongUse> wrong_words(const OptionRow& row, const std::vector<std::string>& words) {
    if (row.has_dashes() && !row.several && words.size() > 1)
        return WrongUse{fmt::format("{} is given {} times; once is enough", row.name(), words.size())};
    for (const std::string& word : words) {
        if (row.takes == Takes::words && std::find(row.words.begin(), row.words.end(), word) == row.words.end()) {
            const std::string hint = did_you_mean(word, row.words);
            return WrongUse{fmt::format("{} takes {}; `{}` is none of them{}{}", row.name(), listed(row.words), word,
                                        hint.empty() ? "" : ": ", hint),
                            true};
        }
        if (row.takes != Takes::number) continue;
        std::size_t value = 0;
        const char* const end = word.data() + word.size();
        const auto [stop, error] = std::from_chars(word.data(), end, value);
        if (error != std::errc() || stop != end || value > row.most)
            return WrongUse{fmt::format("{} takes a whole number up to {}; `{}` is none", row.name(), row.most, word),
                            true};
    }
    return std::nullopt;
}

std::variant<Command, WrongUse> read_command(std::string_view command, const Given& given) {
    const auto result = [](auto options, std::optional<std::string> wrong) -> std::variant<Command, WrongUse> {
        if (wrong) return WrongUse{std::move(*wrong)};
        return Command{std::move(options)};
    };
    if (command == "check") {
        CheckOptions options;
        auto wrong = read_check(given, options);
        return result(std::move(options), std::move(wrong));
    }
    if (command == "build") {
        BuildOptions options;
        auto wrong = read_build(given, options);
        return result(std::move(options), std::move(wrong));
    }
    if (command == "verify") {
        VerifyOptions options;
        options.fingerprint = one(given, "FINGERPRINT");
        options.check.paths = all(given, "PLAN");
        return Command{std::move(options)};
    }
    if (command == "templates list") return Command{read_templates(TemplateAction::list, given)};
    if (command == "templates export") return Command{read_templates(TemplateAction::write_out, given)};
    if (command == "templates check") return Command{read_templates(TemplateAction::check, given)};
    if (command == "explain") {
        ExplainOptions options{one(given, "RULE")};
        choose(given, "--format", page_form_words, options.form);
        return Command{std::move(options)};
    }
    if (command == "config") return Command{ConfigOptions{one(given, "PATH", ".")}};
    if (command == "schema") {
        SchemaOptions options;
        choose(given, "NAME", schema_words, options.name);
        return Command{options};
    }
    if (command == "completion") {
        CompletionOptions options;
        choose(given, "SHELL", shell_words, options.shell);
        return Command{options};
    }
    if (command == "manual") {
        ManualOptions options;
        options.command = one(given, "COMMAND");
        choose(given, "--format", manual_words, options.form);
        options.out = one(given, "--out");
        return Command{std::move(options)};
    }
    InitOptions options{one(given, "FILE")};
    options.language = one(given, "--language", options.language);
    return Command{std::move(options)};
}

} // namespace planc
