// Where a tree's nodes, and in another the decoded texts, live: a few growing blocks, freed together.
#pragma once

#include "syntax/tree.h"

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace planc {

struct Tree::Arena {
    /// `bytes` of storage, aligned for a Node, that never moves.
    std::byte* take(std::size_t bytes);
    /// A copy of the text that lives as long as the arena.
    std::string_view keep(std::string_view text);

private:
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t total_ = 0;
};

} // namespace planc
