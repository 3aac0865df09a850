// The view of the day itself: what is done, in the order of time, for the person at the keyboard.
#include "documents/view_sections.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <unordered_map>
#include <utility>

namespace planc {

namespace {

/// One thing to do: work without parts, a notice, or the launch.
struct Turn {
    WorkIndex work = no_work;
    const Notice* notice = nullptr;
    bool dated = false;
    Instant at;
};

bool in_row(const Plan& plan, const Work& work) {
    return work.parent != no_work && plan.work[work.parent].sequence.value;
}

/// Where nothing says a time, it is done some time after its group begins, and after what it waits for itself.
std::optional<Instant> begin_of(const Section& section, WorkIndex index) {
    const Work& work = section.plan.work[index];
    const bool own = in_row(section.plan, work) || !work.depends_on.empty();
    const Planned& planned = section.planned(own ? index : timed_part(section, index));
    return planned.dated ? std::optional(planned.span.begin) : std::nullopt;
}

/// Everything that is still to be done and has no parts, by time.
std::vector<Turn> turns_of(const Section& section) {
    const Plan& plan = section.plan;
    std::vector<Turn> turns;
    std::vector<bool> launches(plan.work.size(), false);
    for (const Milestone& milestone : plan.milestones) launches[milestone.work] = milestone.launch.value;
    std::vector<bool> over(plan.work.size(), false);
    for (WorkIndex i = 0; i < plan.work.size(); ++i) {
        const Work& work = plan.work[i];
        over[i] = work.status.value == Status::done || work.status.value == Status::cancelled ||
                  (work.parent != no_work && over[work.parent]) || recorded_over(section, work.id.value);
        if (over[i] || !is_leaf(plan, i) || (work.kind == WorkKind::milestone && !launches[i])) continue;
        const auto at = begin_of(section, i);
        turns.push_back({i, nullptr, at.has_value(), at.value_or(Instant{})});
    }
    for (const Notice& notice : plan.notices) {
        const auto at = place(notice.at, plan, section.schedule, false);
        if (notice.done.value || recorded_done(section, notice.id.value)) continue;
        turns.push_back({no_work, &notice, at.has_value(), at.value_or(Instant{})});
    }
    std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) {
        return a.dated != b.dated ? a.dated : a.dated && a.at < b.at;
    });
    return turns;
}

/// `22:30–22:40`; days where it lasts for some; nothing for a single whole day, which the heading says.
std::string time_of(const Section& section, WorkIndex index) {
    const Work& work = section.plan.work[index];
    const Planned& planned = section.planned(index);
    if (!planned.dated || (!has_time(section, index) && !in_row(section.plan, work))) return {};
    if (planned.whole_days && planned.span.end - planned.span.begin <= minutes{minutes_per_day}) return {};
    Planned day;
    day.dated = day.whole_days = true;
    day.span.begin = section.plan.calendar.begin_of(section.plan.calendar.date_of(planned.span.begin));
    day.span.end = day.span.begin + minutes{minutes_per_day};
    return section.phrasing.span_within(planned, day);
}

/// What has to be known before a group of steps is begun, each told once.
class Briefing {
public:
    explicit Briefing(const Section& section) : section_(section), told_(section.plan.work.size(), false) {
        for (const Checklist& checklist : section.plan.checklists)
            for (const Reference& gate : checklist.gates) guards_[gate.value].push_back(&checklist);
    }

    /// Titles of the checklists that have to be complete, of the work and all it is part of.
    ValueList conditions(WorkIndex index) {
        ValueList list;
        for (WorkIndex at = index; at != no_work; at = section_.plan.work[at].parent) {
            const auto guards = guards_.find(section_.plan.work[at].id.value);
            if (guards == guards_.end()) continue;
            for (const Checklist* checklist : guards->second) list.emplace_back(checklist->title.value);
            guards_.erase(guards);
        }
        return list;
    }

    /// Notes and tools of a group and of the groups around it, from the outermost on.
    ValueList about(WorkIndex group) {
        std::vector<WorkIndex> around;
        for (WorkIndex at = group; at != no_work && !told_[at]; at = section_.plan.work[at].parent) {
            told_[at] = true;
            around.push_back(at);
        }
        ValueList list;
        for (auto at = around.rbegin(); at != around.rend(); ++at) {
            const WorkDetails& details = section_.plan.details_of(section_.plan.work[*at]);
            if (!details.notes.given() && details.tools.empty()) continue;
            std::vector<std::string> tools;
            for (const Text& tool : details.tools) tools.emplace_back(tool.value);
            list.push_back(
                object("tools", join(tools, section_.labels["list_join"]), "notes", notes_value(details.notes)));
        }
        return list;
    }

private:
    const Section& section_;
    std::vector<bool> told_;
    std::unordered_map<std::string_view, std::vector<const Checklist*>> guards_;
};

