// Reads rendering cases; a broken case file throws, which fails its test.
#include "golden_case.h"

#include "diagnostics/finding_fingerprints.h"

#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace planc {
namespace {

using Json = nlohmann::json;

std::string read_text(const Json& text) {
    if (text.is_string()) return text.get<std::string>();
    std::string out;
    if (text.is_object()) {
        for (int count = text.at("times"); count > 0; --count) out += read_text(text.at("repeat"));
        return out;
    }
    for (const Json& part : text) out += read_text(part) + (part.is_string() ? "\n" : "");
    return out;
}

Span read_place(const Json& place, const Files& files) {
    if (place.is_null()) return {};
    const std::uint32_t file = place.value("file", 0U);
    if (place.contains("begin")) return {file, place.at("begin"), place.at("end")};
    const std::string wanted = place.at("find");
    const std::string_view text = files.at(file).text();
    std::size_t found = text.find(wanted);
    for (int nth = place.value("nth", 1); nth > 1; --nth) found = text.find(wanted, found + 1);
    if (found == std::string_view::npos) throw std::runtime_error("the case's text does not hold " + wanted);
    const auto begin = static_cast<std::uint32_t>(found);
    return {file, begin, begin + static_cast<std::uint32_t>(wanted.size())};
}

Severity read_severity(const std::string& severity) {
    for (const Severity known : {Severity::error, Severity::warning, Severity::info})
        if (severity == name(known)) return known;
    throw std::runtime_error("no severity is called " + severity);
}

Diagnostic read_finding(const Json& finding, GoldenCase& into) {
    Diagnostic diagnostic;
    diagnostic.rule = *into.rules.insert(finding.at("rule").get<std::string>()).first;
    diagnostic.severity = read_severity(finding.value("severity", "error"));
    diagnostic.message = read_text(finding.at("message"));
    diagnostic.span = read_place(finding.value("at", Json()), into.files);
    diagnostic.label = read_text(finding.value("label", Json("")));
    for (const Json& other : finding.value("others", Json::array()))
        diagnostic.others.push_back({read_place(other.at("at"), into.files), read_text(other.at("label"))});
    for (const Json& note : finding.value("notes", Json::array())) diagnostic.notes.push_back(read_text(note));
    for (const Json& masked : finding.value("masked", Json::array()))
        diagnostic.masked.push_back(read_place(masked, into.files));
    diagnostic.help = read_text(finding.value("help", Json("")));
    for (const Json& edit : finding.value("fix", Json::array()))
        diagnostic.fix.push_back({read_place(edit.at("at"), into.files), read_text(edit.at("text"))});
    diagnostic.place = read_text(finding.value("place", Json("")));
    return diagnostic;
}

/// What a run would say: each file is a plan, and a rule's documentation its name.
RunFacts facts_of(const GoldenCase& from, const Json& json) {
    RunFacts facts;
    facts.version = "1.2.3";
    facts.homepage = "https://planc.example.com/";
    for (const std::string& rule : from.rules)
        facts.rules.push_back({rule, "Group", Severity::warning, "Finds " + rule, rule + " as text", "# " + rule});
    for (const Files::Entry& entry : from.files.entries()) facts.paths.push_back(entry.file->name());
    facts.plans = json.value("plans", facts.paths);
    facts.unreadable = json.value("unreadable", std::vector<std::string>());
    facts.fingerprints = fingerprints_of(from.diagnostics, facts.paths);
    facts.fail_on = Severity::warning;
    return facts;
}

std::string render_for_programs(const std::string& format, const GoldenCase& from, const Json& json) {
    const RunFacts facts = facts_of(from, json);
    if (format == "concise") return render_concise(from.diagnostics, from.files);
    if (format == "json") return render_json(from.diagnostics, from.files);
    if (format == "sarif") return render_sarif(from.diagnostics, from.files, facts);
    if (format == "github")
        return render_github(render_text(from.diagnostics, from.files, {}), from.diagnostics, from.files, facts);
    if (format == "gitlab") return render_gitlab(from.diagnostics, from.files, facts);
    if (format == "junit") return render_junit(from.diagnostics, from.files, facts);
    if (format == "checkstyle") return render_checkstyle(from.diagnostics, from.files);
    if (format == "rdjson") return render_rdjson(from.diagnostics, from.files);
    throw std::runtime_error("no format is called " + format);
}

std::string render(const Json& style, const GoldenCase& from, const Json& json) {
    const std::string format = style.value("format", "text");
    if (format != "text") return fmt::format("== {}\n{}", format, render_for_programs(format, from, json));
    TextStyle text;
    text.width = style.value("width", 80U);
    text.ascii = style.value("ascii", false);
    text.colour = style.value("colour", false);
    return fmt::format("== text, width {}{}{}\n{}", text.width, text.ascii ? ", ascii" : "",
                       text.colour ? ", colour" : "", render_text(from.diagnostics, from.files, text));
}

} // namespace

GoldenCase read_golden_case(const std::filesystem::path& path) {
    std::ifstream in(path);
    const Json json = Json::parse(in);
    GoldenCase made;
    for (const Json& file : json.at("files")) made.files.add(read_text(file.at("name")), read_text(file.at("text")));
    for (const Json& finding : json.at("findings")) made.diagnostics.push_back(read_finding(finding, made));
    for (const Json& style : json.at("styles")) made.rendered += render(style, made, json);
    return made;
}

} // namespace planc
