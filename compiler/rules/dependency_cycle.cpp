#include "rules/list.h"
#include "rules/wording.h"

#include <fmt/format.h>

namespace planc {

namespace {

std::string_view reason(EdgeKind kind) {
    switch (kind) {
    case EdgeKind::depends_on:
        return "depends on";
    case EdgeKind::relative:
        return "takes its time from";
    case EdgeKind::sequence:
        return "comes in sequence after";
    case EdgeKind::rollout:
        return "is the rollout stage after";
    case EdgeKind::within:
        return "takes place within";
    case EdgeKind::part_of:
        return "is part of";
    case EdgeKind::contains:
        return "contains";
    }
    return "waits for";
}

// A longer circle is told in part: nobody reads more.
constexpr std::size_t longest_path = 24;
constexpr std::size_t longest_tail = 3;

/// All of the path around, or its beginning and its end.
std::string path_of(const Plan& plan, const Cycle& cycle) {
    std::string path = called(plan.work[cycle.front().from]);
    for (std::size_t i = 0; i < cycle.size(); ++i) {
        if (cycle.size() > longest_path && i == longest_path - longest_tail) {
            path += fmt::format(" → … {} more …", cycle.size() - longest_path);
            i = cycle.size() - longest_tail;
        }
        path += " → " + called(plan.work[cycle[i].to]);
    }
    return path;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    for (const Cycle& cycle : analysis.schedule.cycles) {
        if (cycle.empty()) continue;
        const Edge& first = cycle.front();
        Diagnostic& finding = findings.add(
            first.span, cycle.size() == 1 ? fmt::format("{} waits for itself", called(plan.work[first.to]))
                                          : fmt::format("work waits in a circle: {}", path_of(plan, cycle)));
        const auto says = [&plan](const Edge& edge) {
            return fmt::format("{} {} {}", called(plan.work[edge.to]), reason(edge.kind), called(plan.work[edge.from]));
        };
        finding.label = says(first);
        for (std::size_t i = 1; i < cycle.size() && i < longest_path; ++i)
            finding.others.push_back({cycle[i].span, says(cycle[i])});
        finding.notes.push_back("nothing in the circle, and nothing that waits for it, can be given a date");
        finding.help = "take out the dependency that is not real";
    }
}

} // namespace

const Rule rules::dependency_cycle{
    .name = "dependency-cycle",
    .group = "Dependencies",
    .severity = Severity::error,
    .finds = "work that waits for itself, directly or through others; a time written relative to other work counts as "
             "waiting.",
    .why =
        "Nobody can begin. Such a circle often appears when two teams each write down what they need from the other.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - id: deploy
    title: Deploy
    duration: 1d
    depends_on: [verify]
  - id: verify
    title: Verify
    duration: 1d
    depends_on: [deploy]
)",
    .mend = "The finding shows the whole path with the place of each dependency. Take out the one that is not real, or "
            "split "
            "the work so that the part which is needed first stands alone.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - id: deploy
    title: Deploy
    duration: 1d
  - id: verify
    title: Verify
    duration: 1d
    depends_on: [deploy]
)",
    .related = "early-start",
    .check = check,
};

} // namespace planc
