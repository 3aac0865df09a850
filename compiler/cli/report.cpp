#include "cli/report.h"

#include "cli/run.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace planc {

void Report::add(Files&& files_of_plan, Diagnostics&& findings_of_plan) {
    ++plans;
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
    std::string text = count_line(report.findings, report.plans);
    if (report.fixes > 0) text = fmt::format("mended {}; {}", report.fixes, text);
    if (report.refused > 0)
        text += fmt::format("; {} not mended, because something else would be wrong then", report.refused);
    if (report.left_out > 0) text += fmt::format("; {} of other rules not told", report.left_out);
    if (report.known > 0) text += fmt::format("; {} known to the baseline", report.known);
    return text + "\n";
}

} // namespace

void print(const Report& report, const CheckOptions& options, Host& host) {
    std::string counts = counts_of(report);
    if (options.statistics) {
        host.write_output(render_statistics(report.findings));
        if (options.format == Format::concise)
            host.write_error(counts);
        else
            host.write_output(report.findings.empty() ? counts : "\n" + counts);
        return;
    }
    Diagnostics first;
    const std::size_t all = report.findings.size();
    const bool cut = options.max_findings != 0 && all > options.max_findings;
    if (cut) {
        first.assign(report.findings.begin(),
                     report.findings.begin() + static_cast<std::ptrdiff_t>(options.max_findings));
        first.front().masked = masked_by(report.findings);
        counts +=
            fmt::format("--max-findings {} left out {} of them\n", options.max_findings, all - options.max_findings);
    }
    const Diagnostics& shown = cut ? first : report.findings;
    switch (options.format) {
    case Format::text: {
        std::string text = render_text(shown, report.files, text_style(options, host));
        if (!text.empty() && !text.ends_with("\n\n")) text += '\n';
        host.write_output(text + counts);
        break;
    }
    case Format::concise:
        host.write_output(render_concise(shown, report.files));
        host.write_error(counts);
        break;
    case Format::json:
        host.write_output(render_json(report.findings, report.files));
        break;
    }
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
