#include "rules/list.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

// Looking further back than this many pieces of work is not worth its time: such a dependency is no clutter to a
// reader.
constexpr std::size_t farthest_look = 32;

bool plain(const Edge& edge) {
    return edge.kind == EdgeKind::depends_on && edge.type == DependencyType::finish_to_start && edge.lag.count == 0 &&
           !edge.lag.working;
}

bool implies(const Edge& edge) {
    return edge.type == DependencyType::finish_to_start && edge.lag.count >= 0 && edge.kind != EdgeKind::within;
}

/// The edges into each piece of work, as ranges of one sorted list.
struct Incoming {
    std::vector<std::uint32_t> first; ///< per work, one more at the end
    std::vector<const Edge*> edges;

    Incoming(const Plan& plan, const Schedule& schedule) : first(plan.work.size() + 1, 0) {
        for (const Edge& edge : schedule.edges) ++first[edge.to + 1];
        for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
        edges.resize(schedule.edges.size());
        std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
        for (const Edge& edge : schedule.edges) edges[next[edge.to]++] = &edge;
    }
};

bool holds(const Plan& plan, WorkIndex group, WorkIndex work) {
    return group <= work && work < plan.work[group].end_of_descendants;
}

/// The edge by which `edge.to` waits for `edge.from` anyway, or null.
const Edge* other_way(const Plan& plan, const Schedule& schedule, const Incoming& incoming, const Edge& edge,
                      std::vector<std::pair<WorkIndex, const Edge*>>& open, std::vector<WorkIndex>& seen) {
    open.clear();
    seen.clear();
    // What ends before `from` does cannot wait for it, so the search stays among what lies between the two.
    const Instant earliest = schedule.work[edge.from].span.end;
    const auto look_behind = [&](WorkIndex work, const Edge* first_edge) {
        for (WorkIndex at = work; at != no_work; at = plan.work[at].parent) {
            for (std::uint32_t i = incoming.first[at]; i < incoming.first[at + 1]; ++i) {
                const Edge* before = incoming.edges[i];
                if (before == &edge || !implies(*before) || holds(plan, before->from, edge.to)) continue;
                if (schedule.work[before->from].span.end < earliest) continue;
                if (std::find(seen.begin(), seen.end(), before->from) != seen.end()) continue;
                seen.push_back(before->from);
                open.emplace_back(before->from, first_edge == nullptr ? before : first_edge);
            }
        }
    };
    look_behind(edge.to, nullptr);
    while (!open.empty() && seen.size() < farthest_look) {
        const auto [work, first_edge] = open.back();
        open.pop_back();
        if (holds(plan, work, edge.from)) return first_edge;
        look_behind(work, first_edge);
    }
    return nullptr;
}

void check(const Analysis& analysis, Findings& findings) {
    const Plan& plan = analysis.plan;
    const Incoming incoming(plan, analysis.schedule);
    std::vector<std::pair<WorkIndex, const Edge*>> open;
    std::vector<WorkIndex> seen;
    for (const Edge& edge : analysis.schedule.edges) {
        // Circles are told elsewhere; inside one everything implies everything.
        if (!plain(edge) || !analysis.schedule.work[edge.to].dated || !analysis.schedule.work[edge.from].dated)
            continue;
        const Edge* other = other_way(plan, analysis.schedule, incoming, edge, open, seen);
        if (other == nullptr) continue;
        const Work& to = plan.work[edge.to];
        const Work& from = plan.work[edge.from];
        Diagnostic& finding = findings.add(edge.span, fmt::format("{} waits for {} anyway, through {}", called(to),
                                                                  called(from), called(plan.work[other->from])));
        finding.others.push_back({other->span, "this says it already"});
        finding.help = fmt::format("take {} out of `depends_on`", called(from));
    }
}

} // namespace

const Rule rules::redundant_dependency{
    .name = "redundant-dependency",
    .group = "Dependencies",
    .severity = Severity::info,
    .finds = "a dependency that the others already imply.",
    .why = "It does no harm to the dates, but each one is an arrow more in the chart and a line more to keep true.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [build, test]}
)",
    .mend = "Take it out of `depends_on`. If it is there to say something of its own, a lag say, write that.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, start: 2026-03-02}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [test]}
)",
    .related = "isolated-work",
    .check = check,
};

} // namespace planc
