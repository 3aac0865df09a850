// Walks the field tables.
#include "binding/shape.h"

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
std::string several(const Shape& item) {
    if (!item.several.empty()) return std::string(item.several);
    if (item.record != nullptr) return fmt::format("{}s", item.record->noun.substr(item.record->noun.find(' ') + 1));
    return takes(item);
}

void collect(const Record& record, std::vector<const Record*>& records);

void collect(const Shape* shape, std::vector<const Record*>& records) {
    if (shape == nullptr) return;
    if (shape->record != nullptr) collect(*shape->record, records);
    collect(shape->item, records);
    collect(shape->other, records);
}

void collect(const Record& record, std::vector<const Record*>& records) {
    if (std::find(records.begin(), records.end(), &record) != records.end()) return;
    records.push_back(&record);
    for (const Field& field : record.fields) collect(field.shape, records);
}

} // namespace

std::string takes(const Shape& shape) {
    if (!shape.takes.empty()) return std::string(shape.takes);
    switch (shape.form) {
    case Form::choice:
        return names(*shape.choices);
    case Form::list:
        return fmt::format("a list of {}", several(*shape.item));
    case Form::one_or_list:
        return fmt::format("{}, or a list of them", takes(*shape.item));
    case Form::map:
        return fmt::format("a mapping from ids to {}", several(*shape.item));
    case Form::record: {
        const std::string mapping = fmt::format("a mapping with the keys of {}", shape.record->noun);
        if (shape.record->short_form == nullptr) return mapping;
        const Field& field = *shape.record->short_form;
        return fmt::format("{}{}, or {}", takes(*field.shape),
                           field.key.empty() ? std::string() : fmt::format(" (its `{}`)", field.key), mapping);
    }
    case Form::either:
        return fmt::format("{} or {}", takes(*shape.item), takes(*shape.other));
    default:
        return "a value";
    }
}

std::vector<const Record*> all_records() {
    std::vector<const Record*> records;
    collect(plan_record, records);
    return records;
}

} // namespace planc
