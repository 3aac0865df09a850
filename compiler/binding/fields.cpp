// Walks the field tables.
#include "binding/fields.h"

#include "binding/tables.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

std::string names(const Choices& choices) {
    std::string text;
    for (std::size_t i = 0; i < choices.meanings.size(); ++i) {
        if (i > 0) text += i + 1 == choices.meanings.size() ? " or " : ", ";
        text += fmt::format("`{}`", choices.name(i));
    }
    return text;
}

/// A list's items, as messages call them.
std::string several(const ValueType& item) {
    if (!item.several.empty()) return std::string(item.several);
    if (item.record != nullptr) {
        const std::string_view one = item.record->noun.substr(item.record->noun.find(' ') + 1);
        const bool vowel = one.ends_with("ay") || one.ends_with("ey") || one.ends_with("oy");
        if (one.ends_with("y") && !vowel) return fmt::format("{}ies", one.substr(0, one.size() - 1));
        if (one.ends_with("ix")) return fmt::format("{}ices", one.substr(0, one.size() - 2));
        return fmt::format("{}s", one);
    }
    return takes(item);
}

void collect(const Record& record, std::vector<const Record*>& records);

void collect(const ValueType* type, std::vector<const Record*>& records) {
    if (type == nullptr) return;
    if (type->record != nullptr) collect(*type->record, records);
    collect(type->item, records);
    collect(type->other, records);
}

void collect(const Record& record, std::vector<const Record*>& records) {
    if (std::find(records.begin(), records.end(), &record) != records.end()) return;
    records.push_back(&record);
    for (const Field& field : record.fields) collect(field.type, records);
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

std::string takes(const ValueType& type) {
    if (!type.takes.empty()) return std::string(type.takes);
    switch (type.form) {
    case Form::choice:
        return names(*type.choices);
    case Form::list:
        return fmt::format("a list of {}", several(*type.item));
    case Form::one_or_list:
        return fmt::format("{}, or a list of them", takes(*type.item));
    case Form::map:
        return fmt::format("a mapping from ids to {}", several(*type.item));
    case Form::record: {
        const std::string mapping = fmt::format("a mapping with the keys of {}", type.record->noun);
        if (type.record->short_form == nullptr) return mapping;
        const Field& field = *type.record->short_form;
        return fmt::format("{}{}, or {}", takes(*field.type),
                           field.key.empty() ? std::string() : fmt::format(" (its `{}`)", field.key), mapping);
    }
    case Form::either:
        return fmt::format("{} or {}", takes(*type.item), takes(*type.other));
    default:
        return "a value";
    }
}

std::vector<const Record*> all_records(const Record& root) {
    std::vector<const Record*> records;
    collect(root, records);
    return records;
}

} // namespace planc
