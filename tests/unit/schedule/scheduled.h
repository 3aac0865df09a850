// A plan written as text, bound and scheduled, and its dates as text.
#pragma once

#include "binding/bind.h"
#include "diagnostics/diagnostic.h"
#include "schedule/schedule.h"
#include "syntax/tree.h"

#include <stdexcept>
#include <string>

/// The work of the plan in `text`, which is what follows the keys `planc` and `plan`.
struct Scheduled {
    explicit Scheduled(const std::string& text, const std::string& header = "")
        : file(files.add("test.plan.yaml", "planc: 1\nplan: {id: test, title: Test" +
                                               (header.empty() ? "" : ", " + header) + "}\n" + text)),
          tree(planc::parse_yaml(files, file, findings)), plan(planc::bind_plan(tree, files, file, findings)),
          schedule(planc::make_schedule(plan)) {
        if (!findings.empty()) throw std::runtime_error("the plan of this test has a finding: " + findings[0].message);
    }

    const planc::Planned& at(std::string_view id) const { return schedule.work.at(plan.find_work(id)); }

    /// `2025-12-08 .. 2025-12-10` for whole days, else with clock times; `undated` if it is.
    std::string dates(std::string_view id) const {
        const planc::Planned& planned = at(id);
        if (!planned.dated) return "undated";
        if (planned.whole_days && planned.span.begin < planned.span.end)
            return planc::format_date(plan.calendar.date_of(planned.span.begin)) + " .. " +
                   planc::format_date(plan.calendar.date_of(planned.span.end - planc::minutes{1}));
        return local(planned.span.begin) + " .. " + local(planned.span.end);
    }

    std::string local(planc::Instant instant) const {
        return planc::format_local(plan.calendar.zone.to_local(instant));
    }

    /// Minutes.
    std::int64_t slack(std::string_view id) const { return at(id).slack; }
    bool critical(std::string_view id) const { return at(id).critical; }

    planc::Files files;
    planc::Diagnostics findings;
    std::uint32_t file;
    planc::Tree tree;
    planc::Plan plan;
    planc::Schedule schedule;
};
