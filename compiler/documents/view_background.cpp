// The view of what a reader needs to know beside the plan: versions, changes, environments, tables, texts, materials.
#include "documents/view_sections.h"

#include "documents/escape.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace planc {

namespace {

/// A month or a date, as the language says it.
std::string month_or_date(const Section& section, const Text& text) {
    if (!text.given()) return {};
    if (const auto date = parse_date(text.value); std::holds_alternative<Date>(date))
        return section.phrasing.civil_date(std::get<Date>(date));
    int month = 0;
    const std::string_view digits = text.value.substr(text.value.size() - 2);
    std::from_chars(digits.data(), digits.data() + digits.size(), month);
    return fill(section.labels["date_month"], {{"year", text.value.substr(0, 4)},
                                               {"month", fmt::format("{}", month)},
                                               {"month_name", section.labels[fmt::format("month_{}", month)]}});
}

/// A table as Markdown; its size is known to no template.
Value table_markdown(const Matrix& matrix) {
    const auto row = [](const std::vector<Text>& cells) {
        std::string line = "|";
        for (const Text& cell : cells) line += fmt::format(" {} |", escape_markdown(cell.value));
        return line + "\n";
    };
    std::string text = row(matrix.columns) + "|";
    for (std::size_t i = 0; i < matrix.columns.size(); ++i) text += " :-- |";
    text += "\n";
    for (std::vector<Text> cells : matrix.rows) {
        cells.resize(matrix.columns.size());
        text += row(cells);
    }
    return ReadyText{std::move(text)};
}

} // namespace

Value versions_value(const Section& section) {
    ValueList list;
    for (const Version& version : section.plan.versions)
        list.push_back(object("version", version.version.value, "title", version.title.value, "date",
                              month_or_date(section, version.date), "contents", texts_value(version.contents), "notes",
                              notes_value(version.notes)));
    return list;
}

Value changes_value(const Section& section) {
    ValueList list;
    for (const Change& change : section.plan.changes) {
        std::vector<std::string> changes;
        for (const Text& one : change.changes) changes.emplace_back(one.value);
        list.push_back(object("revision", change.revision.value, "date",
                              change.date.given() ? section.phrasing.civil_date(change.date.value) : std::string(),
                              "by", called(section.plan, change.by), "what", join(changes, "\n")));
    }
    return list;
}

Value environments_value(const Section& section) {
    ValueList list;
    for (const Environment& environment : section.plan.environments) {
        std::vector<std::string> settings;
        for (const Text& setting : environment.settings) settings.emplace_back(setting.value);
        list.push_back(object("id", environment.id.value, "title", environment.title.value, "address",
                              environment.address.value, "settings", join(settings, "\n"), "notes",
                              notes_value(environment.notes)));
    }
    return list;
}

Value matrices_value(const Section& section, Place place) {
    ValueList list;
    for (const Matrix& matrix : section.plan.matrices) {
        if (matrix.columns.empty() || matrix.after.value != place) continue;
        list.push_back(object("id", matrix.id.value, "title", matrix.title.value, "table", table_markdown(matrix),
                              "notes", notes_value(matrix.notes)));
    }
    return list;
}

Value sections_value(const Section& section, Place place) {
    ValueList list;
    for (const FreeSection& one : section.plan.sections)
        if (one.after.value == place)
            list.push_back(object("id", one.id.value, "title", one.title.value, "body", notes_value(one.body, 3)));
    return list;
}

Value attachments_value(const Section& section) {
    ValueList list;
    for (const Attachment& one : section.plan.attachments)
        list.push_back(object("id", one.id.value, "title", one.title.value, "kind", one.kind.value, "location",
                              one.location.value, "owner", called(section.plan, one.owner), "ready",
                              one.ready.given() ? (one.ready.value ? "☑" : "☐") : "", "notes", notes_value(one.notes)));
    return list;
}

Value open_attachments_value(const Section& section) {
    ValueList list;
    for (const Attachment& one : section.plan.attachments)
        if (one.ready.given())
            list.push_back(
                object("title", one.title.value, "owner", called(section.plan, one.owner), "done", one.ready.value));
    return list;
}

} // namespace planc
