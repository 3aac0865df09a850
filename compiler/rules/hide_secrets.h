// Keeps secrets out of what is printed.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

#include <cstdint>
#include <map>
#include <vector>

namespace planc {

/// Cuts what looks like a secret out of the words of findings, and masks it in the files that they show, whether a rule
/// tells it or not.
/// `known` are the places of secrets in files that were looked through before, by the file's number.
void hide_secrets(Diagnostics& findings, const Files& files,
                  const std::map<std::uint32_t, const std::vector<Span>*>& known = {});

/// The places of secrets in the text of a file.
std::vector<Span> secrets_in(const File& file, std::uint32_t number);

} // namespace planc
