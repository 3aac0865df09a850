// Reads mappings by their tables, and words the findings that every value shares.
#include "binding/reader.h"

#include "diagnostics/suggestion.h"
#include "source/utf8.h"

#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::size_t most_fields = 32;

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

/// The pair whose value best says which item this is.
const Pair* name_of(const Node& node) {
    for (const std::string_view key : {"title", "do", "check", "name", "id"})
        for (const Pair& pair : node.pairs())
            if (pair.key.text() == key) return &pair;
    return nullptr;
}

} // namespace

const Field* find_field(const Record& record, std::string_view key, std::size_t expected) {
    const std::size_t count = record.fields.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Field& field = record.fields[(expected + i) % count];
        if (field.key == key) return &field;
    }
    return nullptr;
}

Diagnostic& report(Diagnostics& diagnostics, std::string_view rule, Span span, std::string message, std::string help) {
    Diagnostic& found = diagnostics.emplace_back();
    found.rule = rule;
    found.span = span;
    found.message = std::move(message);
    found.help = std::move(help);
    return found;
}

bool PlanReader::read_record(const Node& node, const Record& record, void* object) {
    if (node.kind() == NodeKind::scalar && record.short_form != nullptr)
        return record.short_form->read(*this, node, object);
    if (node.kind() != NodeKind::mapping) return wrong_type(node, ValueType{.form = Form::record, .record = &record});

    const Place outer = place;
    std::array<const Pair*, most_fields> pairs{};
    std::uint64_t found = 0;
    std::size_t expected = 0;
    for (const Pair& pair : node.pairs()) {
        const Field* const field = find_field(record, pair.key.text(), expected);
        if (field == nullptr) {
            unknown_key(pair, record);
            continue;
        }
        const auto number = static_cast<std::size_t>(field - record.fields.data());
        expected = number + 1;
        if (pairs.at(number) == nullptr) pairs[number] = &pair;
        found |= std::uint64_t{1} << number;
    }
    check_missing(node, record, found);
    for (std::size_t number = 0; number < record.fields.size(); ++number) {
        if (pairs[number] == nullptr) continue;
        const Field& field = record.fields[number];
        place = {field.key, false, pairs[number]->key.span(), field.need};
        field.read(*this, pairs[number]->value, object);
    }
    place = outer;
    return true;
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
    if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) return true;
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
    report(diagnostics_, "bad-value", span, std::move(message), std::move(help));
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

void PlanReader::missing(Span span, std::string message, std::string help) {
    report(diagnostics_, "missing-key", span, std::move(message), std::move(help));
}

void PlanReader::check_missing(const Node& node, const Record& record, std::uint64_t found) {
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

Span PlanReader::part(const Node& node, std::size_t begin, std::size_t end) const {
    const Span span = node.span();
    const std::string_view source = files_.at(span).text(span);
    const std::string_view text = node.text();
    std::size_t quote = 0;
    if (source != text) {
        const bool in_quotes = source.size() == text.size() + 2 && source.substr(1, text.size()) == text;
        if (!in_quotes || text.empty()) return span;
        quote = 1;
    }
    const auto base = span.begin + static_cast<std::uint32_t>(quote);
    return {span.file, base + static_cast<std::uint32_t>(begin), base + static_cast<std::uint32_t>(end)};
}

std::string without_full_width(std::string_view text) {
    constexpr char32_t first = 0xFF01;
    constexpr char32_t last = 0xFF5E;
    constexpr char32_t wide_space = 0x3000;
    std::string result;
    bool changed = false;
    while (!text.empty()) {
        const Decoded decoded = decode_utf8(text);
        const bool wide = decoded.code_point >= first && decoded.code_point <= last;
        if (wide || decoded.code_point == wide_space)
            result += wide ? static_cast<char>(decoded.code_point - first + '!') : ' ';
        else
            result += text.substr(0, decoded.bytes);
        changed = changed || wide || decoded.code_point == wide_space;
        text.remove_prefix(decoded.bytes);
    }
    return changed ? result : std::string();
}

} // namespace planc
