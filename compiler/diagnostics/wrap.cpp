// Fills lines greedily, remembering the last place where the line may be broken.
#include "diagnostics/wrap.h"

#include "diagnostics/visible.h"
#include "source/utf8.h"

#include <utility>

namespace planc {
namespace {

constexpr std::u32string_view closing = U"，。、；：！？）」』】》〉〕］｝”’…—～·％,.;:!?)]}";
constexpr std::u32string_view opening = U"（「『【《〈〔［｛“‘￥([{";

/// One grapheme cluster on its way into a line.
struct Piece {
    std::string_view text;
    std::size_t width = 0;
    char32_t first = 0;
};

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

class Lines {
public:
    explicit Lines(Room room) : room_(room.first), rest_(room.rest) {}

    void add(const Piece& piece) {
        if (piece.first == U'`') in_quotes_ = !in_quotes_;
        if (piece.text == " ") {
            add_space();
        } else {
            if (may_break_before(piece)) remember_break();
            while (width_ + piece.width > room_ && !line_.empty()) break_line();
            line_ += piece.text;
            width_ += piece.width;
        }
        previous_width_ = piece.width;
        previous_first_ = piece.first;
    }

    void end_line() {
        while (line_.ends_with(' ')) line_.pop_back();
        done_.push_back(std::move(line_));
        begin_line({}, 0);
    }

    std::vector<std::string> finish() && {
        end_line();
        return std::move(done_);
    }

private:
    void add_space() {
        if (width_ + 1 > room_) return end_line();
        line_ += ' ';
        ++width_;
        remember_break();
    }

    bool may_break_before(const Piece& piece) const {
        if (line_.empty() || (piece.width < 2 && previous_width_ < 2)) return false;
        // A back quote belongs to the name it opens or closes.
        if (piece.first == U'`' ? !in_quotes_ : previous_first_ == U'`' && in_quotes_) return false;
        return !contains(closing, piece.first) && !contains(opening, previous_first_);
    }

    void remember_break() {
        break_at_ = line_.size();
        break_width_ = width_;
    }

    void break_line() {
        const bool breakable = break_at_ > 0;
        std::string carried = breakable ? line_.substr(break_at_) : std::string();
        const std::size_t carried_width = breakable ? width_ - break_width_ : 0;
        if (breakable) line_.resize(break_at_);
        while (line_.ends_with(' ')) line_.pop_back();
        done_.push_back(std::move(line_));
        begin_line(std::move(carried), carried_width);
    }

    void begin_line(std::string text, std::size_t width) {
        line_ = std::move(text);
        width_ = width;
        break_at_ = 0;
        break_width_ = 0;
        room_ = rest_;
    }

    std::vector<std::string> done_;
    std::string line_;
    std::size_t width_ = 0;
    std::size_t break_at_ = 0; // bytes of line_; 0: nowhere
    std::size_t break_width_ = 0;
    std::size_t room_;
    std::size_t rest_;
    std::size_t previous_width_ = 0;
    char32_t previous_first_ = 0;
    bool in_quotes_ = false;
};

} // namespace

std::vector<std::string> wrap(std::string_view text, Room room, LineBreaks breaks, bool ascii) {
    if (text.size() <= room.first && plain_bytes(text) == text.size() && !text.ends_with(' '))
        return {std::string(text)};
    Lines lines(room);
    std::string written;
    while (!text.empty()) {
        if (breaks == LineBreaks::kept && text[0] == '\n') {
            lines.end_line();
            text.remove_prefix(1);
            continue;
        }
        written.clear();
        const Shown shown = append_visible(written, text, ascii);
        lines.add({written, shown.width, decode_utf8(written).code_point});
        text.remove_prefix(shown.bytes);
    }
    return std::move(lines).finish();
}

} // namespace planc
