#include "cli/manual.h"
#include "cli/version.h"

#include <cctype>
#include <fmt/format.h>

namespace planc {

namespace {

/// A text of man(7): what it would take for a request or a hyphen is not one, and what stands in back quotes is bold.
std::string roff(std::string_view text) {
    std::string out;
    bool bold = false;
    for (const char c : text) {
        if ((out.empty() || out.back() == '\n') && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if (c == '`')
            out += (bold = !bold) ? "\\fB" : "\\fR";
        else
            out += c;
    }
    return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }

std::string sentence(std::string_view text) {
    std::string out(text);
    if (!out.empty()) out.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(out.front())));
    if (!out.ends_with('.')) out += '.';
    return out;
}

/// `.SH`, and what is in it.
std::string section(std::string_view title, std::string_view body) { return fmt::format(".SH {}\n{}", title, body); }

/// As a sentence, unless it begins with a word that is meant as it is written.
std::string meaning_of(const OptionRow& option) {
    const bool word = std::any_of(option.words.begin(), option.words.end(),
                                  [&](std::string_view one) { return option.meaning.starts_with(one); });
    return word ? option.meaning + "." : sentence(option.meaning);
}

std::string option_entry(const OptionRow& option) {
    std::string head;
    std::string_view names = option.names;
    while (!names.empty()) {
        const std::size_t comma = std::min(names.find(','), names.size());
        head += (head.empty() ? "" : ", ") + bold(names.substr(0, comma));
        names.remove_prefix(std::min(comma + 1, names.size()));
    }
    if (!option.value.empty()) head += " \\fI" + roff(option.value) + "\\fR";
    return fmt::format(".TP\n{}\n{}\n", head, roff(meaning_of(option)));
}

/// Its places, then its options.
std::string entries(const CommandRow& command) {
    std::string places;
    std::string options;
    for (const OptionRow& option : command.options) (option.has_dashes() ? options : places) += option_entry(option);
    return places + options + option_entry(help_option());
}

std::string examples(const CommandRow& command) {
    std::string text;
    for (const Example& example : command.examples)
        text += fmt::format(".TP\n{}\n{}\n", bold(example.words), roff(sentence(example.meaning)));
    return text;
}

/// What --help says at the end, with its lines as they are.
std::string footer(std::string_view text) { return ".nf\n" + roff(text) + "\n.fi\n"; }

constexpr auto files = R"(.TP
.I *.plan.yaml
A plan.
.TP
.I .planc.yaml
What holds for all plans of its folder and below: levels of rules, required keys, holidays, where documents go.
)";

constexpr auto environment = R"(.TP
.B NO_COLOR
Where it is set and not empty, nothing is coloured.
.TP
.B SOURCE_DATE_EPOCH
Seconds since 1970, the time that PDF files say they were made; without it they say none.
)";

} // namespace

std::string page_name(const CommandRow& command) {
    return command.name.empty() ? "planc" : fmt::format("planc-{}", command.name);
}

std::string manual_page(const CommandRow& command, std::span<const CommandRow> table) {
    const std::string name = page_name(command);
    std::string title = name;
    for (char& c : title) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    std::string text = fmt::format(".TH {} 1 \"\" \"planc {}\" \"planc\"\n", title, version());
    text += section("NAME", fmt::format("{} \\- {}\n", roff(name), roff(command.meaning)));
    text += section("SYNOPSIS", bold(usage_of(command, table)) + "\n");
    std::string commands;
    std::string others;
    for (const CommandRow& other : table) {
        const bool own = !command.name.empty() && other.name.starts_with(std::string(command.name) + " ");
        if (own)
            commands += fmt::format(".SS {}\n{}\n{}", roff(usage_of(other, table)), roff(sentence(other.meaning)),
                                    entries(other));
        if (other.name == command.name || other.name.find(' ') != std::string_view::npos) continue;
        if (command.name.empty())
            commands += fmt::format(".TP\n.BR {} (1)\n{}\n", roff(page_name(other)), roff(sentence(other.meaning)));
        others += fmt::format("{}.BR {} (1)", others.empty() ? "" : ",\n", roff(page_name(other)));
    }
    if (command.name.empty()) text += section("DESCRIPTION", footer(command.footer));
    if (!commands.empty()) text += section("COMMANDS", commands);
    text += section("OPTIONS", entries(command));
    if (!command.name.empty() && !command.footer.empty()) text += section("EXIT STATUS", footer(command.footer));
    if (!command.examples.empty()) text += section("EXAMPLES", examples(command));
    if (command.name.empty()) text += section("FILES", files) + section("ENVIRONMENT", environment);
    return text + section("SEE ALSO", others + "\n");
}

} // namespace planc
