// Gives items their ids: the written one, or one made from their place.
#include "binding/collections.h"

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
    std::size_t number = 0;
    for (CheckItem& item : checklist.items)
        declare_or_make(reader, item, Kind::check_item, index, checklist.id.value, ++number, item.check);
}

} // namespace planc
