// The slow scheduler: events, what they follow, and their dates.
#include "slow_schedule.h"

#include <algorithm>
#include <stdexcept>

using namespace planc;

SlowSchedule::SlowSchedule(const Plan& plan) : plan_(plan), calendar_(plan.calendar) {
    items.resize(plan.work.size());
    for (WorkIndex work = 0; work < items.size(); ++work)
        for (const WorkIndex around : with_groups_around(work)) items[work].cancelled |= gone(around);
    collect_waits();
    find_origin();
    collect_events();
    find_circles();
    find_dates();
    find_earliest();
    find_latest();
}

// The shape of the plan

std::vector<WorkIndex> SlowSchedule::with_all_below(WorkIndex work) const {
    std::vector<WorkIndex> all;
    for (WorkIndex i = work; i < plan_.work[work].end_of_descendants; ++i) all.push_back(i);
    return all;
}

std::vector<WorkIndex> SlowSchedule::children(WorkIndex work) const {
    std::vector<WorkIndex> all;
    for (WorkIndex i = 0; i < plan_.work.size(); ++i)
        if (plan_.work[i].parent == work) all.push_back(i);
    return all;
}

/// Cancelled itself, or a group that is nothing but its parts, which are gone.
bool SlowSchedule::gone(WorkIndex work) const {
    const Work& one = plan_.work[work];
    if (one.status.value == Status::cancelled) return true;
    if (one.status.given() || one.start.given() || one.end.given() || one.duration.given()) return false;
    const auto parts = children(work);
    return stage(work) == nullptr && !parts.empty() &&
           std::all_of(parts.begin(), parts.end(), [this](WorkIndex part) { return gone(part); });
}

/// The children without those that are cancelled, unless all are.
std::vector<WorkIndex> SlowSchedule::kept_children(WorkIndex work) const {
    std::vector<WorkIndex> kept;
    for (const WorkIndex child : children(work))
        if (!items[child].cancelled) kept.push_back(child);
    return kept.empty() ? children(work) : kept;
}

/// The work and, again and again, the kept children.
std::vector<WorkIndex> SlowSchedule::kept_below(WorkIndex work) const {
    std::vector<WorkIndex> all{work};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const WorkIndex child : kept_children(all[i])) all.push_back(child);
    return all;
}

std::vector<WorkIndex> SlowSchedule::with_groups_around(WorkIndex work) const {
    std::vector<WorkIndex> all;
    for (; work != no_work; work = plan_.work[work].parent) all.push_back(work);
    return all;
}

bool SlowSchedule::is_group(WorkIndex work) const { return !children(work).empty(); }

const Stage* SlowSchedule::stage(WorkIndex work) const {
    for (const Stage& stage : plan_.rollout.stages)
        if (stage.work == work) return &stage;
    return nullptr;
}

/// A length that is written, or that the kind of work gives it.
std::optional<Duration> SlowSchedule::length(WorkIndex work) const {
    const Work& item = plan_.work[work];
    if (item.kind == WorkKind::milestone) return Duration{};
    if (item.start.given() && item.end.given()) return std::nullopt;
    if (item.duration.given()) return item.duration.value;
    if (item.end.given() || is_group(work)) return std::nullopt;
    if (stage(work) != nullptr && stage(work)->observe.given()) return stage(work)->observe.value;
    if (item.start.form == WrittenInstant::Form::date) return Duration{1440, false};
    return Duration{};
}

bool SlowSchedule::moves_as_one(WorkIndex work) const { return length(work) && !plan_.work[work].start.given(); }

bool SlowSchedule::has_own_start(WorkIndex work) const {
    return !is_group(work) || plan_.work[work].start.given() || length(work);
}

bool SlowSchedule::ends_with_children(WorkIndex work) const {
    return is_group(work) && !plan_.work[work].end.given() && !length(work);
}

