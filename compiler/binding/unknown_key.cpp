// A key that its record does not have: what was probably meant, or where it belongs.
#include "binding/reader.h"
#include "binding/tables.h"
#include "diagnostics/suggestion.h"

#include <fmt/format.h>
#include <vector>

namespace planc {
namespace {

/// "a task, a rollout stage or a check item": the records that have this key.
std::string owners(std::string_view key) {
    std::vector<std::string_view> nouns;
    for (const Record* const record : all_records())
        if (find_field(*record, key) != nullptr) nouns.push_back(record->noun);
    constexpr std::size_t most = 3;
    if (nouns.empty() || nouns.size() > most) return {};
    std::string text(nouns[0]);
    for (std::size_t i = 1; i < nouns.size(); ++i)
        text += fmt::format("{}{}", i + 1 == nouns.size() ? " or " : ", ", nouns[i]);
    return text;
}

} // namespace

void Reader::unknown_key(const Pair& pair, const Record& record) {
    const std::string_view key = pair.key.text();
    std::vector<std::string_view> known;
    known.reserve(record.fields.size());
    for (const Field& field : record.fields) known.push_back(field.key);
    Diagnostic& found = report(diagnostics_, "unknown-key", pair.key.span(),
                               fmt::format("{} has no key {}", record.noun, quoted(key)), did_you_mean(key, known));
    if (const std::string elsewhere = owners(key); !elsewhere.empty())
        found.notes.push_back(fmt::format("{} is a key of {}", quoted(key), elsewhere));
}

} // namespace planc
