// Every text of a plan, for the rules that read what people wrote.
#pragma once

#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>

namespace planc {

/// True for what stands in a file that many plans include.
inline bool looked_at_before(const Plan& plan, Span span) {
    return !plan.part_files.empty() &&
           std::find(plan.part_files.begin(), plan.part_files.end(), span.file) != plan.part_files.end();
}

/// What a text is there for.
enum class TextPlace : unsigned char {
    prose,
    form,    ///< may be printed and filled in by hand: checklists, records, free sections
    cell,    ///< of a table
    command, ///< to be typed
};

/// Calls `visit(text)` or `visit(text, place)` for every text that a person wrote, ids and references aside, in the
/// order of the model. Where an id or words may stand, both are offered.
template <class Visit>
void for_each_text(const Plan& plan, Visit visit) {
    const auto offer = [&](const Text& text, TextPlace place = TextPlace::prose) {
        if (!text.given() || text.value.empty() || looked_at_before(plan, text.span)) return;
        if constexpr (std::is_invocable_v<Visit, const Text&, TextPlace>) {
            visit(text, place);
        } else {
            visit(text);
        }
    };
    const auto offer_item = [&](const CheckItem& item) {
        offer(item.check, TextPlace::form);
        offer(item.notes, TextPlace::form);
    };
    const Header& header = plan.header;
    for (const Text* text :
         {&header.title, &header.release, &header.revision, &header.audience, &header.summary, &header.notes})
        offer(*text);
    for (const Text& goal : header.goals) offer(goal);
    for (const Text& part : header.scope) offer(part);
    for (const Freeze& freeze : plan.freezes) offer(freeze.title);
    for (const NamedDays& days : plan.holidays) offer(days.title);
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
        const WorkDetails& details = plan.details_of(work);
        for (const Text* text : {&work.title, &details.verify, &details.expect}) offer(*text);
        offer(details.run, TextPlace::command);
        offer(details.notes);
        for (const Text& deliverable : details.deliverables) offer(deliverable);
        for (const Text& tool : details.tools) offer(tool);
    }
    for (const Stage& stage : plan.rollout.stages) offer(stage.audience);
    for (const Trigger& trigger : plan.rollback.triggers) offer(trigger.when);
    for (const RollbackStep& step : plan.rollback.steps) {
        for (const Text* text : {&step.title, &step.verify, &step.expect}) offer(*text);
        offer(step.run, TextPlace::command);
        offer(step.notes);
    }
    offer(plan.rollback.notes);
    for (const Checklist& checklist : plan.checklists) {
        offer(checklist.title);
        for (const CheckItem& item : checklist.items) offer_item(item);
        offer(checklist.notes, TextPlace::form);
    }
    for (const Risk& risk : plan.risks) {
        for (const Text* text : {&risk.title, &risk.effect, &risk.mitigation}) offer(*text);
    }
    for (const Contingency& one : plan.contingencies) {
        offer(one.title);
        for (const Trigger& trigger : one.triggers) offer(trigger.when);
        for (const Action& action : one.actions) offer(action.title);
        for (const Text& who : one.notify) offer(who);
        offer(one.notes);
    }
    for (const Notice& notice : plan.notices) {
        for (const Text* text : {&notice.title, &notice.channel, &notice.body}) offer(*text);
        for (const Text& who : notice.to) offer(who);
    }
    const ExecutionRecord& record = plan.record;
    offer(record.summary, TextPlace::form);
    for (const RecordEntry& entry : record.entries) {
        offer(entry.by, TextPlace::form);
        offer(entry.note, TextPlace::form);
    }
    for (const RecordIssue& issue : record.issues) {
        for (const Text* text : {&issue.title, &issue.solution, &issue.owner}) offer(*text, TextPlace::form);
    }
    for (const Text& lesson : record.lessons) offer(lesson, TextPlace::form);
    for (const Text& suggestion : record.suggestions) offer(suggestion, TextPlace::form);
    for (const FollowUp& follow_up : plan.follow_ups) {
        offer(follow_up.title);
        for (const CheckItem& item : follow_up.items) offer_item(item);
        offer(follow_up.notes, TextPlace::form);
    }
    for (const Environment& environment : plan.environments) {
        for (const Text* text : {&environment.title, &environment.address, &environment.notes}) offer(*text);
        for (const Text& setting : environment.settings) offer(setting);
    }
    for (const Version& version : plan.versions) {
        for (const Text* text : {&version.version, &version.title, &version.date}) offer(*text);
        for (const Text& content : version.contents) offer(content);
        offer(version.notes);
    }
    for (const Matrix& matrix : plan.matrices) {
        offer(matrix.title);
        for (const Text& column : matrix.columns) offer(column);
        for (const std::vector<Text>& row : matrix.rows)
            for (const Text& cell : row) offer(cell, TextPlace::cell);
        offer(matrix.notes);
    }
    for (const FreeSection& section : plan.sections) {
        offer(section.title);
        offer(section.body, TextPlace::form);
    }
    for (const Attachment& attachment : plan.attachments) {
        for (const Text* text : {&attachment.title, &attachment.kind, &attachment.location, &attachment.notes})
            offer(*text);
    }
    for (const Change& change : plan.changes) {
        offer(change.revision);
        offer(change.by);
        for (const Text& one : change.changes) offer(one);
    }
}

