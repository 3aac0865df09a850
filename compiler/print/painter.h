// Draws pages as they were laid out.
#pragma once

#include "documents/theme.h"
#include "print/placed.h"
#include "print/typesetter.h"

#include <array>
#include <string>

struct _cairo;
struct _cairo_surface;
struct _PangoGlyphItem;

namespace planc {

struct FreeSurface {
    void operator()(_cairo_surface* surface) const;
};
using SurfaceOwner = std::unique_ptr<_cairo_surface, FreeSurface>;

struct FreeCanvas {
    void operator()(_cairo* canvas) const;
};
using CanvasOwner = std::unique_ptr<_cairo, FreeCanvas>;

/// By Tint.
using Palette = std::array<Colour, 7>;
Palette palette_of(const Theme& theme);

class Painter {
public:
    /// All outlive it; `logo` may be null.
    Painter(_cairo* canvas, Typesetter& typesetter, const Palette& palette, const Theme& theme, _cairo_surface* logo);

    void draw(const PrintedPage& page);

private:
    void draw_item(const PlacedLines& lines);
    void draw_item(const PlacedWord& word);
    void draw_item(const PlacedFill& fill);
    void draw_item(const PlacedStroke& stroke);
    void draw_item(const PlacedDot& dot);
    void draw_item(const PlacedTick& tick);
    void draw_item(const PlacedChart& chart);
    void draw_item(const PlacedLogo& logo);
    void draw_item(const OpenPart& part);
    void draw_item(const ClosePart& part);
    void draw_item(const PlacedAnchor& anchor);

    /// Letters that look alike.
    struct TextRun {
        _PangoGlyphItem* run = nullptr;
        const char* text = nullptr;
        std::uint8_t looks = 0;
        std::uint32_t link = 0;
    };

    void draw_line(const PlacedLines& lines, const SetLines& set, int number, double top);
    void draw_run(const TextRun& run, const PlacedLines& lines, Point at, double width);
    void draw_stamp(const PrintedPage& page);
    void draw_tick(const Box& box, bool done);
    void use(Tint tint);

    _cairo* canvas_;
    Typesetter& typesetter_;
    const Palette& palette_;
    const Theme& theme_;
    _cairo_surface* logo_;
};

/// The name of the place in a PDF where a heading stands.
std::string anchor_name(std::uint32_t heading);

} // namespace planc
