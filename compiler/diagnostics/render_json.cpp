// The findings for other programs; schemas/findings.schema.json describes every key.
#include "diagnostics/render.h"

#include "diagnostics/places.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <utility>

namespace planc {
namespace {

using Json = nlohmann::ordered_json;

Json position_of(const File& file, std::size_t byte) {
    byte = std::min(byte, file.text().size());
    const Position position = file.position(byte);
    return {{"line", position.line}, {"column", position.column}, {"byte", byte}};
}

/// The keys `file` and `span`; null for what is not written in a file.
void add_place(Json& object, Span span, const Files& files) {
    const bool known = files.has(span.file);
    object["file"] = known ? Json(files.at(span).name()) : Json();
    object["span"] = Json();
    if (!has_place(span, files)) return;
    const File& file = files.at(span);
    object["span"] = {{"begin", position_of(file, span.begin)},
                      {"end", position_of(file, std::max(span.begin, span.end))}};
}

Json finding_of(const Diagnostic& diagnostic, const Files& files) {
    Json finding = Json::object();
    finding["rule"] = diagnostic.rule;
    finding["severity"] = name(diagnostic.severity);
    finding["message"] = diagnostic.message;
    add_place(finding, diagnostic.span, files);
    finding["label"] = diagnostic.label;
    finding["others"] = Json::array();
    for (const Label& label : diagnostic.others) {
        Json other = Json::object();
        add_place(other, label.span, files);
        other["label"] = label.message;
        finding["others"].push_back(std::move(other));
    }
    finding["notes"] = diagnostic.notes;
    finding["help"] = diagnostic.help;
    finding["fix"] = Json::array();
    for (const Edit& edit : diagnostic.fix) {
        Json change = Json::object();
        add_place(change, edit.span, files);
        change["text"] = edit.text;
        finding["fix"].push_back(std::move(change));
    }
    finding["page"] = fmt::format("docs/rules/{}.md", diagnostic.rule);
    return finding;
}

auto count(const Diagnostics& diagnostics, Severity severity) {
    return std::count_if(diagnostics.begin(), diagnostics.end(),
                         [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; });
}

} // namespace

std::string render_json(const Diagnostics& diagnostics, const Files& files) {
    Json document = Json::object();
    document["version"] = 1;
    document["tool"] = "planc";
    document["files"] = Json::array();
    for (const Files::Entry& entry : files.entries()) document["files"].push_back(entry.file->name());
    document["findings"] = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) document["findings"].push_back(finding_of(diagnostic, files));
    document["counts"] = {{"error", count(diagnostics, Severity::error)},
                          {"warning", count(diagnostics, Severity::warning)},
                          {"info", count(diagnostics, Severity::info)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace planc
