// What a company changes about the look of all documents: the colours and fonts of `theme.css`, and a logo.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace planc {

struct Theme {
    std::string css;  ///< the style sheet as it stands
    std::string logo; ///< the bytes of a PNG; empty if there is none
    /// The custom properties of its first `:root`, without the dashes: `accent`, `#1d4ed8`.
    std::vector<std::pair<std::string, std::string>> properties;

    /// `otherwise` if it is not among them.
    std::string_view find(std::string_view name, std::string_view otherwise) const;
};

/// Reads a style sheet. Anything but custom properties is left to browsers.
Theme read_theme(std::string css, std::string logo = {});

/// The parts from 0 to 1 of `#rgb` or `#rrggbb`; black for everything else.
struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};
Colour read_colour(std::string_view text);

} // namespace planc
