// Texts stand one behind the other in blocks that never move.
#include "plan/text_store.h"

#include <algorithm>

namespace planc {

std::string_view TextStore::keep(std::string_view text) {
    constexpr std::size_t least_block = 4096;
    if (text.size() > free_) {
        size_ = std::max(text.size(), least_block);
        free_ = size_;
        blocks_.push_back(std::make_unique<char[]>(size_));
    }
    char* const place = blocks_.back().get() + (size_ - free_);
    std::copy(text.begin(), text.end(), place);
    free_ -= text.size();
    return {place, text.size()};
}

} // namespace planc
