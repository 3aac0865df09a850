// What the values of enumerations are called, in a plan and in messages.
#include "plan/configuration.h"
#include "plan/plan.h"

#include <array>

namespace planc {
namespace {

template <std::size_t Count, class Enum>
std::string_view at(const std::array<std::string_view, Count>& names, Enum value) {
    return names.at(static_cast<std::size_t>(value));
}

} // namespace

std::string_view name(Target::Kind kind) {
    static constexpr std::array<std::string_view, 17> names{
        "work",       "person",      "role",          "contact", "metric",      "checklist",
        "check item", "risk",        "rollback step", "freeze",  "contingency", "notice",
        "follow-up",  "environment", "matrix",        "section", "attachment"};
    return at(names, kind);
}

std::string_view name(WorkKind kind) {
    static constexpr std::array<std::string_view, 5> names{"phase", "task", "step", "stage", "milestone"};
    return at(names, kind);
}

std::string_view name(Status status) {
    static constexpr std::array<std::string_view, 5> names{"planned", "active", "done", "blocked", "cancelled"};
    return at(names, status);
}

std::string_view name(DependencyType type) {
    static constexpr std::array<std::string_view, 4> names{"finish_to_start", "start_to_start", "finish_to_finish",
                                                           "start_to_finish"};
    return at(names, type);
}

std::string_view name(PlanStatus status) {
    static constexpr std::array<std::string_view, 6> names{"draft",     "in_review", "approved",
                                                           "executing", "done",      "abandoned"};
    return at(names, status);
}

std::string_view name(Language language) {
    static constexpr std::array<std::string_view, 2> names{"zh-CN", "en"};
    return at(names, language);
}

std::string_view name(CountIn count) {
    static constexpr std::array<std::string_view, 2> names{"days", "weeks"};
    return at(names, count);
}

std::string_view name(Level level) {
    static constexpr std::array<std::string_view, 4> names{"low", "medium", "high", "critical"};
    return at(names, level);
}

std::string_view name(Place place) {
    static constexpr std::array<std::string_view, place_count> names{
        "overview",      "key_dates",  "schedule",    "gantt",   "phases",     "rollout",  "metrics",  "rollback",
        "contingencies", "checklists", "risks",       "notices", "follow_ups", "people",   "calendar", "environments",
        "matrices",      "versions",   "attachments", "record",  "changes",    "sign_off", "end"};
    return at(names, place);
}

std::string_view name(EntryResult result) {
    static constexpr std::array<std::string_view, 3> names{"done", "failed", "skipped"};
    return at(names, result);
}

std::string_view name(Outcome outcome) {
    static constexpr std::array<std::string_view, 4> names{"success", "partial", "rolled_back", "failed"};
    return at(names, outcome);
}

std::string_view name(RuleLevel level) {
    static constexpr std::array<std::string_view, 4> names{"off", "info", "warning", "error"};
    return at(names, level);
}

std::string_view name(DocumentName document) {
    static constexpr std::array<std::string_view, document_names> names{"plan",    "checklist", "runbook", "record",
                                                                        "signoff", "gantt",     "data"};
    return at(names, document);
}

std::string_view name(DocumentFormat format) {
    static constexpr std::array<std::string_view, document_formats> names{"md",  "html", "pdf", "svg",
                                                                          "mmd", "txt",  "png", "json"};
    return at(names, format);
}

std::string_view name(RecordRows rows) {
    static constexpr std::array<std::string_view, 2> names{"steps", "phases"};
    return at(names, rows);
}

std::string_view name(Paper paper) {
    static constexpr std::array<std::string_view, 2> names{"a4", "letter"};
    return at(names, paper);
}

std::span<const DocumentFormat> formats_of(DocumentName document) {
    using enum DocumentFormat;
    static constexpr DocumentFormat texts[] = {md, html, pdf};
    static constexpr DocumentFormat pictures[] = {svg, mmd, txt, pdf, png};
    static constexpr DocumentFormat data[] = {json};
    if (document == DocumentName::gantt) return pictures;
    if (document == DocumentName::data) return data;
    return texts;
}

std::string_view name(Comparison comparison) {
    static constexpr std::array<std::string_view, 5> names{"<", "<=", ">", ">=", "="};
    return at(names, comparison);
}

} // namespace planc
