// The slow scheduler: how late everything could be.
#include "slow_schedule.h"

#include <algorithm>

using namespace planc;

/// The latest instant that the lag takes to `bound` or before, by halving.
Instant SlowSchedule::before_lag(Instant bound, Duration lag) const {
    const minutes far{3 * std::abs(lag.count) + 60 * 1440};
    Instant low = bound - far;
    Instant high = bound + far;
    while (high - low > minutes{1}) {
        const Instant middle = low + (high - low) / 2;
        (calendar_.shift(middle, lag) <= bound ? low : high) = middle;
    }
    return low;
}

bool SlowSchedule::bound(Instant& value, Instant by) {
    if (by >= value) return false;
    value = by;
    return true;
}

/// A group's start is held by the children it starts with.
bool SlowSchedule::bound_start(WorkIndex work, Instant by) {
    if (!items[work].dated()) return false;
    if (has_own_start(work)) return bound(items[work].latest_start, by);
    bool changed = false;
    for (const WorkIndex child : kept_children(work))
        if (items[child].start == items[work].start) changed |= bound_start(child, by);
    return changed;
}

void SlowSchedule::find_latest() {
    std::optional<Instant> end_of_plan;
    for (const Item& item : items)
        if (item.dated() && !item.cancelled) end_of_plan = std::max(end_of_plan.value_or(*item.end), *item.end);
    for (WorkIndex work = 0; work < items.size(); ++work) {
        const WrittenInstant::Form form = plan_.work[work].end.form;
        const bool absolute = form == WrittenInstant::Form::date || form == WrittenInstant::Form::date_time;
        const bool promised =
            plan_.work[work].kind == WorkKind::milestone && absolute && items[work].dated() &&
            std::any_of(waits_.begin(), waits_.end(), [&](const Wait& wait) { return wait.by == work; });
        const Instant latest = items[work].cancelled ? any_time
                               : promised            ? *items[work].end
                                                     : end_of_plan.value_or(window.end);
        items[work].latest_start = items[work].latest_end = latest;
    }
    for (bool changed = true; changed;) {
        changed = tighten_waits();
        changed |= tighten_passes();
        for (WorkIndex work = 0; work < items.size(); ++work) changed |= items[work].dated() && tighten(work);
    }
    for (WorkIndex work = 0; work < items.size(); ++work)
        if (plan_.work[work].parent == no_work) find_slack(work);
}

bool SlowSchedule::tighten(WorkIndex work) {
    Item& item = items[work];
    const Work& written = plan_.work[work];
    bool changed = tighten_relative(work);
    const bool watched = stage(work) != nullptr && stage(work)->observe.given();
    const auto before_watch = [&](Instant end) {
        return watched ? calendar_.retreat(end, stage(work)->observe.value) : end;
    };
    if (item.latest_end != any_time && ends_with_children(work))
        for (const WorkIndex child : kept_children(work))
            changed |= bound(items[child].latest_end, before_watch(item.latest_end));
    if (!has_own_start(work)) return changed;
    if (item.latest_end != any_time) {
        if (length(work))
            changed |= bound(item.latest_start, calendar_.retreat(item.latest_end, *length(work)));
        else if (ends_with_children(work))
            changed |= bound(item.latest_start, before_watch(item.latest_end));
        else
            changed |= bound(item.latest_start, item.latest_end - std::max(*item.end - *item.start, minutes{0}));
    }
    if (item.latest_start == any_time) return changed;
    const bool to_working = length(work) && length(work)->working && length(work)->count > 0 &&
                            !written.start.given() && !written.end.given() &&
                            calendar_.next_working(item.latest_start) != item.latest_start;
    if (to_working) changed |= bound(item.latest_start, calendar_.previous_working(item.latest_start) - minutes{1});
    for (const WorkIndex around : with_groups_around(work))
        if (around != work && has_own_start(around)) changed |= bound(items[around].latest_start, item.latest_start);
    return changed;
}

/// What starts when it does now, ends when it does now.
Instant SlowSchedule::latest_end_of(WorkIndex work) const {
    const Item& item = items[work];
    if (!moves_as_one(work) || item.latest_start == any_time) return item.latest_end;
    return item.latest_start == item.start ? *item.end : calendar_.advance(item.latest_start, *length(work));
}

