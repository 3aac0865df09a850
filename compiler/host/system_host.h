// The machine itself, as a host.
#pragma once

#include "host/host.h"

namespace planc {

/// SIGPIPE is to be ignored by the program, so that `write_output` can tell.
Host& system_host();

} // namespace planc