bool SlowSchedule::related(WorkIndex a, WorkIndex b) const {
    const auto holds = [this](WorkIndex group, WorkIndex work) {
        return group <= work && work < plan_.work[group].end_of_descendants;
    };
    return holds(a, b) || holds(b, a);
}

/// The last of `list` before `work` that is not cancelled.
std::optional<WorkIndex> SlowSchedule::last_kept_before(const std::vector<WorkIndex>& list, WorkIndex work) const {
    std::optional<WorkIndex> last;
    for (const WorkIndex other : list) {
        if (other == work) break;
        if (plan_.work[other].status.value != Status::cancelled) last = other;
    }
    return last;
}

bool SlowSchedule::from_end(const Wait& wait) {
    return wait.type == DependencyType::finish_to_start || wait.type == DependencyType::finish_to_finish;
}

bool SlowSchedule::to_end(const Wait& wait) {
    return wait.type == DependencyType::finish_to_finish || wait.type == DependencyType::start_to_finish;
}

void SlowSchedule::collect_waits() {
    for (WorkIndex work = 0; work < plan_.work.size(); ++work) {
        for (const Dependency& dependency : plan_.work[work].depends_on) {
            const WorkIndex on = plan_.find_work(dependency.on.value);
            const auto type = related(on, work) ? DependencyType::finish_to_start : dependency.type;
            waits_.push_back({on, work, type, dependency.lag});
        }
        if (plan_.work[work].sequence.value) {
            const auto parts = children(work);
            for (const WorkIndex part : parts)
                if (const auto before = last_kept_before(parts, part))
                    waits_.push_back({*before, part, DependencyType::finish_to_start, {}});
        }
    }
    std::vector<WorkIndex> stages;
    for (const Stage& stage : plan_.rollout.stages) stages.push_back(stage.work);
    for (const WorkIndex stage : stages) {
        if (plan_.work[stage].start.given()) continue;
        if (const auto before = last_kept_before(stages, stage))
            waits_.push_back({*before, stage, DependencyType::finish_to_start, {}});
        else if (plan_.rollout.within.given())
            opened_stages_.push_back(stage);
    }
    if (!opened_stages_.empty()) within_ = plan_.find_work(plan_.rollout.within.value);
}

void SlowSchedule::find_origin() {
    const auto day = [this](const WrittenInstant& written) -> std::optional<Instant> {
        if (written.form == WrittenInstant::Form::date) return calendar_.begin_of(written.date);
        if (written.form == WrittenInstant::Form::date_time)
            return calendar_.zone.to_instant(LocalTime{written.date} + minutes{written.minute});
        return std::nullopt;
    };
    origin_ = day(plan_.header.start);
    if (origin_) return;
    for (const Work& work : plan_.work)
        for (const auto& written : {day(work.start), day(work.end)})
            if (written && (!origin_ || *written < *origin_)) origin_ = written;
}

// Which event follows which

/// What has to be known for what waits.
std::set<SlowSchedule::Event> SlowSchedule::awaited(const Wait& wait) const {
    std::set<Event> all;
    for (const WorkIndex on : with_all_below(wait.on)) {
        if (items[wait.on].cancelled)
            all.insert(from_end(wait) ? pass_end_of(on) : pass_start_of(on));
        else
            all.insert(from_end(wait) ? end_of(on) : start_of(on));
    }
    return all;
}

