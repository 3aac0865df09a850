// Makes the tree from what the event handler reads: collections are gathered on a stack and moved to the arena,
// children side by side, when they close.
#pragma once

#include "syntax/cursor.h"
#include "syntax/report.h"
#include "syntax/tree.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace planc {

class TreeBuilder {
public:
    TreeBuilder(const SyntaxReport& report, const SyntaxLimits& limits);

    /// `anchor` is yaml-cpp's number of the node's anchor, 0 for none; `value` need not outlive the call unless it lies
    /// in the source.
    void add_null(Span span, std::size_t anchor);
    void add_scalar(Span span, ScalarStyle style, std::string_view value, std::size_t anchor);
    void add_alias(Span span, std::size_t anchor);
    void open(NodeKind kind, Span begin, std::size_t anchor);
    /// Closes the innermost collection; `end` is one past its last byte.
    void close(std::size_t end);

    std::size_t depth() const { return frames_.size(); }
    /// Closes what is still open where the cursor found the last thing, and hands over the tree.
    Tree finish(const Cursor& cursor);
    /// As `finish`, where reading stopped because of what the last finding says.
    Tree stop(const Cursor& cursor);

private:
    struct Frame {
        NodeKind kind;
        Span begin;
        std::size_t first; // of its children in children_
        std::size_t anchor;
        std::size_t expanded_before;
        std::size_t height; // of the highest collection in it
    };
    struct Anchored {
        Node node;
        std::size_t expanded = 0; // 0 while it is still open
        std::size_t height = 0;
    };

    bool expects_key() const;
    void add(const Node& node);
    void remember(std::size_t anchor, const Node& node, std::size_t expanded, std::size_t height);
    bool in_source(std::string_view value) const;

    // What a mapping holds in the end, in the arena (mapping.cpp).
    std::span<const Pair> settle_pairs(const Node* children, std::size_t count);
    bool is_key(const Node& key) const;
    void add_merged(const Pair& merge);
    void report_duplicate(const Node& first, const Node& second);

    const SyntaxReport& report_;
    SyntaxLimits limits_;
    Tree tree_;
    std::vector<Frame> frames_;
    std::vector<Node> children_;
    std::vector<Anchored> anchors_;
    std::vector<Pair> pairs_; // of the mapping being settled
    std::vector<Pair> merges_;
    std::size_t written_ = 0;
    std::size_t expanded_ = 0;
};

} // namespace planc
