// Ids and what they name, for plans with very many of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace planc {

/// A hash table whose entries lie in a row, in the order they were added, so that a look-up touches little memory.
/// Ids are not copied. Nothing is ever taken out.
template <class Value>
class IdTable {
public:
    using Entry = std::pair<std::string_view, Value>;

    void reserve(std::size_t count) {
        entries_.reserve(count);
        if (slots_.size() < 2 * count) rehash(2 * count);
    }

    std::size_t size() const { return entries_.size(); }
    bool contains(std::string_view id) const { return find(id) != nullptr; }

    /// The entry of an id, or null.
    const Entry* find(std::string_view id) const {
        if (slots_.empty()) return nullptr;
        const Slot& slot = slots_[slot_of(id, hash(id))];
        return slot.entry == no_entry ? nullptr : &entries_[slot.entry];
    }

    /// The entry of `id`, and true if it was added just now; if not, it keeps its value. Good until the next call.
    std::pair<Entry*, bool> try_emplace(std::string_view id, const Value& value) {
        if (slots_.size() < 2 * (entries_.size() + 1)) rehash(4 * (entries_.size() + 4));
        const std::uint32_t code = hash(id);
        Slot& slot = slots_[slot_of(id, code)];
        if (slot.entry != no_entry) return {&entries_[slot.entry], false};
        slot = {code, static_cast<std::uint32_t>(entries_.size())};
        entries_.emplace_back(id, value);
        return {&entries_.back(), true};
    }

    /// The value of `id`, added if it was not there.
    Value& operator[](std::string_view id) { return try_emplace(id, Value{}).first->second; }

private:
    static constexpr std::uint32_t no_entry = 0xffffffff;

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = no_entry;
    };

    static std::uint32_t hash(std::string_view id) {
        const std::size_t code = std::hash<std::string_view>{}(id);
        return static_cast<std::uint32_t>(code ^ (code >> 32));
    }

    /// Where `id` is, or where it would go.
    std::size_t slot_of(std::string_view id, std::uint32_t code) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = code & mask;
        while (slots_[at].entry != no_entry && (slots_[at].hash != code || entries_[slots_[at].entry].first != id))
            at = (at + 1) & mask;
        return at;
    }

    void rehash(std::size_t least) {
        std::size_t size = 16;
        while (size < least) size *= 2;
        slots_.assign(size, {});
        for (std::uint32_t entry = 0; entry < entries_.size(); ++entry) {
            const std::uint32_t code = hash(entries_[entry].first);
            slots_[slot_of(entries_[entry].first, code)] = {code, entry};
        }
    }

    std::vector<Entry> entries_;
    std::vector<Slot> slots_; ///< a power of two, at most half of them taken
};

} // namespace planc
