// The types that hold others: lists, maps from id to item, records; and how a field of a table is made.
#pragma once

#include "binding/values.h"

#include <cstddef>
#include <type_traits>
#include <vector>

namespace planc {

/// The field table of `T`. Each is defined in one of the table_*.cpp files.
template <class T>
struct TableOf {
    static const Record record;
};

// Declared before any use, as the standard demands of an explicit specialization.
template <>
const Record TableOf<Header>::record;
template <>
const Record TableOf<Freeze>::record;
template <>
const Record TableOf<NamedDays>::record;
template <>
const Record TableOf<Person>::record;
template <>
const Record TableOf<Role>::record;
template <>
const Record TableOf<Contact>::record;
template <>
const Record TableOf<Dependency>::record;
template <>
const Record TableOf<Metric>::record;
template <>
const Record TableOf<Gate>::record;
template <>
const Record TableOf<Trigger>::record;
template <>
const Record TableOf<RollbackStep>::record;
template <>
const Record TableOf<Rollback>::record;
template <>
const Record TableOf<CheckItem>::record;
template <>
const Record TableOf<Checklist>::record;
template <>
const Record TableOf<Risk>::record;
template <>
const Record TableOf<SignOff>::record;
template <>
const Record TableOf<Action>::record;
template <>
const Record TableOf<Contingency>::record;
template <>
const Record TableOf<Notice>::record;
template <>
const Record TableOf<FollowUp>::record;
template <>
const Record TableOf<Version>::record;
template <>
const Record TableOf<Change>::record;
template <>
const Record TableOf<Environment>::record;
template <>
const Record TableOf<Matrix>::record;
template <>
const Record TableOf<FreeSection>::record;
template <>
const Record TableOf<Attachment>::record;

template <>
const Record TableOf<RecordEntry>::record;
template <>
const Record TableOf<RecordIssue>::record;
template <>
const Record TableOf<ExecutionRecord>::record;
template <>
const Record TableOf<WantedDocument>::record;

/// A mapping read into a `T` by its field table.
template <class T>
struct Entry {
    static constexpr ValueType type{.form = Form::record, .record = &TableOf<T>::record};

    static bool read(PlanReader& reader, const Node& node, T& value) {
        if constexpr (requires { value.span; }) value.span = node.span();
        return reader.read_record(node, TableOf<T>::record, &value);
    }
    static void write(std::string& out, const T& value) { write_record(out, TableOf<T>::record, &value); }
};

/// As `Entry`, where the object's span is that of its key.
template <class T>
struct Keyed : Entry<T> {
    static bool read(PlanReader& reader, const Node& node, T& value) {
        const Span key = reader.place.key_span;
        const bool good = Entry<T>::read(reader, node, value);
        value.span = key;
        return good;
    }
};

/// Appends every field that is given, for --dump=plan.
void write_record(std::string& out, const Record& record, const void* object);
/// Appends `text` with every line indented by two spaces, between line breaks.
void write_nested(std::string& out, const std::string& text, std::string_view lead);

/// Called when an item of a list or map has been read: gives it an id where it has none, and declares its ids.
/// What has no id needs nothing.
template <class T>
void identify(PlanReader&, T&, std::size_t) {}
void identify(PlanReader& reader, Freeze& freeze, std::size_t index);
void identify(PlanReader& reader, Person& person, std::size_t index);
void identify(PlanReader& reader, Role& role, std::size_t index);
void identify(PlanReader& reader, Contact& contact, std::size_t index);
void identify(PlanReader& reader, Metric& metric, std::size_t index);
void identify(PlanReader& reader, RollbackStep& step, std::size_t index);
void identify(PlanReader& reader, Checklist& checklist, std::size_t index);
void identify(PlanReader& reader, Risk& risk, std::size_t index);
void identify(PlanReader& reader, Contingency& contingency, std::size_t index);
void identify(PlanReader& reader, Notice& notice, std::size_t index);
void identify(PlanReader& reader, FollowUp& follow_up, std::size_t index);
void identify(PlanReader& reader, Environment& environment, std::size_t index);
/// Reports rows that have more or fewer cells than there are columns, too.
void identify(PlanReader& reader, Matrix& matrix, std::size_t index);
void identify(PlanReader& reader, FreeSection& section, std::size_t index);
void identify(PlanReader& reader, Attachment& attachment, std::size_t index);
/// Reports a clock time that nothing gives a day.
void identify(PlanReader& reader, RecordEntry& entry, std::size_t index);
/// Reports sections of a document that has none of its own choice, and sections that are named twice.
void identify(PlanReader& reader, WantedDocument& wanted, std::size_t index);

/// Reads one item into the end of `list`.
template <class Item, class T>
void read_item(PlanReader& reader, const Node& node, std::vector<T>& list) {
    T& value = list.emplace_back();
    if (Item::read(reader, node, value))
        identify(reader, value, list.size() - 1);
    else
        list.pop_back();
}

template <class Item>
struct List {
    static constexpr ValueType type{.form = Form::list, .item = &Item::type};

