// Breaks text into lines and measures it, with the fonts of the machine.
#pragma once

#include "print/content.h"
#include "print/typefaces.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// Pango's own types, so that only sources include it.
struct _PangoContext;
struct _PangoFontMap;
struct _PangoLayout;

namespace planc {

struct FreeObject {
    void operator()(void* object) const;
};
using PangoContextOwner = std::unique_ptr<_PangoContext, FreeObject>;
using PangoLayoutOwner = std::unique_ptr<_PangoLayout, FreeObject>;

/// In points.
struct TextWidths {
    double least = 0;   ///< of the longest part that is not broken
    double natural = 0; ///< of the longest line when nothing is broken
};

/// Fonts by the names the theme gives, best first.
struct FontFamilies {
    std::string text;
    std::string code;
    std::string missing; ///< why nothing can be printed; empty if it can
};

/// A passage made ready for drawing.
struct SetLines {
    _PangoLayout* layout = nullptr;
    double baseline = 0; ///< from the top of a line
    double leading = 0;
    int count = 0;
};

/// Not for several threads at once. `content` outlives it.
class Typesetter {
public:
    static constexpr double unbroken = -1;

    Typesetter(const Content& content, const FontFamilies& families, std::string_view language);

    TextWidths widths(const TextPassage& passage, Typeface face);
    int lines(const TextPassage& passage, Typeface face, double width) { return set(passage, face, width).count; }
    /// The first byte of each line.
    std::vector<std::size_t> line_begins(const TextPassage& passage, Typeface face, double width);
    /// Where a line ends, from its begin.
    double line_end(const TextPassage& passage, Typeface face, double width, int line);
    /// Valid until the next call of any function.
    SetLines set(const TextPassage& passage, Typeface face, double width);
    /// A text that stands in no content, on one line; longer than `most`, it is cut, with dots. 0 is no limit.
    PangoLayoutOwner word(std::string_view text, Typeface face, double most);
    double word_width(std::string_view text, Typeface face);
    /// A text of a chart, on one line.
    PangoLayoutOwner label(std::string_view text, double size, bool bold, bool italic);
    /// From the top of a line.
    double baseline(Typeface face) const { return baselines_[static_cast<std::size_t>(face)]; }
    const Content& content() const { return content_; }

private:
    struct Slot {
        PangoLayoutOwner layout;
        TextPassage passage;
        Typeface face = Typeface::body;
        double width = 0;
    };

    /// Signs between words as wide as in other fonts, where the language is not Chinese.
    void narrow(_PangoLayout* layout) const;
    PangoLayoutOwner make(const TextPassage& passage, Typeface face, double width);

    const Content& content_;
    FontFamilies families_;
    bool chinese_;
    PangoContextOwner context_;
    std::array<double, 16> baselines_{}; ///< by typeface
    std::vector<Slot> slots_;            ///< what was set last, by a hash of the passage
};

/// The families of a theme's list that this machine has. `chinese` demands that one can write Chinese.
FontFamilies find_families(std::string_view text_list, std::string_view code_list, bool chinese);

/// The fonts of the machine, read once.
_PangoFontMap* font_map();

} // namespace planc
