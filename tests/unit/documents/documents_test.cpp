// The rendered documents, as cmark-gfm reads them, hold what the plan says.
#include "documents/contents.h"
#include "golden.h"
#include "rendered.h"

#include <catch2/catch.hpp>
#include <set>

using namespace planc;

namespace {

using Cells = std::vector<std::string>;

Rendered example(const std::string& name) {
    return Rendered(testing::read_file(testing::project() / "examples" / (name + ".plan.yaml")));
}

std::vector<std::string> markdown_documents() {
    return {"plan.md", "checklist.md", "runbook.md", "record.md", "signoff.md"};
}

} // namespace

TEST_CASE("every document is there, in its order") {
    const Rendered rendered = example("small");
    std::vector<std::string> names;
    for (const Document& document : rendered.documents) names.push_back(document.name);
    CHECK(names == std::vector<std::string>{"plan.md", "plan.html", "checklist.md", "checklist.html", "runbook.md",
                                            "runbook.html", "record.md", "record.html", "signoff.md", "signoff.html",
                                            "gantt.svg", "gantt.mmd", "gantt.txt", "data.json"});
    for (const Document& document : rendered.documents) CHECK(document.text.ends_with("\n"));
    CHECK(rendered.document("gantt.svg").starts_with("<svg"));
}

TEST_CASE("all rows of a table are as long as its header, and no cell breaks it") {
    for (const std::string name :
         {"small", "exam-buddy", "freight-quote", "reading-camp", "home-care", "study-companion"}) {
        const Rendered rendered = example(name);
        for (const std::string& document : markdown_documents()) {
            INFO(name << "/" << document);
            const std::string& text = rendered.document(document);
            const Seen seen(text);
            // A line that looks like a row and is none would be in a paragraph.
            for (const std::string& paragraph : seen.paragraphs) CHECK(paragraph.find(" | ") == std::string::npos);
            CHECK_FALSE(seen.tables.empty());
            for (const Table& table : seen.tables)
                for (const auto& row : table.rows) CHECK(row.size() == table.header.size());
            CHECK(seen.html.empty());
            CHECK(text.find("\n\n\n") == std::string::npos);
            CHECK(text.find(" \n") == std::string::npos);
        }
    }
}

TEST_CASE("every entry of the contents leads to a heading") {
    for (const std::string name :
         {"small", "exam-buddy", "freight-quote", "reading-camp", "home-care", "study-companion"}) {
        const Rendered rendered = example(name);
        for (const std::string document : {"plan.md", "checklist.md", "runbook.md", "record.md"}) {
            const Seen seen(rendered.document(document));
            std::multiset<std::string> anchors;
            for (const std::string& heading : seen.headings) {
                const std::string anchor = anchor_of(heading.substr(heading.find(' ') + 1));
                const std::size_t again = anchors.count(anchor);
                anchors.insert(anchor);
                if (again > 0) anchors.insert(anchor + "-" + std::to_string(again));
            }
            std::size_t entries = 0;
            for (const Link& link : seen.links) {
                if (!link.url.starts_with("#")) continue;
                ++entries;
                std::string url;
                for (std::size_t i = 1; i < link.url.size(); ++i) {
                    if (link.url[i] != '%') {
                        url += link.url[i];
                        continue;
                    }
                    url += static_cast<char>(std::stoi(link.url.substr(i + 1, 2), nullptr, 16));
                    i += 2;
                }
                INFO(name << "/" << document << ": " << url);
                CHECK(anchors.count(url) >= 1);
            }
            CHECK(entries >= 4);
        }
    }
}

TEST_CASE("the plan shows the schedule, the steps and the rollback") {
    const Rendered rendered = example("small");
    const Seen seen(rendered.document("plan.md"));
    CHECK(seen.headings.at(0) == "# Tide Tables 2.0 release plan");
    const Table& schedule = seen.table({"No.", "Title", "Owner", "Start", "End", "Duration"});
    CHECK(schedule.column("No.") == Cells{"1", "1.1", "1.2", "2", "R1", "R2", "R3"});
    CHECK(schedule.column("Title") == Cells{"Build and test", "New forecast engine", "Hardening", "Store review",
                                            "Roll out to 5%", "Roll out to 25%", "Roll out to 100%"});
    CHECK(schedule.column("Duration").at(2) == "6 working days");
    const Table& steps = seen.table({"No.", "What to do", "Owner", "How to verify", "Expected result"});
    CHECK(steps.rows ==
          std::vector<Cells>{{"2.1", "Send the build to the store", "Operations",
                              "The store's console lists build 2.0.0", "Its state is \"waiting for review\""}});
    CHECK(seen.table({"No.", "Stage", "Share"}).column("Share") == Cells{"5%", "25%", "100%"});
    CHECK(seen.table({"Metric", "Target", "Alert", "Roll back"}).rows ==
          std::vector<Cells>{{"Crash rate", "< 0.1%", "> 0.2%", "> 0.5% for 5 minutes"}});
    CHECK(seen.table({"No.", "What to do", "Owner", "Budget", "Running total"}).rows.size() == 1);
    CHECK(rendered.document("plan.md").find("```mermaid\n") != std::string::npos);
    CHECK(rendered.document("plan.md").find("\ngantt\n") != std::string::npos);
}

