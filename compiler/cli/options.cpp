// CLI11 lives here only.
#include "cli/options.h"

#include "cli/formats.h"
#include "cli/only.h"
#include "cli/run.h"
#include "diagnostics/suggestion.h"
#include "rules/all.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace planc {

namespace {

constexpr auto exit_code_help = R"(Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong use or something that
cannot be read or written, 3 a fault of planc.)";

constexpr auto main_help = R"(A release plan is one file NAME.plan.yaml. planc reads it, infers the dates, checks
that it can be carried out, and renders the documents a team works from.

To begin:
  planc init shop.plan.yaml            write a first plan
  planc check                          check every *.plan.yaml below this folder
  planc build shop.plan.yaml --out out render plan, checklist, record, sign-off sheet, chart
  planc explain missing-owner          what a finding means and how to mend it

`planc COMMAND --help` says more.
)";

/// What the parser fills; turned into a Command once it is known to be right.
struct Words {
    CheckOptions check;
    BuildOptions build;
    VerifyOptions verify;
    TemplateOptions templates;
    ExplainOptions explain;
    ConfigOptions config;
    SchemaOptions schema;
    InitOptions init;
    std::string as_of;
    std::vector<std::string> formats;
    bool fix = false;
    bool diff = false;
};

/// An option that takes one of these words.
template <class Value>
void add_choice(CLI::App& command, const std::string& option, Value& value, const std::map<std::string, Value>& values,
                const std::string& meaning, const std::string& type) {
    const auto read = [&value, values, option](const std::vector<std::string>& words) {
        const auto found = values.find(words.front());
        if (found != values.end()) {
            value = found->second;
            return true;
        }
        std::string known;
        std::vector<std::string_view> names;
        for (const auto& [name, meant] : values) {
            known += (known.empty() ? "" : ", ") + name;
            names.push_back(name);
        }
        const std::string hint = did_you_mean(words.front(), names);
        throw CLI::ValidationError(fmt::format("{} takes {}; `{}` is none of them{}{}", option, known, words.front(),
                                               hint.empty() ? "" : ": ", hint),
                                   CLI::ExitCodes::ValidationError);
    };
    command.add_option(option, read, meaning)->type_name(type)->expected(1);
}

