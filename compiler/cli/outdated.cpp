#include "cli/outdated.h"

#include "cli/build_places.h"
#include "cli/option_table.h"
#include "cli/report.h"
#include "cli/run.h"
#include "cli/settings.h"
#include "cli/shell_words.h"
#include "diagnostics/visible.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace planc {

namespace {

using Why = OutdatedFile::Why;

std::string_view word_of(Why why) {
    switch (why) {
    case Why::missing:
        return "missing";
    case Why::differs:
        return "differs";
    case Why::unwanted:
        break;
    }
    return "unwanted";
}

/// Whether what stands behind the word belongs to it.
bool takes_a_word(std::string_view word, const std::vector<CommandRow>& table) {
    return std::any_of(table.begin(), table.end(), [&](const CommandRow& command) {
        return command.name == "build" &&
               std::any_of(command.options.begin(), command.options.end(), [&](const OptionRow& option) {
                   return option.takes != Takes::nothing && (word == option.name() || word == option.short_name());
               });
    });
}

/// The command as it was typed, without --check and without plans that it would change nothing for.
std::string renewing_command(const BuildOptions& options, const std::vector<Input>& inputs,
                             const std::set<std::size_t>& stale) {
    std::set<std::string> current;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        if (stale.count(i) == 0) current.insert(inputs[i].path);
    const std::vector<CommandRow> table = command_table();
    std::vector<std::string> words{"planc"};
    bool names_follow = false;
    bool belongs = false;
    for (const std::string& word : options.typed) {
        // Behind `--` a name with a dash was read as a path.
        const bool left_out = (word == "--check" && !names_follow) || current.count(word) > 0 ||
                              (names_follow && current.count("./" + word) > 0);
        if (belongs || !left_out) words.push_back(word);
        belongs = !belongs && !names_follow && takes_a_word(word, table);
        names_follow = names_follow || word == "--";
    }
    return shell_command(words);
}

std::string counted(std::size_t count) { return fmt::format("{} document{}", count, count == 1 ? "" : "s"); }

} // namespace

ComparedDocuments compare_documents(const std::string& folder, const std::vector<Document>& documents, bool all,
                                    Host& host) {
    ComparedDocuments result;
    result.documents = documents.size();
    std::set<std::string_view> wanted;
    for (const Document& document : documents) {
        wanted.insert(document.name);
        const std::string path = fmt::format("{}/{}", folder, document.name);
        if (host.kind(path) == PathKind::missing) {
            result.outdated.push_back({Why::missing, path});
            continue;
        }
        const HostResult<std::string> there = host.read_file(path);
        if (const auto* error = std::get_if<HostError>(&there))
            result.errors.push_back(fmt::format("cannot read {}: {}", path, error->message));
        else if (std::get<std::string>(there) != document.text)
            result.outdated.push_back({Why::differs, path});
    }
    if (!all) return result;
    for (const DocumentFile file : wanted_files(Plan{})) {
        const std::string name = file_name(file);
        const std::string path = fmt::format("{}/{}", folder, name);
        if (wanted.count(name) == 0 && host.kind(path) != PathKind::missing)
            result.outdated.push_back({Why::unwanted, path});
    }
    return result;
}

int report_outdated(const BuildOptions& options, const std::vector<Input>& inputs,
                    const std::vector<ComparedDocuments>& comparisons, Host& host) {
    std::string text;
    std::size_t documents = 0;
    std::size_t to_renew = 0;
    std::set<std::size_t> stale;
    std::vector<std::string> removal{"rm", "--"};
    std::vector<std::string> errors;
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        documents += comparisons[i].documents;
        errors.insert(errors.end(), comparisons[i].errors.begin(), comparisons[i].errors.end());
        for (const OutdatedFile& file : comparisons[i].outdated) {
            const std::string path = shown_path(file.path, options, host);
            text += fmt::format("{:<8}  {} of {}\n", word_of(file.why), visible(path, options.check.ascii),
                                visible(inputs[i].name, options.check.ascii));
            if (file.why == Why::unwanted) {
                removal.push_back(path);
                continue;
            }
            ++to_renew;
            stale.insert(i);
        }
    }
    const std::size_t to_remove = removal.size() - 2;
    if (to_renew > 0)
        text += fmt::format("{} of {} {} not current; this renews {}:\n  {}\n", to_renew, counted(documents),
                            to_renew == 1 ? "is" : "are", to_renew == 1 ? "it" : "them",
                            renewing_command(options, inputs, stale));
    if (to_remove > 0)
        text += fmt::format("{} {} no longer wanted; this removes {}:\n  {}\n", counted(to_remove),
                            to_remove == 1 ? "is" : "are", to_remove == 1 ? "it" : "them", shell_command(removal));
    if (documents > 0 && text.empty() && errors.empty())
        text = fmt::format("{} {} current\n", counted(documents), documents == 1 ? "is" : "are");
    host.write_output(text);
    complain(errors, host);
    if (!errors.empty()) return exit_usage;
    return to_renew + to_remove > 0 ? exit_findings : exit_clean;
}

} // namespace planc
