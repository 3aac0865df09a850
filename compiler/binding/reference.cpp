// The language reference: how times are written, then every record with its keys, from the field tables.
#include "binding/bind.h"
#include "binding/tables.h"

#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::string_view introduction = R"(# The plan language

*Made from the field tables of the program; `./dev update-golden` renews it.*

A plan is one YAML file, `NAME.plan.yaml`. Keys are English, values are in any language. Unknown keys, wrong types and
references to nothing are errors, told all in one run. `planc init` writes a first plan, `planc schema` prints what
editors need to complete and check it.

## Ids

What can be pointed at has an `id`: lower-case letters, digits and `-`, a letter first, unique in the plan. Work without
one gets it from its place: the third task of `import` is `import.3`.

## Times

| written | means |
| --- | --- |
| `2025-12-08` | the whole day; as an `end` it is included |
| `2025-12-08 22:00` | a moment, in the plan's time zone |
| `02:00` as an `end` | the next such time after the `start` beside it: a night may cross midnight |
| `launch - 7d`, `gray-1.end + 2h`, `launch - 3wd` | relative to work or a milestone; a bare id means the start of work and the date of a milestone |
| `30m`, `2h`, `3d`, `1w`, `1h30m`, `0.5d` | a duration that elapses, nights and weekends too |
| `3wd` | working days of the plan's calendar |

Two of `start`, `end` and `duration` give the third; all three are checked against each other. Where nothing says when
work starts, it starts when all it depends on has ended; what depends on nothing starts with the plan. A group spans its
children, which run side by side unless it says `sequence: true`. Rollout stages follow one another. Cancelled work is
passed over.

## Texts

Texts are plain: nothing in them is markup. Only the keys named `notes` and `body` hold Markdown.
)";

/// GitHub's anchor of a record's heading.
std::string link_to(const Record& record) {
    std::string anchor;
    for (const char c : record.noun) {
        if (c == ' ') anchor += '-';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') anchor += c;
    }
    return fmt::format("[{}](#{})", record.noun, anchor);
}

/// The record that values of this type hold, at whatever depth.
const Record* record_of(const ValueType& type) {
    if (type.record != nullptr) return type.record;
    for (const ValueType* inner : {type.item, type.other})
        if (inner != nullptr)
            if (const Record* const record = record_of(*inner)) return record;
    return nullptr;
}

/// Text for a table's cell; the tables of fields hold no other signs of Markdown.
std::string cell(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

/// `code`, whatever back quotes are in it.
std::string code(std::string_view text) {
    const bool quotes = text.find('`') != std::string_view::npos;
    return quotes ? fmt::format("`` {} ``", cell(text)) : fmt::format("`{}`", cell(text));
}

void append_record(std::string& out, const Record& record) {
    std::string heading(record.noun);
    if (heading[0] >= 'a' && heading[0] <= 'z') heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
    fmt::format_to(std::back_inserter(out),
                   "\n## {}\n\n{}\n\n| key | takes | meaning | example |\n| --- | --- | --- | --- |\n", heading,
                   record.meaning);
    for (const Field& field : record.fields) {
        const Record* const inner = record_of(*field.type);
        const std::string see = inner == nullptr || inner == &record ? "" : fmt::format(": {}", link_to(*inner));
        fmt::format_to(std::back_inserter(out), "| {}`{}`{} | {}{} | {} | {} |\n",
                       field.need == Need::required ? "**" : "", field.key, field.need == Need::required ? "**" : "",
                       cell(takes(*field.type)), see, cell(field.meaning), code(field.example));
    }
    bool told = false;
    for (const Field& field : record.fields) {
        if (field.type->form != Form::choice) continue;
        if (!told) out += '\n';
        told = true;
        fmt::format_to(std::back_inserter(out), "- `{}`:", field.key);
        const Choices& choices = *field.type->choices;
        for (std::size_t i = 0; i < choices.meanings.size(); ++i)
            fmt::format_to(std::back_inserter(out), "{} `{}` ({})", i == 0 ? "" : ",", choices.name(i),
                           choices.meanings[i]);
        out += '\n';
    }
}

} // namespace

std::string language_reference() {
    std::string out(introduction);
    out += "\nKeys in bold are required.\n";
    for (const Record* const record : all_records()) append_record(out, *record);
    return out;
}

} // namespace planc
