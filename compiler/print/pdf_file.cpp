// Cairo's PDF surface, written into memory.
#include "print/pdf_file.h"

#include <cairo-pdf.h>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace planc {

namespace {

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// `2026-01-16T14:00:00Z`
std::string moment_text(std::int64_t seconds) {
    using namespace std::chrono;
    constexpr std::int64_t last = 253'402'300'799; // of the year 9999
    const sys_seconds moment{std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, last))};
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

/// The number behind the last `word` of the text.
std::optional<std::size_t> number_behind(std::string_view text, std::string_view word) {
    std::size_t at = text.rfind(word);
    if (at == std::string_view::npos) return {};
    at = text.find_first_of("0123456789", at + word.size());
    if (at == std::string_view::npos) return {};
    std::size_t number = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), number);
    return number;
}

/// What stands between `<<` and `endobj` of an object; empty if there is none.
std::string body_of_object(const std::string& pdf, std::size_t number) {
    const std::string head = fmt::format("\n{} 0 obj\n<<", number);
    const std::size_t begin = pdf.rfind(head);
    const std::size_t end = begin == std::string::npos ? begin : pdf.find("\nendobj", begin);
    return end == std::string::npos ? std::string() : pdf.substr(begin + head.size(), end - begin - head.size());
}

} // namespace

PdfFile::PdfFile(const PdfAbout& about) : about_(about) {
    surface_.reset(cairo_pdf_surface_create_for_stream(append, &bytes_, 595, 842));
    canvas_.reset(cairo_create(surface_.get()));
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATOR, "planc");
    const std::string moment = about.created ? moment_text(*about.created) : std::string();
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   about.created ? moment.c_str() : nullptr);
}

void PdfFile::begin_page(PaperSize size) { cairo_pdf_surface_set_size(surface_.get(), size.width, size.height); }

void PdfFile::end_page() { cairo_show_page(canvas_.get()); }

void PdfFile::add_outline(const std::vector<Anchored>& headings) {
    std::vector<std::pair<int, int>> above; // level and id
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const Anchored& heading = headings[i];
        while (!above.empty() && above.back().first >= heading.level) above.pop_back();
        const int parent = above.empty() ? CAIRO_PDF_OUTLINE_ROOT : above.back().second;
        const std::string link = fmt::format("dest='{}'", anchor_name(static_cast<std::uint32_t>(i + 1)));
        const auto flags = static_cast<cairo_pdf_outline_flags_t>(heading.level <= 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
        const int id =
            cairo_pdf_surface_add_outline(surface_.get(), parent, heading.title.c_str(), link.c_str(), flags);
        above.emplace_back(heading.level, id);
    }
}

std::string PdfFile::finish() {
    const bool drawn = cairo_status(canvas_.get()) == CAIRO_STATUS_SUCCESS;
    canvas_.reset();
    cairo_surface_finish(surface_.get());
    const bool written = cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
    surface_.reset();
    if (!drawn || !written) return {};
    return with_update(std::move(bytes_), about_.language);
}

std::string with_update(std::string pdf, std::string_view language) {
    const std::size_t trailer = pdf.rfind("\ntrailer\n");
    if (trailer == std::string::npos) return pdf;
    const std::string_view end = std::string_view(pdf).substr(trailer);
    const auto root = number_behind(end, "/Root");
    const auto size = number_behind(end, "/Size");
    const auto info = number_behind(end, "/Info");
    const auto start = number_behind(end, "startxref");
    if (!root || !size || !info || !start) return pdf;
    const std::string catalog = body_of_object(pdf, *root);
    std::string about = body_of_object(pdf, *info);
    if (catalog.empty() || about.empty()) return pdf;
    constexpr std::string_view date = "/CreationDate (";
    const std::size_t at = about.find(date);
    if (at != std::string::npos && about.compare(at + date.size(), 2, "D:") != 0) about.insert(at + date.size(), "D:");

    const std::size_t catalog_place = pdf.size();
    pdf += fmt::format("{} 0 obj\n<< /Lang ({})\n   /ViewerPreferences << /DisplayDocTitle true >>{}\nendobj\n", *root,
                       language, catalog);
    const std::size_t about_place = pdf.size();
    pdf += fmt::format("{} 0 obj\n<<{}\nendobj\n", *info, about);
    const std::size_t table = pdf.size();
    pdf +=
        fmt::format("xref\n{} 1\n{:010} 00000 n \n{} 1\n{:010} 00000 n \n", *info, about_place, *root, catalog_place);
    pdf +=
        fmt::format("trailer\n<< /Size {}\n   /Root {} 0 R\n   /Info {} 0 R\n   /Prev {}\n>>\nstartxref\n{}\n%%EOF\n",
                    *size, *root, *info, *start, table);
    return pdf;
}

} // namespace planc
