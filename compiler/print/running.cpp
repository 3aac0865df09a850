// Header and footer stand in the margins, parted from the text by rules.
#include "print/running.h"

#include "gantt/lettering.h"
#include "print/print.h"

#include <algorithm>
#include <fmt/format.h>

namespace planc {

namespace {

constexpr double millimetre = 72 / 25.4;
constexpr double side = 18 * millimetre;
constexpr double top = 21 * millimetre;
constexpr double bottom = 19 * millimetre;
constexpr double header_top = 10.5 * millimetre;
constexpr double footer_below = 6; ///< of the rule, below the text

} // namespace

PageFrame frame_of(Paper paper, bool wide) {
    PaperSize size = paper == Paper::a4 ? PaperSize{210 * millimetre, 297 * millimetre} : PaperSize{612, 792};
    if (wide) std::swap(size.width, size.height);
    return {size, {side, top, size.width - 2 * side, size.height - top - bottom}};
}

void add_running(PrintedPage& printed, const Page& page, std::size_t number, std::size_t total,
                 Typesetter& typesetter) {
    constexpr Typeface face = Typeface::running;
    constexpr double gap = 14;
    const double right = printed.size.width - side;
    const double width = right - side;
    const double rule = header_top + metrics_of(face).leading + 2;
    const double below = printed.size.height - bottom + footer_below;
    const auto put = [&](std::string text, Alignment alignment, double x, double y, double most, Tint tint) {
        printed.items.emplace_back(PlacedWord{std::move(text), face, tint, alignment, {x, y}, most});
    };
    const std::string draft = printable(page.draft);
    printed.stamp = draft;
    double end = right - typesetter.word_width(page.fingerprint, face) - gap;
    const double of_draft = draft.empty() ? 0 : std::min(typesetter.word_width(draft, face), width / 3);
    put(printable(page.header), Alignment::start, side, header_top, end - side - (draft.empty() ? 0 : of_draft + gap),
        Tint::muted);
    if (!draft.empty()) put(draft, Alignment::end, end, header_top, of_draft + 1, Tint::warning);
    put(page.fingerprint, Alignment::end, right, header_top, 0, Tint::muted);
    printed.items.emplace_back(PlacedStroke{{side, rule}, {right, rule}, 0.5, Tint::rule, false});
    printed.items.emplace_back(PlacedStroke{{side, below}, {right, below}, 0.5, Tint::rule, false});
    const std::string place = fmt::format("{} / {}", number, total);
    end = right - typesetter.word_width(place, face) - gap;
    put(printable(page.title), Alignment::start, side, below + 4, end - side, Tint::muted);
    put(place, Alignment::end, right, below + 4, 0, Tint::ink);
}

} // namespace planc
