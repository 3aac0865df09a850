// Every command and option there is, as data: what is read, what --help says, man pages, completion and docs/cli.md.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planc {

/// What stands behind an option or in a place; a shell completes it accordingly.
enum class Takes : std::uint8_t {
    nothing,
    text,
    number,
    file,
    folder,
    plans, ///< plans, and folders to search for them
    rules,
    documents, ///< what --only names
    words,     ///< one of those listed
    formats,   ///< one of those listed, or it and a file: `json=FILE`
};

struct OptionRow {
    std::string_view names; ///< `-j,--jobs`; of what is known by its place alone, how help calls it: `PATH`
    std::string_view value; ///< how help calls what stands behind the option: `FILE`
    std::string meaning;
    Takes takes = Takes::nothing;
    std::vector<std::string_view> words{}; ///< of Takes::words and Takes::formats
    std::size_t most = 0;                  ///< of Takes::number
    bool required = false;
    bool several = false; ///< an option may be repeated, places follow each other

    /// Whether commas separate several words of the option.
    bool has_commas() const { return has_dashes() && several && takes != Takes::formats; }
    bool has_dashes() const { return names.starts_with('-'); }
    /// `--jobs` of `-j,--jobs`: what it is called in messages and among what was given.
    std::string_view name() const { return names.substr(names.rfind(',') + 1); }
    /// `-j`; empty where it has none.
    std::string_view short_name() const {
        return name() == names ? std::string_view() : names.substr(0, names.find(','));
    }
};

struct Example {
    std::string_view words; ///< as typed
    std::string_view meaning;
};

struct CommandRow {
    std::string_view name; ///< `check`, `templates list`; empty for the program itself
    std::string_view meaning;
    std::vector<OptionRow> options;
    std::vector<Example> examples{};
    std::string_view footer{}; ///< what --help says at its end

    /// `templates` of `templates list`; empty of a command that is no other's.
    std::string_view parent() const { return name.substr(0, name.size() - word().size() - (name == word() ? 0 : 1)); }
    /// `list` of `templates list`.
    std::string_view word() const { return name.substr(name.rfind(' ') + 1); }
    /// Whether it does nothing but through one of its own commands.
    bool has_commands(std::span<const CommandRow> table) const;
};

/// What every command takes, beside what its row says.
OptionRow help_option();

/// The program first, then its commands, each with its own right behind it.
std::vector<CommandRow> command_table();

/// `planc check [OPTIONS] [PATH...]`
std::string usage_of(const CommandRow& command, std::span<const CommandRow> table);

/// The names of a list of words and what they mean.
template <class Value, std::size_t count>
std::vector<std::string_view> words_of(const std::pair<std::string_view, Value> (&meanings)[count]) {
    std::vector<std::string_view> words(count);
    std::transform(std::begin(meanings), std::end(meanings), words.begin(),
                   [](const auto& meaning) { return meaning.first; });
    return words;
}

} // namespace planc
