// Mending a plan where there is exactly one mend.
#pragma once

#include "cli/compile.h"

#include <functional>

namespace planc {

/// Makes every fix of the plan's own file that brings no warning or error that was not there, until there is none left:
/// a second time changes nothing, unless so many had to be tried one by one that it gave up. Only of findings for which
/// `chosen` is true. The result is the compilation of what the plan is then, which `compile_text` makes of a text.
std::unique_ptr<Compilation> fix(std::string text,
                                 const std::function<std::unique_ptr<Compilation>(const std::string&)>& compile_text,
                                 const std::function<bool(const Diagnostic&)>& chosen);

} // namespace planc
