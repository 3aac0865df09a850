// What a template may use: every name of the view, its kind and its meaning.
#pragma once

#include "documents/value.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace planc {

enum class ValueKind : std::uint8_t { text, markdown, html, flag, object, list };

/// "text", "Markdown", "HTML", "flag", "object" or "list".
std::string_view name(ValueKind kind);

/// One name of the view. Any value but a flag may be absent; a section over it is then passed over.
struct ViewField {
    std::string_view name;
    ValueKind kind = ValueKind::text;
    std::string_view meaning;
    std::span<const ViewField> members =
        {}; ///< of an object, or of each item of a list; a list without is one of texts
};

/// The whole view, except `labels`, whose members are the keys of the label files.
std::span<const ViewField> view_shape();

/// What the template around an HTML page sees, `labels` among it.
std::span<const ViewField> page_shape();

/// Version of the structure: a name that goes away or changes its meaning raises it.
inline constexpr int view_version = 2;

/// A structure as Markdown, for docs/templates.md.
std::string describe_view(std::span<const ViewField> shape = view_shape());

/// Where a value differs from the shape: `phases.steps.number: a text is wanted`; empty if it does not.
std::string find_misshapen(const Value& value, std::span<const ViewField> shape = view_shape());

} // namespace planc
