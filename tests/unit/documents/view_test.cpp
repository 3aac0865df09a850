// The view holds what its documented shape says, and the documentation is current.
#include "documents/phrasing.h"
#include "documents/shape.h"
#include "documents/view.h"
#include "golden.h"
#include "rendered.h"

#include <catch2/catch.hpp>
#include <set>

using namespace planc;

namespace {

const std::string header = "planc: 1\nplan: {id: t, title: T, language: en}\n";

Value view_of(const Rendered& rendered, const Labels& labels) {
    return make_view({rendered.files, rendered.plan, rendered.schedule, rendered.findings, {}}, labels,
                     make_chart(rendered.plan, rendered.schedule, {}));
}

/// `phases.0.steps.1.number`
const Value& at(const Value& view, std::string_view path) {
    const Value* value = &view;
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('.'));
        path = part.size() == path.size() ? std::string_view() : path.substr(part.size() + 1);
        if (value->list() != nullptr) {
            value = &value->list()->at(static_cast<std::size_t>(std::stoi(std::string(part))));
        } else {
            value = value->find(part);
        }
        REQUIRE(value != nullptr);
    }
    return *value;
}

std::string text_at(const Value& view, std::string_view path) {
    const Value& value = at(view, path);
    if (value.text() != nullptr) return *value.text();
    if (value.ready() != nullptr) return value.ready()->text;
    return value.empty() ? "" : "(no text)";
}

/// Every path of the shape that has a value.
void collect(const Value& value, const std::string& path, std::set<std::string>& paths) {
    // Stages have the same shape of steps as phases.
    const std::string stages = "rollout.stages.";
    const bool shared = path.starts_with(stages + "steps.") || path.starts_with(stages + "work.");
    if (!value.empty()) paths.insert(shared ? "phases." + path.substr(stages.size()) : path);
    if (value.members() != nullptr)
        for (const Member& member : *value.members())
            if (!(path.empty() && member.name == "labels"))
                collect(member.value, path.empty() ? std::string(member.name) : path + "." + std::string(member.name),
                        paths);
    if (value.list() != nullptr)
        for (const Value& item : *value.list()) collect(item, path, paths);
}

void all_paths(std::span<const ViewField> fields, const std::string& path, std::set<std::string>& paths) {
    for (const ViewField& field : fields) {
        const std::string here = path.empty() ? std::string(field.name) : path + "." + std::string(field.name);
        paths.insert(here);
        all_paths(field.members, here, paths);
    }
}

} // namespace

TEST_CASE("the views of all examples have the documented shape, and use all of it") {
    std::set<std::string> used;
    std::vector<std::filesystem::path> plans = testing::files_below(testing::project() / "examples", ".plan.yaml");
    plans.push_back(testing::project() / "tests/plans/documents/everything.plan.yaml");
    REQUIRE(plans.size() > 2);
    for (const auto& path : plans) {
        INFO(path.string());
        const Rendered rendered(testing::read_file(path));
        const Labels labels = labels_of(name(rendered.plan.header.language.value));
        const Value view = view_of(rendered, labels);
        CHECK(find_misshapen(view) == "");
        collect(view, "", used);
    }
    const Rendered complete(header + "checklists: [{title: C, items: [{check: x, done: true}]}]\n");
    const Labels english = labels_of("en");
    for (const std::string outcome : {"success", "rolled_back", "failed"}) {
        const Rendered recorded(header + "record: {outcome: " + outcome + "}\n");
        collect(view_of(recorded, english), "", used);
    }
    collect(view_of(complete, english), "", used);
    std::set<std::string> all;
    all_paths(view_shape(), "", all);
    for (const std::string& path : all) {
        const bool below_a_stage = path.starts_with("rollout.stages.steps.") ||
                                   path.starts_with("rollout.stages.work.") ||
                                   path.starts_with("rollout.stages.remarks.");
        if (below_a_stage) continue; // as below a phase
        INFO("no plan has a value for " << path);
        CHECK(used.count(path) == 1);
    }
}

