// Reads colours out of a hostile style sheet: names of ours, six or three hexadecimal digits, light and dark.
#include "gantt/palette.h"
#include "gantt/svg_style.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace planc {
namespace {

constexpr std::string_view blank = " \t\r\n\f";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) + 1 - begin);
}

/// In the order of the palette, so that the same colours give the same text.
using Colours = std::map<std::string_view, std::string>;

void read_declaration(std::string_view text, Colours& colours) {
    constexpr std::string_view prefix = "--planc-";
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view name = trimmed(text.substr(0, colon));
    const std::string_view value = trimmed(text.substr(colon + 1));
    if (!name.starts_with(prefix) || (value.size() != 4 && value.size() != 7) || value[0] != '#') return;
    if (value.find_first_not_of("0123456789abcdefABCDEF", 1) != std::string_view::npos) return;
    if (const ChartColour* colour = find_colour(name.substr(prefix.size()))) colours[colour->name] = value;
}

void put_rule(std::string& out, const Colours& colours) {
    out += ".planc-gantt{";
    for (const ChartColour& colour : chart_colours())
        if (const auto found = colours.find(colour.name); found != colours.end())
            out += fmt::format("--planc-{}:{};", found->first, found->second);
    out += "}";
}

} // namespace

std::string without_css_comments(std::string_view css) {
    std::string out;
    while (!css.empty()) {
        const std::size_t begin = std::min(css.find("/*"), css.size());
        out += css.substr(0, begin);
        css.remove_prefix(begin);
        const std::size_t end = css.find("*/");
        css.remove_prefix(end == std::string_view::npos ? css.size() : end + 2);
    }
    return out;
}

std::string svg_theme(std::string_view theme_css) {
    const std::string text = without_css_comments(theme_css);
    Colours light;
    Colours dark;
    std::size_t depth = 0;
    std::size_t dark_depth = 0;  // of the block that is for dark screens; 0 outside
    std::size_t other_depth = 0; // of one for something else, as print
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ';';
        if (c != '{' && c != '}' && c != ';') continue;
        const std::string_view part = std::string_view(text).substr(begin, at - begin);
        begin = at + 1;
        if (c == '{') {
            ++depth;
            const bool is_dark = part.find("prefers-color-scheme") != std::string_view::npos &&
                                 part.find("dark") != std::string_view::npos;
            const bool is_other = part.find('@') != std::string_view::npos && !is_dark;
            if (is_dark && dark_depth == 0) dark_depth = depth;
            if (is_other && other_depth == 0) other_depth = depth;
            continue;
        }
        if (depth > 0 && other_depth == 0) read_declaration(part, dark_depth > 0 ? dark : light);
        if (c != '}' || depth == 0) continue;
        if (depth == dark_depth) dark_depth = 0;
        if (depth == other_depth) other_depth = 0;
        --depth;
    }
    std::string out;
    if (!light.empty()) put_rule(out, light);
    if (!light.empty() || !dark.empty()) {
        // A colour that the theme has for light screens alone would be glaring on a dark one.
        Colours all = dark;
        for (const ChartColour& colour : chart_colours())
            if (light.contains(colour.name)) all.emplace(colour.name, colour.dark);
        out += "\n@media (prefers-color-scheme:dark){";
        put_rule(out, all);
        out += "}\n";
    }
    return out;
}

} // namespace planc
