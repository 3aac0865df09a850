// The name space of a plan: declaring ids, making them, and checking what refers to them.
#pragma once

#include "diagnostics/diagnostic.h"
#include "plan/plan.h"
#include "source/file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planc {

/// Which kinds of thing a reference may name.
struct IdKinds {
    std::uint32_t mask = 0;
    std::string_view one;     ///< "the id of a role or person"
    std::string_view several; ///< "ids of roles or people"
    std::string_view things;  ///< "roles or people"

    bool has(Target::Kind kind) const { return (mask >> static_cast<unsigned>(kind) & 1U) != 0; }
};

constexpr std::uint32_t bit(Target::Kind kind) { return 1U << static_cast<unsigned>(kind); }

inline constexpr IdKinds work_ids{bit(Target::Kind::work), "the id of work", "ids of work", "work"};
inline constexpr IdKinds person_ids{bit(Target::Kind::person), "the id of a person", "ids of people", "people"};
inline constexpr IdKinds metric_ids{bit(Target::Kind::metric), "the id of a metric", "ids of metrics", "metrics"};
inline constexpr IdKinds owner_ids{bit(Target::Kind::role) | bit(Target::Kind::person), "the id of a role or person",
                                   "ids of roles or people", "roles or people"};

/// What may be declared: `[a-z][a-z0-9-]*`.
bool is_written_id(std::string_view text);
/// What may be referred to: a written id, or one made from a place, `import.3`.
bool is_any_id(std::string_view text);

/// A reference to something that may be declared later.
struct OpenReference {
    Reference reference;
    const IdKinds* kinds;
    std::string_view key;
};

/// Fills `Plan::ids`.
class Ids {
public:
    Ids(Plan& filled, const Files& files, Diagnostics& diagnostics)
        : plan_(filled), files_(files), diagnostics_(diagnostics) {}

    void reserve(std::size_t count) { plan_.ids.reserve(count); }
    /// Declares a written id; `entry` is the item that has it.
    void declare(Target::Kind kind, std::size_t index, const Text& id, Span entry);
    /// Makes, declares and returns the id `PARENT.NUMBER`, or the next free one like it.
    Text make(Target::Kind kind, std::size_t index, std::string_view parent, std::size_t number, Span span);
    /// Notes that `key` refers to something; checked at once if it is declared by now, else by `check`.
    void refer(const Reference& reference, const IdKinds& kinds, std::string_view key);
    /// The references to what is not declared by now; then there are none.
    std::vector<OpenReference> take_open() { return std::move(pending_); }
    /// Takes over such references from elsewhere.
    void add_open(const std::vector<OpenReference>& open) { pending_.insert(pending_.end(), open.begin(), open.end()); }
    /// Reports every reference to what does not exist. Call it once, when all is declared.
    void check();

private:
    void report_unknown(const OpenReference& pending);
    void report_kind(const OpenReference& pending, const Target& target);
    std::string suggest(const OpenReference& pending);
    /// What could have been referred to, where that is little enough to say.
    std::string known(const IdKinds& kinds);
    std::vector<std::string_view>& candidates(const IdKinds& kinds);

    Plan& plan_;
    const Files& files_;
    Diagnostics& diagnostics_;
    std::vector<OpenReference> pending_;
    /// The ids a reference of these kinds may have meant, in the order of the plan; made when first asked for.
    std::vector<std::pair<std::uint32_t, std::vector<std::string_view>>> candidates_;
    std::size_t compared_ = 0;
    /// What to try next behind an id that is taken. Ids are never given back, so all smaller numbers are taken, too.
    IdTable<std::uint32_t> next_numbers_;
};

/// "task", "person", …: what `target` is.
std::string_view describe(const Plan& plan, const Target& target);

} // namespace planc
