#include "cli/option_table.h"

#include "cli/option_words.h"

#include <fmt/format.h>
#include <iterator>

namespace planc {

namespace {

constexpr auto program_footer = R"(A release plan is one file NAME.plan.yaml. planc reads it, infers the dates, checks
that it can be carried out, and renders the documents a team works from.

To begin:
  planc init shop.plan.yaml            write a first plan
  planc check                          check every *.plan.yaml below this folder
  planc build shop.plan.yaml --out out render plan, checklist, record, sign-off sheet, chart
  planc explain missing-owner          what a finding means and how to mend it

`planc COMMAND --help` says more.
)";

constexpr auto exit_codes = R"(Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong use or something that
cannot be read or written, 3 a fault of planc.)";

constexpr auto verify_exit_codes = R"(Exit codes: 0 the sheet was made from one of them, 1 it was not, 2 wrong use or
something that cannot be read.)";

OptionRow flag(std::string_view names, std::string meaning) { return {names, "", std::move(meaning)}; }

OptionRow option(std::string_view names, std::string_view value, std::string meaning, Takes takes) {
    return {names, value, std::move(meaning), takes};
}

OptionRow words(std::string_view names, std::string_view value, std::string meaning,
                std::vector<std::string_view> words) {
    return {names, value, std::move(meaning), Takes::words, std::move(words)};
}

OptionRow number(std::string_view names, std::string meaning, std::size_t most) {
    return {names, "N", std::move(meaning), Takes::number, {}, most};
}

OptionRow several(OptionRow row) {
    row.several = true;
    return row;
}

OptionRow required(OptionRow row) {
    row.required = true;
    return row;
}

OptionRow place(std::string_view name, std::string meaning, Takes takes) {
    return {name, "", std::move(meaning), takes};
}

