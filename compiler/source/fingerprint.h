// Which sources a document was made from, and hashes that others check.
#pragma once

#include "source/file.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace planc {

/// First 12 hexadecimal digits of the SHA-256 over the texts of all files but those whose numbers are left out, in
/// order, each followed by its length.
std::string fingerprint(const Files& files, std::span<const std::uint32_t> left_out = {});

/// The SHA-256 of a text, as 64 hexadecimal digits.
std::string hash_in_hex(std::string_view text);

/// The SHA-256 of a text in base64, as browsers compare it with that of a script.
std::string hash_in_base64(std::string_view text);

/// Any bytes in base64.
std::string base64(std::string_view bytes);

} // namespace planc