TEST_CASE("sections without contents are left out") {
    const Rendered rendered(
        "planc: 1\nplan: {id: t, title: T, language: en}\nphases: [{id: a, title: A, start: 2025-12-01}]\n");
    const Seen seen(rendered.document("plan.md"));
    CHECK(seen.headings ==
          Cells{"# T", "## Contents", "## Schedule", "## Gantt chart", "## Steps by phase", "### 1. A"});
}

TEST_CASE("the checklist ticks what is done and says by whom") {
    const Rendered rendered("planc: 1\nplan: {id: t, title: T, language: en}\npeople: {ann: Ann, bob: Bob}\n"
                            "checklists: [{id: c, title: C, owner: bob, items: [{check: one, done: true, by: ann, at: "
                            "2025-12-01 10:00}, two, {check: three, owner: ann}]}]\n");
    const Seen seen(rendered.document("checklist.md"));
    REQUIRE(seen.tasks.size() == 3);
    CHECK(seen.tasks[0] == "[x] one — Ann · Mon 1 Dec 2025, 10:00");
    CHECK(seen.tasks[1] == "[ ] two");
    CHECK(seen.tasks[2] == "[ ] three — Ann");
    CHECK(seen.table({"Owner", "Pieces of work"}).rows.size() == 2);
}

TEST_CASE("the checklist has a row to tick for every step") {
    const Rendered rendered = example("exam-buddy");
    const Seen seen(rendered.document("checklist.md"));
    std::size_t ticks = 0;
    for (const Table& table : seen.tables)
        if (table.header.size() > 2 && table.header[0] == "确认" && table.header[2] == "操作内容" &&
            table.header.back() == "预期结果" && table.rows.at(0).at(1).find('.') != std::string::npos)
            for (const Cells& row : table.rows) ticks += row[0] == "☐" ? 1U : 0U;
    CHECK(ticks == 32);
}

TEST_CASE("the record leaves room for what really happens") {
    const Rendered rendered = example("freight-quote");
    const Seen seen(rendered.document("record.md"));
    const Table& first =
        seen.table({"序号", "操作内容", "负责人", "计划时间", "实际开始", "实际结束", "执行人", "结果", "备注"});
    CHECK(first.column("计划时间").at(0) == "21:30–21:40");
    for (const std::string& cell : first.column("实际开始")) CHECK(cell.empty());
    CHECK(seen.tasks.size() == 4);
}

TEST_CASE("the sign-off names who signs and what must hold") {
    const Rendered rendered = example("freight-quote");
    const Seen seen(rendered.document("signoff.md"));
    const Table& signatures = seen.tables.back();
    CHECK(signatures.column("姓名") == Cells{"孟川（项目经理）", "唐可（开发负责人）", "韩松（技术总监）"});
    CHECK(seen.tasks.size() == 6 + 3);
    CHECK(seen.tasks.at(0) == "[x] 「阶段一 内部测试（已完成）」全部完成（4/4），方可开始 1 最后的准备与确认");
    CHECK(seen.tasks.at(1) == "[ ] 「阶段二 预生产的部署与验证、发布前检查：技术准备、发布前检查：环境准备、"
                              "发布前检查：团队准备」全部完成（5/24），方可开始 1 最后的准备与确认");
}

TEST_CASE("findings are shown in the documents of a plan that has some") {
    const Rendered rendered(
        "planc: 1\nplan: {id: t, title: T, language: en, nonsense: 1}\nphases: [{id: a, title: A, owner: nobody}]\n");
    REQUIRE_FALSE(rendered.findings.empty());
    const Seen seen(rendered.document("plan.md"));
    const Table& findings = seen.table({"Severity", "Finding", "Place"});
    CHECK(findings.rows.size() == rendered.findings.size());
    CHECK(findings.column("Severity").at(0) == "error");
    CHECK(Seen(example("freight-quote").document("plan.md")).tables.at(0).header.at(0) == "发布版本");
}

TEST_CASE("the same plan gives the same bytes") {
    const Rendered first = example("exam-buddy");
    const Rendered second = example("exam-buddy");
    for (std::size_t i = 0; i < first.documents.size(); ++i) CHECK(first.documents[i].text == second.documents[i].text);
}

TEST_CASE("a template of one's own replaces the built-in one") {
    const Rendered rendered = example("small");
    Templates templates;
    templates.replace("signoff.md.mustache", "{{plan.title}} {{labels.signoff}}\n");
    REQUIRE(check_templates(templates).empty());
    const std::vector<Document> documents = rendered.render_with(templates);
    const auto sheet = std::find_if(documents.begin(), documents.end(),
                                    [](const Document& document) { return document.name == "signoff.md"; });
    REQUIRE(sheet != documents.end());
    CHECK(sheet->text == "Tide Tables 2.0 release plan Release sign-off\n");
}
