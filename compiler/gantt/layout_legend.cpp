// The legend: a sample and a word for what occurs in the chart and does not explain itself.
#include "gantt/lettering.h"
#include "gantt/placing.h"
#include "gantt/wording.h"

#include <algorithm>
#include <array>

namespace planc {
namespace {

constexpr double sample_width = 26;
constexpr double sample_height = 12;
constexpr double item_gap = 22;
constexpr double line_height = 24;

struct Entry {
    Sample sample;
    std::string_view word;
    bool shown;
};

constexpr std::size_t status_count = 5;

} // namespace

double place_legend(const Chart& chart, const ChartFrame& frame, double top, Picture& picture) {
    std::array<bool, status_count> status{};
    bool critical = false;
    bool slack = false;
    bool progress = false;
    bool actual = false;
    bool stage = false;
    bool milestone = false;
    for (const ChartRow& row : chart.rows) {
        actual = actual || (row.actual && row.kind != BarKind::heading);
        if (!row.dated || row.kind == BarKind::heading || row.kind == BarKind::group) continue;
        progress = progress || (row.progress && *row.progress < 100 && row.kind == BarKind::task);
        status[static_cast<std::size_t>(row.status) % status_count] = true;
        critical = critical || row.critical;
        slack = slack || row.slack > 0;
        stage = stage || row.kind == BarKind::stage;
        milestone = milestone || row.kind == BarKind::milestone;
    }
    const auto occurs = [&](Status value) { return status[static_cast<std::size_t>(value)]; };
    const auto band = [&](BandKind kind) {
        return std::any_of(picture.bands.begin(), picture.bands.end(),
                           [&](const PlacedBand& b) { return b.kind == kind; });
    };
    const bool several = std::count(status.begin(), status.end(), true) > 1;
    const Wording& words = wording(chart.language);
    const std::array<Entry, 14> entries{{
        {Sample::planned, words.planned, several && occurs(Status::planned)},
        {Sample::active, words.active, occurs(Status::active)},
        {Sample::done, words.done, occurs(Status::done)},
        {Sample::blocked, words.blocked, occurs(Status::blocked)},
        {Sample::cancelled, words.cancelled, occurs(Status::cancelled)},
        {Sample::critical, words.critical, critical},
        {Sample::slack, words.slack, slack},
        {Sample::progress, words.progress, progress},
        {Sample::actual, words.actual, actual},
        {Sample::stage, words.stage, stage},
        {Sample::milestone, words.milestone, milestone},
        {Sample::non_working, words.non_working, band(BandKind::non_working)},
        {Sample::freeze, words.freeze, band(BandKind::freeze)},
        {Sample::as_of, words.as_of_legend, picture.as_of >= 0},
    }};
    double x = sheet_margin;
    double y = top;
    bool any = false;
    const auto [size, bold] = lettering(Ink::legend);
    for (const Entry& entry : entries) {
        if (!entry.shown) continue;
        const double width = sample_width + 7 + text_width(entry.word, size, bold);
        if (x > sheet_margin && x + width > frame.plot_right) {
            x = sheet_margin;
            y += line_height;
        }
        picture.legend.push_back({entry.sample, {x, y, sample_width, sample_height}});
        add_text(picture, Ink::legend, x + sample_width + 7, y + sample_height / 2 + 0.36 * size,
                 std::string(entry.word));
        x += width + item_gap;
        any = true;
    }
    return any ? y + sample_height : top - 16;
}

} // namespace planc
