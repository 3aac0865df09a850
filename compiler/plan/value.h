// A value together with where it was written.
#pragma once

#include "source/span.h"
#include "time/written.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace planc {

/// A value as written; `given()` is false, and the value its default, where the plan does not say.
template <class T>
struct Located {
    T value{};
    Span span{};

    bool given() const { return static_cast<bool>(span); }
};

/// Plain text, or Markdown for the keys named `notes` and `body`. Views live as long as the plan's tree and files.
using Text = Located<std::string_view>;
using Flag = Located<bool>;
using WrittenDuration = Located<Duration>;
using WrittenDate = Located<Date>;

/// A name of something declared elsewhere in the plan: an id.
using Reference = Text;

/// Numbers `first` to `last`; equal where one number is written.
struct NumberRange {
    double first = 0;
    double last = 0;
};

} // namespace planc