/// What check and build share.
std::vector<OptionRow> checking() {
    return {
        several(place("PATH", "plans, folders to search for *.plan.yaml, or - for standard input", Takes::plans)),
        option("--stdin-filename", "NAME", "what findings call standard input", Takes::text),
        several({"--format", "FORM[=FILE]",
                 "text, concise (a line each), json, sarif, github, gitlab, junit, checkstyle, rdjson; with =FILE into "
                 "files, beside the text",
                 Takes::formats, words_of(format_words)}),
        words("--color", "WHEN", "auto (on a terminal, unless NO_COLOR is set), always, never", words_of(when_words)),
        flag("--ascii", "draw with plain ASCII signs"),
        option("--as-of", "TIME", "the day or minute that counts as now: 2025-12-08 or \"2025-12-08 22:00\"",
               Takes::text),
        several(option("--select", "RULE[,RULE]", "tell only what these rules find, and what cannot be read",
                       Takes::rules)),
        several(option("--ignore", "RULE[,RULE]", "do not tell what these rules find", Takes::rules)),
        number("--max-findings", "print so many at most; 0 is all, as without it", 1'000'000'000),
        flag("--statistics", "print how often each rule found something instead"),
        option("--record", "FILE", "a file with what really happened, for the one plan that is named", Takes::file),
        words("--fail-on", "LEVEL", "the least level that makes the exit code 1: error, warning, info, never",
              words_of(level_words)),
        option("--baseline", "FILE", "a file with known findings, which are not told", Takes::file),
        number("-j,--jobs", "plans worked on at a time, up to 256; 0 is one a processor", 256),
    };
}

std::vector<OptionRow> with(std::vector<OptionRow> shared, std::vector<OptionRow> own) {
    shared.insert(shared.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return shared;
}

CommandRow check() {
    return {
        "check",
        "find mistakes in plans",
        with(checking(),
             {
                 flag("--fix", "mend what has exactly one mend, in the files, and print what is left"),
                 flag("--diff", "print what --fix would change and change nothing; exit code 1 if that is anything"),
                 option("--write-baseline", "FILE", "write all findings to this file, as known from now on",
                        Takes::file),
                 words("--dump", "STAGE", "print what a stage made instead: tree, plan, schedule, chart",
                       words_of(dump_words)),
                 flag("--timings", "say on standard error where the time goes, stage by stage"),
             }),
        {{"planc check", "every *.plan.yaml below this folder"},
         {"planc check shop.plan.yaml --format concise", "one plan, a line for each finding"},
         {"git show :shop.plan.yaml | planc check - --stdin-filename shop.plan.yaml", "what is staged in git"},
         {"planc check --fix", "mend what has exactly one mend"}},
        exit_codes};
}

CommandRow build() {
    return {
        "build",
        "render the documents of plans",
        with(
            checking(),
            {
                option("--out", "DIR",
                       "the folder that gets PLAN-ID/DOCUMENT.FORMAT; without it, the one of the configuration",
                       Takes::folder),
                option("--templates", "DIR", "a folder with templates that replace those of the same name",
                       Takes::folder),
                several(option("--only", "WHAT[,WHAT]",
                               "make only these: documents (plan), formats (pdf), files (plan.pdf)", Takes::documents)),
                words("--paper", "PAPER",
                      "what PDF files are printed on: a4, letter; without it, as the configuration says",
                      words_of(paper_words)),
                flag("--draft", "render a plan that has errors too; its documents say so"),
                flag("--check", "write nothing; say which documents are not current"),
                flag("--list-outputs", "write nothing; print which files would be made"),
                option("--depfile", "FILE", "a file that gets what was read, as a rule for Make and Ninja",
                       Takes::file),
                option("--depfile-target", "FILE", "what that rule is for, as a stamp; without it, the documents",
                       Takes::file),
            }),
        {{"planc build shop.plan.yaml --out out", "all documents of a plan"},
         {"planc build --only signoff.pdf --paper letter", "the sheets to be signed, of every plan below this folder"},
         {"planc build shop.plan.yaml --record night.record.yaml --out out", "with what really happened"}},
        exit_codes};
}

} // namespace

OptionRow help_option() { return flag("-h,--help", "print this and stop"); }

std::vector<CommandRow> command_table() {
    return {
        {"", "compile release plans", {flag("--version", "print the version and stop")}, {}, program_footer},
        check(),
        build(),
        {"verify",
         "say whether a printed sheet was made from these plans",
         {required(place("FINGERPRINT", "the 12 digits at the top of each page", Takes::text)),
          several(place("PLAN", "plans, or folders to search for *.plan.yaml; this folder without", Takes::plans))},
         {{"planc verify 3f9ab2c41d07", "the sheet in your hand against the plans below this folder"}},
         verify_exit_codes},
        {"templates", "list, export and check what documents are made from", {}},
        {"templates list",
         "say which templates, labels and styles there are",
         {option("--templates", "DIR", "a folder with some of your own, which are marked", Takes::folder)}},
        {"templates export",
         "write them into a folder, to be changed there",
         {required(place("DIR", "the folder; a file that was changed there is never written over", Takes::folder)),
          several(place("NAME", "which of them; all without", Takes::text))}},
        {"templates check",
         "find mistakes in a folder of templates",
         {required(place("DIR", "the folder", Takes::folder))}},
        {"explain",
         "say what a rule finds and how to mend it",
         {place("RULE", "the name in a finding's brackets; without it, all rules are listed", Takes::rules),
          words("--format", "FORM", "text, markdown (the page of docs/rules), json", words_of(page_form_words))}},
        {"config",
         "print what holds for a plan, and from where",
         {place("PATH", "a plan or a folder; the current folder if left out", Takes::plans)}},
        {"schema",
         "print a JSON Schema, for editors",
         {words("NAME", "", "of what: plan (as without it), configuration (.planc.yaml)", words_of(schema_words))}},
        {"init",
         "write a first plan that checks clean",
         {required(place("FILE", "the file to write, as shop.plan.yaml", Takes::file)),
          words("--language", "LANG", "the language of its texts: zh-CN (as without it), en", {"zh-CN", "en"})},
         {{"planc init shop.plan.yaml --language en", "a first plan in English"}}},
        {"completion",
         "print what makes a shell complete the words of planc",
         {required(words("SHELL", "", "which shell: bash, zsh, fish", words_of(shell_words)))},
         {{"source <(planc completion bash)", "in ~/.bashrc"},
          {"planc completion zsh > ~/.zfunc/_planc", "a folder of zsh's fpath"},
          {"planc completion fish > ~/.config/fish/completions/planc.fish", "for every fish"}}},
        {"manual",
         "print a page of the manual, or write them all",
         {place("COMMAND", "the page of this command; without it, of planc", Takes::text),
          words("--format", "FORM", "man (for man -l), markdown (all of them, docs/cli.md)", words_of(manual_words)),
          option("--out", "DIR", "write the pages for man into this folder instead", Takes::folder)},
         {{"planc manual check | man -l -", "as man planc-check shows it where planc is installed"}}},
    };
}

bool CommandRow::has_commands(std::span<const CommandRow> table) const {
    const std::string start = std::string(name) + (name.empty() ? "" : " ");
    return std::any_of(table.begin(), table.end(), [&](const CommandRow& other) {
        return other.name.size() > start.size() && other.name.starts_with(start);
    });
}

std::string usage_of(const CommandRow& command, std::span<const CommandRow> table) {
    std::string text = fmt::format("planc{}{} [OPTIONS]", command.name.empty() ? "" : " ", command.name);
    if (command.has_commands(table)) text += command.name.empty() ? " [COMMAND]" : " COMMAND";
    for (const OptionRow& option : command.options) {
        if (option.has_dashes()) continue;
        const std::string word = fmt::format("{}{}", option.names, option.several ? "..." : "");
        text += option.required ? " " + word : " [" + word + "]";
    }
    return text;
}

} // namespace planc
