#include "binding/place.h"

#include "source/utf8.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>

namespace planc {

namespace {

constexpr std::size_t longest_name = 80; ///< characters

std::string_view cut(std::string_view text) {
    text = text.substr(0, text.find_first_of("\r\n"));
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < longest_name && bytes < text.size(); ++i)
        bytes += decode_utf8(text.substr(bytes)).bytes;
    return text.substr(0, bytes);
}

/// How an item of a list calls itself; empty if it does not.
std::string_view name_of(const Node& item) {
    if (item.kind() == NodeKind::scalar) return cut(item.text());
    for (const std::string_view key : {"id", "title", "do", "check", "name", "of", "on", "metric", "document"})
        for (const Pair& pair : item.pairs())
            if (pair.key.text() == key && pair.value.kind() == NodeKind::scalar) return cut(pair.value.text());
    return {};
}

/// Walks the tree beside the bytes, both in the order of the file.
class Walk {
public:
    Walk(const std::vector<std::uint32_t>& bytes, std::vector<std::string>& places) : bytes_(bytes), places_(places) {
        order_.resize(bytes.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return bytes[a] < bytes[b]; });
    }

    void run(const Node& root) { walk(root, 0, order_.size()); }

private:
    /// The part of [first, last) whose bytes lie in [begin, end).
    std::pair<std::size_t, std::size_t> inside(std::size_t first, std::size_t last, std::uint32_t begin,
                                               std::uint32_t end) const {
        const auto from = order_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto to = order_.begin() + static_cast<std::ptrdiff_t>(last);
        const auto before = [&](std::size_t one, std::uint32_t byte) { return bytes_[one] < byte; };
        const auto low = std::lower_bound(from, to, begin, before);
        return {static_cast<std::size_t>(low - order_.begin()),
                static_cast<std::size_t>(std::lower_bound(low, to, end, before) - order_.begin())};
    }

    void enter(std::string_view name, const Node& node, Span span, std::size_t first, std::size_t last) {
        const auto [from, to] = inside(first, last, span.begin, std::max(span.end, span.begin + 1));
        if (from == to) return;
        const std::size_t length = path_.size();
        if (!path_.empty()) path_ += '/';
        path_ += name;
        for (std::size_t i = from; i < to; ++i) places_[order_[i]] = path_;
        walk(node, from, to);
        path_.resize(length);
    }

    void walk(const Node& node, std::size_t first, std::size_t last) {
        // What an alias stands for is written elsewhere.
        if (node.aliased()) return;
        for (const Pair& pair : node.pairs()) {
            if (pair.key.span().begin < node.span().begin || pair.key.span().end > node.span().end) continue;
            enter(cut(pair.key.text()), pair.value, join(pair.key.span(), pair.value.span()), first, last);
        }
        std::map<std::string_view, std::size_t> seen;
        std::size_t number = 0;
        for (const Node& item : node.items()) {
            ++number;
            const std::string_view name = name_of(item);
            const std::size_t times = name.empty() ? 1 : ++seen[name];
            const auto [from, to] = inside(first, last, item.span().begin, item.span().end);
            if (from == to) continue;
            enter(name.empty() ? fmt::format("{}", number)
                  : times > 1  ? fmt::format("{}#{}", name, times)
                               : std::string(name),
                  item, item.span(), first, last);
        }
    }

    const std::vector<std::uint32_t>& bytes_;
    std::vector<std::string>& places_;
    std::vector<std::size_t> order_;
    std::string path_;
};

} // namespace

std::vector<std::string> places_of(const Node& root, const std::vector<std::uint32_t>& bytes) {
    std::vector<std::string> places(bytes.size());
    Walk(bytes, places).run(root);
    return places;
}

} // namespace planc
