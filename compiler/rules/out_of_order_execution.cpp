#include "rules/list.h"
#include "rules/recorded.h"
#include "rules/units.h"
#include "rules/wording.h"

#include <fmt/format.h>
#include <set>
#include <utility>
#include <vector>

namespace planc {

namespace {

/// When a piece of work was begun and over; of a group without times of its own, what is below it that was begun
/// first and over last.
struct Happened {
    std::optional<RecordedTimes> begin;
    std::optional<RecordedTimes> end;
    std::optional<RecordedTimes> watched; ///< begun the time it was done: from then on there is something to watch
    WorkIndex first = no_work;
    WorkIndex last = no_work;
};

std::vector<Happened> happened(const Analysis& analysis, const Recorded& recorded) {
    const Plan& plan = analysis.plan;
    std::vector<Happened> all(plan.work.size());
    for (WorkIndex i = static_cast<WorkIndex>(plan.work.size()); i-- > 0;) {
        Happened& here = all[i];
        const Tries* const tries = recorded.of(plan.work[i].id.value);
        if (analysis.cancelled[i] || (tries != nullptr && tries->skipped())) {
            here = {};
            continue;
        }
        if (tries != nullptr && tries->begin) here.begin = tries->begin, here.first = i;
        if (tries != nullptr && tries->begin) here.watched = tries->done ? tries->done : tries->begin;
        if (tries != nullptr && tries->end) here.end = tries->end, here.last = i;
        if (plan.work[i].parent == no_work) continue;
        Happened& around = all[plan.work[i].parent];
        if (here.begin && (!around.begin || here.begin->latest < around.begin->latest))
            around.begin = here.begin, around.first = here.first;
        if (here.watched && (!around.watched || here.watched->latest < around.watched->latest))
            around.watched = here.watched;
        if (here.end && (!around.end || here.end->earliest > around.end->earliest))
            around.end = here.end, around.last = here.last;
    }
    return all;
}

class Check {
public:
    Check(const Analysis& analysis, Findings& findings, const Recorded& recorded)
        : plan_(analysis.plan), findings_(findings), happened_(happened(analysis, recorded)) {
        for (const Stage& stage : plan_.rollout.stages) {
            const Tries* const tries = recorded.of(plan_.work[stage.work].id.value);
            if (!analysis.cancelled[stage.work] && (tries == nullptr || !tries->skipped())) stages_.push_back(&stage);
        }
    }

    void run(const std::vector<Edge>& edges) {
        for (std::size_t i = 1; i < stages_.size(); ++i) look_at_watching(*stages_[i - 1], *stages_[i]);
        for (const Edge& edge : edges) {
            if (edge.type != DependencyType::finish_to_start) continue;
            if (edge.kind == EdgeKind::depends_on || edge.kind == EdgeKind::sequence || edge.kind == EdgeKind::rollout)
                look_at(edge);
        }
    }

private:
    static std::string before(const Plan& plan, const RecordedTimes& begin, const RecordedTimes& end) {
        if (begin.day_alone || end.day_alone) return "before";
        return fmt::format("{} before", distance(plan, begin.latest, end.earliest));
    }

    void look_at_watching(const Stage& before, const Stage& after) {
        const std::optional<RecordedTimes>& watched = happened_[before.work].watched;
        const Happened& widened = happened_[after.work];
        if (!before.observe.given() || !watched || !widened.begin) return;
        const Instant over = plan_.calendar.advance(watched->earliest, before.observe.value);
        if (widened.begin->latest >= over) return;
        told_.emplace(before.work, after.work);
        const bool exact = !watched->day_alone && !widened.begin->day_alone;
        const std::string time = amount(before.observe.value);
        Diagnostic& finding = findings_.add(
            widened.begin->span,
            exact && widened.begin->earliest >= watched->latest
                ? fmt::format("{} was begun {} after {}, which is to be watched for {}", called(plan_.work[after.work]),
                              distance(plan_, watched->latest, widened.begin->earliest),
                              called(plan_.work[before.work]), time)
                : fmt::format("{} was begun before {} had been watched for {}", called(plan_.work[after.work]),
                              called(plan_.work[before.work]), time));
        finding.others.push_back(
            {watched->span, fmt::format("{} was begun {}", called(plan_.work[before.work]), written(*watched))});
        finding.others.push_back({before.observe.span, "how long it is to be watched"});
    }

