// Random charts; distributions are our own, since the library's differ between platforms.
#include "random_chart.h"

#include "gantt/scale.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace planc_test {
namespace {

using namespace planc;

constexpr std::array<std::string_view, 24> pieces{"数据库备份",
                                                  "灰度发布",
                                                  "review",
                                                  "（服务逐台重启）",
                                                  " ",
                                                  "WWWWWWWWWWWWWWWWWWWWWWWW",
                                                  "，",
                                                  "回滚演练。",
                                                  "iiii",
                                                  "🚀",
                                                  "👩‍👩‍👧‍👦",
                                                  "é",
                                                  "<b>",
                                                  "&amp;",
                                                  "\"",
                                                  "]]>",
                                                  "\n",
                                                  "\t",
                                                  std::string_view("\0", 1),
                                                  "\x1B[31m",
                                                  "\xFF\xFE",
                                                  "%%{init}%%",
                                                  "section ",
                                                  "\xE2\x80\xAE"};

int pick(std::mt19937& random, int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }

std::string text(std::mt19937& random, int most_pieces) {
    std::string out;
    for (int i = pick(random, most_pieces + 1); i > 0; --i) out += pieces[random() % pieces.size()];
    return out;
}

LocalTime moment(std::mt19937& random, std::int64_t span, bool whole_days) {
    const LocalTime base{std::chrono::local_days{std::chrono::year{2025} / 11 / 3}};
    auto offset = static_cast<std::int64_t>(random()) % (span + 1);
    if (whole_days) offset -= offset % minutes_per_day;
    return base + minutes{offset};
}

ChartRow random_row(std::mt19937& random, std::int64_t span, bool whole_days, int most_pieces) {
    constexpr std::array<BarKind, 8> kinds{BarKind::group, BarKind::task,      BarKind::task,      BarKind::task,
                                           BarKind::stage, BarKind::milestone, BarKind::milestone, BarKind::heading};
    ChartRow row;
    row.kind = kinds[random() % kinds.size()];
    row.depth = pick(random, 4) == 0 ? pick(random, 12) : pick(random, 3);
    row.id = "row";
    row.label = text(random, most_pieces);
    row.owner = text(random, 3);
    row.dated = row.kind != BarKind::heading && pick(random, 8) != 0;
    row.whole_days = whole_days;
    row.begin = moment(random, span, whole_days);
    row.end = row.kind == BarKind::milestone ? row.begin : moment(random, span, whole_days);
    if (row.end < row.begin) std::swap(row.begin, row.end);
    row.status = static_cast<Status>(pick(random, 5));
    row.critical = pick(random, 3) == 0;
    row.slack = pick(random, 2) == 0 ? 0 : pick(random, static_cast<int>(span / 2) + 1);
    if (pick(random, 4) == 0) row.progress = pick(random, 101);
    if (pick(random, 4) == 0 && row.kind != BarKind::heading) {
        ChartActual actual;
        actual.whole_days = whole_days;
        actual.begin = moment(random, span, whole_days);
        if (pick(random, 3) != 0) actual.end = std::max(actual.begin, moment(random, span, whole_days));
        row.actual = actual;
    }
    if (row.kind == BarKind::stage) row.percent = NumberRange{1.0 + pick(random, 30), 1.0 + pick(random, 30) + 40};
    return row;
}

} // namespace

Chart random_chart(std::mt19937& random, int most_rows) {
    constexpr std::array<std::int64_t, 9> spans{0, 45, 300, 1'200, 4'000, 40'000, 200'000, 2'000'000, 90'000'000};
    const std::int64_t span = spans[random() % spans.size()];
    const bool whole_days = span > 2'000 && pick(random, 2) == 0;
    const int most_pieces = pick(random, 6) == 0 ? 90 : 5;
    Chart chart;
    chart.title = text(random, most_pieces);
    chart.language = pick(random, 2) == 0 ? Language::en : Language::zh_cn;
    for (int i = pick(random, most_rows + 1); i > 0; --i)
        chart.rows.push_back(random_row(random, span, whole_days, most_pieces));
    const int count = static_cast<int>(chart.rows.size());
    for (int i = count > 0 ? pick(random, 2 * count) : 0; i > 0; --i)
        chart.arrows.push_back({static_cast<std::size_t>(pick(random, count)),
                                static_cast<std::size_t>(pick(random, count)),
                                static_cast<DependencyType>(pick(random, 4)), pick(random, 2) == 0});
    for (int i = pick(random, 6); i > 0; --i) {
        const LocalTime begin = moment(random, span, false);
        chart.bands.push_back({pick(random, 2) == 0 ? BandKind::freeze : BandKind::non_working, begin,
                               begin + minutes{1 + static_cast<std::int64_t>(random()) % (span + 2)},
                               text(random, most_pieces)});
    }
    fit_axis(chart);
    if (pick(random, 2) == 0) chart.as_of = moment(random, span, false);
    return chart;
}

} // namespace planc_test
