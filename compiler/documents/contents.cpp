// Contents and anchors.
#include "documents/contents.h"

#include "documents/fences.h"
#include "documents/markdown_tree.h"
#include "documents/marks.h"
#include "source/letter.h"
#include "source/utf8.h"

#include <fmt/format.h>
#include <unordered_map>
#include <vector>

namespace planc {

namespace {

struct Heading {
    std::size_t level = 0;
    std::string_view line; ///< with the `#` signs
};

/// The headings behind the contents mark and the anchors of all before them.
std::vector<Heading> find_headings(std::string_view document) {
    std::vector<Heading> headings;
    Fences fences;
    while (!document.empty()) {
        const std::size_t end = std::min(document.find('\n'), document.size());
        const std::string_view line = document.substr(0, end);
        document.remove_prefix(std::min(end + 1, document.size()));
        const bool fenced = fences.see(line);
        const std::size_t signs = line.find_first_not_of('#');
        if (!fenced && signs != std::string_view::npos && signs > 0 && signs <= 6 && line[signs] == ' ')
            headings.push_back({signs, line});
    }
    return headings;
}

/// What a reader sees of it. Most hold no sign that means something to Markdown.
std::string heading_text(const Heading& heading) {
    const bool plain = heading.line.find_first_of("\\`*_[]<>&~!:@") == std::string_view::npos &&
                       heading.line.back() != '#' && heading.line.find("www.") == std::string_view::npos;
    if (!plain) return visible_heading(heading.line);
    std::string_view text = heading.line.substr(heading.level);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return std::string(text.substr(0, text.find_last_not_of(' ') + 1));
}

/// What may stand between the brackets of a link: the heading's text without links of its own.
std::string link_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>&|~!").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

} // namespace

std::string contents_mark(int depth) { return fmt::format("\x01{}contents\x01", depth); }

std::string anchor_of(std::string_view heading) {
    std::string out;
    for (std::size_t i = 0; i < heading.size();) {
        const Decoded decoded = decode_utf8(heading.substr(i));
        const char32_t c = decoded.code_point;
        if (c == ' ') {
            out += '-';
        } else if (c == '-' || c == '_' || is_word_character(c)) {
            append_lower_case(out, c);
        }
        i += decoded.bytes;
    }
    return out;
}

std::string fill_contents(std::string document) {
    std::size_t depth = 3;
    std::size_t at = document.find(contents_mark(3));
    if (at == std::string::npos) {
        depth = 2;
        at = document.find(contents_mark(2));
    }
    if (at == std::string::npos) return document;
    const std::string mark = contents_mark(static_cast<int>(depth));
    std::unordered_map<std::string, int> seen;
    std::string list;
    bool in_section = false;
    for (const Heading& heading : find_headings(document)) {
        const std::string text = heading_text(heading);
        const std::string anchor = anchor_of(text);
        const int before = seen[anchor]++;
        const bool listed = heading.line.data() > document.data() + at && heading.level >= 2 && heading.level <= depth;
        if (!listed) continue;
        if (heading.level == 2) in_section = true;
        list += heading.level == 3 && in_section ? "  " : "";
        const std::string again = before > 0 ? fmt::format("-{}", before) : std::string();
        fmt::format_to(std::back_inserter(list), "- [{}](#{}{})\n", link_text(text), anchor, again);
    }
    while (list.ends_with('\n')) list.pop_back();
    return document.substr(0, at) + planc::mark("contents") + "\n\n" + list + document.substr(at + mark.size());
}

} // namespace planc
