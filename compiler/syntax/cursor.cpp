// The walk between the nodes.
#include "syntax/cursor.h"

#include <algorithm>
#include <utility>

namespace planc {

namespace {

bool speaks_to_us(std::string_view comment) {
    const std::size_t word = comment.find_first_not_of(" \t", 1);
    if (word == std::string_view::npos) return false;
    constexpr std::string_view name = "planc";
    for (std::size_t i = 0; i < name.size(); ++i)
        if (word + i >= comment.size() || (comment[word + i] | 0x20) != name[i]) return false;
    const std::string_view colon = comment.substr(word + name.size());
    return colon.starts_with(':') || colon.starts_with("：");
}

} // namespace

std::size_t Cursor::column(std::size_t byte) const {
    std::size_t line = byte;
    while (line > origin_ && !is_break(text_[line - 1])) --line;
    return byte - line;
}

bool Cursor::same_line(std::size_t a, std::size_t b) const {
    return text_.substr(a, b - a).find_first_of("\n\r") == std::string_view::npos;
}

void Cursor::skip_space() {
    std::size_t tab = no_end;
    bool indentation = at_ == origin_;
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n' || c == '\r') {
            indentation = true;
            tab = no_end;
            ++at_;
        } else if (c == '\t') {
            if (indentation && tab == no_end) tab = at_;
            ++at_;
        } else if (c == ' ') {
            ++at_;
        } else if (c == '#') {
            notice_comment(at_);
            at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
        } else {
            if (tab != no_end) indenting_tab_ = tab;
            return;
        }
    }
}

void Cursor::notice_comment(std::size_t begin) {
    const bool later = remarks_.empty() || remarks_.back() < begin;
    if (later && speaks_to_us(text_.substr(begin))) remarks_.push_back(begin);
}

std::size_t Cursor::take_indenting_tab() { return std::exchange(indenting_tab_, no_end); }

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
