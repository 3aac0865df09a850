// Which collections the walk is inside of.
#pragma once

#include "source/span.h"

#include <cstddef>
#include <string_view>

namespace planc {

/// How a collection is written. A single pair is the mapping in `[a: b]`.
enum class Shape : unsigned char { block_sequence, block_mapping, flow_sequence, flow_mapping, single_pair };

constexpr bool is_flow(Shape shape) { return shape >= Shape::flow_sequence; }
constexpr bool is_sequence(Shape shape) { return shape == Shape::block_sequence || shape == Shape::flow_sequence; }

/// An open collection.
struct Frame {
    Shape shape;
    std::size_t begin;         ///< byte of its bracket, or of its first dash or key
    std::size_t column;        ///< bytes before its dashes or keys on their lines, for block collections
    std::size_t nodes = 0;     ///< read so far; keys and values both count
    bool explicit_key = false; ///< the last key had a `?`
    Span lead = {};            ///< the key or dash before the node that comes next

    bool expects_key() const { return !is_sequence(shape) && nodes % 2 == 0; }
};

} // namespace planc
