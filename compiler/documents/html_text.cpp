// Escaping for HTML and for what stands inside of it.
#include "documents/html_text.h"

#include "gantt/svg_writer.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

void append_html(std::string& out, std::string_view text) { put_escaped(out, text); }

std::string escape_html(std::string_view text) {
    std::string out;
    append_html(out, text);
    return out;
}

std::string css_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain =
            byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
        if (plain)
            out += c;
        else
            fmt::format_to(std::back_inserter(out), "\\{:x} ", byte);
    }
    return out + '"';
}

std::string inside_element(std::string_view code) {
    std::string out;
    out.reserve(code.size());
    for (std::size_t i = 0; i < code.size(); ++i) {
        out += code[i];
        const std::string_view rest = code.substr(i);
        if (rest.starts_with("</") || rest.starts_with("<!--")) out += '\\';
    }
    return out;
}

} // namespace planc
