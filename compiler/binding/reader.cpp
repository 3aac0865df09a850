// Reads mappings by their tables.
#include "binding/reader.h"

#include "binding/bind.h"

#include "source/utf8.h"

#include <array>

namespace planc {
namespace {

constexpr std::size_t most_fields = 32;

} // namespace

bool PlanReader::read_record(const Node& node, const Record& record, void* object) {
    if (node.kind() == NodeKind::scalar && record.short_form != nullptr) {
        const Field* const field = find_field(record, record.short_form->key);
        if (field != nullptr) check_required(node, record, std::uint64_t{1} << (field - record.fields.data()));
        return record.short_form->read(*this, node, object);
    }
    if (node.kind() != NodeKind::mapping) return wrong_type(node, ValueType{.form = Form::record, .record = &record});

    const Place outer = place;
    std::array<const Pair*, most_fields> pairs{};
    std::uint64_t found = 0;
    std::size_t expected = 0;
    bool unknown = false;
    for (const Pair& pair : node.pairs()) {
        const Field* const field = find_field(record, pair.key.text(), expected);
        if (field == nullptr) {
            unknown = true;
            continue;
        }
        const auto number = static_cast<std::size_t>(field - record.fields.data());
        expected = number + 1;
        if (pairs.at(number) == nullptr) pairs[number] = &pair;
        found |= std::uint64_t{1} << number;
    }
    if (unknown) unknown_keys(node, record, found);
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

void PlanReader::read_files(std::span<const FileRoot> roots, const Record& record, void* object) {
    const Node& main = *roots[0].root;
    if (roots.size() == 1) {
        read_record(main, record, object);
        return;
    }
    std::array<Source, most_fields> sources{};
    std::uint64_t found = 0;
    for (const FileRoot& file : roots) {
        const NodeKind kind = file.root->kind();
        place = {};
        if (kind == NodeKind::mapping)
            join_file(file, record, sources, object);
        else if (kind != NodeKind::null || file.root == &main)
            wrong_type(*file.root, ValueType{.form = Form::record, .record = &record});
    }
    for (std::size_t number = 0; number < record.fields.size(); ++number)
        if (sources[number].pair != nullptr) found |= std::uint64_t{1} << number;
    if (main.kind() == NodeKind::mapping) check_missing(main, record, found);
    read_sources(record, sources, object);
    for (const FileRoot& file : roots)
        if (file.part != nullptr) ids.add_open(file.part->open);
}

void PlanReader::read_file(const Node& root, const Record& record, void* object) {
    if (root.kind() == NodeKind::mapping)
        read_record(root, record, object);
    else
        wrong_type(root, ValueType{.form = Form::record, .record = &record});
}

void PlanReader::read_part(const Node& root, const Record& record, void* object) {
    std::array<Source, most_fields> sources{};
    join_file({&root, nullptr}, record, sources, object);
    read_sources(record, sources, object);
}

void PlanReader::join_file(const FileRoot& file, const Record& record, std::span<Source> sources, void* object) {
    std::uint64_t found = 0;
    bool unknown = false;
    for (const Pair& pair : file.root->pairs()) {
        const Field* const field = find_field(record, pair.key.text());
        if (field == nullptr) {
            unknown = true;
            continue;
        }
        const auto number = static_cast<std::size_t>(field - record.fields.data());
        found |= std::uint64_t{1} << number;
        const bool each_has_its_own = field->key == "planc" || field->key == "include";
        if (sources[number].pair == nullptr) {
            sources[number] = {&pair, file.part};
        } else if (!each_has_its_own) {
            given_twice(*sources[number].pair, pair);
        } else if (file.part == nullptr) { // else it was read when the part was bound
            place = {field->key, false, pair.key.span(), field->need};
            field->read(*this, pair.value, object);
        }
    }
    if (unknown) unknown_keys(*file.root, record, found);
}

void PlanReader::read_sources(const Record& record, std::span<const Source> sources, void* object) {
    for (std::size_t number = 0; number < record.fields.size(); ++number) {
        const auto [pair, part] = sources[number];
        if (pair == nullptr) continue;
        const Field& field = record.fields[number];
        place = {field.key, false, pair->key.span(), field.need};
        if (part != nullptr)
            take_over(*part, field.key);
        else
            field.read(*this, pair->value, object);
    }
    place = {};
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
