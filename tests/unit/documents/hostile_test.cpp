// Plans full of hostile text: every table and list keeps its form, every cell its text.
#include "documents/escape.h"
#include "rendered.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <random>

using namespace planc;

namespace {

using Cells = std::vector<std::string>;

/// Texts made of what Markdown, HTML, mustache, YAML and Mermaid may trip over.
class Hostile {
public:
    explicit Hostile(unsigned seed) : random_(seed) {}

    /// As YAML: a double-quoted scalar, which JSON's strings are.
    std::string operator()() {
        static const std::vector<std::string> parts{"word",
                                                    "中文",
                                                    "，",
                                                    " ",
                                                    " ",
                                                    "|",
                                                    "\xE2\x80\xA8",
                                                    "\xE2\x80\xA9",
                                                    "||",
                                                    "\n",
                                                    "`",
                                                    "```",
                                                    "<b>",
                                                    "</td>",
                                                    "<script>x</script>",
                                                    "&lt;",
                                                    "[a](javascript:x)",
                                                    "![i](x)",
                                                    "*",
                                                    "**",
                                                    "_",
                                                    "~~",
                                                    "#",
                                                    "# ",
                                                    "- ",
                                                    "1. ",
                                                    "> ",
                                                    "---",
                                                    "===",
                                                    "\\",
                                                    "\\|",
                                                    "{{x}}",
                                                    "{{{",
                                                    "}}}",
                                                    "<br>",
                                                    "%%",
                                                    ";",
                                                    ":",
                                                    "'",
                                                    "\"",
                                                    "$",
                                                    "\t",
                                                    "https://example.com/a",
                                                    "www.example.com",
                                                    "a@example.com",
                                                    "\u202E",
                                                    "\u0007",
                                                    "\u2028",
                                                    "😀",
                                                    "|:--|",
                                                    "- [x] ",
                                                    "\n\n",
                                                    "\n# h",
                                                    "\n- i",
                                                    "<!--",
                                                    "\u00A0"};
        std::string text = fmt::format("t{}", ++count_);
        const std::size_t length = random_() % 8;
        for (std::size_t i = 0; i < length; ++i) text += parts[random_() % parts.size()];
        if (random_() % 2 == 0) text.insert(0, parts[random_() % parts.size()]);
        made.push_back(text);
        return nlohmann::json(text).dump(-1, ' ', false);
    }

    /// For the keys that hold Markdown, in which a task or a picture is what it looks like.
    std::string notes() {
        std::string text = (*this)();
        for (const std::string part : {"![", "[x]"})
            for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part))
                text.erase(at, part.size());
        return text;
    }

    std::vector<std::string> made;

private:
    std::mt19937 random_;
    int count_ = 0;
};

Cells visible(const std::vector<std::string>& texts) {
    Cells cells;
    for (const std::string& text : texts) cells.push_back(visible_text(text));
    return cells;
}

} // namespace

