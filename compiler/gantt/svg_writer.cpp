// The few kinds of marks every picture is made of, as SVG.
#include "gantt/svg_writer.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace planc {
namespace {

std::string_view entity(char c) {
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    default:
        return "&quot;";
    }
}

} // namespace

void put(std::string& out, std::string_view text) { out.append(text); }

void put_number(std::string& out, double value) {
    auto hundredths = static_cast<std::int64_t>(std::llround(value * 100));
    if (hundredths < 0) {
        put(out, "-");
        hundredths = -hundredths;
    }
    const fmt::format_int whole(hundredths / 100);
    out.append(whole.data(), whole.size());
    const std::int64_t rest = hundredths % 100;
    if (rest == 0) return;
    out.push_back('.');
    out.push_back(static_cast<char>('0' + rest / 10));
    if (rest % 10 != 0) out.push_back(static_cast<char>('0' + rest % 10));
}

void put_pair(std::string& out, std::string_view before, double x, double y) {
    put(out, before);
    put_number(out, x);
    put(out, " ");
    put_number(out, y);
}

void put_attribute(std::string& out, std::string_view name, double value) {
    put(out, " ");
    put(out, name);
    put(out, "=\"");
    put_number(out, value);
    put(out, "\"");
}

void put_escaped(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find_first_of("&<>\""), text.size());
        put(out, text.substr(0, plain));
        if (plain == text.size()) return;
        put(out, entity(text[plain]));
        text.remove_prefix(plain + 1);
    }
}

void put_rect(std::string& out, std::string_view classes, const Box& box, double radius) {
    put(out, "<rect class=\"");
    put(out, classes);
    put(out, "\"");
    put_attribute(out, "x", box.x);
    put_attribute(out, "y", box.y);
    put_attribute(out, "width", box.width);
    put_attribute(out, "height", box.height);
    if (radius > 0) put_attribute(out, "rx", radius);
    put(out, "/>\n");
}

void begin_path(std::string& out, std::string_view classes) {
    put(out, "<path class=\"");
    put(out, classes);
    put(out, "\" d=\"");
}

void end_path(std::string& out) { put(out, "\"/>\n"); }

void put_horizontal(std::string& out, double left, double right, double y) {
    put_pair(out, "M", left, y);
    put(out, "H");
    put_number(out, right);
}

void put_vertical(std::string& out, double x, double top, double bottom) {
    put_pair(out, "M", x, top);
    put(out, "V");
    put_number(out, bottom);
}

} // namespace planc
