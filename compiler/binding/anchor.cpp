#include "binding/anchor.h"

#include <fmt/format.h>

namespace planc {
namespace {

/// The milestone that is the anchor, or null, perhaps after a finding.
Work* find_anchor(PlanReader& reader) {
    const Reference& anchor = reader.plan.header.anchor;
    const WorkIndex index = anchor.given() ? reader.plan.find_work(anchor.value) : no_work;
    if (index == no_work) return nullptr; // told as an unknown reference where it is one
    Work& work = reader.plan.work[index];
    if (work.kind == WorkKind::milestone) return &work;
    reader.unknown(
        anchor.span,
        fmt::format("{} is a {}; `anchor` takes the id of a milestone", quoted(anchor.value), name(work.kind)),
        "add a milestone for the day everything counts from");
    return nullptr;
}

} // namespace

void settle_anchor(PlanReader& reader) {
    Plan& plan = reader.plan;
    Work* const anchor = find_anchor(reader);
    if (anchor == nullptr || anchor->end.given() || plan.first_date()) return;
    anchor->end.form = WrittenInstant::Form::date;
    anchor->end.date = nominal_day;
    anchor->end.span = anchor->id.span;
    plan.calendar.counted = Counted{nominal_day, plan.header.count.value == CountIn::weeks};
    plan.calendar.zone = Zone(); // no clock is set forward or back in days that only count
}

} // namespace planc
