// The walk between the nodes.
#include "syntax/cursor.h"

namespace planc {

std::size_t Cursor::column(std::size_t byte) const {
    std::size_t line = byte;
    while (line > origin_ && !is_break(text_[line - 1])) --line;
    return byte - line;
}

bool Cursor::same_line(std::size_t a, std::size_t b) const {
    return text_.substr(a, b - a).find_first_of("\n\r") == std::string_view::npos;
}

void Cursor::skip_space() {
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (is_blank(c) || is_break(c)) {
            ++at_;
        } else if (c == '#') {
            at_ = text_.find_first_of("\n\r", at_);
            if (at_ == std::string_view::npos) at_ = text_.size();
        } else {
            return;
        }
    }
}

bool Cursor::at_marker(std::string_view three) const {
    return text_.substr(at_, 3) == three && column(at_) == 0 && space_at(3);
}

std::size_t Cursor::name_end() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && !is_blank(text_[end]) && !is_break(text_[end]) &&
           std::string_view("[]{},").find(text_[end]) == std::string_view::npos)
        ++end;
    return end;
}

} // namespace planc