    void look_at(const Edge& edge) {
        const Happened& from = happened_[edge.from];
        const Happened& to = happened_[edge.to];
        if (!from.end || !to.begin || holds(plan_, edge.from, edge.to) || holds(plan_, edge.to, edge.from)) return;
        // A lead lets it begin earlier; waiting longer than to the end is not asked for here.
        const bool lead = edge.lag.count < 0;
        const Instant ready = lead ? plan_.calendar.shift(from.end->earliest, edge.lag) : from.end->earliest;
        if (to.begin->latest >= ready || !told_.emplace(edge.from, edge.to).second) return;
        const Work& early = plan_.work[to.first];
        const Work& late = plan_.work[from.last];
        Diagnostic& finding =
            findings_.add(to.begin->span, fmt::format("{} was begun {} {} was over", called(early),
                                                      before(plan_, *to.begin, *from.end), called(late)));
        finding.others.push_back({from.end->span, fmt::format("{} was over {}", called(late), written(*from.end))});
        if (edge.span) {
            const std::string waits =
                fmt::format("{} comes after {}", called(plan_.work[edge.to]), called(plan_.work[edge.from]));
            finding.others.push_back({edge.span, waits});
        }
        if (lead) finding.notes.push_back(fmt::format("the plan lets it begin {} before that end", amount(edge.lag)));
    }

    const Plan& plan_;
    Findings& findings_;
    std::vector<Happened> happened_;
    std::vector<const Stage*> stages_; ///< those that took place, or may have
    std::set<std::pair<WorkIndex, WorkIndex>> told_;
};

void check(const Analysis& analysis, Findings& findings) {
    const Recorded recorded(analysis.plan);
    if (!recorded.empty()) Check(analysis, findings, recorded).run(analysis.schedule.edges);
}

} // namespace

const Rule rules::out_of_order_execution{
    .name = "out-of-order-execution",
    .group = "Record",
    .severity = Severity::error,
    .finds = "a record of work that was begun before what it depends on was over, or of a rollout stage begun before "
             "the one before it had been watched for its time.",
    .why = "The order was there for a reason: a change without its backup, or a wider rollout before anybody could see "
           "that the small one was well.",
    .example = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: backup, title: Back up the data, start: 2026-03-02 22:00, duration: 30m}
  - {id: deploy, title: Deploy, duration: 30m, depends_on: [backup]}
record:
  entries:
    - {of: backup, start: 2026-03-02 22:00, end: 22:40, by: ning, result: done}
    - {of: deploy, start: 2026-03-02 22:31, end: 23:05, by: ning, result: done}
)",
    .mend =
        "If a time was written down wrongly, correct it. If it really was so, leave the record as it is and say in its "
        "`note` why; if the order does not matter, take the dependency out of the next plan.",
    .mended = R"(planc: 1
plan: {id: shop-2.4, title: Shop 2.4, owner: ning}
people: {ning: {name: Ning}}
phases:
  - {id: backup, title: Back up the data, start: 2026-03-02 22:00, duration: 30m}
  - {id: deploy, title: Deploy, duration: 30m, depends_on: [backup]}
record:
  entries:
    - {of: backup, start: 2026-03-02 22:00, end: 22:40, by: ning, result: done}
    - {of: deploy, start: 2026-03-02 22:41, end: 23:05, by: ning, result: done}
)",
    .related = "done-before-dependency early-start squeezed-observation",
    .check = check,
};

} // namespace planc
