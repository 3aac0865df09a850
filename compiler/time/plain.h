// A mistaken text made plain: ordinary characters for their look-alikes, single spaces, with the way back to its bytes.
#pragma once

#include "time/written.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace planc {

struct Plain {
    std::string_view source;
    std::string text;
    std::vector<std::size_t> from; ///< for each byte of `text`, and its end, where in `source` it comes from
    bool full_width = false;       ///< some characters were full-width
    bool too_long = false;         ///< nobody writes a time this long; `text` is empty then

    /// The bytes [begin, end) of `text` as they were written, in back quotes and shortened where long.
    std::string quote(std::size_t begin, std::size_t end) const;
    std::string quote() const { return quote(0, text.size()); }
    std::string_view part(std::size_t begin, std::size_t end) const {
        return std::string_view{text}.substr(begin, end - begin);
    }
};

Plain make_plain(std::string_view source);

/// What to say about a mistaken text; places are bytes of a `Plain`'s text.
struct Advice {
    std::string message;
    std::string help;
    std::string written; ///< what was meant, as planc reads it; empty if that cannot be told
    std::size_t begin = 0;
    std::size_t end = 0;
    bool partial = false; ///< something follows that `written` leaves out
};

/// The advice with its place in the source.
TimeError to_error(const Plain& plain, const Advice& advice);

/// Reads a stretch of a plain text, piece by piece.
struct PlainCursor {
    std::string_view text; ///< from the beginning of the plain text to the end of the stretch
    std::size_t at = 0;

    bool done() const { return at >= text.size(); }
    std::string_view rest() const { return text.substr(at); }
    bool take(std::string_view piece);
    /// As `take`, for the first of these that stands here.
    bool take_any(std::initializer_list<std::string_view> pieces);
    void spaces() {
        while (take(" ")) {
        }
    }
    /// All digits from here on.
    std::string_view digits();
    /// All ASCII letters from here on.
    std::string_view letters();
};

std::string lower_case(std::string_view text);
/// The number in at most nine digits; -1 for anything else.
int to_number(std::string_view digits);

} // namespace planc
