// A document before it has a format: its Markdown with layout marks, and what stands on every page of it.
#pragma once

#include "gantt/chart.h"
#include "plan/plan.h"

#include <string>

namespace planc {

struct Page {
    DocumentName document = DocumentName::plan;
    Language language = Language::zh_cn;
    std::string title;            ///< `考试伴侣 1.0 · 签批单`
    std::string header;           ///< at the top of every page: the plan, its revision and its status
    std::string fingerprint;      ///< 12 hexadecimal digits that name the plan's sources
    std::string draft;            ///< stands over every page; empty if the plan has no errors
    std::string markdown;         ///< with layout marks (marks.h)
    std::string summary;          ///< one or two sentences of plain text; may be empty
    const Chart* chart = nullptr; ///< what a mark `chart` draws; null if nothing has a date
};

} // namespace planc