void add_check_options(CLI::App& command, CheckOptions& options, Words& words) {
    command.add_option("PATH", options.paths, "plans, folders to search for *.plan.yaml, or - for standard input")
        ->type_name("");
    command.add_option("--stdin-filename", options.stdin_name, "what findings call standard input")->type_name("NAME");
    command.add_option("--format", words.formats, format_help())->allow_extra_args(false)->type_name("FORM[=FILE]");
    add_choice<When>(command, "--color", options.colour,
                     {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}},
                     "auto (on a terminal, unless NO_COLOR is set), always, never", "WHEN");
    command.add_flag("--ascii", options.ascii, "draw with plain ASCII signs");
    command
        .add_option("--as-of", words.as_of, "the day or minute that counts as now: 2025-12-08 or \"2025-12-08 22:00\"")
        ->type_name("TIME");
    const auto add_rules = [&command](const std::string& option, std::vector<std::string>& rules, std::string meaning) {
        command.add_option(option, rules, std::move(meaning))
            ->delimiter(',')
            ->allow_extra_args(false)
            ->type_name("RULE[,RULE]");
    };
    add_rules("--select", options.select, "tell only what these rules find, and what cannot be read");
    add_rules("--ignore", options.ignore, "do not tell what these rules find");
    command.add_option("--max-findings", options.max_findings, "print so many at most; 0 is all, as without it")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000}).description(""))
        ->type_name("N");
    command.add_flag("--statistics", options.statistics, "print how often each rule found something instead");
    command.add_option("--record", options.record, "a file with what really happened, for the one plan that is named")
        ->type_name("FILE");
    add_choice<std::optional<Severity>>(
        command, "--fail-on", options.fail_on,
        {{"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}, {"never", std::nullopt}},
        "the least level that makes the exit code 1: error, warning, info, never", "LEVEL");
    command.add_option("-j,--jobs", options.jobs, "plans worked on at a time, up to 256; 0 is one a processor")
        ->check(CLI::Range(0, 256).description(""))
        ->type_name("N");
    command.footer(exit_code_help);
}

CLI::App* add_check(CLI::App& app, Words& words) {
    CLI::App* command = app.add_subcommand("check", "find mistakes in plans");
    add_check_options(*command, words.check, words);
    command->add_flag("--fix", words.fix, "mend what has exactly one mend, in the files, and print what is left");
    command->add_flag("--diff", words.diff,
                      "print what --fix would change and change nothing; exit code 1 if that is anything");
    command->add_option("--baseline", words.check.baseline, "a file with known findings, which are not told")
        ->type_name("FILE");
    command
        ->add_option("--write-baseline", words.check.write_baseline,
                     "write all findings to this file, as known from now on")
        ->type_name("FILE");
    add_choice<Dump>(*command, "--dump", words.check.dump,
                     {{"tree", Dump::tree}, {"plan", Dump::plan}, {"schedule", Dump::schedule}, {"chart", Dump::chart}},
                     "print what a stage made instead: tree, plan, schedule, chart", "STAGE");
    command->add_flag("--timings", words.check.timings, "say on standard error where the time goes, stage by stage");
    return command;
}

CLI::App* add_build(CLI::App& app, Words& words) {
    CLI::App* command = app.add_subcommand("build", "render the documents of plans");
    add_check_options(*command, words.build.check, words);
    command
        ->add_option("--out", words.build.out,
                     "the folder that gets PLAN-ID/DOCUMENT.FORMAT; without it, the one of the configuration")
        ->type_name("DIR");
    command
        ->add_option("--templates", words.build.templates,
                     "a folder with templates that replace those of the same name")
        ->type_name("DIR");
    command
        ->add_option("--only", words.build.only, "make only these: documents (plan), formats (pdf), files (plan.pdf)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("WHAT[,WHAT]");
    add_choice<std::optional<Paper>>(
        *command, "--paper", words.build.paper, {{"a4", Paper::a4}, {"letter", Paper::letter}},
        "what PDF files are printed on: a4, letter; without it, as the configuration says", "PAPER");
    command->add_flag("--draft", words.build.draft, "render a plan that has errors too; its documents say so");
    return command;
}

CLI::App* add_verify(CLI::App& app, Words& words) {
    CLI::App* command = app.add_subcommand("verify", "say whether a printed sheet was made from these plans");
    command->add_option("FINGERPRINT", words.verify.fingerprint, "the 12 digits at the top of each page")
        ->required()
        ->type_name("");
    command
        ->add_option("PLAN", words.verify.check.paths,
                     "plans, or folders to search for *.plan.yaml; this folder without")
        ->type_name("");
    command->footer("Exit codes: 0 the sheet was made from one of them, 1 it was not, 2 wrong use or something that\n"
                    "cannot be read.");
    return command;
}

CLI::App* add_templates(CLI::App& app, Words& words) {
    CLI::App* command = app.add_subcommand("templates", "list, export and check what documents are made from");
    command->require_subcommand(1);
    TemplateOptions& options = words.templates;
    CLI::App* list = command->add_subcommand("list", "say which templates, labels and styles there are");
    list->add_option("--templates", options.folder, "a folder with some of your own, which are marked")
        ->type_name("DIR");
    list->callback([&options] { options.action = TemplateAction::list; });
    CLI::App* write_out = command->add_subcommand("export", "write them into a folder, to be changed there");
    write_out->add_option("DIR", options.folder, "the folder; a file that was changed there is never written over")
        ->required()
        ->type_name("");
    write_out->add_option("NAME", options.names, "which of them; all without")->type_name("");
    write_out->callback([&options] { options.action = TemplateAction::write_out; });
    CLI::App* check = command->add_subcommand("check", "find mistakes in a folder of templates");
    check->add_option("DIR", options.folder, "the folder")->required()->type_name("");
    check->callback([&options] { options.action = TemplateAction::check; });
    return command;
}

/// "did you mean" for a word that CLI11 did not know.
std::string hint_for(const CLI::App& app, const std::string& word) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
    const std::string bare = word.substr(0, word.find('='));
    return did_you_mean(bare, {names.begin(), names.end()});
}

Finished complain_about_words(const CLI::App& app, const CLI::ParseError& error, Host& host) {
    const CLI::App* used = &app;
    for (const CLI::App* command : app.get_subcommands()) used = command;
    std::string message = error.what();
    std::string hint;
    if (const std::vector<std::string> unknown = used->remaining(); !unknown.empty()) {
        const bool command = used == &app;
        message = fmt::format("there is no {} `{}`",
                              command && !unknown.front().starts_with("-") ? "command" : "option", unknown.front());
        hint = hint_for(*used, unknown.front());
    }
    const std::string command = used == &app ? "" : " " + used->get_name();
    host.write_error(fmt::format("planc: {}{}{}\n`planc{} --help` says what there is\n", message,
                                 hint.empty() ? "" : "; ", hint, command));
    return {exit_usage};
}

std::optional<std::string> unknown_rule(const std::string& option, const std::vector<std::string>& rules) {
    for (const std::string& rule : rules) {
        if (find_rule(rule) != nullptr) continue;
        return fmt::format("{}: there is no rule `{}`; {}", option, rule, hint_for_rule(rule));
    }
    return std::nullopt;
}

std::optional<std::string> finish(CheckOptions& options, const Words& words) {
    if (auto wrong = unknown_rule("--select", options.select)) return wrong;
    if (auto wrong = unknown_rule("--ignore", options.ignore)) return wrong;
    if (auto wrong = read_formats(words.formats, options)) return wrong;
    const bool for_programs = !is_for_readers(options.format);
    if (for_programs && (options.statistics || options.max_findings != 0))
        return fmt::format("--statistics and --max-findings are for readers; --format {} tells every finding",
                           name(options.format));
    if (words.fix && words.diff) return "--fix changes files and --diff does not; choose one of them";
    if (words.diff && (options.statistics || !options.baseline.empty() || !options.write_baseline.empty()))
        return "--diff prints what --fix would change, and no findings; leave the other option out";
    const bool no_findings = words.diff || options.dump != Dump::none || !options.write_baseline.empty();
    if (no_findings && (for_programs || !options.format_files.empty()))
        return fmt::format("{} tells no findings, so there is nothing for --format; choose one of them",
                           words.diff                        ? "--diff"
                           : !options.write_baseline.empty() ? "--write-baseline"
                                                             : "--dump");
    if (words.fix && std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end())
        return "--fix changes files, and standard input is none; --diff prints what it would change";
    if (!options.baseline.empty() && !options.write_baseline.empty())
        return "--baseline reads what is known and --write-baseline writes it; choose one of them";
    options.fix = words.fix ? Fix::write : words.diff ? Fix::show : Fix::none;
    if (words.as_of.empty()) return std::nullopt;
    const auto parsed = parse_instant(words.as_of, {0, 0, static_cast<std::uint32_t>(words.as_of.size())});
    if (const auto* error = std::get_if<TimeError>(&parsed)) {
        return fmt::format("--as-of: {}{}{}", error->message, error->help.empty() ? "" : "; ", error->help);
    }
    options.as_of = std::get<WrittenInstant>(parsed);
    if (options.as_of.form == WrittenInstant::Form::date || options.as_of.form == WrittenInstant::Form::date_time) {
        return std::nullopt;
    }
    return "--as-of takes a date, or a date and a time of day: 2025-12-08 or \"2025-12-08 22:00\"";
}

} // namespace

