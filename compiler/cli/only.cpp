#include "cli/only.h"

#include "diagnostics/suggestion.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

std::vector<DocumentFile> all_files() { return wanted_files(Plan{}); }

bool holds(const std::vector<DocumentFile>& files, DocumentFile file) {
    return std::any_of(files.begin(), files.end(),
                       [&](DocumentFile one) { return one.document == file.document && one.format == file.format; });
}

bool is_chosen_by(std::string_view word, DocumentFile file, const std::vector<DocumentFile>& wanted) {
    if (word == file_name(file)) return true;
    if (word == name(file.format)) return holds(wanted, file);
    if (word != name(file.document)) return false;
    const bool document_wanted =
        std::any_of(wanted.begin(), wanted.end(), [&](DocumentFile one) { return one.document == file.document; });
    return !document_wanted || holds(wanted, file);
}

} // namespace

std::vector<std::string> words_of_only() {
    std::vector<std::string> words;
    for (const DocumentFile file : all_files())
        for (std::string one : {std::string(name(file.document)), std::string(name(file.format)), file_name(file)})
            if (std::find(words.begin(), words.end(), one) == words.end()) words.push_back(std::move(one));
    return words;
}

std::optional<std::string> unknown_in_only(const std::vector<std::string>& only) {
    const std::vector<std::string> known = words_of_only();
    for (const std::string& word : only) {
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        const std::string hint = did_you_mean(word, {known.begin(), known.end()});
        return fmt::format("--only takes documents (plan), formats (pdf) and both (plan.pdf); `{}` is none{}{}", word,
                           hint.empty() ? "" : "; ", hint);
    }
    return std::nullopt;
}

std::vector<DocumentFile> chosen_files(const Plan& plan, const std::vector<std::string>& only) {
    const std::vector<DocumentFile> wanted = wanted_files(plan);
    if (only.empty()) return wanted;
    std::vector<DocumentFile> chosen;
    for (const DocumentFile file : all_files())
        if (std::any_of(only.begin(), only.end(), [&](const auto& word) { return is_chosen_by(word, file, wanted); }))
            chosen.push_back(file);
    return chosen;
}

} // namespace planc
