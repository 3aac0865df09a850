// Sorts what is hidden, so that a line finds its part of it at once.
#include "diagnostics/masks.h"

#include "diagnostics/places.h"

#include <algorithm>

namespace planc {

Masks::Masks(const Diagnostics& diagnostics, const Files& files) {
    for (const Span span : masked_by(diagnostics))
        if (has_place(span, files) && span.begin < span.end)
            of_files_[&files.at(span)].push_back({span.begin, span.end});
    for (auto& [file, ranges] : of_files_) {
        std::sort(ranges.begin(), ranges.end(),
                  [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
        std::vector<ByteRange> joined;
        for (const ByteRange& range : ranges) {
            if (!joined.empty() && range.begin <= joined.back().end)
                joined.back().end = std::max(joined.back().end, range.end);
            else
                joined.push_back(range);
        }
        ranges = std::move(joined);
    }
}

Hidden Masks::within(const File& file, std::size_t begin, std::size_t end) const {
    const auto found = of_files_.find(&file);
    if (found == of_files_.end()) return {begin, {}};
    const std::vector<ByteRange>& ranges = found->second;
    const auto first = std::partition_point(ranges.begin(), ranges.end(),
                                            [begin](const ByteRange& range) { return range.end <= begin; });
    const auto last =
        std::partition_point(first, ranges.end(), [end](const ByteRange& range) { return range.begin < end; });
    return {begin, {first, last}};
}

bool may_be_shown(const std::vector<Edit>& fix, const Masks& masks, const Files& files) {
    return !fix.empty() && std::all_of(fix.begin(), fix.end(), [&](const Edit& edit) {
        return has_place(edit.span, files) &&
               masks.within(files.at(edit.span), edit.span.begin, std::max(edit.span.end, edit.span.begin + 1))
                   .ranges.empty();
    });
}

} // namespace planc
