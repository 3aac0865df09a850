// What a closed mapping holds: keys that are no keys are refused, duplicates too, and merge keys bring their pairs.
#include "syntax/builder.h"

#include "diagnostics/quote.h"
#include "syntax/arena.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>

namespace planc {

namespace {

constexpr std::size_t few_keys = 8;

bool is_merge_key(const Node& key) {
    return key.kind() == NodeKind::scalar && key.style() == ScalarStyle::plain && key.text() == "<<";
}

std::string_view kind_name(NodeKind kind) {
    switch (kind) {
    case NodeKind::null:
        return "nothing";
    case NodeKind::scalar:
        return "text";
    case NodeKind::sequence:
        return "a list";
    case NodeKind::mapping:
        return "a mapping";
    }
    return {};
}

/// For every pair the number of the first one with the same key (itself, if it is the first).
std::vector<std::uint32_t> first_with_key(const std::vector<Pair>& pairs) {
    struct Entry {
        std::size_t hash;
        std::uint32_t pair;
    };
    std::vector<Entry> entries;
    entries.reserve(pairs.size());
    for (std::uint32_t pair = 0; pair < pairs.size(); ++pair)
        entries.push_back({std::hash<std::string_view>{}(pairs[pair].key.text()), pair});
    // Texts decide between equal hashes, so made-up collisions cost a sort and no more.
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        if (a.hash != b.hash) return a.hash < b.hash;
        const int order = pairs[a.pair].key.text().compare(pairs[b.pair].key.text());
        return order != 0 ? order < 0 : a.pair < b.pair;
    });
    std::vector<std::uint32_t> first(pairs.size());
    std::iota(first.begin(), first.end(), 0U);
    for (std::size_t at = 1; at < entries.size(); ++at)
        if (entries[at].hash == entries[at - 1].hash &&
            pairs[entries[at].pair].key.text() == pairs[entries[at - 1].pair].key.text())
            first[entries[at].pair] = first[entries[at - 1].pair];
    return first;
}

/// True for a small mapping that may stay as it was read; most are.
bool is_settled(const Node* children, std::size_t count) {
    if (count > 2 * few_keys) return false;
    for (std::size_t later = 0; later < count; later += 2) {
        const Node& key = children[later];
        if (key.kind() != NodeKind::scalar || is_merge_key(key)) return false;
        for (std::size_t earlier = 0; earlier < later; earlier += 2)
            if (children[earlier].text() == key.text()) return false;
    }
    return true;
}

} // namespace

bool TreeBuilder::is_key(const Node& key) const {
    switch (key.kind()) {
    case NodeKind::scalar:
        return true;
    case NodeKind::null: // said where it was read, unless it is an alias
        if (key.aliased()) report_.error(key.span(), "this alias stands for nothing, so it is no key");
        return false;
    case NodeKind::sequence:
    case NodeKind::mapping:
        report_.error(key.span(), fmt::format("{} stands where a key should", kind_name(key.kind())),
                      "a key is a short text");
        return false;
    }
    return false;
}

void TreeBuilder::add_merged(const Pair& merge) {
    const auto refuse = [&](const Node& node) {
        report_.error(node.span(), fmt::format("`<<` merges mappings, and this is {}", kind_name(node.kind())), "",
                      "give it an alias of a mapping, as in `<<: *name`, or a list of such aliases");
    };
    const auto bring = [&](const Node& node) {
        if (node.kind() != NodeKind::mapping) return refuse(node);
        pairs_.insert(pairs_.end(), node.pairs().begin(), node.pairs().end());
    };
    if (merge.value.kind() != NodeKind::sequence) return bring(merge.value);
    for (const Node& item : merge.value.items()) bring(item);
}

std::span<const Pair> TreeBuilder::settle_pairs(const Node* children, std::size_t count) {
    const auto keep = [this](const void* pairs, std::size_t number) -> std::span<const Pair> {
        std::byte* place = tree_.nodes_->take(number * sizeof(Pair));
        if (number > 0) std::memcpy(place, pairs, number * sizeof(Pair));
        return {reinterpret_cast<const Pair*>(place), number};
    };
    if (is_settled(children, count)) return keep(children, count / 2);
    pairs_.clear();
    merges_.clear();
    for (std::size_t at = 0; at + 1 < count; at += 2) {
        const Pair pair{children[at], children[at + 1]};
        if (!is_key(pair.key)) continue;
        (is_merge_key(pair.key) ? merges_ : pairs_).push_back(pair);
    }
    const std::size_t own = pairs_.size();
    for (std::size_t at = 0; at < merges_.size(); ++at) {
        if (at > 0)
            report_duplicate(merges_[0].key, merges_[at].key);
        else
            add_merged(merges_[at]);
    }
    const std::vector<std::uint32_t> first = first_with_key(pairs_);
    std::size_t kept = 0;
    for (std::uint32_t at = 0; at < pairs_.size(); ++at) {
        if (first[at] == at)
            pairs_[kept++] = pairs_[at];
        else if (at < own)
            report_duplicate(pairs_[first[at]].key, pairs_[at].key);
    }
    return keep(pairs_.data(), kept);
}

void TreeBuilder::report_duplicate(const Node& first, const Node& second) {
    Diagnostic& made = report_.add();
    made.rule = "duplicate-key";
    made.message = fmt::format("{} is given twice in one mapping", quoted(second.text()));
    made.span = second.span();
    made.label = "this one is left out";
    made.others.push_back({first.span(), "first given here"});
    made.help = "keep one of them";
}

} // namespace planc
