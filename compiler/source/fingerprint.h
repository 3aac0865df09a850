// Which sources a document was made from.
#pragma once

#include "source/file.h"

#include <string>

namespace planc {

/// First 12 hexadecimal digits of the SHA-256 over the texts of all files, in order, each followed by its length.
std::string fingerprint(const Files& files);

} // namespace planc
