// Gives items their ids: the written one, or one made from their place.
#include "binding/collections.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

using Kind = Target::Kind;

template <class T>
void declare_or_make(PlanReader& reader, T& item, Kind kind, std::size_t index, std::string_view parent,
                     std::size_t number, const Text& title) {
    if (item.id.given())
        reader.ids.declare(kind, index, item.id, item.span);
    else
        item.id = reader.ids.make(kind, index, parent, number, title.given() ? title.span : item.span);
}

void declare_items(PlanReader& reader, std::vector<CheckItem>& items, std::size_t index, std::string_view parent) {
    std::size_t number = 0;
    for (CheckItem& item : items) declare_or_make(reader, item, Kind::check_item, index, parent, ++number, item.check);
}

} // namespace

void identify(PlanReader& reader, Freeze& freeze, std::size_t index) {
    if (freeze.id.given()) reader.ids.declare(Kind::freeze, index, freeze.id, freeze.span);
}

void identify(PlanReader& reader, Person& person, std::size_t index) {
    reader.ids.declare(Kind::person, index, person.id, person.span);
}

void identify(PlanReader& reader, Role& role, std::size_t index) {
    reader.ids.declare(Kind::role, index, role.id, role.span);
}

void identify(PlanReader& reader, Contact& contact, std::size_t index) {
    reader.ids.declare(Kind::contact, index, contact.id, contact.span);
}

void identify(PlanReader& reader, Metric& metric, std::size_t index) {
    reader.ids.declare(Kind::metric, index, metric.id, metric.span);
}

void identify(PlanReader& reader, RollbackStep& step, std::size_t index) {
    declare_or_make(reader, step, Kind::rollback_step, index, "rollback", index + 1, step.title);
}

void identify(PlanReader& reader, Risk& risk, std::size_t index) {
    declare_or_make(reader, risk, Kind::risk, index, "risk", index + 1, risk.title);
}

void identify(PlanReader& reader, Checklist& checklist, std::size_t index) {
    checklist.id_written = checklist.id.given();
    declare_or_make(reader, checklist, Kind::checklist, index, "checklist", index + 1, checklist.title);
    declare_items(reader, checklist.items, index, checklist.id.value);
}

void identify(PlanReader& reader, Contingency& contingency, std::size_t index) {
    declare_or_make(reader, contingency, Kind::contingency, index, "contingency", index + 1, contingency.title);
}

void identify(PlanReader& reader, Notice& notice, std::size_t index) {
    declare_or_make(reader, notice, Kind::notice, index, "notice", index + 1, notice.title);
}

void identify(PlanReader& reader, FollowUp& follow_up, std::size_t index) {
    declare_or_make(reader, follow_up, Kind::follow_up, index, "follow-up", index + 1, follow_up.title);
    declare_items(reader, follow_up.items, index, follow_up.id.value);
}

void identify(PlanReader& reader, Environment& environment, std::size_t index) {
    declare_or_make(reader, environment, Kind::environment, index, "environment", index + 1, environment.title);
}

void identify(PlanReader& reader, Matrix& matrix, std::size_t index) {
    declare_or_make(reader, matrix, Kind::matrix, index, "matrix", index + 1, matrix.title);
    if (matrix.columns.empty()) return;
    const auto cells = [](std::size_t count) { return fmt::format("{} cell{}", count, count == 1 ? "" : "s"); };
    for (const std::vector<Text>& row : matrix.rows) {
        if (row.empty() || row.size() == matrix.columns.size()) continue;
        const Span span = join(row.front().span, row.back().span);
        reader.bad_value(span,
                         fmt::format("the row {} has {}, and the table has {} column{}", quoted(row.front().value),
                                     cells(row.size()), matrix.columns.size(), matrix.columns.size() == 1 ? "" : "s"),
                         "leave a cell empty with `\"\"`");
    }
}

void identify(PlanReader& reader, FreeSection& section, std::size_t index) {
    declare_or_make(reader, section, Kind::section, index, "section", index + 1, section.title);
}

void identify(PlanReader& reader, Attachment& attachment, std::size_t index) {
    declare_or_make(reader, attachment, Kind::attachment, index, "attachment", index + 1, attachment.title);
}

void identify(PlanReader& reader, RecordEntry& entry, std::size_t) {
    if (entry.end.form != WrittenInstant::Form::clock || entry.start.given()) return;
    reader.bad_value(entry.end.span,
                     fmt::format("`{}` is the time of no day without a `start`", format_written(entry.end)),
                     "write the day too, or the `start`");
    entry.end = {};
}

void identify(PlanReader& reader, WantedDocument& wanted, std::size_t) {
    if (!wanted.sections.empty() && wanted.document.value != DocumentName::plan)
        reader.bad_value(wanted.sections.front().span,
                         fmt::format("the sections of `{}` have a fixed order", name(wanted.document.value)),
                         "take `sections` out; the document `plan` has them");
    if (wanted.rows.given() && wanted.document.value != DocumentName::record)
        reader.bad_value(wanted.rows.span, fmt::format("`{}` has no rows to choose", name(wanted.document.value)),
                         "take `rows` out; the document `record` has them");
    for (const Located<DocumentFormat>& format : wanted.formats) {
        const auto known = formats_of(wanted.document.value);
        if (std::find(known.begin(), known.end(), format.value) != known.end()) continue;
        std::string names;
        for (const DocumentFormat one : known) names += fmt::format("{}`{}`", names.empty() ? "" : ", ", name(one));
        reader.bad_value(format.span,
                         fmt::format("`{}` is not made as `{}`", name(wanted.document.value), name(format.value)),
                         fmt::format("it is made as {}", names));
    }
    std::vector<Located<Place>> once;
    for (const Located<Place>& section : wanted.sections) {
        const auto first = std::find_if(once.begin(), once.end(),
                                        [&](const Located<Place>& one) { return one.value == section.value; });
        if (first == once.end())
            once.push_back(section);
        else
            reader.bad_value(section.span, "this section stands in the document already", "take it out");
    }
    wanted.sections = std::move(once);
}

} // namespace planc
