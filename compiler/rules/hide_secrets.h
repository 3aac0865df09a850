// Keeps secrets out of what is printed.
#pragma once

#include "diagnostics/diagnostic.h"
#include "source/file.h"

namespace planc {

/// Cuts what looks like a secret out of the words of findings, and masks it in the files that they show, whether a rule
/// tells it or not.
void hide_secrets(Diagnostics& findings, const Files& files);

} // namespace planc
