// Reading the nodes of a tree.
#include "syntax/tree.h"

#include "syntax/arena.h"

#include <type_traits>

namespace planc {

static_assert(sizeof(Node) == 24);
static_assert(std::is_trivially_copyable_v<Pair> && std::is_trivially_destructible_v<Pair>);

std::string_view Node::text() const {
    if (kind() != NodeKind::scalar) return {};
    return {static_cast<const char*>(content_), count_};
}

std::span<const Node> Node::items() const {
    if (kind() != NodeKind::sequence) return {};
    return {static_cast<const Node*>(content_), count_};
}

std::span<const Pair> Node::pairs() const {
    if (kind() != NodeKind::mapping) return {};
    return {static_cast<const Pair*>(content_), count_};
}

void Tree::forget_nodes() {
    root_ = nullptr;
    nodes_.reset();
}

Tree::Tree() = default;
Tree::Tree(Tree&&) noexcept = default;
Tree& Tree::operator=(Tree&&) noexcept = default;
Tree::~Tree() = default;

} // namespace planc
