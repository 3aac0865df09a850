#include "rules/list.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace planc {

namespace {

// Looking further back than this many dependencies is not worth its time: such a dependency is no clutter to a reader.
constexpr std::size_t farthest_look = 64;

bool plain(const Edge& edge) {
    return edge.kind == EdgeKind::depends_on && edge.type == DependencyType::finish_to_start && edge.lag.count == 0;
}

bool implies(const Edge& edge) {
    return edge.type == DependencyType::finish_to_start && edge.lag.count >= 0 && edge.kind != EdgeKind::within;
}

class Search {
public:
    Search(const Analysis& analysis, Findings& findings)
        : files_(analysis.files), plan_(analysis.plan), schedule_(analysis.schedule), findings_(findings),
          cancelled_(analysis.cancelled), first_(plan_.work.size() + 1, 0), seen_(plan_.work.size(), no_work) {
        for (const Edge& edge : schedule_.edges) ++first_[edge.to + 1];
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        incoming_.resize(schedule_.edges.size());
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (const Edge& edge : schedule_.edges) incoming_[next[edge.to]++] = &edge;
    }

    void run() {
        for (WorkIndex work = 0; work < plan_.work.size(); ++work) look_at(work);
    }

private:
    /// An edge of the work that is looked at; the other one by which it waits anyway, once that is known.
    struct Waiting {
        const Edge* edge = nullptr;
        const Edge* other = nullptr;
    };
    struct Reached {
        WorkIndex work = no_work;
        const Edge* first = nullptr; ///< the way there begins with this edge
    };

    std::span<const Edge* const> edges_into(WorkIndex work) const {
        return std::span(incoming_).subspan(first_[work], first_[work + 1] - first_[work]);
    }

    // Circles are told elsewhere; inside one everything implies everything. What is cancelled may be
    // taken out of the plan, and what others wait for through it with it.
    bool counts(const Edge& edge) const {
        return implies(edge) && !cancelled_[edge.from] && schedule_.work[edge.from].dated &&
               schedule_.work[edge.to].dated;
    }

    void look_at(WorkIndex work) {
        waiting_.clear();
        bool any_plain = false;
        for (const Edge* edge : edges_into(work)) {
            if (!counts(*edge)) continue;
            waiting_.push_back({edge, nullptr});
            any_plain = any_plain || plain(*edge);
        }
        if (!any_plain) return;
        add_what_groups_wait_for(work);
        if (waiting_.size() < 2) return;
        std::stable_sort(waiting_.begin(), waiting_.end(),
                         [](const Waiting& a, const Waiting& b) { return a.edge->from < b.edge->from; });
        compare_directly();
        search(work);
        for (const Waiting& one : waiting_) {
            if (one.other != nullptr && one.edge->to == work && plain(*one.edge)) report(*one.edge, *one.other);
        }
    }

    void add_what_groups_wait_for(WorkIndex work) {
        std::size_t looked = 0;
        for (WorkIndex at = plan_.work[work].parent; at != no_work; at = plan_.work[at].parent) {
            for (const Edge* edge : edges_into(at)) {
                if (++looked > farthest_look) return;
                if (counts(*edge) && !holds(plan_, edge->from, work)) waiting_.push_back({edge, nullptr});
            }
        }
    }

    /// One thing twice, or a group and what is in it.
    void compare_directly() {
        std::vector<const Edge*>& around = around_;
        around.clear();
        for (std::size_t i = 0; i < waiting_.size(); ++i) {
            Waiting& one = waiting_[i];
            while (!around.empty() && !holds(plan_, around.back()->from, one.edge->from)) around.pop_back();
            if (!around.empty()) one.other = around.back();
            // What is not plain says more, so it is the plain one of two that says nothing new.
            if (one.other != nullptr && one.other->from == one.edge->from && !plain(*one.edge) && plain(*one.other)) {
                waiting_[i - 1].other = one.edge;
                one.other = nullptr;
            }
            around.push_back(one.edge);
        }
    }

    void search(WorkIndex work) {
        reached_.clear();
        Instant earliest = Instant::max();
        for (const Waiting& one : waiting_) earliest = std::min(earliest, schedule_.work[one.edge->from].span.begin);
        for (const Waiting& one : waiting_) reached_.push_back({one.edge->from, one.edge});
        std::size_t looked = 0;
        for (std::size_t i = 0; i < reached_.size() && looked < farthest_look; ++i) {
            const Reached from = reached_[i];
            for (WorkIndex at = from.work; at != no_work && looked < farthest_look; at = plan_.work[at].parent) {
                for (const Edge* edge : edges_into(at)) {
                    if (++looked >= farthest_look) break;
                    const WorkIndex before = edge->from;
                    if (!counts(*edge) || seen_[before] == work || schedule_.work[before].span.end < earliest) continue;
                    seen_[before] = work;
                    mark(before, from.first);
                    reached_.push_back({before, from.first});
                }
            }
        }
    }

    /// All that is waited for and lies in `group` is waited for through `first` as well.
    void mark(WorkIndex group, const Edge* first) {
        auto one = std::lower_bound(waiting_.begin(), waiting_.end(), group,
                                    [](const Waiting& a, WorkIndex b) { return a.edge->from < b; });
        for (; one != waiting_.end() && holds(plan_, group, one->edge->from); ++one) {
            if (one->other == nullptr && one->edge != first) one->other = first;
        }
    }

    void report(const Edge& edge, const Edge& other) {
        const Work& to = plan_.work[edge.to];
        const Work& from = plan_.work[edge.from];
        const bool same = edge.from == other.from;
        const bool twice = same && other.to == edge.to && other.kind == EdgeKind::depends_on;
        Diagnostic& finding =
            findings_.add(edge.span, twice ? fmt::format("{} says twice that it waits for {}", called(to), called(from))
                                     : same ? fmt::format("{} waits for {} anyway", called(to), called(from))
                                            : fmt::format("{} waits for {} anyway, through {}", called(to),
                                                          called(from), called(plan_.work[other.from])));
        finding.others.push_back({other.span, "this says it already"});
        finding.help = fmt::format("take {} out of `depends_on`", twice ? "one of them" : called(from));
        const Span taken = with_separator(files_.at(edge.span).text(), edge.span);
        if (!(taken == edge.span)) finding.fix = {{taken, {}}};
    }

    const Files& files_;
    const Plan& plan_;
    const Schedule& schedule_;
    Findings& findings_;
    std::vector<bool> cancelled_;
    std::vector<std::uint32_t> first_; ///< of `incoming_`, per work; one more at the end
    std::vector<const Edge*> incoming_;
    std::vector<WorkIndex> seen_; ///< per work, for which work it was last reached
    std::vector<Waiting> waiting_;
    std::vector<Reached> reached_;
    std::vector<const Edge*> around_;
};

void check(const Analysis& analysis, Findings& findings) { Search(analysis, findings).run(); }

} // namespace

const Rule rules::redundant_dependency{
    .name = "redundant-dependency",
    .group = "Dependencies",
    .severity = Severity::info,
    .finds = "a dependency that the others already imply.",
    .why = "It does no harm to the dates, but each one is an arrow more in the chart and a line more to keep true.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [build, test]}
)",
    .mend = "Take it out of `depends_on`. If it is there to say something of its own, a lag say, write that.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning, start: 2026-03-02}
people: {ning: {name: Ning}}
phases:
  - {id: build, title: Build, duration: 1d}
  - {id: test, title: Test, duration: 1d, depends_on: [build]}
  - {id: deploy, title: Deploy, duration: 1d, depends_on: [test]}
)",
    .related = "isolated-work",
    .check = check,
};

} // namespace planc