void SlowSchedule::collect_events() {
    follows_.resize(4 * items.size());
    for (WorkIndex work = 0; work < items.size(); ++work) {
        const Work& item = plan_.work[work];
        const Event of_end = moves_as_one(work) ? start_of(work) : end_of(work);
        follows_[end_of(work)].insert(start_of(work));
        for (const bool end : {false, true}) {
            const WrittenInstant& written = end ? item.end : item.start;
            if (written.form != WrittenInstant::Form::relative) continue;
            const WorkIndex target = plan_.find_work(written.target);
            const bool to_end = written.anchor == Anchor::end || (written.anchor == Anchor::unspecified &&
                                                                  plan_.work[target].kind == WorkKind::milestone);
            follows_[end ? of_end : start_of(work)].insert(to_end ? end_of(target) : start_of(target));
        }
        for (const WorkIndex child : children(work)) {
            if (!has_own_start(work)) follows_[start_of(work)].insert(start_of(child));
            if (ends_with_children(work)) follows_[end_of(work)].insert(end_of(child));
        }
        if (is_group(work) && has_own_start(work))
            for (const WorkIndex below : with_all_below(work))
                if (below != work) follows_[start_of(below)].insert(start_of(work));
    }
    for (const Wait& wait : waits_)
        for (const WorkIndex by : with_all_below(wait.by)) {
            const std::set<Event> before = awaited(wait);
            follows_[!to_end(wait) || moves_as_one(by) ? start_of(by) : end_of(by)].insert(before.begin(),
                                                                                           before.end());
            if (items[by].cancelled)
                follows_[to_end(wait) ? pass_end_of(by) : pass_start_of(by)].insert(before.begin(), before.end());
        }
    for (WorkIndex work = 0; work < items.size(); ++work)
        if (items[work].cancelled) follows_[pass_end_of(work)].insert(pass_start_of(work));
    if (!within_) return;
    const auto waits_for_a_stage = [this](WorkIndex child) {
        return std::any_of(opened_stages_.begin(), opened_stages_.end(), [&](WorkIndex stage) {
            const std::set<Event> before = after(start_of(child));
            return child == stage || before.count(start_of(stage)) > 0 || before.count(pass_start_of(stage)) > 0;
        });
    };
    std::set<Event> opening;
    if (has_own_start(*within_)) {
        opening.insert(start_of(*within_));
    } else {
        for (const WorkIndex child : kept_children(*within_))
            if (!waits_for_a_stage(child)) {
                opened_by_.push_back(child);
                opening.insert(start_of(child));
            }
        // It waits for what the group waits for even if nothing opens it.
        for (const WorkIndex around : with_groups_around(*within_)) {
            if (around != *within_ && has_own_start(around)) opening.insert(start_of(around));
            for (const Wait& wait : waits_)
                if (wait.by == around && !to_end(wait)) {
                    const std::set<Event> before = awaited(wait);
                    opening.insert(before.begin(), before.end());
                }
        }
    }
    for (const WorkIndex stage : opened_stages_)
        for (const WorkIndex by : with_all_below(stage)) {
            follows_[start_of(by)].insert(opening.begin(), opening.end());
            if (items[by].cancelled) follows_[pass_start_of(by)].insert(opening.begin(), opening.end());
        }
}

/// Everything an event follows, directly or not.
std::set<SlowSchedule::Event> SlowSchedule::after(Event event) const {
    std::set<Event> all;
    std::vector<Event> open(follows_[event].begin(), follows_[event].end());
    while (!open.empty()) {
        const Event next = open.back();
        open.pop_back();
        if (all.insert(next).second) open.insert(open.end(), follows_[next].begin(), follows_[next].end());
    }
    return all;
}

void SlowSchedule::find_circles() {
    std::vector<std::set<Event>> all;
    for (Event event = 0; event < follows_.size(); ++event) all.push_back(after(event));
    for (Event event = 0; event < follows_.size(); ++event) {
        if (all[event].count(event) == 0) continue;
        bool first = true;
        for (Event other = 0; other < event; ++other)
            if (all[event].count(other) != 0 && all[other].count(event) != 0) first = false;
        if (first) ++circles;
    }
}

// Dates

bool SlowSchedule::known(Event event) const {
    const Item& item = items[event / 4];
    if (event % 4 > 1) return event % 4 == 2 ? item.pass_start.known : item.pass_end.known;
    return event % 4 == 0 ? item.start.has_value() : item.end.has_value();
}

