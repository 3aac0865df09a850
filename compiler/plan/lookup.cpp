// Looks things up by id.
#include "plan/plan.h"

namespace planc {
namespace {

template <class T>
const T* find_in(const Plan& plan, const std::vector<T>& list, Target::Kind kind, std::string_view id) {
    const Target* const target = plan.find(id);
    return target != nullptr && target->kind == kind ? &list.at(target->index) : nullptr;
}

} // namespace

const Target* Plan::find(std::string_view id) const {
    const auto* const found = ids.find(id);
    return found == nullptr ? nullptr : &found->second;
}

const Person* Plan::find_person(std::string_view id) const { return find_in(*this, people, Target::Kind::person, id); }

const Role* Plan::find_role(std::string_view id) const { return find_in(*this, roles, Target::Kind::role, id); }

const Metric* Plan::find_metric(std::string_view id) const { return find_in(*this, metrics, Target::Kind::metric, id); }

WorkIndex Plan::find_work(std::string_view id) const {
    const Target* const target = find(id);
    return target != nullptr && target->kind == Target::Kind::work ? target->index : no_work;
}

const WorkDetails& Plan::details_of(const Work& one) const {
    static const WorkDetails blank;
    return one.details == no_details ? blank : details[one.details];
}

Reference Plan::owner_of(WorkIndex index) const {
    for (; index != no_work; index = work.at(index).parent)
        if (work.at(index).owner.given()) return work[index].owner;
    return header.owner;
}

std::vector<std::string_view> Plan::people_of(std::string_view owner) const {
    if (const Person* const person = find_person(owner)) return {person->id.value};
    std::vector<std::string_view> all;
    if (const Role* const role = find_role(owner))
        for (const Reference& reference : role->people)
            if (const Person* const person = find_person(reference.value)) all.push_back(person->id.value);
    return all;
}

Span Plan::first_date() const {
    const auto is_date = [](const WrittenInstant& written) {
        return written.form == WrittenInstant::Form::date || written.form == WrittenInstant::Form::date_time;
    };
    for (const WrittenInstant* written : {&header.start, &header.end})
        if (is_date(*written)) return written->span;
    for (const Work& one : work) {
        if (is_date(one.start)) return one.start.span;
        if (is_date(one.end)) return one.end.span;
    }
    for (const Checklist& checklist : checklists) {
        if (is_date(checklist.due)) return checklist.due.span;
        for (const CheckItem& item : checklist.items)
            if (is_date(item.due)) return item.due.span;
    }
    for (const Notice& notice : notices)
        if (is_date(notice.at)) return notice.at.span;
    for (const FollowUp& follow_up : follow_ups) {
        if (is_date(follow_up.at)) return follow_up.at.span;
        for (const CheckItem& item : follow_up.items)
            if (is_date(item.due)) return item.due.span;
    }
    return {};
}

} // namespace planc
