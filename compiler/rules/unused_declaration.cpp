#include "rules/list.h"
#include "rules/owners.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <string_view>
#include <unordered_set>

namespace planc {

namespace {

std::unordered_set<std::string_view> mentioned_people(const Plan& plan) {
    std::unordered_set<std::string_view> ids;
    const auto mention = [&ids](const Reference& id) {
        if (id.given()) ids.insert(id.value);
    };
    for_each_owner(plan, mention);
    for (const Person& person : plan.people) {
        mention(person.backup);
        mention(person.reports_to);
    }
    for (const Role& role : plan.roles) {
        for (const Reference& person : role.people) mention(person);
        mention(role.backup);
        mention(role.reports_to);
    }
    for (const auto* signatures :
         {&plan.sign_off.prepared_by, &plan.sign_off.reviewed_by, &plan.sign_off.approved_by}) {
        for (const Reference& person : *signatures) mention(person);
    }
    for (const Checklist& checklist : plan.checklists) {
        for (const CheckItem& item : checklist.items) mention(item.by);
    }
    for (const FollowUp& follow_up : plan.follow_ups) {
        for (const CheckItem& item : follow_up.items) mention(item.by);
    }
    for (const Notice& notice : plan.notices) {
        for (const Text& one : notice.to) mention(one);
    }
    for (const Contingency& contingency : plan.contingencies) {
        for (const Text& one : contingency.notify) mention(one);
    }
    for (const Change& change : plan.changes) mention(change.by);
    for (const RecordEntry& entry : plan.record.entries) mention(entry.by);
    for (const RecordIssue& issue : plan.record.issues) mention(issue.owner);
    return ids;
}

std::unordered_set<std::string_view> mentioned_metrics(const Plan& plan) {
    std::unordered_set<std::string_view> ids;
    for (const Stage& stage : plan.rollout.stages) {
        for (const Gate& gate : stage.gates) ids.insert(gate.metric.value);
    }
    const auto mention = [&ids](const std::vector<Trigger>& triggers) {
        for (const Trigger& trigger : triggers) {
            if (trigger.metric.given()) ids.insert(trigger.metric.value);
        }
    };
    mention(plan.rollback.triggers);
    for (const Contingency& contingency : plan.contingencies) mention(contingency.triggers);
    return ids;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const auto people = mentioned_people(plan);
    // What a file declares for many plans is hardly ever used by each of them.
    const auto own = [&plan](Span span) { return span.file == plan.file; };
    for (const Person& person : plan.people) {
        if (people.count(person.id.value) != 0 || !own(person.span)) continue;
        findings.add(person.id.span, fmt::format("person {} has no part in the plan", quoted(person.id.value)));
    }
    for (const Role& role : plan.roles) {
        if (people.count(role.id.value) != 0 || !own(role.span)) continue;
        findings.add(role.id.span, fmt::format("role {} owns nothing", quoted(role.id.value)));
    }
    // A metric with thresholds of its own is watched anyway; one with none is there only to be used.
    const auto metrics = mentioned_metrics(plan);
    for (const Metric& metric : plan.metrics) {
        const bool watched = metric.target.given() || metric.alert.given() || metric.rollback.given();
        if (watched || metrics.count(metric.id.value) != 0 || !own(metric.span)) continue;
        findings.add(metric.id.span,
                     fmt::format("metric {} has no threshold, and nothing uses it", quoted(metric.id.value)));
    }
    for (const Freeze& freeze : plan.freezes) {
        const auto begin = place(freeze.start, plan, analysis.schedule);
        const auto end = place(freeze.end, plan, analysis.schedule, true, begin);
        const Interval& window = analysis.schedule.window;
        if (!own(freeze.span) || plan.calendar.counted || !begin || !end || *end <= *begin || window.empty() ||
            window.overlaps({*begin, *end}))
            continue;
        findings.add(first_given({freeze.title.span, freeze.span}),
                     fmt::format("freeze {} does not touch the time of the plan",
                                 quoted(freeze.title.given() ? freeze.title.value : freeze.id.value)));
    }
}

} // namespace

const Rule rules::unused_declaration{
    .name = "unused-declaration",
    .group = "Structure",
    .severity = Severity::info,
    .finds = "a person, role or metric that nothing in the plan mentions, or a freeze outside of its time.",
    .why = "Often the mention is what is missing: the person was meant to own a step.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people:
  ning: {name: Ning}
  tao: {name: Tao}
)",
    .mend = "Mention it where it belongs, or take it out.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people:
  ning: {name: Ning, backup: tao}
  tao: {name: Tao}
)",
    .related = "unknown-reference unstaffed-role",
    .needs_whole_plan = true,
    .check = check,
};

} // namespace planc
