// A printer for tests of the command line: what it prints says what it was asked for.
#pragma once

#include "host/memory_host.h"
#include "print/printer.h"

namespace planc::testing {

inline std::variant<std::string, PrintError> pretend_pdf(const Page& page, const Theme&, Paper paper,
                                                         std::optional<std::int64_t> created) {
    return "PDF of " + page.title + (paper == Paper::letter ? " on letter paper" : "") +
           (created ? " made at " + std::to_string(*created) : "") + "\n" + page.markdown;
}

inline std::variant<std::string, PrintError> pretend_chart(const Page& about, const Chart& chart, const Theme& theme,
                                                           Paper paper, std::optional<std::int64_t> created) {
    return std::get<std::string>(pretend_pdf(about, theme, paper, created)) + dump(chart);
}

inline std::variant<ChartImage, PrintError> pretend_png(const Chart& chart, const Theme&) {
    return ChartImage{"PNG of " + dump(chart), chart.rows.size() > 100};
}

/// In the place of the part that prints.
inline const Printer pretended{PLANC_VERSION, &pretend_pdf, &pretend_chart, &pretend_png};

inline void give_paper(MemoryHost& host) { host.parts.try_emplace(std::string(printer_part), &pretended); }

} // namespace planc::testing
