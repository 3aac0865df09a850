// Words the findings that every value shares: what was found, what the key takes, what would do.
#include "binding/reader.h"

#include "diagnostics/suggestion.h"
#include "plan/configuration.h"
#include "source/utf8.h"

#include <fmt/format.h>

namespace planc {
namespace {

std::string kind_of(const Node& node) {
    switch (node.kind()) {
    case NodeKind::null:
        return "empty";
    case NodeKind::sequence:
        return "a list";
    case NodeKind::mapping:
        return "a mapping";
    case NodeKind::scalar:
        break;
    }
    return {};
}

bool is_scalar(const ValueType& type) {
    switch (type.form) {
    case Form::list:
    case Form::one_or_list:
    case Form::map:
    case Form::record:
    case Form::either:
        return false;
    default:
        return true;
    }
}

/// White space, and what nobody can see either.
bool is_blank(char32_t c) {
    switch (c) {
    case 0x20:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x2060:
    case 0x3000:
    case 0xFEFF:
        return true;
    default:
        return (c >= 0x09 && c <= 0x0D) || (c >= 0x2000 && c <= 0x200D);
    }
}

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const Decoded decoded = decode_utf8(text);
        if (!is_blank(decoded.code_point)) return false;
        text.remove_prefix(decoded.bytes);
    }
    return true;
}

/// The pair whose value best says which item this is.
const Pair* name_of(const Node& node) {
    for (const std::string_view key : {"title", "do", "check", "name", "id"})
        for (const Pair& pair : node.pairs())
            if (pair.key.text() == key) return &pair;
    return nullptr;
}

} // namespace

Diagnostic& report(Diagnostics& diagnostics, std::string_view rule, Span span, std::string message, std::string help) {
    Diagnostic& found = diagnostics.emplace_back();
    found.rule = rule;
    found.span = span;
    found.message = std::move(message);
    found.help = std::move(help);
    return found;
}

std::string PlanReader::subject() const {
    if (place.key.empty()) return "the file";
    return place.entry ? fmt::format("an entry of `{}`", place.key) : fmt::format("`{}`", place.key);
}

bool PlanReader::expect_text(const Node& node, const ValueType& type) {
    if (node.kind() != NodeKind::scalar) return wrong_type(node, type);
    const std::string_view text = node.text();
    const bool flag = node.style() == ScalarStyle::plain && (text == "true" || text == "false");
    if (flag && type.form == Form::pattern)
        return not_taken(node, type, "put it in quotes if it is no flag: other programs read YAML too");
    if (!is_blank(text)) return true;
    return bad_value(node.span(), fmt::format("{} is an empty text; it takes {}", subject(), takes(type)),
                     how_to_fill());
}

std::string PlanReader::how_to_fill() const {
    if (place.entry) return "write the value, or take the entry out";
    return place.need == Need::required ? "write the value" : "write the value, or leave the key out";
}

std::string PlanReader::mend(const Node& node, const ValueType& type) const {
    const std::string_view source = files_.at(node.span()).text(node.span());
    const bool flow = !source.empty() && (source.front() == '[' || source.front() == '{');
    const bool one_line = source.find('\n') == std::string_view::npos && source.size() <= 60;
    const bool list = type.form == Form::list;
    switch (node.kind()) {
    case NodeKind::null:
        if (place.key.empty()) return "begin the file with `planc: 1`";
        return how_to_fill();
    case NodeKind::sequence:
        if (type.form == Form::text && flow) return "put the value in double quotes if the brackets belong to the text";
        if (is_scalar(type) && node.items().size() == 1 && node.items()[0].kind() == NodeKind::scalar)
            return fmt::format("write {} alone, without a list", quoted(node.items()[0].text()));
        return {};
    case NodeKind::mapping:
        if (type.form == Form::text && flow) return "put the value in double quotes if the braces belong to the text";
        return list && !flow ? "begin each item with `- `" : std::string();
    case NodeKind::scalar:
        break;
    }
    if (!is_scalar(type) && source.find("：") != std::string_view::npos)
        return "`：` is a full-width colon and part of the text; a key ends with `:` and a space";
    if (!one_line) return {};
    if (list && (is_scalar(*type.item) || (type.item->record != nullptr && type.item->record->short_form != nullptr)))
        return fmt::format("write `[{}]`", source);
    const Record* const record = list ? type.item->record : type.form == Form::record ? type.record : nullptr;
    if (record == nullptr || place.key.empty()) return {};
    for (const Field& field : record->fields)
        if (field.need == Need::required && field.type->form == Form::text)
            return list ? fmt::format("write `[{{{}: {}}}]`", field.key, source)
                        : fmt::format("write `{}: {}`", field.key, source);
    return {};
}