TEST_CASE("hostile text in every field breaks no table, list or heading") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        Hostile text(seed);
        std::vector<std::string> does;
        std::vector<std::string> verifies;
        std::vector<std::string> checks;
        std::vector<std::string> risks;
        std::vector<std::string> names;
        std::vector<std::string> follow_ups;
        std::vector<std::string> environments;
        std::vector<std::string> attachments;
        std::vector<std::string> issues;
        const auto kept = [&](std::vector<std::string>& into) {
            std::string quoted = text();
            into.push_back(text.made.back());
            return quoted;
        };
        std::string plan;
        const auto add = [&](std::initializer_list<std::string> parts) {
            for (const std::string& part : parts) plan += part;
        };
        add({"planc: 1\nplan: {id: t, language: en, title: ", text(), ", release: ", text(), ", revision: ", text()});
        add({", audience: ", text(), ", summary: ", text(), ", notes: ", text.notes(), ", goals: [", text(), ", ",
             text()});
        add({"], scope: [", text(), "]}\npeople:\n"});
        for (const std::string id : {"p1", "p2"}) {
            add({"  ", id, ": {name: ", kept(names), ", title: ", text(), ", phone: ", text(), ", email: ", text(),
                 "}\n"});
        }
        add({"roles: {r: {title: ", text(), ", people: [p1], reports_to: p2, duty: ", text(), "}}\n"});
        add({"contacts: {c: {title: ", text(), ", phone: ", text(), ", hours: ", text(), "}}\n"});
        add({"metrics: {m: {title: ", text(), ", source: ", text(), ", target: \"< 1\", notes: ", text.notes(),
             "}}\n"});
        add({"phases:\n  - title: ", text(), "\n    owner: r\n    start: 2025-12-01\n    duration: 3d\n"});
        add({"    notes: ", text.notes(), "\n    steps:\n"});
        for (int i = 0; i < 4; ++i) {
            add({"      - {do: ", kept(does), ", verify: ", kept(verifies), ", expect: ", text(),
                 ", notes: ", text.notes(), "}\n"});
        }
        add({"rollout: [{title: ", text(), ", percent: 10, duration: 1d, audience: ", text(), ", gates: [m]}, "});
        add({"{percent: 100, duration: 1d}]\n"});
        add({"milestones: [{title: ", text(), ", date: 2025-12-20, launch: true}]\n"});
        add({"rollback: {owner: p2, triggers: [{metric: m}, {when: ", text(), "}], steps: [{do: ", text()});
        add({", duration: 5m, expect: ", text(), "}], notes: ", text.notes(), "}\n"});
        add({"checklists: [{title: ", text(), ", items: [", kept(checks), ", {check: ", kept(checks),
             ", done: true}]}]\nrisks:\n"});
        for (int i = 0; i < 3; ++i) {
            add({"  - {title: ", kept(risks), ", effect: ", text(), ", mitigation: ", text(), ", level: high}\n"});
        }
        add({"calendar: {freezes: [{title: ", text(), ", start: 2025-12-24, end: 2025-12-26}]}\n"});
        add({"sign_off: {prepared_by: p1, approved_by: p2}\n"});
        add({"contingencies: [{title: ", text(), ", triggers: [{when: ", text(), "}], actions: [", text(), ", {do: ",
             text(), ", duration: 5m}], decided_by: p1, notify: [", text(), "], notes: ", text.notes(), "}]\n"});
        add({"notices: [{title: ", text(), ", to: [", text(), "], channel: ", text(), ", body: ", text.notes(),
             "}]\n"});
        add({"follow_ups: [{title: ", text(), ", items: [{check: ", kept(follow_ups), "}], notes: ", text.notes(),
             "}]\n"});
        add({"environments: [{title: ", kept(environments), ", address: ", text(), ", settings: [", text(), ", ",
             text(), "], notes: ", text.notes(), "}]\n"});
        add({"versions: [{version: 1.1.0, title: ", text(), ", contents: [", text(), "], notes: ", text.notes(),
             "}]\n"});
        add({"changes: [{revision: ", text(), ", by: ", text(), ", changes: [", text(), ", ", text(), "]}]\n"});
        add({"matrices: [{title: ", text(), ", columns: [", text(), ", ", text(), "], rows: [[", text(), ", ", text(),
             "], [", text(), ", ", text(), "]]}]\n"});
        add({"sections: [{title: ", text(), ", body: ", text.notes(), "}, {title: ", text(),
             ", after: risks, body: ", text.notes(), "}]\n"});
        add({"attachments: [{title: ", kept(attachments), ", kind: ", text(), ", location: ", text(),
             ", notes: ", text.notes(), "}]\n"});
        add({"record: {summary: ", text(), ", entries: [{of: rollback.1, by: ", text(), ", note: ", text(),
             ", start: 2025-12-01 10:00, result: done}], issues: [{title: ", kept(issues), ", solution: ", text(),
             ", owner: ", text(), "}], lessons: [", text(), "], suggestions: [", text(), "]}\n"});

        const Rendered rendered(plan);
        std::string found;
        for (const Diagnostic& finding : rendered.findings) found += finding.message + "\n";
        INFO(found);
        REQUIRE(rendered.plan.work.size() == 8);
        const Seen seen(rendered.document("plan.md"));
        const Table& steps = seen.table({"No.", "What to do", "Owner"});
        CHECK(steps.column("What to do") == visible(does));
        CHECK(steps.column("How to verify") == visible(verifies));
        CHECK(seen.table({"Risk", "Level"}).column("Risk") == visible(risks));
        CHECK(seen.table({"Name"}).column("Name") == visible(names));
        CHECK(seen.table({"No.", "Stage"}).rows.size() == 2);
        CHECK(seen.table({"Environment"}).column("Environment") == visible(environments));
        CHECK(seen.table({"Name", "Kind"}).column("Name") == visible(attachments));
        CHECK(seen.table({"No.", "When"}).column("What happened") == visible(issues));
        REQUIRE(seen.tasks.size() == 3);
        CHECK(seen.tasks[2] == "[ ] " + visible_text(follow_ups[0]));
        CHECK(seen.tasks[0] == "[ ] " + visible_text(checks[0]));
        CHECK(seen.tasks[1] == "[x] " + visible_text(checks[1]));
        CHECK(seen.images.empty());
        // cmark's own mark between two lists that stand side by side.
        for (const std::string& html : seen.html) CHECK(html == "<!-- end list -->\n");
        std::size_t top = 0;
        for (const std::string& heading : seen.headings) top += heading.starts_with("# ") ? 1U : 0U;
        CHECK(top == 1);

        const Seen checklist(rendered.document("checklist.md"));
        CHECK(checklist.table({"Done", "No.", "What to do"}).column("What to do") == visible(does));
        CHECK(checklist.tasks.size() == 4); // with the notice and the follow-up
        const Seen runbook(rendered.document("runbook.md"));
        for (const std::string& what : does) {
            const auto is_step = [&](const std::string& heading) {
                return heading.starts_with("#### ") && heading.ends_with(visible_text(what));
            };
            INFO(visible_text(what) << " in " << ::Catch::Detail::stringify(runbook.headings));
            CHECK(std::any_of(runbook.headings.begin(), runbook.headings.end(), is_step));
        }
        CHECK(runbook.images.empty());
        const Seen record(rendered.document("record.md"));
        CHECK(record.table({"No.", "What to do"}).column("What to do") == visible(does));
        const Seen signoff(rendered.document("signoff.md"));
        CHECK(signoff.table({"Risk"}).column("Risk") == visible(risks));
        const Cells signers = signoff.tables.back().column("Name");
        REQUIRE(signers.size() == 3);
        CHECK(signers[0].starts_with(visible_text(names[0]) + " ("));
        CHECK(signers[1].empty());
        CHECK(signers[2].starts_with(visible_text(names[1]) + " ("));
    }
}

