// The words that options take, and what each means.
#pragma once

#include "cli/options.h"

#include <string_view>
#include <utility>

namespace planc {

template <class Value>
using Word = std::pair<std::string_view, Value>;

inline constexpr Word<Format> format_words[] = {
    {"text", Format::text},   {"concise", Format::concise},       {"json", Format::json},
    {"sarif", Format::sarif}, {"github", Format::github},         {"gitlab", Format::gitlab},
    {"junit", Format::junit}, {"checkstyle", Format::checkstyle}, {"rdjson", Format::rdjson},
};
inline constexpr Word<When> when_words[] = {
    {"auto", When::automatic}, {"always", When::always}, {"never", When::never}};
inline constexpr Word<std::optional<Severity>> level_words[] = {
    {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}, {"never", std::nullopt}};
inline constexpr Word<Dump> dump_words[] = {
    {"tree", Dump::tree}, {"plan", Dump::plan}, {"schedule", Dump::schedule}, {"chart", Dump::chart}};
inline constexpr Word<Paper> paper_words[] = {{"a4", Paper::a4}, {"letter", Paper::letter}};
inline constexpr Word<PageForm> page_form_words[] = {
    {"text", PageForm::text}, {"markdown", PageForm::markdown}, {"json", PageForm::json}};
inline constexpr Word<SchemaName> schema_words[] = {{"plan", SchemaName::plan},
                                                    {"configuration", SchemaName::configuration}};
inline constexpr Word<Shell> shell_words[] = {{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}};
inline constexpr Word<ManualForm> manual_words[] = {{"man", ManualForm::man}, {"markdown", ManualForm::markdown}};

} // namespace planc
