// The arena: small first block, later ones a quarter of what is there, so little is wasted at any size.
#include "syntax/arena.h"

#include <algorithm>
#include <cstring>

namespace planc {

namespace {
constexpr std::size_t first_block = 16 * 1024;
constexpr std::size_t last_block = 1024 * 1024;
} // namespace

std::byte* Tree::Arena::take(std::size_t bytes) {
    bytes = (bytes + alignof(Node) - 1) / alignof(Node) * alignof(Node);
    if (bytes > left_) {
        std::size_t block = std::clamp(total_ / 4, first_block, last_block);
        total_ += std::max(block, bytes);
        if (bytes > block / 4) { // a block of its own; the current one goes on being filled
            blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
            return blocks_.back().get();
        }
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
        next_ = blocks_.back().get();
        left_ = block;
    }
    std::byte* taken = next_;
    next_ += bytes;
    left_ -= bytes;
    return taken;
}

std::string_view Tree::Arena::keep(std::string_view text) {
    if (text.empty()) return {};
    std::byte* place = take(text.size());
    std::memcpy(place, text.data(), text.size());
    return {reinterpret_cast<const char*>(place), text.size()};
}

} // namespace planc
