// Text of unknown origin in XML.
#pragma once

#include <string>
#include <string_view>

namespace planc {

/// Appends text of an element so that it reads back as it was. What XML 1.0 cannot hold is replaced: control characters
/// by their picture (`␛`), malformed bytes and non-characters by `�`.
void append_xml(std::string& out, std::string_view text);

/// Appends ` name="value"`, likewise.
void append_attribute(std::string& out, std::string_view name, std::string_view value);
void append_attribute(std::string& out, std::string_view name, std::size_t value);

} // namespace planc
