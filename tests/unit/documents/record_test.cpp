// What the record says stands beside what was planned, and nothing else does.
#include "rendered.h"

#include <catch2/catch.hpp>

using namespace planc;

namespace {

constexpr auto header = R"(planc: 1
plan: {id: t, title: T, language: en, owner: ann}
people: {ann: {name: Ann}, annabel: {name: Annabel}}
phases:
  - id: p
    title: P
    start: 2026-03-02 10:00
    duration: 4h
    steps:
      - {id: a, do: A, duration: 1h}
      - {id: b, do: B, duration: 1h}
      - {id: c, do: C, duration: 1h, status: cancelled}
record:
  entries:
)";

struct Shown {
    std::string begin;
    std::string end;
    std::string by;
    std::string result;
    std::string remark;
};

/// The row of a step in record.md.
Shown row_of(const Rendered& rendered, const std::string& what) {
    const Seen seen(rendered.document("record.md"));
    const Table& table = seen.table({"No.", "What to do"});
    const auto titles = table.column("What to do");
    const auto at = static_cast<std::size_t>(std::find(titles.begin(), titles.end(), what) - titles.begin());
    const auto cell = [&](const std::string& column) { return table.column(column).at(at); };
    return {cell("Actual start"), cell("Actual end"), cell("Done by"), cell("Result"), cell("Remark")};
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string findings_of(const Rendered& rendered) {
    std::string text;
    for (const Diagnostic& finding : rendered.findings) text += finding.message + "\n";
    return text;
}

} // namespace

TEST_CASE("tries at one thing are told together") {
    const Rendered rendered(std::string(header) + R"(    - {of: a, start: 2026-03-02 10:05, end: "10:20", by: annabel, result: failed, note: No disk}
    - {of: a, start: 2026-03-02 10:30, end: "11:10", by: ann, result: done, note: Second try}
    - {of: a, by: annabel}
)");
    const Shown a = row_of(rendered, "A");
    CHECK(a.begin == "2 Mar, 10:05");
    CHECK(a.end.empty()); // the last try has no end
    CHECK(a.by == "Annabel, Ann");
    CHECK(a.result == "done");
    CHECK(a.remark == "No disk; Second try");
    CHECK(row_of(rendered, "B").begin.empty());
}

TEST_CASE("an end by the clock comes after its start, a day has no clock time") {
    const Rendered rendered(std::string(header) + R"(    - {of: a, start: 2026-03-02 23:50, end: "00:10", result: done}
    - {of: b, start: 2026-03-04, end: 2026-03-05, result: done}
)");
    CHECK(row_of(rendered, "A").end == "3 Mar, 00:10");
    CHECK(row_of(rendered, "B").begin == "4 Mar");
    CHECK(row_of(rendered, "B").end == "5 Mar");
}

TEST_CASE("a group ends when all its parts are over, and its own entry goes before theirs") {
    const std::string parts = R"(    - {of: a, start: 2026-03-02 10:05, end: "11:00", result: done}
)";
    const auto heading = [](const Rendered& rendered) {
        const std::string& text = rendered.document("record.md");
        const std::size_t at = text.find("**Planned**");
        return text.substr(at, text.find('\n', at) - at);
    };
    CHECK(holds(heading(Rendered(header + parts)), "**Actual**: 2 Mar, 10:05"));
    CHECK_FALSE(holds(heading(Rendered(header + parts)), "11:00"));
    const std::string skipped = "    - {of: b, result: skipped}\n";
    CHECK(holds(heading(Rendered(header + parts + skipped)), "**Actual**: 2 Mar, 10:05 – 11:00"));
    const std::string own = "    - {of: p, start: 2026-03-02 09:55, end: '12:00', by: ann, result: done}\n";
    CHECK(holds(heading(Rendered(header + parts + own)), "**Actual**: 2 Mar, 09:55 – 12:00 · Ann · done"));
}

TEST_CASE("times that name no day are told, not lost") {
    CHECK(holds(findings_of(Rendered(std::string(header) + "    - {of: a, end: '22:10'}\n")),
                "`22:10` is the time of no day without a `start`"));
    CHECK(holds(findings_of(Rendered(std::string(header) + "    - {of: a, start: p + 1h}\n")),
                "`start` is `p + 1h`; it takes a time such as"));
    CHECK(holds(findings_of(Rendered(std::string(header) + "    - {of: a, start: '10:00'}\n")),
                "`start` is `10:00`; it takes a time such as"));
}

TEST_CASE("what is recorded leaves the runbook and is ticked in the checklist") {
    const Rendered rendered(std::string(header) + "    - {of: a, result: done}\n    - {of: b, result: skipped}\n");
    CHECK_FALSE(holds(rendered.document("runbook.md"), "☐ 10:00"));
    const Seen checklist(rendered.document("checklist.md"));
    CHECK(checklist.table({"Done", "No."}).column("Done") == std::vector<std::string>{"☑", "☐", "☐"});
}
