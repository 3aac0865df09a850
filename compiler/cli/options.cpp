// CLI11 lives here only: it reads the arguments by the table of commands and options.
#include "cli/options.h"

#include "cli/read_options.h"
#include "cli/run.h"
#include "cli/version.h"
#include "diagnostics/suggestion.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

namespace planc {

namespace {

/// What CLI11 has for a row of the table.
struct ParsedCommand {
    const CommandRow* row = nullptr;
    CLI::App* app = nullptr;
    std::vector<std::pair<const OptionRow*, CLI::Option*>> options;
};

CLI::Option* add(CLI::App& app, const OptionRow& row) {
    if (row.takes == Takes::nothing) return app.add_flag(std::string(row.names), row.meaning)->disable_flag_override();
    CLI::Option* option = app.add_option(std::string(row.names), row.meaning);
    option->type_name(std::string(row.value))->required(row.required);
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    if (!row.has_dashes()) {
        option->expected(1, row.several ? CLI::detail::expected_max_vector_size : 1)->allow_extra_args(row.several);
        return option;
    }
    option->expected(1)->allow_extra_args(false);
    if (row.has_commas()) option->delimiter(',');
    return option;
}

std::vector<ParsedCommand> add_commands(const std::vector<CommandRow>& table, CLI::App& app) {
    std::vector<ParsedCommand> commands;
    for (const CommandRow& row : table) {
        ParsedCommand& command = commands.emplace_back();
        command.row = &row;
        command.app = &app;
        if (!row.name.empty()) {
            CLI::App& parent = row.parent().empty() ? app : *app.get_subcommand(std::string(row.parent()));
            if (&parent != &app) parent.require_subcommand(1);
            command.app = parent.add_subcommand(std::string(row.word()), std::string(row.meaning));
            command.app->group("Commands");
        }
        for (const OptionRow& option : row.options) command.options.emplace_back(&option, add(*command.app, option));
    }
    // Not before: commands take it over from what they are added to.
    for (const ParsedCommand& command : commands) command.app->footer(std::string(command.row->footer));
    return commands;
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

Finished complain(const std::string& message, const std::string& command, Host& host) {
    host.write_error(fmt::format("planc: {}\n`planc{}{} --help` says what there is\n", message,
                                 command.empty() ? "" : " ", command));
    return {exit_usage};
}

/// Which command has an option that another was given; empty if none does.
std::string elsewhere(const std::string& word) {
    for (const CommandRow& command : command_table())
        for (const OptionRow& option : command.options)
            if (!command.name.empty() && option.name() == word.substr(0, word.find('=')))
                return fmt::format("`planc {}` has it", command.name);
    return {};
}

/// What is wrong with words that CLI11 does not take.
std::string complaint(const CLI::App& used, const CLI::ParseError& error) {
    const bool has_commands = !used.get_subcommands(nullptr).empty();
    if (const std::vector<std::string> unknown = used.remaining(); !unknown.empty()) {
        const std::string& word = unknown.front();
        if (!has_commands && !word.starts_with("-")) return fmt::format("`{}` is one word too many", word);
        const std::string other = elsewhere(word);
        const std::string hint = other.empty() ? hint_for(used, word) : other;
        return fmt::format("there is no {} `{}`{}{}", word.starts_with("-") ? "option" : "command", word,
                           hint.empty() ? "" : "; ", hint);
    }
    const std::string message = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const bool flag = message.find("flag override") != std::string::npos; // as CLI11 calls a value
        const std::string option = message.substr(0, message.find_first_of(": "));
        return flag ? fmt::format("{}{} takes no value", option.size() == 1 ? "-" : "--", option)
                    : fmt::format("what {} takes is missing", option);
    }
    if (has_commands && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        return fmt::format("`{}` needs a command", used.get_name());
    return message;
}

Finished complain_about_words(const CLI::App& app, const CLI::ParseError& error, Host& host) {
    const CLI::App* used = &app;
    std::string command;
    while (used->remaining().empty() && !used->get_subcommands().empty()) {
        used = used->get_subcommands().back();
        command += (command.empty() ? "" : " ") + used->get_name();
    }
    return complain(complaint(*used, error), command, host);
}

/// Without `--`: a word behind it that looks like an option becomes a path that does not.
std::vector<std::string> without_mark(std::vector<std::string> arguments) {
    const auto mark = std::find(arguments.begin(), arguments.end(), "--");
    if (mark == arguments.end()) return arguments;
    for (auto word = mark + 1; word != arguments.end(); ++word)
        if (word->size() > 1 && word->starts_with("-")) word->insert(0, "./");
    arguments.erase(mark);
    return arguments;
}

/// The command that was given, and its words.
Command read(const ParsedCommand& command, Host& host) {
    Given given;
    for (const auto& [row, option] : command.options) {
        if (option->count() == 0) continue;
        const std::vector<std::string> words =
            row->takes == Takes::nothing ? std::vector<std::string>() : option->results();
        if (const auto wrong = wrong_words(*row, words)) {
            if (wrong->see_help) return complain(wrong->message, std::string(command.row->name), host);
            host.write_error("planc: " + wrong->message + "\n");
            return Finished{exit_usage};
        }
        given.emplace(row->name(), words);
    }
    auto result = read_command(command.row->name, given);
    if (auto* wanted = std::get_if<Command>(&result)) return std::move(*wanted);
    host.write_error("planc: " + std::get<WrongUse>(result).message + "\n");
    return Finished{exit_usage};
}

} // namespace

Command parse_arguments(const std::vector<std::string>& arguments, Host& host) {
    const std::vector<CommandRow> table = command_table();
    CLI::App app{std::string(table.front().meaning), "planc"};
    app.require_subcommand(0, 1);
    const OptionRow help = help_option();
    app.set_help_flag(std::string(help.names), help.meaning);
    app.get_formatter()->label("SUBCOMMAND", "COMMAND");
    const std::vector<ParsedCommand> commands = add_commands(table, app);
    try {
        std::vector<std::string> words = without_mark(arguments);
        std::reverse(words.begin(), words.end()); // as CLI11 takes them
        app.parse(std::move(words));
    } catch (const CLI::CallForHelp&) {
        const auto used = app.get_subcommands();
        host.write_output(used.empty() ? app.help() : used.back()->help("planc"));
        return Finished{exit_clean};
    } catch (const CLI::ParseError& error) {
        return complain_about_words(app, error, host);
    }
    // The last that was parsed is the innermost.
    for (auto command = commands.rbegin(); command != commands.rend(); ++command)
        if (command->app->parsed() && command->app != &app) {
            Command wanted = read(*command, host);
            if (auto* build = std::get_if<BuildOptions>(&wanted)) build->typed = arguments;
            return wanted;
        }
    const bool version_wanted = app.count("--version") > 0;
    host.write_output(version_wanted ? fmt::format("planc {}\n", version()) : app.help());
    return Finished{exit_clean};
}

} // namespace planc
