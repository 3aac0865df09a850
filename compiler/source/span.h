// A place in a source file, as bytes.
#pragma once

#include <compare>
#include <cstdint>

namespace planc {

/// Bytes [begin, end) of the file with this number in a `Files`.
struct Span {
    std::uint32_t file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    auto operator<=>(const Span&) const = default; // NOLINT(modernize-use-nullptr): clang-tidy 14 errs here
    /// False for the span of a thing that is not written anywhere (a default span).
    explicit operator bool() const { return end != 0; }
};

/// The least span that holds both; both lie in one file.
inline Span join(Span a, Span b) {
    return {a.file, a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

} // namespace planc
