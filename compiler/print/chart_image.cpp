// The chart as pixels.
#include "print/print.h"

#include "documents/view_sections.h"
#include "print/chart_painter.h"
#include "print/fonts.h"
#include "print/painter.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>

namespace planc {

namespace {

constexpr double most_side = 16'000;
constexpr double most_pixels = 64e6; ///< 256 MB while it is drawn
constexpr double wanted = 2;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

double scale_of(const Picture& picture) {
    const double side = most_side / std::max(picture.width, picture.height);
    const double area = std::sqrt(most_pixels / (picture.width * picture.height));
    return std::min({wanted, side, area});
}

} // namespace

std::variant<ChartImage, PrintError> draw_chart_png(const Chart& chart, const Theme& theme) {
    ChartImage image;
    Chart groups;
    const Chart* drawn = &chart;
    Picture picture = lay_out(chart);
    if (scale_of(picture) < wanted) {
        groups = chart_for_page(chart);
        image.groups_only = groups.rows.size() < chart.rows.size();
        drawn = &groups;
        picture = lay_out(groups);
    }
    const std::lock_guard lock(drawing());
    const FontFamilies families = families_for(theme, chart.language, chart.title);
    if (!families.missing.empty()) return PrintError{families.missing};
    const Content nothing;
    Typesetter typesetter(nothing, families, tag_of(chart.language));
    const double scale = scale_of(picture);
    const auto pixels = [&](double length) { return std::max(static_cast<int>(std::floor(length * scale)), 1); };
    const SurfaceOwner surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(picture.width), pixels(picture.height)));
    const CanvasOwner canvas(cairo_create(surface.get()));
    cairo_scale(canvas.get(), scale, scale);
    draw_chart(canvas.get(), picture, *drawn, theme, typesetter);
    const bool done = cairo_status(canvas.get()) == CAIRO_STATUS_SUCCESS &&
                      cairo_surface_write_to_png_stream(surface.get(), append, &image.bytes) == CAIRO_STATUS_SUCCESS;
    if (!done) return PrintError{"there is not enough memory to draw the chart"};
    return image;
}

} // namespace planc
