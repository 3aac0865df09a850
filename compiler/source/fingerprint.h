// Which sources a document was made from.
#pragma once

#include "source/file.h"

#include <cstdint>
#include <span>
#include <string>

namespace planc {

/// First 12 hexadecimal digits of the SHA-256 over the texts of all files but those whose numbers are left out, in
/// order, each followed by its length.
std::string fingerprint(const Files& files, std::span<const std::uint32_t> left_out = {});

} // namespace planc
