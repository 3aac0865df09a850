// Adds the words of the record's entries to the times they tell.
#include "documents/actual.h"

#include "documents/view_sections.h"

namespace planc {

namespace {

void append(std::string& text, std::string_view more, std::string_view join) {
    if (more.empty()) return;
    if (!text.empty()) text += join;
    text += more;
}

} // namespace

Actuals::Actuals(const Plan& plan, const Labels& labels) {
    for (const auto& [id, span] : actual_spans(plan)) by_id_[id] = Actual{span, {}, {}};
    for (const RecordEntry& entry : plan.record.entries) add(plan, labels, entry);
}

void Actuals::add(const Plan& plan, const Labels& labels, const RecordEntry& entry) {
    Actual& actual = by_id_[entry.of.value];
    if (entry.by.given() && told_.insert(std::string(entry.of.value) + '\n' + std::string(entry.by.value)).second)
        append(actual.by, called(plan, entry.by), labels["list_join"]);
    append(actual.remark, entry.note.value, labels["line_join"]);
}

const Actual* Actuals::of(std::string_view id) const {
    const auto place = by_id_.find(id);
    return place == by_id_.end() ? nullptr : &place->second;
}

} // namespace planc
