// The bytes of PDF and PNG: the same every time, and a clear word where nothing can be drawn.
#include "print/print.h"

#include "golden.h"
#include "laid.h"
#include "print/pdf_file.h"
#include "printed.h"

#include <fmt/format.h>
#include <thread>

using namespace planc;

namespace {

Page simple_page() {
    Page page;
    page.title = "Harbour 2.0 · Plan";
    page.header = "Harbour 2.0";
    page.fingerprint = "0123456789ab";
    page.markdown = "# 港口\n\n把船卸空。See [the site](https://example.com/a(b)'c).\n\n## Part\n\n- [ ] One\n";
    return page;
}

std::string drawn(const Page& page, std::optional<std::int64_t> created = {}) {
    return std::get<std::string>(draw_pdf(page, Theme(), Paper::a4, created));
}

std::string error_with_logo(const std::string& bytes) {
    Theme theme;
    theme.logo = bytes;
    const auto result = draw_pdf(simple_page(), theme, Paper::a4, {});
    const auto* error = std::get_if<PrintError>(&result);
    return error == nullptr ? std::string() : error->message;
}

/// The begin of a PNG that says it has so many pixels.
std::string png_head(unsigned width, unsigned height) {
    std::string out("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    for (const unsigned number : {width, height})
        for (const unsigned bits : {24U, 16U, 8U, 0U}) out += static_cast<char>(number >> bits & 0xFFU);
    return out + std::string(20, '\0');
}

Chart long_chart(std::size_t rows) {
    Chart chart;
    chart.title = "Long";
    chart.begin = LocalTime{std::chrono::sys_days{std::chrono::January / 1 / 2026}.time_since_epoch()};
    chart.end = chart.begin + std::chrono::days(30);
    for (std::size_t i = 0; i < rows; ++i) {
        ChartRow& row = chart.rows.emplace_back();
        row.kind = i % 100 == 0 ? BarKind::group : BarKind::task;
        row.depth = i % 100 == 0 ? 0 : 1;
        row.label = fmt::format("row {}", i);
        row.dated = true;
        row.begin = chart.begin + std::chrono::days(i % 20);
        row.end = row.begin + std::chrono::days(2);
    }
    return chart;
}

unsigned number_at(const std::string& bytes, std::size_t at) {
    unsigned number = 0;
    for (std::size_t i = at; i < at + 4; ++i) number = number << 8U | static_cast<unsigned char>(bytes.at(i));
    return number;
}

} // namespace

TEST_CASE("a document gives the same bytes every time, whatever the time zone") {
    const std::string first = drawn(simple_page());
    setenv("TZ", "Asia/Tokyo", 1);
    tzset();
    const std::string second = drawn(simple_page());
    unsetenv("TZ");
    tzset();
    CHECK(first == second);
    CHECK(first.starts_with("%PDF-1.5"));
    CHECK(first.find("CreationDate") == std::string::npos);
}

TEST_CASE("a time stamp stands in the PDF in universal time") {
    CHECK(drawn(simple_page(), 86'400).find("/CreationDate (D:19700102000000") != std::string::npos);
}

TEST_CASE("the PDF says its language, its structure and where its links lead") {
    const std::string pdf = drawn(simple_page());
    CHECK(pdf.find("/Lang (zh-CN)") != std::string::npos);
    CHECK(pdf.find("/MarkInfo << /Marked true >>") != std::string::npos);
    CHECK(pdf.find("/URI (https://example.com/a%28b%29%27c)") != std::string::npos);
    CHECK(pdf.find("/Outlines") != std::string::npos);
}

TEST_CASE("several threads may draw at once") {
    const std::string alone = drawn(simple_page());
    std::vector<std::string> together(4);
    std::vector<std::thread> threads;
    for (std::string& bytes : together) threads.emplace_back([&bytes] { bytes = drawn(simple_page()); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& bytes : together) CHECK(bytes == alone);
}

TEST_CASE("a logo that cannot be used is told before anything is drawn") {
    CHECK(error_with_logo("GIF89a") == "the logo is not a PNG picture");
    CHECK(error_with_logo(png_head(10'000, 10'000)) ==
          "the logo has 10000 × 10000 pixels; at most 4000 × 4000 can be printed");
    CHECK(error_with_logo(png_head(10, 10)) == "the logo's PNG is damaged");
}

TEST_CASE("hostile titles, links and texts are drawn") {
    Page page = simple_page();
    page.title = std::string(2'000, 'x') + "(\\)\n";
    page.header = page.title;
    page.markdown = "# " + page.title + "\n\n[a](javascript:alert) [b](#nowhere) [c](https://example.com/\\\\%27%28)\n";
    const std::string pdf = drawn(page);
    CHECK(pdf.find("javascript") == std::string::npos);
}

TEST_CASE("the chart is a PNG, and one too long for that is drawn with its groups alone") {
    const Printed printed(testing::read_file(testing::project() / "examples/small.plan.yaml"));
    const auto small = std::get<ChartImage>(draw_chart_png(*printed.pages.chart, Theme()));
    CHECK(small.bytes.starts_with("\x89PNG"));
    CHECK_FALSE(small.groups_only);
    const auto large = std::get<ChartImage>(draw_chart_png(long_chart(5'000), Theme()));
    CHECK(large.groups_only);
    CHECK(number_at(large.bytes, 16) <= 16'000);
    CHECK(number_at(large.bytes, 20) <= 16'000);
}

TEST_CASE("the chart's own document has its picture and its rows") {
    const Printed printed(testing::read_file(testing::project() / "examples/small.plan.yaml"));
    const auto drawn_chart =
        draw_chart_pdf(printed.page(DocumentName::plan), *printed.pages.chart, Theme(), Paper::letter, {});
    CHECK(std::get<std::string>(drawn_chart).starts_with("%PDF"));
}
