// The places of a finding as they are drawn: which of them share a block, and on which lines they lie.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace planc {

/// A place with its label, cut to what its file holds.
struct SnippetPlace {
    std::size_t begin = 0; ///< byte of the file
    std::size_t end = 0;   ///< not before `begin`, trailing empty lines left out
    std::size_t first_line = 1;
    std::size_t last_line = 1;
    bool primary = false;
    std::string_view message;

    bool several_lines() const { return last_line > first_line; }
};

/// What is shown of one file: its places from first to last, and the one that names the block.
struct Block {
    const File* file = nullptr;
    Position at;
    std::vector<SnippetPlace> places;
};

/// The blocks of a finding, the primary place's first; none for a finding without any place.
std::vector<Block> blocks_of(const Diagnostic& diagnostic, const Files& files);

/// A place as people count, from its first character to just after its last.
struct Region {
    Position begin;
    Position end;
};

/// Where a span begins; the first line's begin for one without a place.
Position position_of(Span span, const Files& files);

/// The place of a span that has one.
Region region_of(Span span, const Files& files);

/// The bytes of a span that has a place without the empty lines at their end: a block reaches to the next key.
Span without_empty_tail(Span span, const Files& files);

/// Whether a span names bytes of one of `files`.
bool has_place(Span span, const Files& files);

} // namespace planc
