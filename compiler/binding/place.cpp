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

/// Walks the tree beside the bytes, both in the order of the file.
class Walk {
public:
    Walk(const std::vector<std::uint32_t>& bytes, const std::vector<Span>& hidden, std::vector<std::string>& places)
        : bytes_(bytes), places_(places), hidden_(hidden) {
        std::sort(hidden_.begin(), hidden_.end());
        // Of spans that overlap, each reaches as far as those before it, so that both ends rise.
        for (std::size_t i = 1; i < hidden_.size(); ++i) hidden_[i].end = std::max(hidden_[i].end, hidden_[i - 1].end);
        order_.resize(bytes.size());
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return bytes[a] < bytes[b]; });
    }

    void run(const Node& root) { walk(root, 0, order_.size()); }

private:
    /// The text of a scalar as a name; empty if it may not be used. What an alias stands for is written elsewhere, and
    /// may be hidden there.
    std::string_view text_of(const Node& scalar) const {
        const Span span = scalar.span();
        const auto next =
            std::partition_point(hidden_.begin(), hidden_.end(), [span](Span one) { return one.end <= span.begin; });
        if (scalar.aliased() || (next != hidden_.end() && next->begin < span.end)) return {};
        return cut(scalar.text());
    }

    /// How an item of a list calls itself; empty if it does not.
    std::string_view name_of(const Node& item) const {
        if (item.kind() == NodeKind::scalar) return text_of(item);
        for (const std::string_view key : {"id", "title", "do", "check", "name", "of", "on", "metric", "document"})
            for (const Pair& pair : item.pairs())
                if (pair.key.text() == key && pair.value.kind() == NodeKind::scalar) return text_of(pair.value);
        return {};
    }

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
        std::size_t number = 0;
        for (const Pair& pair : node.pairs()) {
            ++number;
            if (pair.key.span().begin < node.span().begin || pair.key.span().end > node.span().end) continue;
            const std::string_view name = text_of(pair.key);
            enter(name.empty() ? fmt::format("{}", number) : std::string(name), pair.value,
                  join(pair.key.span(), pair.value.span()), first, last);
        }
        std::map<std::string_view, std::size_t> seen;
        number = 0;
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
    std::vector<Span> hidden_;
    std::vector<std::size_t> order_;
    std::string path_;
};

} // namespace

std::vector<std::string> places_of(const Node& root, const std::vector<std::uint32_t>& bytes,
                                   const std::vector<Span>& hidden) {
    std::vector<std::string> places(bytes.size());
    Walk(bytes, hidden, places).run(root);
    return places;
}

void add_places(Diagnostics& findings, const std::vector<const Node*>& roots) {
    const std::vector<Span> masked = masked_by(findings);
    for (const Node* const root : roots) {
        const std::uint32_t file = root->span().file;
        std::vector<Diagnostic*> here;
        std::vector<std::uint32_t> bytes;
        std::vector<Span> hidden;
        for (Diagnostic& finding : findings) {
            if (finding.span.file != file) continue;
            here.push_back(&finding);
            bytes.push_back(finding.span.begin);
        }
        if (here.empty()) continue;
        std::copy_if(masked.begin(), masked.end(), std::back_inserter(hidden),
                     [file](Span span) { return span.file == file; });
        std::vector<std::string> places = places_of(*root, bytes, hidden);
        for (std::size_t i = 0; i < here.size(); ++i) here[i]->place = std::move(places[i]);
    }
}

} // namespace planc
