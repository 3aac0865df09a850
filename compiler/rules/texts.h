// Every text of a plan, for the rules that read what people wrote.
#pragma once

#include "rules/rule.h"

#include <string_view>

namespace planc {

/// Calls `visit(text)` for every text that a person wrote, ids and references aside, in the order of the model.
template <class Visit>
void for_each_text(const Plan& plan, Visit visit) {
    const auto offer = [&visit](const Text& text) {
        if (text.given() && !text.value.empty()) visit(text);
    };
    const Header& header = plan.header;
    for (const Text* text :
         {&header.title, &header.release, &header.revision, &header.audience, &header.summary, &header.notes})
        offer(*text);
    for (const Text& goal : header.goals) offer(goal);
    for (const Text& part : header.scope) offer(part);
    for (const Freeze& freeze : plan.freezes) offer(freeze.title);
    for (const Person& person : plan.people) {
        for (const Text* text : {&person.name, &person.title, &person.phone, &person.email}) offer(*text);
    }
    for (const Role& role : plan.roles) {
        offer(role.title);
        offer(role.duty);
    }
    for (const Contact& contact : plan.contacts) {
        for (const Text* text : {&contact.title, &contact.phone, &contact.email, &contact.hours, &contact.duty})
            offer(*text);
    }
    for (const Metric& metric : plan.metrics) {
        for (const Text* text : {&metric.title, &metric.unit, &metric.source, &metric.notes}) offer(*text);
    }
    for (const Work& work : plan.work) {
        for (const Text* text : {&work.title, &work.verify, &work.expect, &work.notes}) offer(*text);
    }
    for (const Stage& stage : plan.rollout.stages) offer(stage.audience);
    for (const Trigger& trigger : plan.rollback.triggers) offer(trigger.when);
    for (const RollbackStep& step : plan.rollback.steps) {
        for (const Text* text : {&step.title, &step.verify, &step.expect, &step.notes}) offer(*text);
    }
    offer(plan.rollback.notes);
    for (const Checklist& checklist : plan.checklists) {
        offer(checklist.title);
        for (const CheckItem& item : checklist.items) {
            offer(item.check);
            offer(item.notes);
        }
        offer(checklist.notes);
    }
    for (const Risk& risk : plan.risks) {
        for (const Text* text : {&risk.title, &risk.effect, &risk.mitigation}) offer(*text);
    }
}

/// Where bytes [begin, end) of a text stand in its file: exactly, where the text stands there as it is; else the whole
/// text.
Span part_of(const Files& files, const Text& text, std::size_t begin, std::size_t end);

/// ASCII letters compared without regard to case: true if `text` has `word` (lower case) at `at`.
bool has_word_at(std::string_view text, std::size_t at, std::string_view word);

/// True for an ASCII letter or digit.
bool is_word_byte(char byte);

} // namespace planc
