// The reader of chart files; a line it cannot read stops the test with that line.
#include "chart_file.h"

#include "gantt/scale.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace planc_test {
namespace {

using namespace planc;

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(trim(text.substr(0, at)));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(trim(text));
    return parts;
}

template <class Number>
Number number(std::string_view text) {
    Number value{};
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc()) throw std::runtime_error("not a number: " + std::string(text));
    return value;
}

bool is_date(std::string_view text) { return text.size() == 10; }

/// `2025-12-08` or `2025-12-08 22:00`
LocalTime moment(std::string_view text) {
    if (text.size() < 10) throw std::runtime_error("not a moment: " + std::string(text));
    const std::chrono::year_month_day date{std::chrono::year{number<int>(text.substr(0, 4))},
                                           std::chrono::month{number<unsigned>(text.substr(5, 2))},
                                           std::chrono::day{number<unsigned>(text.substr(8, 2))}};
    LocalTime time{std::chrono::local_days{date}};
    if (!is_date(text))
        time += std::chrono::hours{number<int>(text.substr(11, 2))} + minutes{number<int>(text.substr(14, 2))};
    return time;
}

struct Span {
    LocalTime begin;
    LocalTime end;
    bool whole_days;
};

Span span(std::string_view text) {
    const std::vector<std::string_view> ends = split(text, " .. ");
    const bool whole = is_date(ends.back());
    return {moment(ends.front()), moment(ends.back()) + minutes{whole ? minutes_per_day : 0}, whole};
}

/// Ends with `..` where it goes on.
ChartActual actual(std::string_view text) {
    const bool open = text.ends_with("..");
    if (open) text = trim(text.substr(0, text.size() - 2));
    const Span dates = span(text);
    ChartActual out;
    out.begin = dates.begin;
    out.whole_days = dates.whole_days;
    if (!open) out.end = dates.end;
    return out;
}

void set_property(ChartRow& row, std::string_view word) {
    const std::vector<std::string_view> pair = split(word, "=");
    if (word == "critical")
        row.critical = true;
    else if (word == "done")
        row.status = Status::done;
    else if (word == "active")
        row.status = Status::active;
    else if (word == "blocked")
        row.status = Status::blocked;
    else if (word == "cancelled")
        row.status = Status::cancelled;
    else if (pair[0] == "progress")
        row.progress = number<double>(pair[1]);
    else if (pair[0] == "slack")
        row.slack = number<std::int64_t>(pair[1]);
    else if (pair[0] == "percent")
        row.percent = NumberRange{number<double>(pair[1]), number<double>(pair.back())};
    else if (!word.empty())
        throw std::runtime_error("unknown word: " + std::string(word));
}

ChartRow read_row(BarKind kind, const std::vector<std::string_view>& head,
                  const std::vector<std::string_view>& fields) {
    ChartRow row;
    row.kind = kind;
    row.depth = number<int>(head.at(1));
    row.label = fields.at(1);
    if (fields.size() > 2) row.owner = fields[2];
    if (fields.size() > 3 && fields[3] != "-") {
        const Span dates = span(fields[3]);
        row.dated = true;
        row.whole_days = dates.whole_days;
        row.begin = kind == BarKind::milestone ? dates.end : dates.begin;
        row.end = dates.end;
    }
    if (fields.size() > 4)
        for (const std::string_view word : split(fields[4], " ")) set_property(row, word);
    if (fields.size() > 5) row.actual = actual(fields[5]);
    return row;
}

DependencyType type_of(std::string_view word) {
    if (word == "start_to_start") return DependencyType::start_to_start;
    if (word == "finish_to_finish") return DependencyType::finish_to_finish;
    if (word == "start_to_finish") return DependencyType::start_to_finish;
    return DependencyType::finish_to_start;
}

void read_line(Chart& chart, std::string_view line) {
    const std::vector<std::string_view> fields = split(line, "|");
    const std::vector<std::string_view> head = split(fields[0], " ");
    const auto row = [&](BarKind kind) {
        chart.rows.push_back(read_row(kind, head, fields));
        chart.rows.back().id = "row-" + std::to_string(chart.rows.size() - 1);
    };
    if (head[0] == "title")
        chart.title = fields.at(1);
    else if (head[0] == "language")
        chart.language = fields.at(1) == "en" ? Language::en : Language::zh_cn;
    else if (head[0] == "as_of")
        chart.as_of = moment(fields.at(1));
    else if (head[0] == "heading")
        row(BarKind::heading);
    else if (head[0] == "group")
        row(BarKind::group);
    else if (head[0] == "task")
        row(BarKind::task);
    else if (head[0] == "stage")
        row(BarKind::stage);
    else if (head[0] == "milestone")
        row(BarKind::milestone);
    else if (head[0] == "arrow") {
        ChartArrow arrow{number<std::size_t>(head.at(1)), number<std::size_t>(head.at(2)), type_of(head.at(3)), false};
        arrow.critical = head.back() == "critical";
        chart.arrows.push_back(arrow);
    } else if (head[0] == "band") {
        const Span dates = span(fields.at(2));
        const BandKind kind = head.at(1) == "freeze" ? BandKind::freeze : BandKind::non_working;
        chart.bands.push_back({kind, dates.begin, dates.end, std::string(fields.at(1))});
    } else if (head[0] == "weekends") {
        for (LocalTime day = moment(head.at(1)); day <= moment(head.at(2)); day += std::chrono::hours{24 * 7})
            chart.bands.push_back({BandKind::non_working, day, day + std::chrono::hours{48}, {}});
    } else
        throw std::runtime_error("unknown line: " + std::string(line));
}

std::string folder() { return std::string(PLANC_SOURCE_DIR) + "/tests/unit/gantt/cases/"; }

} // namespace

Chart read_chart(std::string_view text) {
    Chart chart;
    for (const std::string_view line : split(text, "\n"))
        if (!line.empty() && line[0] != '#') read_line(chart, line);
    fit_axis(chart);
    return chart;
}

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder()))
        names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Chart read_case(const std::string& name) { return read_chart(read_text(folder() + name + ".chart")); }

} // namespace planc_test
