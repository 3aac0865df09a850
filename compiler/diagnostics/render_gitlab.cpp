// A code quality report of GitLab.
#include "diagnostics/render.h"

#include "diagnostics/json_writer.h"
#include "diagnostics/places.h"
#include "diagnostics/remarks.h"

namespace planc {
namespace {

std::string_view severity_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "major";
    case Severity::warning:
        return "minor";
    case Severity::info:
        break;
    }
    return "info";
}

} // namespace

std::string render_gitlab(const Diagnostics& diagnostics, const Files& files, const RunFacts& facts) {
    JsonWriter json(1); // a finding is a line
    json.open_list();
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        const Diagnostic& one = diagnostics[i];
        Region region;
        if (has_place(one.span, files)) region = region_of(without_empty_tail(one.span, files), files);
        json.open_object();
        json.text("description", message_with_help(one));
        json.text("check_name", one.rule);
        json.text("fingerprint", facts.fingerprints[i]);
        json.text("severity", severity_of(one.severity));
        json.open_object("location");
        json.text("path", one.span.file < facts.paths.size() ? std::string_view(facts.paths[one.span.file])
                                                             : file_name_of(one, files));
        json.open_object("lines");
        json.number("begin", static_cast<std::int64_t>(region.begin.line));
        json.number("end", static_cast<std::int64_t>(region.end.line));
        json.close_object();
        json.close_object();
        json.close_object();
    }
    json.close_list();
    return json.take() + '\n';
}

} // namespace planc
