// Hands a text to yaml-cpp without copying it whole.
#pragma once

#include <cstddef>
#include <streambuf>
#include <string_view>

namespace planc {

class TextStream : public std::streambuf {
public:
    explicit TextStream(std::string_view text) {
        char* begin = const_cast<char*>(text.data()); // only read: a stream buffer has no const way to say so
        setg(begin, begin, begin + text.size());
    }
};

} // namespace planc
