// Which bytes of the files nothing may show: passwords and the like.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

#include <cstddef>
#include <span>
#include <unordered_map>
#include <vector>

namespace planc {

/// Half-open.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// What is hidden of a piece of a file.
struct Hidden {
    std::size_t origin = 0;            ///< byte of the file where the piece begins
    std::span<const ByteRange> ranges; ///< bytes of the file; in order, none touching the next
};

/// What any of the findings says must not be shown.
class Masks {
public:
    Masks(const Diagnostics& diagnostics, const Files& files);

    /// What to hide of bytes [begin, end) of a file; good as long as this is.
    Hidden within(const File& file, std::size_t begin, std::size_t end) const;

private:
    std::unordered_map<const File*, std::vector<ByteRange>> of_files_;
};

/// Whether there is a mend, and neither what it takes out nor what it puts in is hidden.
bool may_be_shown(const std::vector<Edit>& fix, const Masks& masks, const Files& files);

} // namespace planc