TEST_CASE("an empty plan and a broken one have the shape as well") {
    for (const std::string text :
         {"", "planc: 1\n",
          "planc: 1\nplan: {}\nphases: [{}]\nrollout: [{}]\nmilestones: [{}]\nrollback: {}\nchecklists: [{}]\nrisks: "
          "[{}]\nsign_off: {}\npeople: {a: {}}\nroles: {b: {}}\ncontacts: {c: {}}\nmetrics: {d: {}}\n",
          "phases: [{id: a, depends_on: b}, {id: b, depends_on: a}]"}) {
        const Rendered rendered(text);
        const Labels labels = labels_of("zh-CN");
        CHECK(find_misshapen(view_of(rendered, labels)).empty());
    }
}

TEST_CASE("a value of the wrong kind is noticed") {
    Members members;
    members.push_back({"plan", Value("text")});
    CHECK(find_misshapen(Value(std::move(members))) == "plan: a object is wanted");
    CHECK(find_misshapen(Value("x")) == "the view is no object");
}

TEST_CASE("the page about templates is current") {
    const std::filesystem::path page = testing::project() / "docs/templates.md";
    const std::string text = testing::read_file(page);
    const std::string mark = "<!-- From here on made from the table in compiler/documents/shape.cpp. -->\n";
    const std::size_t at_mark = text.find(mark);
    REQUIRE(at_mark != std::string::npos);
    testing::check_golden(page, text.substr(0, at_mark + mark.size()) + "\n" + describe_view() +
                                    "\n## The view of a page\n\nWhat `page.html.mustache` sees: a document that is "
                                    "HTML already, and what stands around it.\n\n" +
                                    describe_view(page_shape()));
}

TEST_CASE("work is numbered by its place") {
    const Rendered rendered(
        header +
        "phases:\n"
        "  - {id: a, title: A, tasks: [{id: b, title: B, steps: [{do: s}]}, {id: c, title: C}], steps: [{do: t}]}\n"
        "  - {id: d, title: D}\n"
        "rollout: [{id: r, percent: 10%}]\nmilestones: [{id: m, title: M, date: 2025-12-15}]\n");
    const Labels labels = labels_of("en");
    const Value view = view_of(rendered, labels);
    CHECK(text_at(view, "phases.0.number") == "1");
    CHECK(text_at(view, "phases.0.steps.0.number") == "1.1");
    CHECK(at(view, "phases.0.steps.0.group").empty() == false);
    CHECK(text_at(view, "phases.0.steps.1.number") == "1.1.1");
    CHECK(text_at(view, "phases.0.steps.2.number") == "1.3");
    CHECK(text_at(view, "phases.0.work.2.number") == "1.2");
    CHECK(text_at(view, "phases.1.number") == "2");
    CHECK(text_at(view, "rollout.stages.0.number") == "R1");
    CHECK(text_at(view, "rollout.stages.0.title") == "Roll out to 10%");
    CHECK(text_at(view, "key_dates.1.number") == "M1");
    CHECK(text_at(view, "key_dates.1.date") == "Mon 15 Dec");
}

TEST_CASE("what work waits for is told by number, type and lag") {
    const Rendered rendered(
        header +
        "phases:\n"
        "  - {id: a, title: A, start: 2025-12-01, duration: 2d}\n"
        "  - {id: b, title: B, duration: 1d, depends_on: [a]}\n"
        "  - {id: c, title: C, duration: 1d, depends_on: [a + 2d, {on: b, type: start_to_start, lag: -1h}]}\n");
    const Labels labels = labels_of("en");
    const Value view = view_of(rendered, labels);
    CHECK(text_at(view, "schedule.rows.1.after") == "1");
    CHECK(text_at(view, "schedule.rows.2.after") == "1 + 2 days, start of 2 − 1 hour");
}

