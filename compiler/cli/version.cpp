#include "cli/version.h"

namespace planc {

std::string_view version() { return PLANC_VERSION; }

} // namespace planc
