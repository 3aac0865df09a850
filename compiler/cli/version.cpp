#include "cli/version.h"

namespace planc {

std::string_view version() { return PLANC_VERSION; }

std::string_view homepage() { return PLANC_HOMEPAGE; }

} // namespace planc
