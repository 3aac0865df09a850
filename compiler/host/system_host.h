// The machine itself, as a host.
#pragma once

#include "host/host.h"

namespace planc {

/// SIGPIPE and SIGXFSZ are to be ignored by the program, so that `write_output` can tell.
Host& system_host();

} // namespace planc
