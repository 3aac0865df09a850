// A PDF as it grows: its pages, its outline, and what says what it is.
#pragma once

#include "print/painter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace planc {

struct PdfAbout {
    std::string title;
    std::string_view language; ///< `zh-CN`
    std::optional<std::int64_t> created;
};

class PdfFile {
public:
    explicit PdfFile(const PdfAbout& about);

    _cairo* canvas() { return canvas_.get(); }
    void begin_page(PaperSize size);
    void end_page();
    /// Headings of level 1 have none above them.
    void add_outline(const std::vector<Anchored>& headings);
    /// The bytes; nothing can be added any more. Empty if memory or something else was lacking.
    std::string finish();

private:
    PdfAbout about_;
    std::string bytes_;
    SurfaceOwner surface_;
    CanvasOwner canvas_;
};

/// What cairo 1.16 cannot do, appended as an update of the file: the language of the document in its catalog, and the
/// date of creation as PDF writes dates.
std::string with_update(std::string pdf, std::string_view language);

} // namespace planc
