#include "rules/handoff.h"

#include "rules/units.h"

#include <algorithm>
#include <tuple>

namespace planc {

namespace {

class Handoffs {
public:
    explicit Handoffs(const Analysis& analysis)
        : plan_(analysis.plan), schedule_(analysis.schedule), cancelled_(analysis.cancelled) {}

    std::vector<Handoff> find() {
        std::vector<Handoff> found;
        for (const Edge& edge : schedule_.edges) {
            if (!judged(edge)) continue;
            Handoff handoff = measure(edge);
            if (handoff.actual >= handoff.allowed) continue;
            handoff.kind = kind_of(edge, handoff);
            handoff.culprit = culprit_of(edge.to, handoff.ends);
            found.push_back(handoff);
        }
        std::stable_sort(found.begin(), found.end(), [](const Handoff& a, const Handoff& b) {
            return std::tie(a.culprit, a.ends, a.kind, b.allowed) < std::tie(b.culprit, b.ends, b.kind, a.allowed);
        });
        return found;
    }

private:
    bool judged(const Edge& edge) const {
        return edge.kind != EdgeKind::rollout && edge.kind != EdgeKind::within && edge.kind != EdgeKind::relative &&
               plan_.work[edge.to].kind != WorkKind::milestone && !cancelled_[edge.from] && !cancelled_[edge.to] &&
               schedule_.work[edge.from].dated && schedule_.work[edge.to].dated && !holds(plan_, edge.from, edge.to) &&
               !holds(plan_, edge.to, edge.from);
    }

    Handoff measure(const Edge& edge) const {
        const Interval& before = schedule_.work[edge.from].span;
        const Interval& after = schedule_.work[edge.to].span;
        Handoff handoff;
        handoff.edge = &edge;
        handoff.ends = edge.type == DependencyType::finish_to_finish || edge.type == DependencyType::start_to_finish;
        handoff.after_start =
            edge.type == DependencyType::start_to_start || edge.type == DependencyType::start_to_finish;
        handoff.allowed = plan_.calendar.shift(handoff.after_start ? before.begin : before.end, edge.lag);
        handoff.actual = handoff.ends ? after.end : after.begin;
        return handoff;
    }

    Handoff::Kind kind_of(const Edge& edge, const Handoff& handoff) const {
        const Planned& before = schedule_.work[edge.from];
        const Planned& after = schedule_.work[edge.to];
        const bool last_day =
            edge.type == DependencyType::finish_to_start && edge.lag.count == 0 && before.whole_days &&
            plan_.calendar.date_of(handoff.actual) + std::chrono::days{1} == plan_.calendar.date_of(handoff.allowed);
        if (!last_day) return Handoff::Kind::broken;
        const bool milestone = plan_.work[edge.from].kind == WorkKind::milestone;
        return after.whole_days || milestone ? Handoff::Kind::shared_day : Handoff::Kind::doubtful;
    }

    /// Of a group that only spans its children, the one that begins (or ends) where it does.
    WorkIndex culprit_of(WorkIndex group, bool ends) {
        if (ends) return group;
        if (firsts_.empty()) find_firsts();
        return firsts_[group];
    }

    void find_firsts() {
        firsts_.resize(plan_.work.size());
        for (WorkIndex i = static_cast<WorkIndex>(plan_.work.size()); i-- > 0;) {
            if (firsts_[i] == 0) firsts_[i] = i;
            const WorkIndex parent = plan_.work[i].parent;
            // Children come last to first here, so that of equals the first one stays.
            if (parent == no_work || cancelled_[i] || !schedule_.work[i].dated) continue;
            const Work& group = plan_.work[parent];
            if (group.start.given() || group.duration.given()) continue;
            if (schedule_.work[i].span.begin == schedule_.work[parent].span.begin) firsts_[parent] = firsts_[i];
        }
    }

    const Plan& plan_;
    const Schedule& schedule_;
    std::vector<bool> cancelled_;
    std::vector<WorkIndex> firsts_; ///< per group; 0 is no child's index
};

} // namespace

std::vector<Handoff> broken_handoffs(const Analysis& analysis) { return Handoffs(analysis).find(); }

} // namespace planc
