// The terminal format: header, source excerpts, notes and help of each finding.
#include "diagnostics/render.h"

#include "diagnostics/paint.h"
#include "diagnostics/places.h"
#include "diagnostics/snippet.h"
#include "diagnostics/visible.h"
#include "diagnostics/wrap.h"
#include "source/width.h"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <vector>

namespace planc {
namespace {

constexpr std::size_t least_width = 30;
constexpr std::size_t hanging_indent = 4;

std::size_t digits_of(const std::vector<Block>& blocks) {
    std::size_t last_line = 1;
    for (const Block& block : blocks)
        for (const SnippetPlace& place : block.places) last_line = std::max(last_line, place.last_line);
    return fmt::formatted_size("{}", last_line);
}

void append_header(std::string& out, const Diagnostic& diagnostic, const SnippetStyle& style) {
    const std::string prefix = fmt::format("{}[{}]", name(diagnostic.severity), diagnostic.rule);
    const std::size_t rest = style.text.width - hanging_indent;
    const std::size_t taken = prefix.size() + 2;
    // Where the rule's name leaves no room, the message begins on a line of its own.
    const bool beside = taken + hanging_indent <= style.text.width;
    const auto lines =
        wrap(diagnostic.message, {beside ? style.text.width - taken : rest, rest}, LineBreaks::shown, style.text.ascii);
    paint(out, style.primary, prefix, style.text.colour);
    paint(out, TextInk::strong, beside ? ": " : ":\n    ", style.text.colour);
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (index > 0) out += std::string(hanging_indent, ' ');
        paint(out, TextInk::strong, lines[index], style.text.colour);
        out += '\n';
    }
}

/// ` --> NAME:LINE:COLUMN`, or `:::` for a further file.
void append_location(std::string& out, std::string_view arrow, std::string_view where, const SnippetStyle& style) {
    out += std::string(style.digits, ' ');
    paint(out, TextInk::gutter, arrow, style.text.colour);
    out += fmt::format(" {}\n", visible(where, style.text.ascii));
}

/// ` = note: …`, later lines under the first.
void append_remark(std::string& out, std::string_view kind, std::string_view text, const SnippetStyle& style) {
    const std::size_t taken = style.digits + 3 + kind.size() + 2;
    const std::size_t room = std::max(style.text.width, taken + 10) - taken;
    const auto lines = wrap(text, {room, room}, LineBreaks::kept, style.text.ascii);
    out += std::string(style.digits + 1, ' ');
    paint(out, TextInk::gutter, "=", style.text.colour);
    out += ' ';
    paint(out, TextInk::strong, kind, style.text.colour);
    out += ": ";
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (index > 0 && !lines[index].empty()) out += std::string(taken, ' ');
        out += lines[index];
        out += '\n';
    }
}

void append_blocks(std::string& out, const Diagnostic& diagnostic, const std::vector<Block>& blocks, const Files& files,
                   const Masks& masks, const SnippetStyle& style) {
    const bool known = files.has(diagnostic.span.file);
    if (known && (blocks.empty() || blocks.front().file != &files.at(diagnostic.span)))
        append_location(out, "-->", files.at(diagnostic.span).name(), style);
    for (const Block& block : blocks) {
        const bool first = &block == &blocks.front();
        if (!first) append_empty_line(out, style);
        const bool main = first && (!known || block.file == &files.at(diagnostic.span));
        append_location(out, main ? "-->" : ":::",
                        fmt::format("{}:{}:{}", block.file->name(), block.at.line, block.at.column), style);
        append_snippet(out, block, masks, style);
    }
}

void append_finding(std::string& out, const Diagnostic& diagnostic, const Files& files, const Masks& masks,
                    const TextStyle& text) {
    const std::vector<Block> blocks = blocks_of(diagnostic, files);
    const SnippetStyle style{text, digits_of(blocks), ink_of(diagnostic.severity)};
    append_header(out, diagnostic, style);
    append_blocks(out, diagnostic, blocks, files, masks, style);
    std::vector<std::string_view> notes;
    for (const Label& label : diagnostic.others)
        if (!has_place(label.span, files)) notes.push_back(label.message);
    notes.insert(notes.end(), diagnostic.notes.begin(), diagnostic.notes.end());
    const bool located = !blocks.empty() || files.has(diagnostic.span.file);
    if (located && (!notes.empty() || !diagnostic.help.empty())) append_empty_line(out, style);
    for (const std::string_view note : notes) append_remark(out, "note", note, style);
    if (!diagnostic.help.empty()) append_remark(out, "help", diagnostic.help, style);
    out += '\n';
}

} // namespace

std::string render_text(const Diagnostics& diagnostics, const Files& files, const TextStyle& style) {
    TextStyle bounded = style;
    bounded.width = std::max(style.width, least_width);
    const Masks masks(diagnostics, files);
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) append_finding(out, diagnostic, files, masks, bounded);
    return out;
}

} // namespace planc