void SlowSchedule::find_dates() {
    for (bool changed = true; changed;) {
        changed = false;
        for (Event event = 0; event < follows_.size(); ++event) {
            const auto& before = follows_[event];
            if (known(event) || !std::all_of(before.begin(), before.end(), [this](Event e) { return known(e); }))
                continue;
            const auto work = static_cast<WorkIndex>(event / 4);
            if (event % 4 > 1)
                date_pass(work, event == pass_end_of(work));
            else
                event == start_of(work) ? date_start(work) : date_end(work);
            changed = changed || known(event);
        }
    }
    bool first = true;
    for (const Item& item : items) {
        if (!item.dated()) continue;
        window = first ? Interval{*item.start, *item.end}
                       : Interval{std::min(window.begin, *item.start), std::max(window.end, *item.end)};
        first = false;
    }
}

std::optional<Instant> SlowSchedule::place(const WrittenInstant& written, WorkIndex work, bool as_end,
                                           std::optional<Instant> beside) const {
    using std::chrono::days;
    switch (written.form) {
    case WrittenInstant::Form::date:
        return calendar_.begin_of(written.date + days{as_end ? 1 : 0});
    case WrittenInstant::Form::date_time:
        return calendar_.zone.to_instant(LocalTime{written.date} + minutes{written.minute});
    case WrittenInstant::Form::clock: {
        if (!beside) return std::nullopt;
        for (Date day = std::chrono::floor<days>(calendar_.zone.to_local(*beside));; day += days{1}) {
            const Instant instant = calendar_.zone.to_instant(LocalTime{day} + minutes{written.minute});
            if (instant > *beside) return instant;
        }
    }
    case WrittenInstant::Form::relative: {
        const WorkIndex target = plan_.find_work(written.target);
        Instant base = written.anchor == Anchor::end ? *items[target].end : *items[target].start;
        const Work& item = plan_.work[target];
        const bool is_a_day = item.kind == WorkKind::milestone && item.end.form != WrittenInstant::Form::date_time &&
                              calendar_.is_midnight(base);
        if (is_a_day && written.anchor == Anchor::unspecified && written.offset.count % 1440 == 0 && !as_end)
            base = calendar_.begin_of(calendar_.date_of(base - minutes{1}));
        const Instant instant = calendar_.shift(base, written.offset);
        return written.offset.working && !as_end ? calendar_.next_working(instant) : instant;
    }
    case WrittenInstant::Form::none:
        break;
    }
    throw std::logic_error("nothing is written for work " + std::string(plan_.work[work].id.value));
}

Instant SlowSchedule::opening() const {
    if (has_own_start(*within_)) return *items[*within_].start;
    if (opened_by_.empty()) return dependencies_allow(*within_, false, true).value_or(*origin_);
    Instant first = *items[opened_by_[0]].start;
    for (const WorkIndex child : opened_by_) first = std::min(first, *items[child].start);
    return first;
}

/// The earliest start (or end) that the dependencies of the work and of the groups around it allow.
std::optional<Instant> SlowSchedule::dependencies_allow(WorkIndex work, bool end, bool with_group_starts) const {
    std::optional<Instant> bound;
    const auto allow = [&bound](Instant instant) { bound = bound ? std::max(*bound, instant) : instant; };
    for (const WorkIndex around : with_groups_around(work)) {
        if (with_group_starts && around != work && has_own_start(around) && !end) allow(*items[around].start);
        if (!end && std::count(opened_stages_.begin(), opened_stages_.end(), around) > 0) allow(opening());
        for (const Wait& wait : waits_) {
            if (wait.by != around || to_end(wait) != end) continue;
            std::optional<Instant> last;
            for (const WorkIndex on : kept_below(wait.on)) {
                const Item& item = items[on];
                const std::optional<Instant> instant = items[wait.on].cancelled
                                                           ? (from_end(wait) ? item.pass_end.at : item.pass_start.at)
                                                           : (from_end(wait) ? item.end : item.start);
                if (instant) last = last ? std::max(*last, *instant) : instant;
            }
            if (last) allow(items[wait.on].cancelled ? *last : calendar_.shift(*last, wait.lag));
        }
    }
    return bound;
}

