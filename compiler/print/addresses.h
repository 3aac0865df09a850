// Where links lead.
#pragma once

#include "print/content.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace planc {

/// The heading that `#anchor` names, from 1; 0 if there is none.
std::uint32_t heading_of(const Content& content, std::string_view address);

/// An address as a PDF may hold it: everything but letters, digits and the signs of addresses percent-encoded. Empty
/// for what is no address of the web or of mail.
std::string safe_address(std::string_view address);

} // namespace planc