/// Where bytes [begin, end) of a text stand in its file: exactly, if that can be told; else the whole text.
Span part_of(const Files& files, const Text& text, std::size_t begin, std::size_t end);

/// ASCII letters compared without regard to case: true if `text` has `word` (lower case) at `at`.
bool has_word_at(std::string_view text, std::size_t at, std::string_view word);

/// True for an ASCII letter or digit.
bool is_word_byte(char byte);

/// The character that ends at `at` or begins there, whole; empty at the edge of the text.
std::string_view character_before(std::string_view text, std::size_t at);
std::string_view character_at(std::string_view text, std::size_t at);

/// True for what can be part of a word: ASCII letters and digits, and anything further that is no punctuation.
bool is_letter(std::string_view character);

/// What things that are looked for can begin with: two bytes of each. Nearly all text is passed over by this alone.
class Openings {
public:
    /// ASCII letters stand for both cases; of a beginning of one byte, any second byte will do.
    constexpr Openings(std::initializer_list<std::string_view> beginnings) {
        for (const std::string_view beginning : beginnings) {
            for (const unsigned char first : both_cases(beginning[0])) {
                if (beginning.size() == 1) {
                    for (unsigned second = 0; second < 256; ++second) add(first, second);
                } else {
                    for (const unsigned char second : both_cases(beginning[1])) add(first, second);
                }
            }
        }
    }

    /// The first place from `at` on where one may stand; the text's size if there is none.
    std::size_t next(std::string_view text, std::size_t at) const {
        for (; at + 1 < text.size(); ++at) {
            if (has(static_cast<unsigned char>(text[at]), static_cast<unsigned char>(text[at + 1]))) return at;
        }
        return text.size();
    }

private:
    static constexpr std::array<unsigned char, 2> both_cases(char byte) {
        const auto same = static_cast<unsigned char>(byte);
        const bool letter = byte >= 'a' && byte <= 'z';
        return {same, letter ? static_cast<unsigned char>(same - 'a' + 'A') : same};
    }
    constexpr void add(unsigned first, unsigned second) {
        bits_[first * 4 + second / 64] |= std::uint64_t{1} << (second % 64);
    }
    constexpr bool has(unsigned first, unsigned second) const {
        return (bits_[first * 4 + second / 64] >> (second % 64) & 1) != 0;
    }

    std::array<std::uint64_t, 1024> bits_{};
};

/// Tells what stands in back quotes or in a fenced block of Markdown, for places asked for in rising order.
class CodeMarks {
public:
    explicit CodeMarks(std::string_view text) : text_(text) {}
    bool in_code(std::size_t place);

private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool fenced_ = false;
    bool quoted_ = false;
};

} // namespace planc
