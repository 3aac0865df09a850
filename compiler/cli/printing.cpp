#include "cli/printing.h"

#include "cli/version.h"

#include <charconv>
#include <fmt/format.h>

namespace planc {

void Printing::load() {
    const auto part = host_.load_part(std::string(printer_part), std::string(printer_symbol));
    if (const auto* error = std::get_if<HostError>(&part)) {
        error_ = fmt::format("what prints cannot be loaded: {}", error->message);
        return;
    }
    printer_ = static_cast<const Printer*>(std::get<const void*>(part));
    if (printer_->version != version())
        error_ = fmt::format("{} is of version {}, and this is {}", printer_part, printer_->version, version());
    const std::string epoch = host_.environment("SOURCE_DATE_EPOCH").value_or("");
    if (epoch.empty()) return;
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), seconds);
    // The last second of the year 9999: a PDF has four digits for it.
    if (failed != std::errc() || end != epoch.data() + epoch.size() || seconds < 0 || seconds > 253'402'300'799)
        error_ = fmt::format("SOURCE_DATE_EPOCH is `{}`; it takes seconds since 1970", epoch);
    created_ = seconds;
}

std::string Printing::print(const Pages& pages, std::span<const DocumentFile> files, Paper paper,
                            std::vector<Document>& documents, std::vector<std::string>& notes) {
    for (const DocumentFile& file : files) {
        if (!is_printed(file)) continue;
        std::call_once(loaded_, [this] { load(); });
        if (!error_.empty()) return error_;
        const auto add = [&](std::string bytes) { documents.push_back({file_name(file), std::move(bytes)}); };
        const auto refused = [&](const PrintError& error) {
            return fmt::format("{}: {}; --only html,md,svg makes what needs no fonts", file_name(file), error.message);
        };
        if (file.format == DocumentFormat::png) {
            auto image = printer_->draw_chart_png(*pages.chart, pages.theme);
            if (const auto* error = std::get_if<PrintError>(&image)) return refused(*error);
            if (std::get<ChartImage>(image).groups_only)
                notes.push_back(fmt::format("{} has no room for every row and shows the phases alone; gantt.svg and "
                                            "gantt.pdf show all",
                                            file_name(file)));
            add(std::move(std::get<ChartImage>(image).bytes));
            continue;
        }
        const Page* const page = pages.find(file.document);
        auto pdf = page != nullptr ? printer_->draw_pdf(*page, pages.theme, paper, created_)
                                   : printer_->draw_chart_pdf(pages.about, *pages.chart, pages.theme, paper, created_);
        if (const auto* error = std::get_if<PrintError>(&pdf)) return refused(*error);
        add(std::move(std::get<std::string>(pdf)));
    }
    return {};
}

} // namespace planc