bool PlanReader::wrong_type(const Node& node, const ValueType& type) {
    const bool scalar = node.kind() == NodeKind::scalar;
    report(diagnostics_, "wrong-type", node.span(),
           fmt::format("{} is {}; it takes {}", subject(), scalar ? quoted(node.text()) : kind_of(node), takes(type)),
           mend(node, type));
    return false;
}

bool PlanReader::bad_value(Span span, std::string message, std::string help) {
    add_literal_fix(report(diagnostics_, "bad-value", span, std::move(message), std::move(help)),
                    files_.at(span).text(span));
    return false;
}

bool PlanReader::not_taken(const Node& node, const ValueType& type, std::string help) {
    return bad_value(whole_text(node),
                     fmt::format("{} is {}; it takes {}", subject(), quoted(node.text()), takes(type)),
                     std::move(help));
}

bool PlanReader::in_quotes(const Node& node) {
    return bad_value(node.span(), fmt::format("{} is {} in quotes, which is a text", subject(), quoted(node.text())),
                     fmt::format("write {} without the quotes", quoted(node.text())));
}

bool PlanReader::no_zone(Span span, std::string_view zone) {
    if (no_zone_said_) return false;
    no_zone_said_ = true;
    return bad_value(
        span, fmt::format("the time zone {} cannot be found; is the package tzdata installed?", quoted(zone)), {});
}

void PlanReader::unknown(Span span, std::string message, std::string help) {
    add_literal_fix(report(diagnostics_, "unknown-reference", span, std::move(message), std::move(help)),
                    files_.at(span).text(span));
}

void PlanReader::missing(Span span, std::string message, std::string help) {
    report(diagnostics_, "missing-key", span, std::move(message), std::move(help));
}

void PlanReader::given_twice(const Pair& first, const Pair& second) {
    // The plan's own file comes first; what it includes may belong to others.
    Diagnostic& found =
        report(diagnostics_, "duplicate-key", first.key.span(),
               fmt::format("{} is written in {} too", quoted(first.key.text()), files_.at(second.key.span()).name()),
               "write it in one of them");
    found.others.push_back({second.key.span(), "the other is here"});
}

void PlanReader::check_required(const Node& node, const Record& record, std::uint64_t found) {
    for (const RequiredKey& required : configuration.required) {
        if (required.record != record.name) continue;
        const Field* const field = find_field(record, required.key);
        if (field == nullptr || (found >> (field - record.fields.data()) & 1U) != 0) continue;
        const auto [span, item] = item_of(node, record);
        Diagnostic& finding = report(diagnostics_, "missing-key", span, fmt::format("{} has no `{}`", item, field->key),
                                     fmt::format("add `{}: {}`", field->key, field->example));
        finding.others.push_back({required.span, "the configuration asks for it"});
    }
}

void PlanReader::check_missing(const Node& node, const Record& record, std::uint64_t found) {
    check_required(node, record, found);
    const auto has = [&](const Field& field) { return (found >> (&field - record.fields.data()) & 1U) != 0; };
    const auto say = [&](std::string what, std::string help) {
        const auto [span, item] = item_of(node, record);
        report(diagnostics_, "missing-key", span, fmt::format("{} has {}", item, what), std::move(help));
    };
    for (const Field& field : record.fields)
        if (field.need == Need::required && !has(field))
            say(fmt::format("no `{}`", field.key), fmt::format("add `{}: {}`", field.key, field.example));
    std::string keys;
    std::string help;
    for (const std::string_view key : record.any_of) {
        const Field* const field = find_field(record, key);
        if (has(*field)) return;
        keys += fmt::format("{} `{}`", keys.empty() ? "neither" : " nor", key);
        help += fmt::format("{} `{}: {}`", help.empty() ? "add" : " or", key, field->example);
    }
    if (!keys.empty()) say(std::move(keys), std::move(help));
}

std::pair<Span, std::string> PlanReader::item_of(const Node& node, const Record& record) const {
    if (!place.entry && !place.key.empty()) return {place.key_span, fmt::format("`{}`", place.key)};
    if (const Pair* const named = name_of(node); named != nullptr && !named->value.text().empty())
        return {named->value.span(), quoted(named->value.text())};
    return {node.pairs().empty() ? node.span() : node.pairs()[0].key.span(),
            fmt::format("this {}", record.noun.substr(record.noun.find(' ') + 1))};
}

} // namespace planc