Command parse_arguments(const std::vector<std::string>& arguments, Host& host) {
    CLI::App app{"planc compiles release plans.", "planc"};
    app.require_subcommand(0, 1);
    app.set_help_flag("-h,--help", "print this and stop");
    app.set_version_flag("--version", std::string("planc ") + PLANC_VERSION, "print the version and stop");
    Words words;
    CLI::App* check = add_check(app, words);
    CLI::App* build = add_build(app, words);
    CLI::App* verify = add_verify(app, words);
    CLI::App* templates = add_templates(app, words);
    CLI::App* explain = app.add_subcommand("explain", "say what a rule finds and how to mend it");
    explain
        ->add_option("RULE", words.explain.rule, "the name in a finding's brackets; without it, all rules are listed")
        ->type_name("");
    add_choice<PageForm>(*explain, "--format", words.explain.form,
                         {{"text", PageForm::text}, {"markdown", PageForm::markdown}, {"json", PageForm::json}},
                         "text, markdown (the page of docs/rules), json", "FORM");
    CLI::App* config = app.add_subcommand("config", "print what holds for a plan, and from where");
    config->add_option("PATH", words.config.path, "a plan or a folder; the current folder if left out")->type_name("");
    CLI::App* schema = app.add_subcommand("schema", "print a JSON Schema, for editors");
    add_choice<SchemaName>(*schema, "NAME", words.schema.name,
                           {{"plan", SchemaName::plan}, {"configuration", SchemaName::configuration}},
                           "of what: plan (as without it), configuration (.planc.yaml)", "");
    CLI::App* init = app.add_subcommand("init", "write a first plan that checks clean");
    init->add_option("FILE", words.init.path, "the file to write, as shop.plan.yaml")->required()->type_name("");
    init->add_option("--language", words.init.language, "the language of its texts: zh-CN, en")->type_name("LANG");
    app.footer(main_help); // not before: commands would have it too
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        const auto used = app.get_subcommands();
        host.write_output(used.empty() ? app.help() : used.back()->help("planc"));
        return Finished{exit_clean};
    } catch (const CLI::CallForVersion& version) {
        host.write_output(std::string(version.what()) + "\n");
        return Finished{exit_clean};
    } catch (const CLI::ParseError& error) {
        return complain_about_words(app, error, host);
    }
    std::optional<std::string> wrong;
    Command command = Finished{exit_usage};
    if (check->parsed()) {
        wrong = finish(words.check, words);
        command = words.check;
    } else if (build->parsed()) {
        wrong = finish(words.build.check, words);
        if (words.build.out.empty() && build->count("--out") > 0) wrong = "--out takes a folder; an empty name is none";
        if (!wrong) wrong = unknown_in_only(words.build.only);
        command = words.build;
    } else if (verify->parsed()) {
        command = words.verify;
    } else if (templates->parsed()) {
        command = words.templates;
    } else if (explain->parsed()) {
        command = words.explain;
    } else if (schema->parsed()) {
        command = words.schema;
    } else if (config->parsed()) {
        command = words.config;
    } else if (init->parsed()) {
        command = words.init;
    } else {
        host.write_output(app.help());
    }
    if (!wrong) return command;
    host.write_error("planc: " + *wrong + "\n");
    return Finished{exit_usage};
}

} // namespace planc
