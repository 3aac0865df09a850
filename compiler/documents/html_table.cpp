// Tables: heads with scope, columns that keep a readable width, rows and columns of the record.
#include "documents/html_table.h"

#include "documents/html_inline.h"
#include "documents/html_text.h"

#include "gantt/table.h"

#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cstdint>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

constexpr std::string_view wide_blank = "\u2003"; ///< widens columns of Markdown that are written in by hand

struct Column {
    char alignment = 0;
    std::size_t width = 0; ///< of its longest line, in Latin letters
    std::string shows;     ///< what of the record; empty for all others
    std::string head;      ///< HTML
};

/// A step of the style sheet's widths, in letters; no column asks for more than 28.
std::size_t width_step(std::size_t letters) { return 4 * std::clamp<std::size_t>((letters + 3) / 4, 1, 7); }

std::string alignment_class(char alignment) {
    return alignment == 'r' ? "right" : alignment == 'c' ? "centre" : std::string();
}

void read_head(std::vector<Column>& columns, cmark_node* table, cmark_node* row) {
    const std::size_t count = cmark_gfm_extensions_get_table_columns(table);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
    columns.resize(count);
    std::size_t i = 0;
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr && i < count; cell = cmark_node_next(cell)) {
        Column& column = columns[i];
        column.alignment = static_cast<char>(alignments[i++]);
        for (const Mark& mark : take_leading_marks(cell)) column.shows = mark.word;
        append_inline(column.head, cell);
        while (column.head.ends_with(wide_blank)) column.head.resize(column.head.size() - wide_blank.size());
        std::string text = plain_text(cell);
        while (text.ends_with(wide_blank)) text.resize(text.size() - wide_blank.size());
        column.width = text.size(); // three bytes of Chinese stand for two letters: heads get some air
    }
}

void append_cell(std::string& out, cmark_node* cell, Column& column, bool head, const Labels& labels) {
    const std::vector<Mark> marks = take_leading_marks(cell);
    const bool tick = std::any_of(marks.begin(), marks.end(), [](const Mark& one) { return one.word == "tick"; });
    const std::string_view tag = head ? "th" : "td";
    out += '<';
    out += tag;
    if (head) out += " scope=\"row\"";
    if (tick)
        out += " class=\"tick\"";
    else if (const std::string name = alignment_class(column.alignment); !name.empty())
        fmt::format_to(std::back_inserter(out), " class=\"{}\"", name);
    out += '>';
    if (tick)
        append_box(out, plain_text(cell) == "☑", labels);
    else
        append_inline(out, cell);
    fmt::format_to(std::back_inserter(out), "</{}>", tag);
    column.width = std::max(column.width, text_width(cell));
}

/// Of what the record may say something here; empty for other rows.
std::string row_id(cmark_node* row) {
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
        cmark_node* text = cmark_node_first_child(cell);
        const char* literal = text != nullptr ? cmark_node_get_literal(text) : nullptr;
        if (literal == nullptr || literal[0] != mark_border) continue;
        std::string copy = literal;
        for (const Mark& mark : take_marks(copy))
            if (mark.word == "of") return mark.argument;
    }
    return {};
}

void append_head(std::string& out, const std::vector<Column>& columns) {
    out += "<thead><tr>";
    for (const Column& column : columns) {
        // An empty cell heads nothing.
        if (column.head.empty()) {
            fmt::format_to(std::back_inserter(out), "<td class=\"w{}\"></td>", width_step(column.width));
            continue;
        }
        const std::string alignment = alignment_class(column.alignment);
        fmt::format_to(std::back_inserter(out), R"(<th scope="col" class="w{}{}{}")", width_step(column.width),
                       alignment.empty() ? "" : " ", alignment);
        if (!column.shows.empty())
            fmt::format_to(std::back_inserter(out), " data-shows=\"{}\"", escape_html(column.shows));
        fmt::format_to(std::back_inserter(out), ">{}</th>", column.head);
    }
    out += "</tr></thead>\n";
}

} // namespace

void append_table(std::string& out, cmark_node* table, TableUse use, const Labels& labels) {
    std::vector<Column> columns;
    std::string rows;
    for (cmark_node* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
        if (cmark_gfm_extensions_get_table_row_is_header(row) != 0) {
            read_head(columns, table, row);
            continue;
        }
        const std::string id = row_id(row);
        rows += id.empty() ? "<tr>" : fmt::format("<tr data-of=\"{}\">", escape_html(id));
        std::size_t i = 0;
        for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr && i < columns.size();
             cell = cmark_node_next(cell), ++i)
            append_cell(rows, cell, columns[i], use == TableUse::sign && i == 0, labels);
        rows += "</tr>\n";
    }
    out += use == TableUse::read    ? "<div class=\"table\">"
           : use == TableUse::write ? "<div class=\"table write\">"
                                    : "<div class=\"table sign\">";
    out += "<table>";
    append_head(out, columns);
    if (!rows.empty()) out += "<tbody>\n" + rows + "</tbody>";
    out += "</table></div>\n";
}

void append_chart_table(std::string& out, const Chart& chart, const Labels& labels) {
    const ChartTable table = chart_table(chart);
    std::vector<std::size_t> columns; // that say something
    for (std::size_t i = 0; i < chart_columns; ++i)
        if (static_cast<ChartColumn>(i) != ChartColumn::depth &&
            std::any_of(table.rows.begin(), table.rows.end(), [i](const auto& row) { return !row[i].empty(); }))
            columns.push_back(i);
    out += "<details class=\"chart-table\"><summary>";
    append_html(out, labels["page_chart_table"]);
    out += "</summary><div class=\"table\"><table><thead><tr>";
    for (const std::size_t i : columns) {
        out += "<th scope=\"col\">";
        append_html(out, table.header[i]);
        out += "</th>";
    }
    out += "</tr></thead>\n<tbody>\n";
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        out += "<tr>";
        for (const std::size_t i : columns) {
            const bool what = static_cast<ChartColumn>(i) == ChartColumn::what;
            if (what)
                fmt::format_to(std::back_inserter(out), "<td class=\"depth{}\">", std::min(chart.rows[at].depth, 3));
            else
                out += "<td>";
            append_html(out, table.rows[at][i]);
            out += "</td>";
        }
        out += "</tr>\n";
    }
    out += "</tbody></table></div></details>\n";
}

void append_facts(std::string& out, cmark_node* table) {
    out += "<dl class=\"facts\">\n";
    for (cmark_node* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
        bool name = true;
        out += "<div>";
        for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
            out += name ? "<dt>" : "<dd>";
            append_inline(out, cell);
            out += name ? "</dt>" : "</dd>";
            name = false;
        }
        out += "</div>\n";
    }
    out += "</dl>\n";
}

} // namespace planc
