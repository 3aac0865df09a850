// The view's facts about the plan itself: header, key dates, findings, sign-off.
#include "documents/view_sections.h"

#include "documents/escape.h"
#include "source/fingerprint.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

/// The declared window, else the one that the work takes.
std::optional<Interval> window_of(const Section& section) {
    if (section.schedule.declared) return section.schedule.declared;
    if (section.schedule.window.empty()) return {};
    return section.schedule.window;
}

/// A finding's message with the names in back quotes as code.
ReadyText message_markdown(std::string_view message) {
    std::string out;
    bool code = false;
    while (true) {
        const std::size_t quote = message.find('`');
        const std::string_view part = message.substr(0, quote);
        const std::string name = code ? visible_text(part) : std::string();
        // What is seen decides: a line separator inside becomes a line break only then.
        const bool plain_name = !name.empty() && name.find_first_of("|\\\r\n`") == std::string::npos;
        if (code && quote != std::string_view::npos && plain_name) {
            out += fmt::format("`{}`", name);
        } else if (!part.empty()) {
            const bool blank_first = part.front() == ' ' && !out.empty();
            const bool blank_last = part.back() == ' ' && part.size() > 1;
            out += fmt::format("{}{}{}", blank_first ? " " : "", escape_markdown(part), blank_last ? " " : "");
        }
        if (quote == std::string_view::npos) return {out};
        code = !code;
        message.remove_prefix(quote + 1);
    }
}

constexpr std::size_t shown_findings = 20;

/// What the days of a plan without dates count from.
std::string anchor_text(const Section& section) {
    if (!section.plan.calendar.counted) return {};
    const WorkIndex anchor = section.plan.find_work(section.plan.header.anchor.value);
    const auto& label = section.labels[section.plan.calendar.counted->weeks ? "counted_in_weeks" : "counted_in_days"];
    return anchor == no_work ? std::string() : fill(label, {{"anchor", section.titles[anchor]}});
}

std::string line_of(const std::vector<Text>& texts, std::string_view separator) {
    std::vector<std::string> parts;
    for (const Text& text : texts) parts.emplace_back(text.value);
    return join(parts, separator);
}

} // namespace

Value plan_value(const Section& section) {
    const Header& header = section.plan.header;
    const auto window = window_of(section);
    const auto& zone = section.plan.calendar;
    const bool whole_days = window && zone.is_midnight(window->begin) && zone.is_midnight(window->end);
    Planned all;
    all.dated = window.has_value();
    all.whole_days = whole_days;
    if (window) all.span = *window;
    const bool overview =
        header.summary.given() || !header.goals.empty() || !header.scope.empty() || header.notes.given();
    return object("overview", overview, "id", header.id.value, "title", header.title.value, "release",
                  header.release.value, "revision", header.revision.value, "status",
                  section.labels[fmt::format("plan_status_{}", name(header.status.value))], "draft",
                  header.status.value == PlanStatus::draft, "date",
                  header.date.given() ? section.phrasing.civil_date(header.date.value) : std::string(), "language",
                  name(header.language.value), "timezone", header.timezone.value, "anchor", anchor_text(section),
                  "audience", header.audience.value, "owner", called(section.plan, header.owner), "window",
                  window ? section.phrasing.long_span(*window, whole_days) : std::string(), "length",
                  section.phrasing.length(all), "fingerprint",
                  fingerprint(section.compiled.files, section.plan.outside_fingerprint), "summary",
                  ReadyText{escape_paragraphs(header.summary.value)}, "goals", texts_value(header.goals), "scope",
                  texts_value(header.scope), "scope_line", line_of(header.scope, section.labels["list_join"]), "notes",
                  notes_value(header.notes));
}

Value findings_value(const Section& section) {
    ValueList rows;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const Diagnostic& finding : section.compiled.findings) {
        if (finding.severity == Severity::info) continue;
        ++(finding.severity == Severity::error ? errors : warnings);
        if (rows.size() == shown_findings) continue;
        std::string place;
        if (finding.span) {
            const File& file = section.compiled.files.at(finding.span);
            place = section.phrasing.count("line", static_cast<std::int64_t>(file.position(finding.span.begin).line));
            if (finding.span.file != section.plan.file) place = fmt::format("{} {}", file.name(), place);
        }
        rows.push_back(object("severity", section.labels[fmt::format("severity_{}", name(finding.severity))], "error",
                              finding.severity == Severity::error, "rule", finding.rule, "place", place, "message",
                              message_markdown(finding.message), "help", message_markdown(finding.help)));
    }
    if (rows.empty()) return {};
    const std::size_t more = errors + warnings - rows.size();
    std::vector<std::string> counts;
    if (errors > 0) counts.push_back(section.phrasing.count("errors_count", static_cast<std::int64_t>(errors)));
    if (warnings > 0) counts.push_back(section.phrasing.count("warnings_count", static_cast<std::int64_t>(warnings)));
    return object("counts", join(counts, section.labels["list_join"]), "rows", std::move(rows), "more",
                  more > 0 ? section.phrasing.count("more_findings", static_cast<std::int64_t>(more)) : std::string());
}

Value sign_off_value(const Section& section) {
    const SignOff& sign_off = section.plan.sign_off;
    const auto signers = [&](const std::vector<Reference>& references) {
        ValueList list;
        for (const Reference& reference : references) {
            const Person* person = section.plan.find_person(reference.value);
            list.push_back(object("name", called(section.plan, reference), "title",
                                  person != nullptr ? person->title.value : std::string_view()));
        }
        return list;
    };
    if (!sign_off.span) return {};
    return object("prepared_by", called(section, sign_off.prepared_by), "reviewed_by",
                  called(section, sign_off.reviewed_by), "approved_by", called(section, sign_off.approved_by),
                  "prepared", signers(sign_off.prepared_by), "reviewed", signers(sign_off.reviewed_by), "approved",
                  signers(sign_off.approved_by), "date",
                  sign_off.date.given() ? section.phrasing.civil_date(sign_off.date.value) : std::string());
}

} // namespace planc
