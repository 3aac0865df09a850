// Writing and reading layout marks.
#include "documents/marks.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

std::string mark(std::string_view content) { return fmt::format("{0}{1}{0}", mark_border, content); }

std::vector<Mark> take_marks(std::string& text) {
    std::vector<Mark> marks;
    for (std::size_t begin = text.find(mark_border); begin != std::string::npos;
         begin = text.find(mark_border, begin)) {
        const std::size_t end = std::min(text.find(mark_border, begin + 1), text.size());
        const std::string_view content = std::string_view(text).substr(begin + 1, end - begin - 1);
        const std::size_t blank = std::min(content.find(' '), content.size());
        marks.push_back(
            {std::string(content.substr(0, blank)), std::string(content.substr(std::min(blank + 1, content.size())))});
        text.erase(begin, end + 1 - begin);
    }
    return marks;
}

std::string without_marks(std::string_view markdown) {
    std::string out;
    out.reserve(markdown.size());
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        std::string line(markdown.substr(0, end));
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        const bool marked = line.find(mark_border) != std::string::npos;
        if (marked) take_marks(line);
        if (marked && line.find_first_not_of(" \t") == std::string::npos) continue;
        out += line;
        out += '\n';
    }
    return out;
}

} // namespace planc
