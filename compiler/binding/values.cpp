// Reads texts, ids, flags and names of enumerations.
#include "binding/values.h"

#include "diagnostics/suggestion.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

namespace planc {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The id somebody meant: `Core_features 2` -> `core-features-2`; empty where letters are not ASCII. Dots between words
/// stay where they may.
std::string as_id(std::string_view text, bool dots) {
    const std::string narrow = without_full_width(text);
    std::string id;
    const auto joined = [&id] { return !id.empty() && (id.back() == '-' || id.back() == '.'); };
    for (char c : narrow.empty() ? text : std::string_view(narrow)) {
        c = lower(c);
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept)
            id += c;
        else if (static_cast<unsigned char>(c) >= 0x80)
            return {};
        else if (!id.empty() && !joined())
            id += c == '.' && dots ? '.' : '-';
    }
    while (joined()) id.pop_back();
    return is_written_id(dots ? std::string_view(id).substr(0, id.find('.')) : id) ? id : std::string();
}

/// What was meant by a text that is none of the choices: a near one, or one that it begins or that begins it.
std::string suggest(const Choices& choices, std::string_view text) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < choices.meanings.size(); ++i) names.push_back(choices.name(i));
    std::string help = did_you_mean(text, names);
    std::string word(text);
    std::transform(word.begin(), word.end(), word.begin(), lower);
    for (const std::string_view name : names)
        if (help.empty() && (name.starts_with(word) || word.starts_with(name)))
            help = fmt::format("did you mean `{}`?", name);
    return help;
}

} // namespace

bool PlainText::read(PlanReader& reader, const Node& node, Text& value) {
    if (!reader.expect_text(node, type)) return false;
    value = {node.text(), node.span()};
    return true;
}

bool LanguageVersion::check(PlanReader& reader, const Node& node) {
    if (!reader.expect_text(node, type)) return false;
    if (node.text() == "1" && node.style() == ScalarStyle::plain) return true;
    return reader.not_taken(node, type, "write `planc: 1`, the version of the language");
}

void PlainText::write(std::string& out, const Text& value) {
    if (value.value.find('\n') == std::string_view::npos) {
        out += value.value;
        return;
    }
    out += fmt::format("|\n{}", value.value);
}

bool NewId::read(PlanReader& reader, const Node& node, Text& value) {
    if (!reader.expect_text(node, type)) return false;
    value = {node.text(), node.span()};
    check(reader, node);
    return true; // kept even so: what refers to it means it
}

void NewId::check(PlanReader& reader, const Node& node) {
    if (is_written_id(node.text())) return;
    const std::string id = as_id(node.text(), false);
    reader.bad_value(node.span(),
                     fmt::format("{} is not an id: ids are lower-case letters, digits and `-`, and begin with a letter",
                                 quoted(node.text())),
                     id.empty() ? std::string() : write_instead(id));
}

bool PlanId::read(PlanReader& reader, const Node& node, Text& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    bool joined = true; // at the beginning, or just after a `-` or `.`
    bool good = !text.empty() && text[0] >= 'a' && text[0] <= 'z';
    for (const char c : text) {
        const bool joins = c == '-' || c == '.';
        good = good && (joins ? !joined : (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
        joined = joins;
    }
    if (!good || joined) {
        const std::string id = as_id(text, true);
        return reader.not_taken(node, type, id.empty() ? std::string() : write_instead(id));
    }
    value = {text, node.span()};
    return true;
}

bool read_reference(PlanReader& reader, const Node& node, const ValueType& type, const IdKinds& kinds,
                    Reference& value) {
    if (!reader.expect_text(node, type)) return false;
    value = {node.text(), node.span()};
    reader.ids.refer(value, kinds, reader.place.key);
    return true;
}

bool TrueOrFalse::read(PlanReader& reader, const Node& node, Flag& value) {
    if (!reader.expect_text(node, type)) return false;
    const std::string_view text = node.text();
    const bool plain = node.style() == ScalarStyle::plain;
    if (plain && (text == "true" || text == "false")) {
        value = {text == "true", node.span()};
        return true;
    }
    std::string word(text);
    std::transform(word.begin(), word.end(), word.begin(), lower);
    constexpr std::array<std::string_view, 7> yes{"true", "yes", "y", "on", "1", "是", "✓"};
    constexpr std::array<std::string_view, 6> no{"false", "no", "n", "off", "0", "否"};
    if (!plain && (text == "true" || text == "false")) return reader.in_quotes(node);
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return reader.not_taken(node, type, "write `true`");
    if (std::find(no.begin(), no.end(), word) != no.end()) return reader.not_taken(node, type, "write `false`");
    return reader.not_taken(node, type);
}

void TrueOrFalse::write(std::string& out, const Flag& value) {
    if (value.given()) out += value.value ? "true" : "false";
}

bool read_choice(PlanReader& reader, const Node& node, const ValueType& type, std::size_t& value) {
    if (!reader.expect_text(node, type)) return false;
    const Choices& choices = *type.choices;
    for (value = 0; value < choices.meanings.size(); ++value)
        if (choices.name(value) == node.text()) return true;
    return reader.not_taken(node, type, suggest(choices, node.text()));
}

} // namespace planc
