// The tags of a template, with where they stand.
#pragma once

#include "documents/documents.h"

#include <string>
#include <string_view>
#include <vector>

namespace planc {

enum class TagKind : std::uint8_t { text, variable, unescaped, section, inverted, close, partial, comment };

/// One `{{…}}` of a template. Bytes are of the template's text.
struct Tag {
    TagKind kind = TagKind::variable;
    std::string_view name; ///< trimmed
    std::size_t begin = 0; ///< of the first brace
    std::size_t end = 0;   ///< behind the last one
};

/// The tags in order. Stops at the first mistake (an unclosed tag, a change of delimiters), which goes to `errors`.
std::vector<Tag> scan_tags(const std::string& file, std::string_view text, std::vector<TemplateError>& errors);

/// A mistake at a byte of a file.
TemplateError error_at(const std::string& file, std::string_view text, std::size_t byte, std::string message);

/// The file of a partial: `{{> steps}}` is `steps.md.mustache`.
std::string partial_file(std::string_view name);

/// The text as the engine wants it: all partials in their place; tags that stand alone in a line without the rest of
/// that line, which the engine would leave behind for what is absent; and `kept_blank` in each blank line, which it
/// would drop behind a tag. The templates have been checked; partials deeper than the check allows are left out.
std::string prepare_template(const Templates& templates, std::string_view text, int depth = 0);

/// Holds a blank line; tidy_lines() takes it out.
inline constexpr char kept_blank = '\x02';

/// Questions a template may ask of a list: `has_steps` is true if there are steps, `any_steps.verify` if one of them
/// has `verify`.
inline constexpr std::string_view asks_for_items = "has_";
inline constexpr std::string_view asks_for_member = "any_";

/// How deep partials and sections may be nested, and how long a template with all its partials may be.
inline constexpr int max_partial_depth = 8;
inline constexpr std::size_t max_section_depth = 32;
inline constexpr std::size_t max_template_size = 1 << 20;

} // namespace planc
