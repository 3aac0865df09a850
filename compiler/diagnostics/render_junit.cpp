// JUnit XML, for build servers that show tests: a plan is a suite, a finding a case.
#include "diagnostics/render.h"

#include "diagnostics/places.h"
#include "diagnostics/remarks.h"
#include "diagnostics/xml_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <vector>

namespace planc {
namespace {

struct Suite {
    std::string_view name;
    std::vector<const Diagnostic*> findings;
};

/// The plans first, then other files that have findings.
std::vector<Suite> suites_of(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts) {
    std::vector<Suite> suites;
    std::map<std::string_view, std::size_t> index;
    for (const std::string& plan : facts.plans)
        if (index.emplace(plan, suites.size()).second) suites.push_back({plan, {}});
    for (const Diagnostic& one : diagnostics) {
        const std::string_view name = file_name_of(one, files);
        const auto [place, added] = index.emplace(name, suites.size());
        if (added) suites.push_back({name, {}});
        suites[place->second].findings.push_back(&one);
    }
    return suites;
}

void open_suite(std::string& out, std::string_view name, std::size_t tests, std::size_t failures, std::size_t errors) {
    out += "  <testsuite";
    append_attribute(out, "name", name);
    append_attribute(out, "tests", tests);
    append_attribute(out, "failures", failures);
    append_attribute(out, "errors", errors);
    append_attribute(out, "skipped", std::size_t{0});
    out += ">\n";
}

void open_case(std::string& out, std::string_view suite, std::string_view name) {
    out += "    <testcase";
    append_attribute(out, "name", name);
    // Servers take what follows the last dot for a class of its own.
    for (const std::string_view ending : {".plan.yaml", ".plan.yml"})
        if (suite.ends_with(ending)) suite.remove_suffix(ending.size());
    append_attribute(out, "classname", suite);
}

void append_case(std::string& out, const Suite& suite, const Diagnostic& finding, std::string_view case_name,
                 bool fails, const Files& files) {
    open_case(out, suite.name, case_name);
    out += ">\n";
    const char* const element = fails ? "failure" : "system-out";
    out.append("      <").append(element);
    if (fails) {
        append_attribute(out, "message", finding.message);
        append_attribute(out, "type", finding.rule);
    }
    out += '>';
    const Position at = position_of(finding.span, files);
    append_xml(out, fmt::format("{}:{}:{}: {}", suite.name, at.line, at.column, message_with_places(finding, files)));
    out.append("</").append(element).append(">\n    </testcase>\n");
}

} // namespace

std::string render_junit(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts) {
    const auto fails = [&facts](const Diagnostic& one) { return facts.fail_on && one.severity >= *facts.fail_on; };
    std::size_t tests = facts.unreadable.size();
    std::size_t failures = 0;
    std::string suites;
    for (const Suite& suite : suites_of(diagnostics, files, facts)) {
        const auto failing = static_cast<std::size_t>(std::count_if(
            suite.findings.begin(), suite.findings.end(), [&](const Diagnostic* one) { return fails(*one); }));
        const std::size_t cases = std::max<std::size_t>(suite.findings.size(), 1);
        open_suite(suites, suite.name, cases, failing, 0);
        if (suite.findings.empty()) {
            open_case(suites, suite.name, "no findings");
            suites += "/>\n";
        }
        // Servers follow a case by its name from run to run, and show one of two that are called alike.
        std::map<std::string, std::size_t> times;
        for (const Diagnostic* const one : suite.findings) {
            std::string called = fmt::format("{}{}{}", one->rule, one->place.empty() ? "" : " ", one->place);
            if (const std::size_t time = ++times[called]; time > 1) called += fmt::format(" #{}", time);
            append_case(suites, suite, *one, called, fails(*one), files);
        }
        suites += "  </testsuite>\n";
        tests += cases;
        failures += failing;
    }
    if (!facts.unreadable.empty()) {
        constexpr std::string_view name = "unreadable";
        open_suite(suites, name, facts.unreadable.size(), 0, facts.unreadable.size());
        for (const std::string& one : facts.unreadable) {
            open_case(suites, name, one);
            suites += ">\n      <error";
            append_attribute(suites, "message", one);
            suites += "/>\n    </testcase>\n";
        }
        suites += "  </testsuite>\n";
    }
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites";
    append_attribute(out, "name", "planc");
    append_attribute(out, "tests", tests);
    append_attribute(out, "failures", failures);
    append_attribute(out, "errors", facts.unreadable.size());
    return out + ">\n" + suites + "</testsuites>\n";
}

} // namespace planc
