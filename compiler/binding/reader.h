// What every reader of values shares: the plan being filled, where we are in it, and how findings are worded.
#pragma once

#include "binding/fields.h"
#include "binding/ids.h"
#include "binding/tables.h"
#include "diagnostics/quote.h"
#include "source/file.h"
#include "syntax/tree.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planc {

struct BoundPart;
struct Configuration;
struct FileRoot;

class PlanReader {
public:
    PlanReader(Plan& filled, const Files& files, const Configuration& holding, Diagnostics& diagnostics,
               const Record& all = plan_record)
        : plan(filled), ids(filled, files, diagnostics), configuration(holding), files_(files),
          diagnostics_(diagnostics), all_(all) {}

    Plan& plan;
    Ids ids;
    const Configuration& configuration;
    bool chose_holidays = false; ///< whether the calendar says which sets of holidays there are

    /// The key whose value is being read, and whether it is an entry of that value's list.
    struct Place {
        std::string_view key{};
        bool entry = false;
        Span key_span{};
        Need need = Need::optional;
    };
    Place place{};

    /// Reads the mapping `node` into `object`, the object of `record`'s fields. False if it is no mapping.
    bool read_record(const Node& node, const Record& record, void* object);
    /// Reads the file `roots[0]` and those it includes as if they were one mapping.
    void read_files(std::span<const FileRoot> roots, const Record& record, void* object);
    /// Reads a file that is no plan.
    void read_file(const Node& root, const Record& record, void* object);
    /// Reads a file that is included, on its own.
    void read_part(const Node& root, const Record& record, void* object);

    // Findings. What reports one returns false, so that a reader can return that.
    /// True if `node` is a text, and not a blank one; otherwise reports what it is.
    bool expect_text(const Node& node, const ValueType& type);
    bool wrong_type(const Node& node, const ValueType& type);
    bool bad_value(Span span, std::string message, std::string help);
    /// "`priority` is `hgih`; it takes one of …".
    bool not_taken(const Node& node, const ValueType& type, std::string help = {});
    /// A number or flag that its quotes make a text.
    bool in_quotes(const Node& node);
    /// Reports a reference to what cannot be meant.
    void unknown(Span span, std::string message, std::string help);
    void missing(Span span, std::string message, std::string help);
    /// Says that the system has no such time zone, perhaps none at all; once for a file.
    bool no_zone(Span span, std::string_view zone);

    /// The bytes of the file where [begin, end) of `node.text()` stands; the whole node where escapes, folding or an
    /// alias keep the text from standing in the file byte for byte.
    Span part(const Node& node, std::size_t begin, std::size_t end) const;
    Span whole_text(const Node& node) const { return part(node, 0, node.text().size()); }

private:
    /// Where a key of the files comes from.
    struct Source {
        const Pair* pair = nullptr;
        const BoundPart* part = nullptr;
    };
    /// Every key of an included file is a key of the plan.
    void join_file(const FileRoot& file, const Record& record, std::span<Source> sources, void* object);
    void read_sources(const Record& record, std::span<const Source> sources, void* object);
    /// Copies what was bound once.
    void take_over(const BoundPart& part, std::string_view key);
    void given_twice(const Pair& first, const Pair& second);
    /// Reports every key that the record does not have; `found` are the fields that the mapping has, as bits.
    void unknown_keys(const Node& node, const Record& record, std::uint64_t found);
    void unknown_key(const Pair& pair, const Record& record, const std::vector<std::string_view>& unused);
    void check_missing(const Node& node, const Record& record, std::uint64_t found);
    void check_required(const Node& node, const Record& record, std::uint64_t found);
    /// What a finding about all of an item calls it, and where it points.
    std::pair<Span, std::string> item_of(const Node& node, const Record& record) const;
    std::string subject() const;
    std::string how_to_fill() const;
    std::string mend(const Node& node, const ValueType& type) const;

    const Files& files_;
    Diagnostics& diagnostics_;
    const Record& all_; ///< what the file is read by
    bool no_zone_said_ = false;
};

/// Adds a finding, an error, and returns it.
Diagnostic& report(Diagnostics& diagnostics, std::string_view rule, Span span, std::string message,
                   std::string help = {});

/// What the text would be with ASCII characters for full-width ones (`１０％：` -> `10%:`); empty if there are none.
std::string without_full_width(std::string_view text);

} // namespace planc