Value step_value(const Section& section, WorkIndex index, bool alone) {
    const Work& work = section.plan.work[index];
    const WorkDetails& details = section.plan.details_of(work);
    const bool milestone = work.kind == WorkKind::milestone;
    return object(
        "number", milestone ? std::string() : section.numbers[index], "title", section.titles[index], "alone", alone,
        "time", milestone ? section.phrasing.point(section.planned(index), true) : time_of(section, index), "owner",
        section.owners[index], "length",
        work.duration.given() ? section.phrasing.duration(work.duration.value) : std::string(), "estimate",
        estimate_text(section, details.estimate), "run", code_block(details.run), "verify", details.verify.value,
        "expect", details.expect.value, "notes", alone ? Value() : notes_value(details.notes));
}

Value notice_value(const Section& section, const Notice& notice) {
    std::vector<std::string> to;
    for (const Text& one : notice.to) to.push_back(called(section.plan, one));
    return object("at", instant_text(section, notice.at), "title", notice.title.value, "to",
                  join(to, section.labels["list_join"]), "owner", called(section.plan, notice.owner), "channel",
                  notice.channel.value, "body", notes_value(notice.body));
}

class Maker {
public:
    explicit Maker(const Section& section) : section_(section), plan_(section.plan), briefing_(section) {
        for (const Stage& stage : plan_.rollout.stages) stages_.emplace(stage.work, &stage);
    }

    ValueList make() {
        const std::vector<Turn> turns = turns_of(section_);
        for (const Turn& turn : turns)
            if (turn.work != no_work) ++open_steps_[group_of(turn.work)];
        for (const Turn& turn : turns) {
            const std::string today = turn.dated ? section_.phrasing.date(plan_.calendar.date_of(turn.at))
                                                 : std::string(section_.labels["no_date"]);
            if (days_.empty() && day_.empty()) day_ = today;
            if (today != day_) close_day(today);
            if (turn.notice != nullptr)
                add_notice(*turn.notice);
            else
                add_step(turn.work);
        }
        close_day({});
        return std::move(days_);
    }

private:
    /// What a step stands under: the task, phase or stage it is part of, or itself.
    WorkIndex group_of(WorkIndex index) const {
        return plan_.work[index].parent == no_work ? index : plan_.work[index].parent;
    }

    void add_step(WorkIndex index) {
        const WorkIndex group = group_of(index);
        if (group != group_) {
            close_group();
            group_ = group;
            conditions_ = briefing_.conditions(index);
            about_ = briefing_.about(group);
        } else {
            for (Value& condition : briefing_.conditions(index)) conditions_.push_back(std::move(condition));
        }
        steps_.push_back(step_value(section_, index, group == index));
        --open_steps_[group];
    }

    void add_notice(const Notice& notice) {
        close_group();
        const Value none;
        groups_.push_back(object("notice", notice_value(section_, notice), "title", none, "milestone", none,
                                 "conditions", none, "about", none, "steps", none, "observe", none, "gates", none));
    }

    void close_group() {
        if (group_ == no_work) return;
        const bool milestone = plan_.work[group_].kind == WorkKind::milestone;
        std::string title =
            milestone ? section_.titles[group_] : join({section_.numbers[group_], section_.titles[group_]}, " ");
        if (const std::string time = time_of(section_, group_); !time.empty()) title += " · " + time;
        if (const int again = headings_[title]++; again > 0)
            title = fill(section_.labels["continued"], {{"text", title}, {"n", fmt::format("{}", again + 1)}});
        // What has to hold before the next stage stands behind the last step of this one.
        const auto stage = stages_.find(group_);
        const bool ends = stage != stages_.end() && open_steps_[group_] == 0;
        ValueList gates;
        if (ends)
            for (const Gate& gate : stage->second->gates) gates.emplace_back(gate_text(section_, gate));
        groups_.push_back(object("notice", Value(), "title", std::move(title), "milestone", milestone, "conditions",
                                 std::exchange(conditions_, {}), "about", std::exchange(about_, {}), "steps",
                                 std::exchange(steps_, {}), "observe",
                                 ends && stage->second->observe.given()
                                     ? section_.phrasing.duration(stage->second->observe.value)
                                     : std::string(),
                                 "gates", std::move(gates)));
        group_ = no_work;
    }

    void close_day(const std::string& next) {
        close_group();
        headings_.clear();
        if (!groups_.empty()) days_.push_back(object("day", day_, "groups", std::exchange(groups_, {})));
        day_ = next;
    }

    const Section& section_;
    const Plan& plan_;
    Briefing briefing_;
    std::unordered_map<WorkIndex, const Stage*> stages_;
    std::unordered_map<WorkIndex, int> open_steps_; ///< of groups: those that are still to come
    std::map<std::string, int> headings_;           ///< of the day
    std::string day_;
    WorkIndex group_ = no_work;
    ValueList days_;
    ValueList groups_;
    ValueList steps_;
    ValueList conditions_;
    ValueList about_;
};

} // namespace

Value runbook_value(const Section& section) { return Maker(section).make(); }

} // namespace planc
