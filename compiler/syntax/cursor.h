// Walks the source beside yaml-cpp's events and accounts for every byte between the nodes: whatever stands there and is
// neither space, comment nor the indicator that belongs there was swallowed by yaml-cpp and is an error.
#pragma once

#include "syntax/scalar_end.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace planc {

class Cursor {
public:
    /// Starts at byte `origin`, behind a byte-order mark.
    Cursor(std::string_view text, std::size_t origin) : text_(text), origin_(origin), at_(origin), last_end_(origin) {}

    std::string_view text() const { return text_; }
    std::size_t at() const { return at_; }
    bool done() const { return at_ >= text_.size(); }
    /// The next byte, or NUL at the end.
    char peek() const { return done() ? '\0' : text_[at_]; }
    /// True if a blank, a line break or the end stands `ahead` bytes on.
    bool space_at(std::size_t ahead) const {
        return at_ + ahead >= text_.size() || is_blank(text_[at_ + ahead]) || is_break(text_[at_ + ahead]);
    }
    /// One past the last thing that was no space or comment.
    std::size_t last_end() const { return last_end_; }
    /// Column of a byte, counted in bytes from 0.
    std::size_t column(std::size_t byte) const;
    bool same_line(std::size_t a, std::size_t b) const;

    /// Skips blanks, line breaks and comments.
    void skip_space();
    /// Where a tab indents a line that something stands on, since this was last asked; `no_end` if nowhere.
    std::size_t take_indenting_tab();
    /// Notes the comment that begins there, where it speaks to the program.
    void notice_comment(std::size_t begin);
    /// Where the comments begin that were skipped and speak to the program: `# planc: …`.
    const std::vector<std::size_t>& remarks() const { return remarks_; }
    /// Moves to `end`, over something that counts.
    void consume_to(std::size_t end) { at_ = last_end_ = end; }
    void consume(std::size_t bytes) { consume_to(at_ + bytes); }
    /// True if the three bytes stand here at the start of a line and a space or the end follows.
    bool at_marker(std::string_view three) const;
    /// One past the name of the anchor, alias or tag that begins here.
    std::size_t name_end() const;

private:
    std::string_view text_;
    std::size_t origin_;
    std::size_t at_;
    std::size_t last_end_;
    std::size_t indenting_tab_ = no_end;
    std::vector<std::size_t> remarks_;
};

} // namespace planc