bool SlowSchedule::tighten_relative(WorkIndex work) {
    Item& item = items[work];
    const Work& written = plan_.work[work];
    bool changed = false;
    for (const bool end : {false, true}) {
        const WrittenInstant& instant = end ? written.end : written.start;
        if (instant.form != WrittenInstant::Form::relative) continue;
        const WorkIndex target = plan_.find_work(instant.target);
        const Work& on = plan_.work[target];
        Instant by = !end ? item.latest_start : latest_end_of(work);
        if (by == any_time) continue;
        by = before_lag(by, instant.offset);
        const bool is_a_day = on.kind == WorkKind::milestone && on.end.form != WrittenInstant::Form::date_time &&
                              calendar_.is_midnight(*items[target].start);
        if (is_a_day && instant.anchor == Anchor::unspecified && instant.offset.count % 1440 == 0 &&
            (!end || on.kind != WorkKind::milestone))
            by = calendar_.advance(by, {1440, false});
        if (instant.anchor == Anchor::end || on.kind == WorkKind::milestone)
            changed |= bound(items[target].latest_end, by);
        else
            changed |= bound_start(target, by);
    }
    return changed;
}

bool SlowSchedule::bound_awaited(const Wait& wait, Instant by) {
    bool changed = false;
    if (by == any_time) return false;
    for (const WorkIndex on : kept_below(wait.on)) {
        Item& item = items[on];
        if (items[wait.on].cancelled)
            changed |= bound(from_end(wait) ? item.pass_end.latest : item.pass_start.latest, by);
        else if (item.dated())
            changed |= from_end(wait) ? bound(item.latest_end, before_lag(by, wait.lag))
                                      : bound_start(on, before_lag(by, wait.lag));
    }
    return changed;
}

bool SlowSchedule::bound_opening(Instant by) {
    if (by == any_time) return false;
    if (has_own_start(*within_)) return bound_start(*within_, by);
    bool changed = false;
    Instant first = Instant::max();
    for (const WorkIndex child : opened_by_) first = std::min(first, *items[child].start);
    for (const WorkIndex child : opened_by_)
        if (items[child].start == first) changed |= bound_start(child, by);
    return changed;
}

bool SlowSchedule::tighten_waits() {
    bool changed = false;
    for (const Wait& wait : waits_)
        for (const WorkIndex by : with_all_below(wait.by)) {
            if (!items[by].dated()) continue;
            if (!to_end(wait) && !has_own_start(by)) continue; // its children say it
            changed |= bound_awaited(wait, to_end(wait) ? latest_end_of(by) : items[by].latest_start);
        }
    if (!within_) return changed;
    for (const WorkIndex stage : opened_stages_)
        for (const WorkIndex by : with_all_below(stage))
            if (items[by].dated() && has_own_start(by)) changed |= bound_opening(items[by].latest_start);
    return changed;
}

/// What waits for cancelled work holds what that waits for.
bool SlowSchedule::tighten_passes() {
    bool changed = false;
    for (WorkIndex work = 0; work < items.size(); ++work) {
        Item& item = items[work];
        if (!item.cancelled) continue;
        changed |= bound(item.pass_start.latest, item.pass_end.latest);
        for (const WorkIndex around : with_groups_around(work)) {
            for (const Wait& wait : waits_)
                if (wait.by == around)
                    changed |= bound_awaited(wait, to_end(wait) ? item.pass_end.latest : item.pass_start.latest);
            if (std::count(opened_stages_.begin(), opened_stages_.end(), around) > 0)
                changed |= bound_opening(item.pass_start.latest);
        }
    }
    return changed;
}

std::int64_t SlowSchedule::find_slack(WorkIndex work) {
    Item& item = items[work];
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const WorkIndex child : children(work)) {
        const std::int64_t slack = find_slack(child);
        const auto kept = kept_children(work);
        if (std::find(kept.begin(), kept.end(), child) == kept.end()) continue;
        if (items[child].dated()) least = std::min(least, slack);
    }
    if (!item.dated()) return 0;
    item.slack = item.latest_start == any_time ? 0 : (item.latest_start - *item.start).count();
    if (has_own_start(work)) return item.slack;
    if (plan_.work[work].end.given() && item.latest_end != any_time)
        least = std::min(least, (item.latest_end - *item.end).count());
    return item.slack = least;
}