Instant SlowSchedule::earliest_to_end(Instant end, Duration length) const {
    if (length.count == 0) return end;
    if (length.working && calendar_.previous_working(end) != end)
        end = calendar_.begin_of(calendar_.date_of(calendar_.next_working(end)) + std::chrono::days{1});
    Instant start = calendar_.retreat(end, length);
    while (calendar_.advance(start, length) < end) start += minutes{1};
    return start;
}

void SlowSchedule::date_start(WorkIndex work) {
    const Work& written = plan_.work[work];
    Item& item = items[work];
    const auto allowed = dependencies_allow(work, false, true);
    const std::optional<Instant> ready = allowed ? allowed : origin_;
    if (written.start.given()) {
        item.start = place(written.start, work, false, {});
    } else if (length(work) && written.end.given()) {
        const auto end = place(written.end, work, true, ready);
        if (end) item.start = calendar_.retreat(*end, *length(work));
    } else if (length(work)) {
        if (!ready) return;
        Instant start = *ready;
        if (const auto end = dependencies_allow(work, true, false))
            start = std::max(start, earliest_to_end(*end, *length(work)));
        if (length(work)->working && length(work)->count > 0) start = calendar_.next_working(start);
        item.start = start;
    } else if (is_group(work)) {
        for (const WorkIndex child : kept_children(work))
            item.start = item.start ? std::min(*item.start, *items[child].start) : *items[child].start;
    } else {
        item.start = ready;
    }
}

void SlowSchedule::date_end(WorkIndex work) {
    const Work& written = plan_.work[work];
    Item& item = items[work];
    if (length(work) && written.end.given() && !written.start.given()) {
        const auto allowed = dependencies_allow(work, false, true);
        item.end = place(written.end, work, true, allowed ? allowed : origin_);
    } else if (written.end.given()) {
        item.end = place(written.end, work, true, item.start);
    } else if (length(work)) {
        item.end = calendar_.advance(*item.start, *length(work));
    } else {
        Instant last = *item.start;
        for (const WorkIndex child : kept_children(work)) last = std::max(last, *items[child].end);
        if (stage(work) != nullptr && stage(work)->observe.given())
            last = calendar_.advance(last, stage(work)->observe.value);
        else if (written.start.form == WrittenInstant::Form::date && last == *item.start)
            last = calendar_.advance(last, {1440, false});
        item.end = last;
    }
}

/// What waits for cancelled work waits for what that and the groups around it wait for, whatever their own times are.
void SlowSchedule::date_pass(WorkIndex work, bool end) {
    std::optional<Instant> at = dependencies_allow(work, false, false);
    const auto of_end = end ? dependencies_allow(work, true, false) : std::nullopt;
    if (of_end) at = at ? std::max(*at, *of_end) : of_end;
    (end ? items[work].pass_end : items[work].pass_start) = {true, at};
}

void SlowSchedule::find_earliest() {
    for (WorkIndex work = 0; work < items.size(); ++work) {
        Item& item = items[work];
        if (!item.dated()) continue;
        const Work& written = plan_.work[work];
        std::optional<Instant> earliest = dependencies_allow(work, false, false);
        const auto allow = [&earliest](Instant instant) {
            earliest = earliest ? std::max(*earliest, instant) : instant;
        };
        if (written.start.form == WrittenInstant::Form::relative || written.end.form == WrittenInstant::Form::relative)
            allow(*item.start);
        const auto end = dependencies_allow(work, true, false);
        if (end && has_own_start(work))
            allow(length(work) ? earliest_to_end(*end, *length(work)) : *item.start + (*end - *item.end));
        item.earliest = earliest.value_or(window.begin);
    }
}
