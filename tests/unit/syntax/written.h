// What is written in a YAML text, as a flat list: the form in which our tree and libyaml's events are compared.
#pragma once

#include "syntax/tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace planc::test {

/// A node where it is written, in order; a collection is followed by what it holds and by an `end`.
struct Written {
    enum class Type { scalar, alias, sequence, mapping, end };

    Type type = Type::scalar;
    ScalarStyle style = ScalarStyle::plain;
    bool flow = false;     ///< a collection in brackets
    bool named = false;    ///< has an anchor or a tag, so that libyaml's place begins with that
    std::size_t begin = 0; ///< bytes; of a block collection nothing is said
    std::size_t end = 0;
    std::string value; ///< of a scalar
};

/// What one parser makes of a text.
struct Verdict {
    bool accepted = false;
    std::string problem; ///< the first, if it is refused
    std::vector<Written> nodes;
};

Verdict libyaml_verdict(std::string_view text);

/// Ours. A text is accepted if nothing but duplicate keys is found; `duplicates` says whether there are any.
Verdict our_verdict(std::string_view text, bool& duplicates);

/// Says where two accepted texts' nodes differ in kind, style, value or place; empty if nowhere.
std::string difference(const std::vector<Written>& ours, const std::vector<Written>& theirs, std::string_view text);

} // namespace planc::test
