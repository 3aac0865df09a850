#include "diagnostics/remarks.h"

#include "diagnostics/places.h"

#include <fmt/format.h>

namespace planc {

namespace {

void append_remarks(std::string& text, const Diagnostic& diagnostic, const Files& files) {
    for (const Label& label : diagnostic.others)
        if (!has_place(label.span, files)) text.append("\nnote: ").append(label.message);
    for (const std::string& note : diagnostic.notes) text.append("\nnote: ").append(note);
    if (!diagnostic.help.empty()) text.append("\nhelp: ").append(diagnostic.help);
}

} // namespace

std::string message_with_remarks(const Diagnostic& diagnostic, const Files& files) {
    std::string text = diagnostic.message;
    append_remarks(text, diagnostic, files);
    return text;
}

std::string message_with_places(const Diagnostic& diagnostic, const Files& files) {
    std::string text = diagnostic.message;
    for (const Label& label : diagnostic.others) {
        if (!has_place(label.span, files)) continue;
        const File& file = files.at(label.span);
        const Position at = file.position(label.span.begin);
        fmt::format_to(std::back_inserter(text), "\n{}:{}:{}: {}", file.name(), at.line, at.column, label.message);
    }
    append_remarks(text, diagnostic, files);
    return text;
}

std::string message_with_help(const Diagnostic& diagnostic) {
    return diagnostic.help.empty() ? diagnostic.message : fmt::format("{}; {}", diagnostic.message, diagnostic.help);
}

std::string_view file_name_of(const Diagnostic& diagnostic, const Files& files) {
    return files.has(diagnostic.span.file) ? std::string_view(files.at(diagnostic.span).name()) : "planc";
}

} // namespace planc
