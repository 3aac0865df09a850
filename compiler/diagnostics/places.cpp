// Sorts the places of a finding into one block for each file.
#include "diagnostics/places.h"

#include <algorithm>
#include <tuple>

namespace planc {
namespace {

/// A block of YAML reaches to the next key; the last line shown is the last that holds something.
std::string_view without_empty_tail(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    const std::size_t line_break = text.find_first_of("\r\n", last == std::string_view::npos ? 0 : last + 1);
    if (line_break == std::string_view::npos) return text;
    return text.substr(0, last == std::string_view::npos ? line_break : last + 1);
}

SnippetPlace place_in(const File& file, Span span, bool primary, std::string_view message) {
    const std::string_view text = file.text();
    SnippetPlace place;
    place.primary = primary;
    place.message = message;
    place.begin = std::min<std::size_t>(span.begin, text.size());
    place.end = std::clamp<std::size_t>(span.end, place.begin, text.size());
    place.end = place.begin + without_empty_tail(text.substr(place.begin, place.end - place.begin)).size();
    place.first_line = file.position(place.begin).line;
    place.last_line = place.end > place.begin ? file.position(place.end - 1).line : place.first_line;
    return place;
}

void add(std::vector<Block>& blocks, const Files& files, Span span, bool primary, std::string_view message) {
    if (!has_place(span, files)) return;
    const File& file = files.at(span);
    auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Block& b) { return b.file == &file; });
    if (block == blocks.end()) {
        blocks.push_back({&file, file.position(span.begin), {}});
        block = std::prev(blocks.end());
    }
    block->places.push_back(place_in(file, span, primary, message));
}

bool comes_before(const SnippetPlace& a, const SnippetPlace& b) {
    return std::tie(a.begin, a.end, b.primary) < std::tie(b.begin, b.end, a.primary);
}

} // namespace

Position position_of(Span span, const Files& files) {
    return has_place(span, files) ? files.at(span).position(span.begin) : Position{};
}

Region region_of(Span span, const Files& files) {
    const File& file = files.at(span);
    return {file.position(span.begin), file.position(std::max(span.begin, span.end))};
}

Span without_empty_tail(Span span, const Files& files) {
    const auto size = static_cast<std::uint32_t>(without_empty_tail(files.at(span).text(span)).size());
    const auto begin = std::min(span.begin, static_cast<std::uint32_t>(files.at(span).text().size()));
    return {span.file, begin, begin + size};
}

bool has_place(Span span, const Files& files) { return span && files.has(span.file); }

std::vector<Block> blocks_of(const Diagnostic& diagnostic, const Files& files) {
    std::vector<Block> blocks;
    add(blocks, files, diagnostic.span, true, diagnostic.label);
    for (const Label& label : diagnostic.others) add(blocks, files, label.span, false, label.message);
    for (Block& block : blocks) std::stable_sort(block.places.begin(), block.places.end(), comes_before);
    return blocks;
}

} // namespace planc