    template <class T>
    static bool read(PlanReader& reader, const Node& node, std::vector<T>& list) {
        if (node.kind() != NodeKind::sequence) return reader.wrong_type(node, type);
        list.reserve(list.size() + node.items().size());
        for (const Node& item : node.items()) {
            reader.place.entry = true;
            read_item<Item>(reader, item, list);
        }
        return true;
    }
    template <class T>
    static void write(std::string& out, const std::vector<T>& list) {
        for (const T& value : list) {
            std::string text;
            Item::write(text, value);
            write_nested(out, text, "- ");
        }
    }
};

/// One item, or a list of them.
template <class Item>
struct OneOrList {
    static constexpr ValueType type{.form = Form::one_or_list, .item = &Item::type};

    template <class T>
    static bool read(PlanReader& reader, const Node& node, std::vector<T>& list) {
        if (node.kind() == NodeKind::sequence) return List<Item>::read(reader, node, list);
        const bool record = Item::type.form == Form::record;
        if (node.kind() == NodeKind::null || (node.kind() == NodeKind::mapping && !record))
            return reader.wrong_type(node, type);
        list.reserve(1);
        read_item<Item>(reader, node, list);
        return true;
    }
    template <class T>
    static void write(std::string& out, const std::vector<T>& list) {
        List<Item>::write(out, list);
    }
};

/// A mapping from ids to entries.
template <class T>
struct MapById {
    static constexpr ValueType type{.form = Form::map, .item = &Entry<T>::type};

    static bool read(PlanReader& reader, const Node& node, std::vector<T>& list) {
        if (node.kind() != NodeKind::mapping) return reader.wrong_type(node, type);
        list.reserve(node.pairs().size());
        for (const Pair& pair : node.pairs()) {
            reader.place = {pair.key.text(), false, pair.key.span()};
            T& value = list.emplace_back();
            NewId::read(reader, pair.key, value.id);
            Entry<T>::read(reader, pair.value, value);
            value.span = join(pair.key.span(), pair.value.span());
            identify(reader, value, list.size() - 1);
        }
        return true;
    }
    static void write(std::string& out, const std::vector<T>& list) {
        for (const T& value : list) {
            std::string text;
            Entry<T>::write(text, value);
            write_nested(out, text, std::string(value.id.value) + ":\n  ");
        }
    }
};

/// Whose member a pointer to member is.
template <class Owner, class Value>
Owner owner_of_member(Value Owner::*);

/// A field that is read into one member. `Object` is what the record is read into, where it is not the member's own
/// class.
template <auto Member, class Type, class Object = decltype(owner_of_member(Member))>
consteval Field field(std::string_view key, Need need, std::string_view meaning, std::string_view example,
                      std::string_view also = {}) {
    return {.key = key,
            .also = also,
            .need = need,
            .meaning = meaning,
            .example = example,
            .type = &Type::type,
            .read = [](PlanReader& reader, const Node& node,
                       void* object) { return Type::read(reader, node, static_cast<Object*>(object)->*Member); },
            .write = [](std::string& out,
                        const void* object) { Type::write(out, static_cast<const Object*>(object)->*Member); }};
}

/// A field that is read into the whole object.
template <class Object, class Type>
consteval Field whole(std::string_view key, Need need, std::string_view meaning, std::string_view example) {
    return {
        .key = key,
        .need = need,
        .meaning = meaning,
        .example = example,
        .type = &Type::type,
        .read = [](PlanReader& reader, const Node& node,
                   void* object) { return Type::read(reader, node, *static_cast<Object*>(object)); },
        .write = [](std::string& out, const void* object) { Type::write(out, *static_cast<const Object*>(object)); }};
}

} // namespace planc
