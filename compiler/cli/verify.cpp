// planc verify: whether a printed sheet was made from these sources.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/report.h"
#include "cli/run.h"
#include "diagnostics/suggestion.h"
#include "source/fingerprint.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::size_t digits = 12;

/// As it is typed from paper: in capitals, in groups, with letters that look like digits.
std::string as_printed(std::string_view typed) {
    std::string out;
    for (char c : typed) {
        if (c == ' ' || c == '-') continue;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        out += c == 'o' ? '0' : c == 'l' || c == 'i' ? '1' : c;
    }
    return out;
}

std::string list_of(const std::vector<Input>& inputs, const std::vector<std::string>& fingerprints) {
    std::string text;
    for (std::size_t i = 0; i < inputs.size(); ++i) text += fmt::format("  {}  {}\n", fingerprints[i], inputs[i].name);
    return text;
}

} // namespace

int run_verify(const VerifyOptions& options, Host& host) {
    const std::string wanted = as_printed(options.fingerprint);
    if (wanted.size() != digits || wanted.find_first_not_of("0123456789abcdef") != std::string::npos) {
        host.write_error(fmt::format("planc: `{}` is no fingerprint: a sheet shows {} digits and letters from a to f, "
                                     "as 0123456789ab\n",
                                     options.fingerprint, digits));
        return exit_usage;
    }
    Inputs found = find_inputs(options.check, host);
    SharedFiles shared(host);
    std::vector<std::string> fingerprints(found.inputs.size());
    const std::vector<std::string> unreadable = compile_all(
        found.inputs, options.check, shared, [&](std::size_t number, std::unique_ptr<Compilation> compilation) {
            fingerprints[number] = fingerprint(compilation->files, compilation->plan.outside_fingerprint);
        });
    for (const auto& errors : {found.errors, unreadable}) complain(errors, host);
    if (!found.errors.empty() || !unreadable.empty()) return exit_usage;
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
        if (fingerprints[i] != wanted) continue;
        host.write_output(
            fmt::format("{}: {} — the sheet was made from exactly this plan\n", found.inputs[i].name, wanted));
        return exit_clean;
    }
    std::vector<std::string_view> candidates;
    for (const std::string& one : fingerprints) candidates.push_back(one);
    const std::string hint = did_you_mean(wanted, candidates);
    host.write_output(fmt::format("{} — the sheet was made from other sources than {}{}{}\n{}", wanted,
                                  fingerprints.size() == 1 ? "this plan" : "these plans", hint.empty() ? "" : "; ",
                                  hint, list_of(found.inputs, fingerprints)));
    return exit_findings;
}

} // namespace planc
