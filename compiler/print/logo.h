// The company's logo, from the bytes of a PNG.
#pragma once

#include "print/painter.h"

#include <string>
#include <string_view>

namespace planc {

struct Logo {
    SurfaceOwner surface; ///< null if there is none
    double width = 0;     ///< on paper, in points
    double height = 0;
    std::string error; ///< why it cannot be used; empty if it can
};

/// Nothing for no bytes.
Logo read_logo(std::string_view bytes);

} // namespace planc
