// A plan from its text to its pages, ready for print.
#pragma once

#include "binding/bind.h"
#include "documents/documents.h"
#include "schedule/schedule.h"
#include "syntax/tree.h"

#include <string>

/// Every stage from the text to the pages.
struct Printed {
    explicit Printed(const std::string& text);

    const planc::Page& page(planc::DocumentName name) const;

    planc::Files files;
    planc::Diagnostics findings;
    planc::Tree tree;
    planc::Plan plan;
    planc::Schedule schedule;
    planc::Pages pages;
};
