// A key that its record does not have: what was probably meant, or where it belongs.
#include "binding/reader.h"
#include "binding/tables.h"
#include "diagnostics/suggestion.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>
#include <vector>

namespace planc {
namespace {

/// "a task, a rollout stage or a check item": the records of the file that have this key.
std::string owners(const Record& all, std::string_view key) {
    std::vector<std::string_view> nouns;
    for (const Record* const record : all_records(all))
        if (find_field(*record, key) != nullptr) nouns.push_back(record->noun);
    constexpr std::size_t most = 3;
    if (nouns.empty() || nouns.size() > most) return {};
    std::string text(nouns[0]);
    for (std::size_t i = 1; i < nouns.size(); ++i)
        text += fmt::format("{}{}", i + 1 == nouns.size() ? " or " : ", ", nouns[i]);
    return text;
}

/// The key for which people write this word; empty if it is no such word.
std::string_view key_for(const Record& record, std::string_view word) {
    for (const Field& field : record.fields)
        for (std::string_view words = field.also; !words.empty();) {
            const std::string_view one = words.substr(0, words.find(' '));
            if (one == word) return field.key;
            words.remove_prefix(std::min(one.size() + 1, words.size()));
        }
    return {};
}

} // namespace

void PlanReader::unknown_keys(const Node& node, const Record& record, std::uint64_t found) {
    std::vector<std::string_view> unused;
    for (std::size_t number = 0; number < record.fields.size(); ++number)
        if ((found >> number & 1U) == 0) unused.push_back(record.fields[number].key);
    for (const Pair& pair : node.pairs())
        if (find_field(record, pair.key.text()) == nullptr) unknown_key(pair, record, unused);
}

void PlanReader::unknown_key(const Pair& pair, const Record& record, const std::vector<std::string_view>& unused) {
    const std::string_view key = pair.key.text();
    const std::string_view meant = key_for(record, key);
    std::string help;
    // A key that the mapping has already would come twice.
    if (meant.empty())
        help = did_you_mean(key, unused);
    else if (std::find(unused.begin(), unused.end(), meant) != unused.end())
        help = write_instead(meant);
    Diagnostic& found = report(diagnostics_, "unknown-key", pair.key.span(),
                               fmt::format("{} has no key {}", record.noun, quoted(key)), std::move(help));
    add_literal_fix(found, files_.at(pair.key.span()).text(pair.key.span()));
    if (const std::string elsewhere = owners(all_, key); !elsewhere.empty())
        found.notes.push_back(fmt::format("{} is a key of {}", quoted(key), elsewhere));
}

} // namespace planc