TEST_CASE("the rollback adds its budgets up") {
    const Rendered rendered(
        header + "rollback: {time_limit: 10m, steps: [{do: a, duration: 5m}, {do: b}, {do: c, duration: 6m}]}\n");
    const Labels labels = labels_of("en");
    const Value view = view_of(rendered, labels);
    CHECK(text_at(view, "rollback.steps.0.running") == "5 minutes");
    CHECK(text_at(view, "rollback.steps.1.running").empty());
    CHECK(text_at(view, "rollback.steps.2.running") == "11 minutes");
    CHECK(text_at(view, "rollback.total") == "11 minutes");
    CHECK_FALSE(at(view, "rollback.over_limit").empty());
}

TEST_CASE("checklists tell their progress and what they hold up") {
    const Rendered rendered(header + "phases: [{id: go, title: Go}]\n"
                                     "checklists: [{id: c, title: C, gates: [go], items: [{check: x, done: true}, y, "
                                     "z]}, {id: e, title: E, items: [w]}]\n");
    const Labels labels = labels_of("en");
    const Value view = view_of(rendered, labels);
    CHECK(text_at(view, "checklists.0.progress") == "1/3");
    CHECK(text_at(view, "checklists.0.gates") == "1 Go");
    CHECK(text_at(view, "checklist_totals.progress") == "1/4");
    CHECK(text_at(view, "checklist_totals.open") == "3");
    CHECK(text_at(view, "conditions.0.text") == "“C” is complete (1/3) before 1 Go starts");
}

TEST_CASE("risks stand highest first, and the high ones apart") {
    const Rendered rendered(
        header + "risks: [{title: l, level: low}, {title: h, level: high}, {title: u}, {title: c, level: critical}]\n");
    const Labels labels = labels_of("en");
    const Value view = view_of(rendered, labels);
    CHECK(text_at(view, "risks.0.title") == "c");
    CHECK(text_at(view, "risks.1.title") == "h");
    CHECK(text_at(view, "risks.2.title") == "l");
    CHECK(at(view, "high_risks").list()->size() == 2);
}

TEST_CASE("who reports to whom is a tree, and a circle begins with whoever comes first") {
    const Rendered rendered(header + "people: {p: {name: P}}\nroles:\n  a: {title: A}\n  b: {title: B, reports_to: "
                                     "a}\n  c: {title: C, reports_to: b, people: [p]}\n"
                                     "  x: {title: X, reports_to: y}\n  y: {title: Y, reports_to: x}\n");
    const Labels labels = labels_of("en");
    const Value view = view_of(rendered, labels);
    const ValueList& tree = *at(view, "organisation").list();
    REQUIRE(tree.size() == 5);
    CHECK(text_at(tree[3], "title") == "X");
    CHECK(text_at(tree[3], "indent").empty());
    CHECK(text_at(tree[4], "title") == "Y");
    CHECK(text_at(tree[2], "indent") == "    ");
    CHECK(text_at(tree[2], "title") == "C");
    CHECK(text_at(tree[2], "people") == "P");
}

TEST_CASE("a large plan keeps its diagram small or leaves it out") {
    std::string text = header + "phases:\n";
    for (int i = 0; i < 10; ++i) {
        text += "  - {id: p" + std::to_string(i) + ", title: P, tasks: [";
        for (int k = 0; k < 50; ++k) text += "{title: T, duration: 1d, start: 2025-12-01}, ";
        text += "]}\n";
    }
    const Labels labels = labels_of("en");
    const std::string diagram = text_at(view_of(Rendered(text), labels), "gantt");
    CHECK(diagram.find("gantt\n") != std::string::npos);
    CHECK(diagram.size() < 4000);
    std::string many = header + "phases:\n";
    for (int i = 0; i < 500; ++i) many += "  - {title: P, duration: 1d, start: 2025-12-01}\n";
    CHECK(text_at(view_of(Rendered(many), labels), "gantt").empty());
}
