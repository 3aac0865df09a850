// The findings for other programs; schemas/findings.schema.json describes every key.
#include "diagnostics/render.h"

#include "diagnostics/json_writer.h"
#include "diagnostics/masks.h"
#include "diagnostics/places.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {
namespace {

void put_number(JsonWriter& json, std::string_view key, std::size_t value) {
    json.number(key, static_cast<std::int64_t>(value));
}

void put_position(JsonWriter& json, std::string_view key, const File& file, std::size_t byte) {
    byte = std::min(byte, file.text().size());
    const Position position = file.position(byte);
    json.open_object(key);
    put_number(json, "line", position.line);
    put_number(json, "column", position.column);
    put_number(json, "byte", byte);
    json.close_object();
}

/// The keys `file` and `span`; null for what is not written in a file.
void put_place(JsonWriter& json, Span span, const Files& files) {
    if (files.has(span.file))
        json.text("file", files.at(span).name());
    else
        json.null("file");
    if (!has_place(span, files)) return json.null("span");
    const File& file = files.at(span);
    json.open_object("span");
    put_position(json, "begin", file, span.begin);
    put_position(json, "end", file, std::max(span.begin, span.end));
    json.close_object();
}

void put_finding(JsonWriter& json, const Diagnostic& diagnostic, const Files& files, const Masks& masks) {
    json.open_object();
    json.text("rule", diagnostic.rule);
    json.text("severity", name(diagnostic.severity));
    json.text("message", diagnostic.message);
    put_place(json, diagnostic.span, files);
    json.text("label", diagnostic.label);
    json.open_list("others");
    for (const Label& label : diagnostic.others) {
        json.open_object();
        put_place(json, label.span, files);
        json.text("label", label.message);
        json.close_object();
    }
    json.close_list();
    json.open_list("notes");
    for (const std::string& note : diagnostic.notes) json.text({}, note);
    json.close_list();
    json.text("help", diagnostic.help);
    json.open_list("fix");
    if (may_be_shown(diagnostic.fix, masks, files)) {
        for (const Edit& edit : diagnostic.fix) {
            json.open_object();
            put_place(json, edit.span, files);
            json.text("text", edit.text);
            json.close_object();
        }
    }
    json.close_list();
    json.text("page", fmt::format("docs/rules/{}.md", diagnostic.rule));
    json.close_object();
}

} // namespace

std::string render_json(const Diagnostics& diagnostics, const Files& files,
                        const std::vector<std::string>& unreadable) {
    const Masks masks(diagnostics, files);
    JsonWriter json;
    json.open_object();
    json.number("version", std::int64_t{1});
    json.text("tool", "planc");
    json.open_list("files");
    for (const Files::Entry& entry : files.entries()) json.text({}, entry.file->name());
    json.close_list();
    json.open_list("unreadable");
    for (const std::string& one : unreadable) json.text({}, one);
    json.close_list();
    json.open_list("findings");
    for (const Diagnostic& diagnostic : diagnostics) put_finding(json, diagnostic, files, masks);
    json.close_list();
    json.open_object("counts");
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        json.number(name(severity), static_cast<std::int64_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                                            [severity](const Diagnostic& diagnostic) {
                                                                                return diagnostic.severity == severity;
                                                                            })));
    json.close_object();
    json.close_object();
    return json.take() + '\n';
}

} // namespace planc
