// The tree of a YAML file: nodes in an arena, each with the exact bytes it was written in.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };
enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

struct Pair;

/// A node of the tree. Aliases are resolved: an alias is a node whose span is the `*name` and whose content is
/// the anchored node's. Merge keys are resolved: the pairs they bring stand after the mapping's own.
class Node {
public:
    NodeKind kind() const { return static_cast<NodeKind>(kind_); }
    ScalarStyle style() const { return static_cast<ScalarStyle>(style_); }
    bool aliased() const { return aliased_ != 0; }
    /// Where it was written. A scalar's span includes its quotes, or its `|` and text; a flow collection's its
    /// brackets; a block collection's goes from its first key or `-` to the end of its last content. Anchors and tags
    /// are outside. A null that was left out has the (non-empty) span of the key or `-` before it.
    Span span() const { return {file_, begin_, end_}; }
    /// A scalar's value with quotes, escapes and folding undone; empty for null and collections.
    /// Lives as long as the Tree and its Files.
    std::string_view text() const;
    /// A sequence's items; empty for anything else.
    std::span<const Node> items() const;
    /// A mapping's pairs in order; empty for anything else.
    std::span<const Pair> pairs() const;

private:
    friend class TreeBuilder;
    std::uint32_t kind_ : 2 = 0;
    std::uint32_t style_ : 3 = 0;
    std::uint32_t aliased_ : 1 = 0;
    std::uint32_t file_ : 26 = 0;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    std::uint32_t count_ = 0;
    const void* content_ = nullptr;
};

/// A key (always a scalar) and its value.
struct Pair {
    Node key;
    Node value;
};

/// Owns the nodes of one file. Movable; nodes stay where they are.
class Tree {
public:
    Tree();
    Tree(Tree&&) noexcept;
    Tree& operator=(Tree&&) noexcept;
    ~Tree();

    /// Null if nothing could be made of the file.
    const Node* root() const { return root_; }
    /// Where what is wrong begins, if the file could not be read to its end because of it.
    std::optional<std::uint32_t> unread_from() const { return unread_from_; }
    /// The comments that speak to the program, `# planc: …`, from the `#` to the last character before the line's end;
    /// in order, none of what could not be read.
    const std::vector<Span>& remarks() const { return remarks_; }
    /// Gives the nodes' memory back, once a plan is bound; the texts they held stay.
    void forget_nodes();

private:
    friend class TreeBuilder;
    struct Arena;
    std::unique_ptr<Arena> nodes_;
    std::unique_ptr<Arena> texts_;
    const Node* root_ = nullptr;
    std::optional<std::uint32_t> unread_from_;
    std::vector<Span> remarks_;
};

/// Limits on hostile input; beyond them there is one clear finding.
struct SyntaxLimits {
    std::size_t depth = 64;                            ///< nested collections
    std::size_t expanded_nodes = 1000000;              ///< what aliases may add, in values
    static constexpr std::size_t bytes_per_value = 64; ///< a longer text counts as several values
    std::size_t value_bytes = 4U << 20U; ///< of one scalar, or of a flow collection at the start of a line or item
};

/// Parses one file (rule `bad-syntax`, `duplicate-key`). What could be read is in the tree, even with findings.
/// For any bytes at all: no crash, time and memory linear in the file.
Tree parse_yaml(const Files& files, std::uint32_t file, Diagnostics& diagnostics, const SyntaxLimits& limits = {});

/// For --dump=tree: one line a node, with kind, span and text.
std::string dump(const Tree& tree);

} // namespace planc