TEST_CASE("a finding's message stays text, whatever line ends the name in it has") {
    const Rendered rendered(
        "planc: 1\nplan: {id: demo, title: Demo, owner: ana, start: 2026-03-02, end: 2026-03-06}\n"
        "people: {ana: {name: Ana}}\nphases:\n"
        "  - {title: \"A\\u2028\\u2028<img src=//e.example/x>\\u2029# Approved\", start: 2026-03-07}\n");
    const std::string document = rendered.document("plan.md");
    REQUIRE(document.find("Approved") != std::string::npos);
    CHECK(document.find("\n<img") == std::string::npos);
    CHECK(document.find("\n# Approved") == std::string::npos);
    const Seen seen(document);
    for (const std::string& heading : seen.headings) CHECK(heading != "Approved");
}

TEST_CASE("ten thousand characters in a field stay text, in one cell") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += fmt::format("第{}|段`](x)<b> ", i % 10);
    REQUIRE(text.size() > 10'000);
    const std::string quoted = nlohmann::json(text).dump(-1, ' ', false);
    const Rendered rendered(fmt::format(R"(planc: 1
plan: {{id: t, language: en, title: {0}, summary: {0}, owner: p, goals: [{0}]}}
people: {{p: {{name: {0}}}}}
phases: [{{title: {0}, start: 2025-12-01, duration: 1d, deliverables: [{0}], tools: [{0}], steps: [{{do: {0}, verify: {0}, expect: {0}}}]}}]
risks: [{{title: {0}, mitigation: {0}}}]
checklists: [{{title: {0}, items: [{0}]}}]
contingencies: [{{title: {0}, actions: [{0}]}}]
notices: [{{title: {0}, to: [{0}]}}]
attachments: [{{title: {0}, location: {0}}}]
matrices: [{{title: {0}, columns: [A], rows: [[{0}]]}}]
record: {{summary: {0}, issues: [{{title: {0}, solution: {0}}}], lessons: [{0}]}}
)",
                                        quoted));
    const std::string shown = visible_text(text);
    for (const std::string document : {"plan.md", "checklist.md", "runbook.md", "record.md", "signoff.md"}) {
        INFO(document);
        const Seen seen(rendered.document(document));
        CHECK(seen.images.empty());
        for (const Table& table : seen.tables)
            for (const auto& row : table.rows) CHECK(row.size() == table.header.size());
    }
    const Seen plan(rendered.document("plan.md"));
    CHECK(plan.table({"No.", "What to do"}).column("What to do") == std::vector<std::string>{shown});
    CHECK(plan.table({"Risk"}).column("Risk") == std::vector<std::string>{shown});
    CHECK(plan.tasks == std::vector<std::string>{"[ ] " + shown});
}
