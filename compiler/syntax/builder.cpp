// Building the tree.
#include "syntax/builder.h"

#include "diagnostics/quote.h"
#include "syntax/arena.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>

namespace planc {

TreeBuilder::TreeBuilder(const SyntaxReport& report, const SyntaxLimits& limits) : report_(report), limits_(limits) {
    tree_.nodes_ = std::make_unique<Tree::Arena>();
    tree_.texts_ = std::make_unique<Tree::Arena>();
}

bool TreeBuilder::expects_key() const {
    return !frames_.empty() && frames_.back().kind == NodeKind::mapping &&
           (children_.size() - frames_.back().first) % 2 == 0;
}

bool TreeBuilder::in_source(std::string_view value) const {
    const std::less_equal<> not_after;
    return not_after(report_.text.data(), value.data()) &&
           not_after(value.data() + value.size(), report_.text.data() + report_.text.size());
}

void TreeBuilder::add(const Node& node) { children_.push_back(node); }

void TreeBuilder::remember(std::size_t anchor, const Node& node, std::size_t expanded, std::size_t height) {
    if (anchor == 0) return;
    if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
    anchors_[anchor] = {node, expanded, height};
}

void TreeBuilder::add_null(Span span, std::size_t anchor) {
    Node node;
    node.file_ = span.file & 0x3FFFFFFU;
    node.begin_ = span.begin;
    node.end_ = span.end;
    ++written_;
    ++expanded_;
    remember(anchor, node, 1, 0);
    add(node);
}

void TreeBuilder::add_scalar(Span span, ScalarStyle style, std::string_view value, std::size_t anchor) {
    if (!in_source(value)) value = tree_.texts_->keep(value);
    Node node;
    node.kind_ = static_cast<std::uint8_t>(NodeKind::scalar) & 3U;
    node.style_ = static_cast<std::uint8_t>(style) & 7U;
    node.file_ = span.file & 0x3FFFFFFU;
    node.begin_ = span.begin;
    node.end_ = span.end;
    node.count_ = static_cast<std::uint32_t>(value.size());
    node.content_ = value.data();
    const std::size_t weight = 1 + value.size() / SyntaxLimits::bytes_per_value;
    written_ += weight;
    expanded_ += weight;
    remember(anchor, node, weight, 0);
    add(node);
}

void TreeBuilder::add_alias(Span span, std::size_t anchor) {
    const std::string_view name = report_.text.substr(span.begin, span.end - span.begin);
    ++written_;
    if (anchor >= anchors_.size() || anchors_[anchor].expanded == 0) {
        report_.error(span, fmt::format("the alias {} stands inside the node it names", quoted(name)),
                      "this would contain itself for ever");
        ++expanded_;
        Node node;
        node.file_ = span.file & 0x3FFFFFFU;
        node.begin_ = span.begin;
        node.end_ = span.end;
        return add(node);
    }
    const Anchored& source = anchors_[anchor];
    expanded_ += source.expanded;
    if (expanded_ > limits_.expanded_nodes + written_) {
        report_.error(span,
                      fmt::format("with its aliases written out the file would grow by more than {} values, or {} MiB",
                                  limits_.expanded_nodes,
                                  limits_.expanded_nodes * SyntaxLimits::bytes_per_value >> 20U),
                      fmt::format("{} alone stands for as much as {} values", quoted(name), source.expanded));
        throw ParseStopped{};
    }
    if (frames_.size() + source.height > limits_.depth) {
        report_.error(span, fmt::format("with {} written out, collections are nested more than {} deep", quoted(name),
                                        limits_.depth));
        throw ParseStopped{};
    }
    if (!frames_.empty()) frames_.back().height = std::max(frames_.back().height, source.height);
    Node node = source.node;
    node.aliased_ = 1;
    node.file_ = span.file & 0x3FFFFFFU;
    node.begin_ = span.begin;
    node.end_ = span.end;
    add(node);
}

void TreeBuilder::open(NodeKind kind, Span begin, std::size_t anchor) {
    if (frames_.size() >= limits_.depth) {
        report_.error(begin, fmt::format("collections are nested more than {} deep", limits_.depth),
                      fmt::format("level {} begins here", limits_.depth + 1));
        throw ParseStopped{};
    }
    remember(anchor, Node{}, 0, 0);
    frames_.push_back({kind, begin, children_.size(), anchor, expanded_, 0});
    ++written_;
    ++expanded_;
}

void TreeBuilder::close(std::size_t end) {
    const Frame frame = frames_.back();
    frames_.pop_back();
    const Node* first = children_.data() + frame.first;
    const std::size_t count = children_.size() - frame.first;

    Node node;
    node.kind_ = static_cast<std::uint8_t>(frame.kind) & 3U;
    node.file_ = frame.begin.file & 0x3FFFFFFU;
    node.begin_ = frame.begin.begin;
    node.end_ = std::max(static_cast<std::uint32_t>(end), frame.begin.end);
    if (frame.kind == NodeKind::mapping) {
        const std::span<const Pair> pairs = settle_pairs(first, count);
        node.count_ = static_cast<std::uint32_t>(pairs.size());
        node.content_ = pairs.data();
    } else {
        std::byte* place = tree_.nodes_->take(count * sizeof(Node));
        if (count > 0) std::memcpy(place, first, count * sizeof(Node));
        node.count_ = static_cast<std::uint32_t>(count);
        node.content_ = place;
    }
    children_.resize(frame.first);
    const std::size_t height = frame.height + 1;
    if (!frames_.empty()) frames_.back().height = std::max(frames_.back().height, height);
    remember(frame.anchor, node, expanded_ - frame.expanded_before, height);
    add(node);
}

Tree TreeBuilder::stop(const Cursor& cursor) {
    auto from = static_cast<std::uint32_t>(cursor.last_end());
    if (!report_.diagnostics.empty()) from = std::min(from, report_.diagnostics.back().span.begin);
    tree_.unread_from_ = from;
    if (!report_.diagnostics.empty())
        report_.diagnostics.back().notes.emplace_back(
            "nothing behind this place was read; what is there, and what needs the whole file, is not checked yet");
    return finish(cursor);
}

Tree TreeBuilder::finish(const Cursor& cursor) {
    const std::size_t end = cursor.last_end();
    while (!frames_.empty()) {
        if (frames_.back().kind == NodeKind::mapping && !expects_key()) {
            // A key whose value could not be read; or a bracket that is never closed, which yaml-cpp took for a key.
            children_.pop_back();
        }
        close(end);
    }
    if (!children_.empty()) {
        std::byte* place = tree_.nodes_->take(sizeof(Node));
        tree_.root_ = new (place) Node(children_.front());
    }
    for (const std::size_t begin : cursor.remarks()) {
        const std::string_view text = cursor.text().substr(begin);
        const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
        const std::size_t length = line.find_last_not_of(" \t") + 1;
        tree_.remarks_.push_back(
            {report_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)});
    }
    return std::move(tree_);
}

} // namespace planc
