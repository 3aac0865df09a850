// Hands a text to yaml-cpp without copying it whole.
#pragma once

#include "syntax/cursor.h"

#include <cstddef>
#include <streambuf>
#include <string>
#include <string_view>

namespace planc {

/// yaml-cpp reads through this in small pieces. On the way three things are put right that it does not do well, byte
/// for byte, so that places stay: `?` inside text becomes a control character, because yaml-cpp ends plain text in `{}`
/// and
/// `[]` at any `?` (`restore` undoes that); a carriage return alone becomes a line feed; U+0004, which yaml-cpp takes
/// for the end of the file, becomes U+0003.
class TextStream : public std::streambuf {
public:
    /// Reads the cursor's text from where it stands. More than `limit` bytes beyond it end the stream: see `ran_ahead`.
    TextStream(const Cursor& cursor, std::size_t limit);

    /// True if so much of the text gave no event that the end of one value or flow collection seems to be missing.
    bool ran_ahead() const { return ran_ahead_; }

    /// The value as it was written: itself, or a copy in `room`.
    static std::string_view restore(std::string_view value, std::string& room);

protected:
    std::streamsize xsgetn(char* to, std::streamsize count) override;

private:
    const Cursor& cursor_;
    std::size_t limit_;
    bool ran_ahead_ = false;
};

} // namespace planc
