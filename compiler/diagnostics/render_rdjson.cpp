// Reviewdog Diagnostic Format: reviewdog puts findings and mends beside the lines of a change.
#include "diagnostics/render.h"

#include "diagnostics/json_writer.h"
#include "diagnostics/masks.h"
#include "diagnostics/places.h"
#include "diagnostics/remarks.h"

#include <algorithm>

namespace planc {
namespace {

std::string_view severity_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return "ERROR";
    case Severity::warning:
        return "WARNING";
    case Severity::info:
        break;
    }
    return "INFO";
}

void put_position(JsonWriter& json, std::string_view key, const File& file, std::size_t byte) {
    byte = std::min(byte, file.text().size());
    const std::size_t line = file.position(byte).line;
    json.open_object(key);
    json.number("line", static_cast<std::int64_t>(line));
    json.number("column", static_cast<std::int64_t>(byte - file.line_begin(line) + 1));
    json.close_object();
}

void put_range(JsonWriter& json, Span span, const Files& files) {
    const File& file = files.at(span);
    json.open_object("range");
    put_position(json, "start", file, span.begin);
    put_position(json, "end", file, std::max(span.begin, span.end));
    json.close_object();
}

void put_location(JsonWriter& json, std::string_view path, Span span, const Files& files) {
    json.open_object("location");
    json.text("path", path);
    if (has_place(span, files)) put_range(json, without_empty_tail(span, files), files);
    json.close_object();
}

void put_related(JsonWriter& json, const Diagnostic& finding, const Files& files) {
    bool open = false;
    for (const Label& label : finding.others) {
        if (!has_place(label.span, files)) continue;
        if (!open) json.open_list("related_locations");
        open = true;
        json.open_object();
        json.text("message", label.message);
        put_location(json, files.at(label.span).name(), label.span, files);
        json.close_object();
    }
    if (open) json.close_list();
}

} // namespace

std::string render_rdjson(const Diagnostics& diagnostics, const Files& files) {
    const Masks masks(diagnostics, files);
    JsonWriter json(2); // a finding is a line
    json.open_object();
    json.open_object("source");
    json.text("name", "planc");
    json.close_object();
    json.open_list("diagnostics");
    for (const Diagnostic& one : diagnostics) {
        json.open_object();
        json.text("message", message_with_remarks(one, files));
        put_location(json, file_name_of(one, files), one.span, files);
        json.text("severity", severity_of(one.severity));
        json.open_object("code");
        json.text("value", one.rule);
        json.close_object();
        // Several suggestions would be several ways to mend it.
        if (one.fix.size() == 1 && may_be_shown(one.fix, masks, files)) {
            json.open_list("suggestions");
            json.open_object();
            put_range(json, one.fix.front().span, files);
            json.text("text", one.fix.front().text);
            json.close_object();
            json.close_list();
        }
        put_related(json, one, files);
        json.close_object();
    }
    json.close_list();
    json.close_object();
    return json.take() + '\n';
}

} // namespace planc
