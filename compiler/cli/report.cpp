#include "cli/report.h"

#include "cli/formats.h"
#include "cli/run.h"
#include "cli/run_facts.h"
#include "cli/settings.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace planc {

void Report::add(std::string plan, Files&& files_of_plan, Diagnostics&& findings_of_plan) {
    plans.push_back(std::move(plan));
    if (findings_of_plan.empty()) return;
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (const Files::Entry& entry : files_of_plan.entries()) {
        const auto next = static_cast<std::uint32_t>(files.size());
        const auto [place, added] = numbers_.try_emplace(entry.file.get(), next);
        if (added) files.add({next, entry.file});
        numbers.emplace(entry.number, place->second);
    }
    renumber(findings_of_plan, [&](std::uint32_t number) { return numbers[number]; });
    std::vector<Span> masked = masked_by(findings_of_plan);
    const std::size_t told_before = findings.size();
    for (Diagnostic& finding : findings_of_plan) {
        // What is wrong with a file that many plans include is said once.
        const std::uint32_t own = numbers[0];
        const bool shared =
            finding.span.file != own && std::none_of(finding.others.begin(), finding.others.end(),
                                                     [own](const Label& label) { return label.span.file == own; });
        if (shared && !told_
                           .insert(fmt::format("{} {} {} {}", finding.span.file, finding.span.begin, finding.rule,
                                               finding.message))
                           .second)
            continue;
        findings.push_back(std::move(finding));
    }
    // What is not said again hides its secrets all the same.
    if (findings.size() > told_before) findings[told_before].masked = std::move(masked);
}

TextStyle text_style(const CheckOptions& options, Host& host) {
    TextStyle style;
    style.ascii = options.ascii;
    const bool terminal = host.output_is_terminal();
    if (terminal) style.width = host.terminal_width();
    // https://no-color.org: set and not empty
    const bool refused = !host.environment("NO_COLOR").value_or("").empty() || host.environment("TERM") == "dumb";
    style.colour = options.colour == When::always || (options.colour == When::automatic && terminal && !refused);
    return style;
}

namespace {

/// What was found, and what is not told of it.
std::string counts_of(const Report& report) {
    std::string text = count_line(report.findings, report.plans.size());
    if (report.fixes > 0) text = fmt::format("mended {}; {}", report.fixes, text);
    if (report.refused > 0)
        text += fmt::format("; {} not mended, because something else would be wrong then", report.refused);
    if (report.left_out > 0) text += fmt::format("; {} of other rules not told", report.left_out);
    if (report.known > 0) text += fmt::format("; {} known to the baseline", report.known);
    return text + "\n";
}

/// For readers: what is shown of the findings, and what that leaves out.
struct Shown {
    std::optional<Diagnostics> cut; ///< where not all are shown
    std::string counts;
};

Shown shown_of(const Report& report, const CheckOptions& options) {
    Shown shown{{}, counts_of(report)};
    const std::size_t all = report.findings.size();
    if (options.statistics || options.max_findings == 0 || all <= options.max_findings) return shown;
    shown.cut.emplace(report.findings.begin(),
                      report.findings.begin() + static_cast<std::ptrdiff_t>(options.max_findings));
    shown.cut->front().masked = masked_by(report.findings);
    shown.counts +=
        fmt::format("--max-findings {} left out {} of them\n", options.max_findings, all - options.max_findings);
    return shown;
}

class Renderer {
public:
    Renderer(const Report& report, const CheckOptions& options, Host& host)
        : report_(report), options_(options), host_(host) {}

    std::string render(Format format, const TextStyle& style) {
        const Diagnostics& findings = report_.findings;
        const Files& files = report_.files;
        switch (format) {
        case Format::text:
            return text(style);
        case Format::concise:
            if (report_.plans.empty()) return {};
            if (options_.statistics) return render_statistics(findings);
            return render_concise(cut(), files);
        case Format::json:
            return render_json(findings, files, report_.unreadable);
        case Format::sarif:
            return render_sarif(findings, files, facts());
        case Format::github:
            return render_github(text(style), findings, files, facts());
        case Format::gitlab:
            return render_gitlab(findings, files, facts());
        case Format::junit:
            return render_junit(findings, files, facts());
        case Format::checkstyle:
            return render_checkstyle(findings, files);
        case Format::rdjson:
            return render_rdjson(findings, files);
        }
        return {};
    }

    const Shown& shown() {
        if (!shown_) shown_ = shown_of(report_, options_);
        return *shown_;
    }

private:
    std::string text(const TextStyle& style) {
        if (report_.plans.empty()) return {};
        std::string text =
            options_.statistics ? render_statistics(report_.findings) : render_text(cut(), report_.files, style);
        if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
        return text + shown().counts;
    }

    const Diagnostics& cut() { return shown().cut ? *shown().cut : report_.findings; }

    const RunFacts& facts() {
        if (!facts_) facts_ = facts_of(report_, options_, host_);
        return *facts_;
    }

    const Report& report_;
    const CheckOptions& options_;
    Host& host_;
    std::optional<Shown> shown_;
    std::optional<RunFacts> facts_;
};

/// Why a format's file cannot be written; empty if it can.
std::string wrong_place(const FormatFile& file, SharedFiles& shared) {
    if (!shared.has_read(absolute_path(file.path, shared.host()))) return {};
    return fmt::format("--format {}={}: this file is read as well; name another one", name(file.format), file.path);
}

bool write_files(Renderer& renderer, const CheckOptions& options, SharedFiles& shared) {
    Host& host = shared.host();
    std::vector<OutputFile> files;
    for (const FormatFile& file : options.format_files) {
        if (std::string wrong = wrong_place(file, shared); !wrong.empty()) {
            complain({wrong}, host);
            return false;
        }
        TextStyle style;
        style.ascii = options.ascii;
        // Of a link, what it leads to is written.
        files.push_back({absolute_path(file.path, host), renderer.render(file.format, style), {}});
    }
    const auto written = host.write_files(files);
    const auto* const error = std::get_if<HostError>(&written);
    if (error != nullptr) complain({error->message + "; no file of --format was written"}, host);
    return error == nullptr;
}

} // namespace

bool print(const Report& report, const CheckOptions& options, SharedFiles& shared) {
    Host& host = shared.host();
    Renderer renderer(report, options, host);
    host.write_output(renderer.render(options.format, text_style(options, host)));
    if (options.format == Format::concise && !report.plans.empty()) host.write_error(renderer.shown().counts);
    return write_files(renderer, options, shared);
}

void complain(const std::vector<std::string>& errors, Host& host) {
    for (const std::string& error : errors) host.write_error("planc: " + error + "\n");
}

int exit_code(const Diagnostics& findings, const CheckOptions& options) {
    if (!options.fail_on) return exit_clean;
    const bool fails = std::any_of(findings.begin(), findings.end(), [&options](const Diagnostic& finding) {
        return finding.severity >= *options.fail_on;
    });
    return fails ? exit_findings : exit_clean;
}

} // namespace planc
