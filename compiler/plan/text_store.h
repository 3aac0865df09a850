// Owns texts that are made from the plan rather than written in it.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace planc {

/// Keeps texts at their place for as long as it lives, also when it is moved.
class TextStore {
public:
    /// A copy of `text` that lives as long as the store.
    std::string_view keep(std::string_view text);

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t free_ = 0; ///< bytes left at the end of the last block
    std::size_t size_ = 0; ///< of the last block
};

} // namespace planc
