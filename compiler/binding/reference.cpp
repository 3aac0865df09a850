// The language reference: how times are written, then every record with its keys, from the field tables.
#include "binding/bind.h"
#include "binding/tables.h"

#include <fmt/format.h>

namespace planc {
namespace {

constexpr std::string_view configuration_introduction = R"(# What holds for all plans

*Made from the field tables of the program; `./dev update-golden` renews it.*

What holds for all plans of a folder stands in `.planc.yaml` there, or in the nearest folder above it, up to the
repository's root (the folder with `.git`). One file holds for a plan; several are not joined. `planc config PLAN` prints
all that holds for a plan, with the places it comes from. `planc schema configuration` prints what
[editors](editors.md) need to complete and check it; [the schema](../schemas/configuration.schema.json) is in the
repository, too.

```yaml
planc: 1
rules:
  same-day-handoff: off                     # not told
  missing-owner: warning                    # told as a warning
  rollout-jump: {level: info, factor: 20}   # told as an info, from twenty times on
required:
  plan: [release, revision]
  task: [owner]
public_holidays: china-mainland
lead_times:
  app-store: 1wd..7wd
build:
  out: docs/release
  documents: [plan, checklist, gantt]
```

- A rule's level holds for all it finds. `bad-syntax` and `bad-include` are always told: of what cannot be read nothing is
  known.
- A key under `required` has to stand in every item of the kind itself: an owner that is inherited is not one of its own.
- `public_holidays` hold for plans whose `calendar` names none. They move dates, so they are part of the plan's fingerprint;
  nothing else of the configuration is.
- Folders lie below the one of the file: what a repository brings does not write elsewhere. The command line may name any.
- What is wrong with the file is told with the findings, and what is right in it holds.

Keys in bold are required.
)";

constexpr std::string_view introduction = R"(# The plan language

*Made from the field tables of the program; `./dev update-golden` renews it.*

A plan is one YAML file, `NAME.plan.yaml`. Keys are English, values are in any language. Unknown keys, wrong types and
references to nothing are errors, told all in one run as far as the file can be read. `planc init` writes a first
plan, and what [editors](editors.md) need to complete and check it.

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
| `launch - 1d 22:00` | so many days away, at a clock time |
| `T`, `T-7d`, `T+3wd`, `T-1d 22:00` | relative to the plan's `anchor` |
| `W3`, `W3 D2`, `W3 D2 09:00` | week 3 from the `anchor` on, its second day; a week alone is its first day, or its last where something ends or is due |
| `30m`, `2h`, `3d`, `1w`, `1h30m`, `0.5d` | a duration that elapses, nights and weekends too |
| `3wd` | working days of the plan's calendar |

Two of `start`, `end` and `duration` give the third; all three are checked against each other. Where nothing says when
work starts, it starts when all it depends on has ended; what depends on nothing starts with the plan. A group spans its
children, which run side by side unless it says `sequence: true`. Rollout stages follow one another. Cancelled work is
passed over in a sequence, in a rollout and by the group around it; what names it in `depends_on` waits for what it
and the groups around it wait for, and not for its own time. A phase or task in which all is cancelled is cancelled,
too, if it says neither its own time nor its status.

## Plans without dates

A plan may be made before its dates are known: in weeks from the day work begins, or in days before a launch. `anchor` below `plan`
names the milestone that everything counts from:

```yaml
plan: {id: shop-3.0, title: Shop 3.0, owner: ning, anchor: kickoff, count: weeks}
people: {ning: {name: Ning}}
milestones:
  - {id: kickoff, title: Work begins}
phases:
  - {id: build, title: Build, start: W1, end: W3}
  - {id: test, title: Test, start: W4, duration: 5wd}
```

While the milestone has no `date`, and nothing else has one, the documents say `W1–W3` or `T+21d`. Give the milestone its date, and the same
file gives dates. Until then the first day of week 1 counts as a Monday, so that `5wd` is a week, and nothing is said of weekends and
holidays.

## Several files

`include` names other files whose keys join the plan, by their path from the file that includes them: people and calendars that many plans
share. A key stands in one of the files alone. Files are taken from the project, never from outside: from the folder upwards that holds `.git`
or `.planc.yaml`, or, without these, from the plan's own folder. `planc check` reads a file that many plans share once.

## What really happened

A `record` says when things were done, by whom and with which result; the documents show it beside what was planned. It may be a key of
the plan, or a file of its own that holds nothing else: `planc build shop.plan.yaml --record night.record.yaml --out out`. A file of its own
does not change the plan's fingerprint; with `fingerprint` it says which revision of the plan it was kept for.

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

std::string configuration_reference() {
    std::string out(configuration_introduction);
    for (const Record* const record : all_records(configuration_record)) append_record(out, *record);
    return out;
}

} // namespace planc
