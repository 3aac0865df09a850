// A table of cmark-gfm's tree as HTML.
#pragma once

#include "documents/labels.h"
#include "gantt/chart.h"

#include <cmark-gfm.h>
#include <string>

namespace planc {

/// What a mark before a table says of it.
enum class TableUse { read, write, sign };

/// The table in a box that scrolls sideways. Rows that the record may speak of name it, columns of the record what
/// they show.
void append_table(std::string& out, cmark_node* table, TableUse use, const Labels& labels);

/// The facts of the chart in words, to be unfolded.
void append_chart_table(std::string& out, const Chart& chart, const Labels& labels);

/// Each row a name and its value, the head as well.
void append_facts(std::string& out, cmark_node* table);

} // namespace planc
