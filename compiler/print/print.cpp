// Fonts, logo and pages brought together, one document at a time.
#include "print/print.h"

#include "gantt/lettering.h"
#include "print/document_pages.h"
#include "print/fonts.h"
#include "print/painter.h"
#include "print/pdf_file.h"

namespace planc {

std::variant<std::string, PrintError> draw_pdf(const Page& page, const Theme& theme, Paper paper,
                                               std::optional<std::int64_t> created) {
    const Content content = read_content(page.markdown);
    const std::lock_guard lock(drawing());
    const FontFamilies families = families_for(theme, page.language, content.letters);
    if (!families.missing.empty()) return PrintError{families.missing};
    const Logo logo = read_logo(theme.logo);
    if (!logo.error.empty()) return PrintError{logo.error};

    Typesetter typesetter(content, families, tag_of(page.language));
    PdfFile file({printable(page.title), tag_of(page.language), created});
    const Palette palette = palette_of(theme);
    Painter painter(file.canvas(), typesetter, palette, theme, logo.surface.get());
    lay_out_document(page, typesetter, logo, paper, [&](const PrintedPage& printed) {
        file.begin_page(printed.size);
        painter.draw(printed);
        file.end_page();
    });
    file.add_outline(content.headings);
    std::string bytes = file.finish();
    if (bytes.empty()) return PrintError{"the PDF could not be drawn"};
    return bytes;
}

} // namespace planc
