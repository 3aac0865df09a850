#include "binding/required.h"

#include "binding/tables.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

/// A key of `record`; the choices are its table.
template <const Record& record>
struct KeyOf {
    static const Choices choices;
    static constexpr ValueType type{.form = Form::choice, .choices = &choices};
};

template <const Record& record>
const Choices KeyOf<record>::choices{[](std::size_t number) { return record.fields[number].key; },
                                     []() -> std::span<const std::string_view> {
                                         static const std::vector<std::string_view> meanings = [] {
                                             std::vector<std::string_view> all;
                                             for (const Field& field : record.fields) all.push_back(field.meaning);
                                             return all;
                                         }();
                                         return meanings;
                                     }()};

template <const Record& record>
struct KeysOf {
    static constexpr ValueType type{.form = Form::list, .item = &KeyOf<record>::type};
    static bool read(PlanReader& reader, const Node& node, std::vector<RequiredKey>& keys) {
        if (node.kind() != NodeKind::sequence) return reader.wrong_type(node, type);
        const std::string_view kind = reader.place.key;
        for (const Node& item : node.items()) {
            reader.place.entry = true;
            std::size_t number = 0;
            if (!read_choice(reader, item, *type.item, number)) continue;
            const std::string_view key = record.fields[number].key;
            const bool twice = std::any_of(keys.begin(), keys.end(), [&](const RequiredKey& known) {
                return known.record == record.name && known.key == key;
            });
            if (twice)
                reader.bad_value(item.span(), fmt::format("`{}` is named twice", key), "keep one of them");
            else
                keys.push_back({record.name, kind, key, item.span()});
        }
        return true;
    }
    static void write(std::string& out, const std::vector<RequiredKey>& keys) {
        for (const RequiredKey& key : keys)
            if (key.record == record.name) out += fmt::format("- {}\n", key.key);
    }
};

template <const Record& record>
consteval Field keys_of(std::string_view key, std::string_view meaning, std::string_view example) {
    return whole<std::vector<RequiredKey>, KeysOf<record>>(key, Need::optional, meaning, example);
}

constexpr Field required_fields[] = {
    keys_of<plan_record>("file", "Keys that every plan has at its left margin.", "[rollback, sign_off]"),
    keys_of<TableOf<Header>::record>("plan", "Keys of `plan`.", "[release, revision, date]"),
    keys_of<phase_record>("phase", "Keys of every phase.", "[owner]"),
    keys_of<task_record>("task", "Keys of every task.", "[owner, duration]"),
    keys_of<step_record>("step", "Keys of every step.", "[verify]"),
    keys_of<stage_record>("stage", "Keys of every rollout stage.", "[observe, gates]"),
    keys_of<milestone_record>("milestone", "Keys of every milestone.", "[date]"),
    keys_of<TableOf<Person>::record>("person", "Keys of every person.", "[phone]"),
    keys_of<TableOf<Role>::record>("role", "Keys of every role.", "[people]"),
    keys_of<TableOf<Contact>::record>("contact", "Keys of every contact.", "[hours]"),
    keys_of<TableOf<Metric>::record>("metric", "Keys of every metric.", "[target, rollback]"),
    keys_of<TableOf<Checklist>::record>("checklist", "Keys of every checklist.", "[owner, due]"),
    keys_of<TableOf<Risk>::record>("risk", "Keys of every risk.", "[mitigation, owner]"),
    keys_of<TableOf<Rollback>::record>("rollback", "Keys of the rollback.", "[time_limit]"),
    keys_of<TableOf<RollbackStep>::record>("rollback_step", "Keys of every step of the rollback.", "[expect]"),
    keys_of<TableOf<Contingency>::record>("contingency", "Keys of every contingency.", "[decided_by]"),
    keys_of<TableOf<Notice>::record>("notice", "Keys of every notice.", "[owner]"),
    keys_of<TableOf<Environment>::record>("environment", "Keys of every environment.", "[address]"),
    keys_of<TableOf<Attachment>::record>("attachment", "Keys of every attachment.", "[location]"),
    keys_of<TableOf<SignOff>::record>("sign_off", "Keys of the sign-off.", "[reviewed_by]"),
};

constinit const Record required_record{.name = "required",
                                       .noun = "`required`",
                                       .meaning = "Keys that have to be there, beyond what the language asks for.",
                                       .fields = required_fields};

} // namespace

constinit const ValueType RequiredKeys::type{.form = Form::record, .record = &required_record};

bool RequiredKeys::read(PlanReader& reader, const Node& node, std::vector<RequiredKey>& keys) {
    return reader.read_record(node, required_record, &keys);
}

void RequiredKeys::write(std::string& out, const std::vector<RequiredKey>& keys) {
    write_record(out, required_record, &keys);
}

} // namespace planc
