// Looks at the size before the picture is unpacked.
#include "print/logo.h"

#include <algorithm>
#include <cairo.h>
#include <cstring>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr std::uint32_t most_pixels = 4'000; ///< a side; unpacked that is 64 MB
constexpr double most_width = 150;
constexpr double most_height = 36;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = at; i < at + 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes[i]);
    return number;
}

cairo_status_t read_more(void* closure, unsigned char* data, unsigned int length) {
    auto& rest = *static_cast<std::string_view*>(closure);
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, rest.data(), length);
    rest.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Logo read_logo(std::string_view bytes) {
    Logo logo;
    if (bytes.empty()) return logo;
    constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
    constexpr std::size_t head = 24;
    if (!bytes.starts_with(signature) || bytes.size() < head) {
        logo.error = "the logo is not a PNG picture";
        return logo;
    }
    const std::uint32_t width = number_at(bytes, 16);
    const std::uint32_t height = number_at(bytes, 20);
    if (width == 0 || height == 0 || width > most_pixels || height > most_pixels) {
        logo.error = fmt::format("the logo has {} × {} pixels; at most {} × {} can be printed", width, height,
                                 most_pixels, most_pixels);
        return logo;
    }
    logo.surface.reset(cairo_image_surface_create_from_png_stream(read_more, &bytes));
    if (cairo_surface_status(logo.surface.get()) != CAIRO_STATUS_SUCCESS) {
        logo.error = "the logo's PNG is damaged";
        return logo;
    }
    const double scale = std::min(most_width / width, most_height / height);
    logo.width = width * scale;
    logo.height = height * scale;
    return logo;
}

} // namespace planc
