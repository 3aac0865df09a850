// Reads mappings by their tables, and words the findings that every value shares.
#include "binding/reader.h"

#include "diagnostics/suggestion.h"
#include "source/utf8.h"

#include <array>
#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::size_t most_fields = 32;

std::string_view kind_of(const Node& node) {
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

bool is_flow(const Node& node, std::string_view source) {
    const bool collection = node.kind() == NodeKind::sequence || node.kind() == NodeKind::mapping;
    return collection && !source.empty() && (source.front() == '[' || source.front() == '{');
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

bool Reader::read_record(const Node& node, const Record& record, void* object) {
    if (node.kind() == NodeKind::scalar && record.short_form != nullptr)
        return record.short_form->read(*this, node, object);
    if (node.kind() != NodeKind::mapping) return wrong_type(node, Shape{.form = Form::record, .record = &record});

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
        place = {record.fields[number].key, false, pairs[number]->key.span()};
        record.fields[number].read(*this, pairs[number]->value, object);
    }
    place = outer;
    return true;
}

std::string Reader::subject() const {
    if (place.key.empty()) return "the plan";
    return place.entry ? fmt::format("an entry of `{}`", place.key) : fmt::format("`{}`", place.key);
}

bool Reader::wrong_type(const Node& node, const Shape& shape) {
    Diagnostic& found = report(diagnostics_, "wrong-type", node.span(), {});
    const std::string expected = takes(shape);
    if (node.kind() == NodeKind::scalar) {
        found.message = fmt::format("{} is {}; it takes {}", subject(), quoted(node.text()), expected);
        if (shape.form == Form::list && !is_flow(node, node.text()))
            found.help = fmt::format("write `[{}]`", quoted(node.text()).substr(1, quoted(node.text()).size() - 2));
    } else {
        found.message = fmt::format("{} is {}; it takes {}", subject(), kind_of(node), expected);
        if (node.kind() == NodeKind::null)
            found.help = place.entry ? "write the value after the `-`, or take the `-` out"
                                     : "write the value, or leave the key out";
        else if (is_flow(node, files_.at(node.span()).text(node.span())) && shape.form == Form::text)
            found.help = "put the value in double quotes if the brackets belong to the text";
    }
    return false;
}

bool Reader::bad_value(Span span, std::string message, std::string help) {
    report(diagnostics_, "bad-value", span, std::move(message), std::move(help));
    return false;
}

bool Reader::not_taken(const Node& node, const Shape& shape, std::string help) {
    return bad_value(whole_text(node),
                     fmt::format("{} is {}; it takes {}", subject(), quoted(node.text()), takes(shape)),
                     std::move(help));
}

void Reader::missing(Span span, std::string message, std::string help) {
    report(diagnostics_, "missing-key", span, std::move(message), std::move(help));
}

void Reader::check_missing(const Node& node, const Record& record, std::uint64_t found) {
    const Pair* const named = name_of(node);
    const Span span = named != nullptr       ? named->value.span()
                      : node.pairs().empty() ? node.span()
                                             : node.pairs()[0].key.span();
    const std::string item = named != nullptr && !named->value.text().empty()
                                 ? quoted(named->value.text())
                                 : fmt::format("this {}", record.noun.substr(record.noun.find(' ') + 1));
    for (std::size_t number = 0; number < record.fields.size(); ++number) {
        const Field& field = record.fields[number];
        if (field.need == Need::optional || (found >> number & 1U) != 0) continue;
        missing(span, fmt::format("{} has no `{}`", item, field.key),
                fmt::format("add `{}: {}`", field.key, field.example));
    }
    if (record.any_of.empty()) return;
    std::string keys;
    for (const std::string_view key : record.any_of) {
        if (const Field* const field = find_field(record, key);
            field != nullptr && (found >> (field - record.fields.data()) & 1) != 0)
            return;
        keys += fmt::format("{}`{}`", keys.empty() ? "" : " nor ", key);
    }
    missing(span, fmt::format("{} has neither {}", item, keys), {});
}

Span Reader::part(const Node& node, std::size_t begin, std::size_t end) const {
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

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string result = "`";
    std::size_t characters = 0;
    while (!text.empty()) {
        if (++characters > longest) {
            result += "…";
            break;
        }
        const Decoded decoded = decode_utf8(text);
        if (decoded.code_point >= 0x20 && decoded.code_point != '`' && decoded.code_point != 0x7F)
            result += text.substr(0, decoded.bytes);
        else if (decoded.code_point == '\n')
            result += ' ';
        text.remove_prefix(decoded.bytes);
    }
    return result + "`";
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
