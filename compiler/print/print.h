// Documents on paper: PDF of Markdown and of charts, and a chart as PNG. May be called on several threads, of which one
// at a time draws.
#pragma once

#include "documents/page.h"
#include "documents/theme.h"
#include "plan/wish.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace planc {

/// Why nothing could be drawn.
struct PrintError {
    std::string message; ///< lower case, without a full stop
};

struct ChartImage {
    std::string bytes;        ///< of a PNG
    bool groups_only = false; ///< the chart has too many rows: phases alone are drawn
};

/// A document as one PDF. `created` are seconds since 1970; without them the PDF holds no dates.
std::variant<std::string, PrintError> draw_pdf(const Page& page, const Theme& theme, Paper paper,
                                               std::optional<std::int64_t> created);

/// The chart on wide pages, then its facts as a table. `about` says what stands at the edges of the pages, and the
/// title.
std::variant<std::string, PrintError> draw_chart_pdf(const Page& about, const Chart& chart, const Theme& theme,
                                                     Paper paper, std::optional<std::int64_t> created);

/// The chart with two pixels for each of its own, but at most 16,000 a side.
std::variant<ChartImage, PrintError> draw_chart_png(const Chart& chart, const Theme& theme);

} // namespace planc
