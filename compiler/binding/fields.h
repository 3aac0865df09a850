// The field tables as data: which keys there are, what each means and which values it takes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace planc {

class Node;
class PlanReader;
struct Record;

enum class Form : std::uint8_t {
    text,    ///< any text, numbers too
    pattern, ///< text that matches `pattern` as a whole
    number,  ///< from `minimum` (`above`: more than it) to `maximum`; in writing also what `pattern` matches, if there
             ///< is one
    whole_number, ///< as `number`, without a fraction
    flag,         ///< true or false
    choice,       ///< one of `choices`
    list,         ///< of `item`
    one_or_list,  ///< `item`, or a list of it
    map,          ///< id -> `item`
    record,       ///< a mapping with the keys of `record`, or its short form
    either,       ///< `item` or `other`
};

/// The values of an enumeration, by number: their names, and what each means.
struct Choices {
    std::string_view (*name)(std::size_t value);
    std::span<const std::string_view> meanings;
};

/// What a key takes.
struct ValueType {
    Form form = Form::text;
    std::string_view takes{}; ///< as messages say it: "a date", "one id of work"; empty where it follows from the rest
    std::string_view several{}; ///< the same in a list: "dates"
    std::string_view pattern{}; ///< ECMAScript; may name `{date}`, `{clock}`, `{duration}`, `{decimal}` and `{id}`
    double minimum = 0;         ///< of a list: the fewest items
    double maximum = 0;         ///< no more than; 0 for no limit
    bool above = false;
    const Choices* choices = nullptr;
    const ValueType* item = nullptr;
    const ValueType* other = nullptr;
    const Record* record = nullptr;
};

enum class Need : std::uint8_t { optional, required };

/// One key of a record.
struct Field {
    std::string_view key{};
    std::string_view also{}; ///< words that people write for the key, separated by spaces
    Need need = Need::optional;
    std::string_view meaning{}; ///< one sentence
    std::string_view example{}; ///< a value as it would stand in a plan, in YAML
    const ValueType* type = nullptr;
    /// Reads a value into the record's object; false if there is nothing to use.
    bool (*read)(PlanReader& reader, const Node& node, void* record) = nullptr;
    /// Appends the value as --dump=plan shows it; nothing where the plan does not say.
    void (*write)(std::string& out, const void* record) = nullptr;
};

/// A mapping with fixed keys.
struct Record {
    std::string_view name{}; ///< "rollout_stage"
    std::string_view noun{}; ///< "a rollout stage"
    std::string_view meaning{};
    std::span<const Field> fields{};   ///< in the order of the language, which is the order in which they are read
    const Field* short_form = nullptr; ///< what a value that is no mapping is read as
    std::span<const std::string_view> any_of{}; ///< at least one of these keys is there
};

/// "a date", "`true` or `false`", "a list of ids of work", "`low`, `medium` or `high`".
std::string takes(const ValueType& type);

/// The field with this key, or null. `expected` is tried first: keys mostly come in the order of the table.
const Field* find_field(const Record& record, std::string_view key, std::size_t expected = 0);

} // namespace planc
