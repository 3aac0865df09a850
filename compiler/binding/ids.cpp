// Declares ids and checks references against them.
#include "binding/ids.h"

#include "binding/reader.h"
#include "diagnostics/suggestion.h"
#include "time/written.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

/// Looking for what was meant takes time for each candidate; a file with very many unknown names gets no more of it.
constexpr std::size_t most_compared = 3'000'000;

/// An id made from its place repeats no more than this of the id around it, which may be as long as the file.
constexpr std::size_t longest_parent = 200;

std::size_t end_of_written_id(std::string_view text) {
    if (text.empty() || text[0] < 'a' || text[0] > 'z') return 0;
    std::size_t at = 1;
    while (at < text.size() &&
           ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= '0' && text[at] <= '9') || text[at] == '-'))
        ++at;
    return at;
}

/// An id to be copied; cut where it is longer than anybody could mean, since very many findings may name it.
std::string whole_id(std::string_view id) { return id.size() > longest_parent ? quoted(id) : fmt::format("`{}`", id); }

std::string_view article(std::string_view noun) {
    return std::string_view("aeiou").find(noun.front()) == std::string_view::npos ? "a" : "an";
}

} // namespace

bool is_written_id(std::string_view text) { return !text.empty() && end_of_written_id(text) == text.size(); }

bool is_any_id(std::string_view text) {
    std::size_t at = end_of_written_id(text);
    if (at == 0) return false;
    while (at < text.size()) {
        if (text[at] != '.') return false;
        const std::size_t digits = at + 1;
        at = digits;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        if (at == digits) return false;
    }
    return true;
}

std::string_view describe(const Plan& plan, const Target& target) {
    return target.kind == Target::Kind::work ? name(plan.work.at(target.index).kind) : name(target.kind);
}

void Ids::declare(Target::Kind kind, std::size_t index, const Text& id, Span entry) {
    const Target target{kind, static_cast<std::uint32_t>(index), id.span};
    const auto [place, added] = plan_.ids.try_emplace(id.value, target);
    if (added) return;
    Target first = place->second;
    Target second = target;
    if (second.span.file == first.span.file && second.span < first.span) {
        std::swap(first, second);
        place->second = first;
    }
    const std::string_view noun = describe(plan_, first);
    Diagnostic& found = report(diagnostics_, "duplicate-id", second.span,
                               fmt::format("{} is already the id of {} {}", quoted(id.value), article(noun), noun),
                               "give one of the two another id");
    found.others.push_back({first.span, fmt::format("the {} is declared here", noun)});
    if (first.span == second.span) {
        found.span = entry;
        found.notes.push_back("both come from one place in the file, brought by an alias or a merge key");
    }
}

Text Ids::make(Target::Kind kind, std::size_t index, std::string_view parent, std::size_t number, Span span) {
    std::string id = fmt::format("{}.{}", parent.substr(0, longest_parent), number);
    if (const auto* const taken = plan_.ids.find(id)) {
        const std::size_t base = id.size();
        std::uint32_t& next = next_numbers_.try_emplace(taken->first, 2).first->second;
        do {
            id.resize(base);
            id += fmt::format(".{}", next++);
        } while (plan_.ids.contains(id));
    }
    const Text kept{plan_.made_ids.keep(id), span};
    plan_.ids.try_emplace(kept.value, Target{kind, static_cast<std::uint32_t>(index), span});
    return kept;
}

void Ids::refer(const Reference& reference, const IdKinds& kinds, std::string_view key) {
    const Target* const target = plan_.find(reference.value);
    if (target == nullptr)
        pending_.push_back({reference, &kinds, key});
    else if (!kinds.has(target->kind))
        report_kind({reference, &kinds, key}, *target);
}

void Ids::check() {
    for (const OpenReference& pending : pending_) {
        const Target* const target = plan_.find(pending.reference.value);
        if (target == nullptr)
            report_unknown(pending);
        else if (!pending.kinds->has(target->kind))
            report_kind(pending, *target);
    }
    pending_.clear();
}

void Ids::report_kind(const OpenReference& pending, const Target& target) {
    const std::string_view noun = describe(plan_, target);
    report(diagnostics_, "unknown-reference", pending.reference.span,
           fmt::format("{} is {} {}; `{}` takes {}", quoted(pending.reference.value), article(noun), noun, pending.key,
                       pending.kinds->one))
        .others.push_back({target.span, fmt::format("the {} is declared here", noun)});
}

void Ids::report_unknown(const OpenReference& pending) {
    const std::string_view text = pending.reference.value;
    const bool id = is_any_id(text);
    std::string help = suggest(pending);
    std::string note = help.empty() ? known(*pending.kinds) : std::string();
    Diagnostic& found = report(diagnostics_, id ? "unknown-reference" : "bad-value", pending.reference.span,
                               fmt::format("{} is {}; `{}` takes {}", quoted(text), id ? "not declared" : "not an id",
                                           pending.key, pending.kinds->one),
                               std::move(help));
    add_literal_fix(found, files_.at(found.span).text(found.span));
    if (!note.empty()) found.notes.push_back(std::move(note));
}

std::string Ids::suggest(const OpenReference& pending) {
    if (compared_ > most_compared) return {};
    compared_ += plan_.ids.size() + plan_.work.size();
    const std::string_view text = pending.reference.value;
    // Somebody may have written the name for the id.
    for (const Person& person : plan_.people)
        if (pending.kinds->has(Target::Kind::person) && person.name.value == text)
            return fmt::format("write the id of {}: {}", quoted(text), whole_id(person.id.value));
    for (const Role& role : plan_.roles)
        if (pending.kinds->has(Target::Kind::role) && role.title.value == text)
            return fmt::format("write the id of {}: {}", quoted(text), whole_id(role.id.value));
    for (const Metric& metric : plan_.metrics)
        if (pending.kinds->has(Target::Kind::metric) && metric.title.value == text)
            return fmt::format("write the id of {}: {}", quoted(text), whole_id(metric.id.value));
    for (const Work& work : plan_.work)
        if (pending.kinds->has(Target::Kind::work) && work.title.value == text)
            return fmt::format("write the id of {}: {}", quoted(text), whole_id(work.id.value));
    // `launch-7d` is an id by its letters, but hardly meant as one.
    if (pending.kinds->has(Target::Kind::work)) {
        if (const std::optional<std::string> spaced = spaced_offset(text)) return write_instead(*spaced);
    }
    std::vector<std::string_view>& known = candidates(*pending.kinds);
    return did_you_mean(text, known);
}

std::string Ids::known(const IdKinds& kinds) {
    constexpr std::size_t most = 8;
    const std::vector<std::string_view>& ids = candidates(kinds);
    if (ids.empty()) return fmt::format("the plan declares no {}", kinds.things);
    if (ids.size() > most) return {};
    std::string text;
    for (const std::string_view id : ids) text += fmt::format("{}{}", text.empty() ? "" : ", ", whole_id(id));
    return fmt::format("the plan declares {}", text);
}

std::vector<std::string_view>& Ids::candidates(const IdKinds& kinds) {
    for (auto& [mask, list] : candidates_)
        if (mask == kinds.mask) return list;
    auto& list = candidates_.emplace_back(kinds.mask, std::vector<std::string_view>()).second;
    const auto add = [&](Target::Kind kind, const auto& things) {
        if (kinds.has(kind))
            for (const auto& thing : things) list.push_back(thing.id.value);
    };
    add(Target::Kind::person, plan_.people);
    add(Target::Kind::role, plan_.roles);
    add(Target::Kind::metric, plan_.metrics);
    add(Target::Kind::work, plan_.work);
    return list;
}

} // namespace planc
