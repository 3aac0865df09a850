#include "rules/hide_secrets.h"

#include "rules/secrets.h"

#include <set>
#include <string>

namespace planc {

namespace {

void cut_secrets(std::string& words) {
    const std::vector<Secret> secrets = find_secrets(words);
    for (auto secret = secrets.rbegin(); secret != secrets.rend(); ++secret) {
        const std::size_t shown = secret->begin + shown_of_secret(secret->end - secret->begin);
        words.replace(shown, secret->end - shown, "…");
    }
}

} // namespace

std::vector<Span> secrets_in(const File& file, std::uint32_t number) {
    std::vector<Span> places;
    for (const Secret& secret : find_secrets(file.text()))
        places.push_back({number, static_cast<std::uint32_t>(secret.begin), static_cast<std::uint32_t>(secret.end)});
    return places;
}

void hide_secrets(Diagnostics& findings, const Files& files,
                  const std::map<std::uint32_t, const std::vector<Span>*>& known) {
    std::set<std::uint32_t> shown;
    for (Diagnostic& finding : findings) {
        cut_secrets(finding.message);
        cut_secrets(finding.label);
        shown.insert(finding.span.file);
        for (Label& label : finding.others) {
            cut_secrets(label.message);
            shown.insert(label.span.file);
        }
        for (std::string& note : finding.notes) cut_secrets(note);
        cut_secrets(finding.help);
        // A mend that would show one shows nothing.
        for (const Edit& edit : finding.fix)
            if (!find_secrets(edit.text).empty()) finding.masked.push_back(edit.span);
    }
    for (const std::uint32_t file : shown) {
        if (!files.has(file)) continue;
        const auto before = known.find(file);
        const std::vector<Span> places = before != known.end() ? *before->second : secrets_in(files.at(file), file);
        std::vector<Span>& masked = findings.front().masked;
        masked.insert(masked.end(), places.begin(), places.end());
    }
}

} // namespace planc
